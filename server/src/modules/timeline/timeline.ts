import type { Context } from '../../kit/context.ts'
import { readCursor, writeCursor } from '../../kit/cursor.ts'
import type { Input } from '../../kit/endpoint.ts'
import { keyHolder } from '../customers/index.ts'
import { MOMENT_KINDS, type read } from './contract.ts'
import { type Place, SOURCES } from './sources.ts'

type Kind = (typeof MOMENT_KINDS)[number]
/** For each kind the last that was shown. */
type Places = Readonly<Partial<Record<Kind, Place>>>

/** All that happened, the latest first: the next of each kind that the caller may see, put in one order. */
export async function readTimeline(ctx: Context, { customerId, kind, limit, cursor }: Input<typeof read>) {
  await keyHolder(ctx, customerId)
  const list = `timeline ${customerId} ${kind ?? ''}`
  const places: Places = cursor === undefined ? {} : readCursor<[Places]>(ctx.keys, list, ctx.now, cursor)[0]
  const kinds = MOMENT_KINDS.filter((one) => (kind === undefined || one === kind) && mayRead(ctx, one))
  const found = []
  for (const one of kinds) {
    const moments = await SOURCES[one].read(ctx, customerId, places[one] ?? null, limit + 1)
    found.push(...moments.map((moment) => ({ ...moment, kind: one })))
  }
  // Each kind comes in its own order, which a stable sort keeps where times are the same.
  found.sort((one, other) => other.at - one.at)
  const shown = found.slice(0, limit)
  const reached = { ...places, ...Object.fromEntries(shown.map((one) => [one.kind, one.place])) }
  return {
    items: shown.map(({ moment }) => moment),
    nextCursor: found.length > limit ? writeCursor(ctx.keys, list, ctx.now, [reached]) : null,
  }
}

function mayRead({ caller }: Pick<Context, 'caller'>, kind: Kind): boolean {
  const { needs } = SOURCES[kind]
  return needs === undefined || caller.may.has(needs)
}
