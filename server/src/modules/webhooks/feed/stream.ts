import { setTimeout as pause } from 'node:timers/promises'
import type { Context } from '../../../kit/context.ts'
import type { Entrance, Input, TextStream } from '../../../kit/endpoint.ts'
import { TooManyRequests } from '../../../kit/refusal.ts'
import { inTenant } from '../../../kit/transaction.ts'
import { positionBefore } from '../../events/index.ts'
import { isKeyValid } from '../../tenants/index.ts'
import { StreamNeedsKey, type streamEvents } from './contract.ts'
import { readFeed } from './list.ts'

const LOOKS_EVERY_MS = 500
/** A proxy closes what is silent for a minute. */
const SAYS_SOMETHING_EVERY_MS = 15_000
const MOST_STREAMS = 20

const open = new Map<string, number>()

/** Begins with what comes, or where it is told to. Ends with the key, and when its time is over. */
export async function followEvents(entrance: Entrance, input: Input<typeof streamEvents>): Promise<TextStream> {
  if (!entrance.caller.actor.startsWith('key:')) throw StreamNeedsKey()
  const chunks = counted(entrance.caller.tenant, () => begun(entrance, input))
  // Begun here: one that never ran would not give its place back, and what it refuses is an answer.
  await chunks.next()
  return { contentType: 'text/event-stream; charset=utf-8', chunks }
}

async function begun(
  { db, caller, headers, closing }: Entrance,
  input: Input<typeof streamEvents>,
): Promise<AsyncGenerator<string>> {
  const read = <T>(work: (ctx: Context) => Promise<T>) => inTenant(db, caller, work, { readOnly: true })
  const seen = Number(/^\d{1,15}$/.exec(String(headers['last-event-id'] ?? ''))?.[0] ?? Number.NaN)
  const { types, since = Number.isNaN(seen) ? null : seen, seconds } = input
  const begin =
    since instanceof Date || since === null ? await read((ctx) => positionBefore(ctx, since ?? ctx.now)) : since
  const round = (after: number) =>
    read(async (ctx) => ((await isKeyValid(ctx)) ? readFeed(ctx, { since: after, types }) : null))
  return chunksOf(round, begin, Date.now() + seconds * 1000, closing)
}

type Round = (after: number) => Promise<Awaited<ReturnType<typeof readFeed>> | null>

async function* chunksOf(round: Round, begin: number, until: number, closing?: AbortSignal): AsyncGenerator<string> {
  let after = begin
  let said = Date.now()
  yield `retry: 2000\nid: ${begin}\n\n`
  // What is there is told also where its time was over before it was read.
  do {
    const page = await round(after)
    if (page === null) return
    for (const { position, ...event } of page.items)
      yield `id: ${position}\nevent: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`
    const moved = page.next !== after
    after = page.next
    if (moved || Date.now() - said > SAYS_SOMETHING_EVERY_MS) {
      said = Date.now()
      // Also where nothing was of these types: a client that reconnects goes on from here.
      yield `id: ${after}\n: \n\n`
    }
    if (!page.more) await pause(Math.min(LOOKS_EVERY_MS, Math.max(0, until - Date.now())))
  } while (Date.now() < until && !closing?.aborted)
}

/** Takes its place before it waits for anything. The first chunk is empty. */
async function* counted(tenant: string, begin: () => Promise<AsyncGenerator<string>>) {
  const others = open.get(tenant) ?? 0
  if (others >= MOST_STREAMS) throw TooManyRequests({}, { 'retry-after': '60' })
  open.set(tenant, others + 1)
  try {
    const stream = await begin()
    yield ''
    yield* stream
  } finally {
    const left = (open.get(tenant) ?? 1) - 1
    if (left === 0) open.delete(tenant)
    else open.set(tenant, left)
  }
}
