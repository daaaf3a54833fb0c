import type { DomainEvent, EventKind } from './events.ts'

/**
 * Keeps something in step with a change, in the transaction of the change: both are committed, or neither is. A module
 * above follows one below, which does not know it. Subscribers hear of the same events after the commit.
 */
export interface Follows<Context> {
  readonly name: string
  readonly on: readonly EventKind[]
  follow(ctx: Context, event: DomainEvent): Promise<void>
}

/** What followers emit is followed too. */
export async function followAll<Context>(
  ctx: Context,
  followers: readonly Follows<Context>[],
  events: readonly DomainEvent[],
): Promise<void> {
  for (let next = 0; next < events.length; next++) {
    const event = events[next]!
    if (next === MOST_EVENTS) throw new Error(`Followers of ${event.type} go round in a circle`)
    for (const { on, follow } of followers) if (on.some(({ type }) => type === event.type)) await follow(ctx, event)
  }
}
/** Far more than a batch of new customers emits. */
const MOST_EVENTS = 100_000
