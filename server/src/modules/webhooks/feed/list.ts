import type { Context } from '../../../kit/context.ts'
import type { Input } from '../../../kit/endpoint.ts'
import { positionBefore, readEvents } from '../../events/index.ts'
import { MEANT_FOR } from './audiences.ts'
import type { listEvents } from './contract.ts'
import { toOutside } from './outside.ts'

export async function readFeed(ctx: Context, { since, types }: Input<typeof listEvents>) {
  const from = since instanceof Date ? since : null
  const after = since instanceof Date ? await positionBefore(ctx, since) : (since ?? 0)
  const { events, through, more } = await readEvents(ctx, after, types ?? null)
  const items = events
    .filter(({ at }) => from === null || at >= from)
    .map((event) => ({ ...toOutside(event), position: event.position }))
  return { items, next: through, more }
}

export async function listTypes({ eventKinds }: Context) {
  const items = eventKinds.map(({ type }) => {
    return { type, schema: `/schemas/events/${type}.json`, meantFor: [...(MEANT_FOR[type] ?? [])] }
  })
  return { items: items.sort((one, other) => (one.type < other.type ? -1 : 1)) }
}
