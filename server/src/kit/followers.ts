import type { DomainEvent, EventKind } from './events.ts'

/**
 * Keeps something in step with a change, in the transaction of the change: both are committed, or neither is. A module
 * above follows one below, which does not know it. Subscribers hear of the same events after the commit.
 */
export interface Follows<Context> {
  readonly name: string
  /** `all` events, for one that tells by itself what concerns it. */
  readonly on: readonly EventKind[] | 'all'
  follow?(ctx: Context, event: DomainEvent): Promise<void>
  /** Once for all of these events of a transaction, after every `follow`. */
  followTogether?(ctx: Context, events: readonly DomainEvent[]): Promise<void>
}

/** What followers emit is followed too. */
export async function followAll<Context extends { readonly now: Date }>(
  ctx: Context,
  followers: readonly Follows<Context>[],
  events: readonly DomainEvent[],
): Promise<void> {
  const gathered = new Map<Follows<Context>, DomainEvent[]>()
  for (let next = 0; next < events.length; ) {
    for (; next < events.length; next++) {
      const event = events[next]!
      const then = event.asOf ? { ...ctx, now: event.asOf } : ctx
      if (next === MOST_EVENTS) throw new Error(`Followers of ${event.type} go round in a circle`)
      for (const follower of followers) {
        if (follower.on !== 'all' && !follower.on.some(({ type }) => type === event.type)) continue
        await follower.follow?.(then, event)
        if (follower.followTogether) gather(gathered, follower, event)
      }
    }
    const together = [...gathered]
    gathered.clear()
    for (const [follower, all] of together) await follower.followTogether!(ctx, all)
  }
}

function gather<Key, One>(into: Map<Key, One[]>, key: Key, one: One): void {
  const before = into.get(key)
  if (before) before.push(one)
  else into.set(key, [one])
}

/** Far more than a batch of new customers emits. */
const MOST_EVENTS = 100_000
