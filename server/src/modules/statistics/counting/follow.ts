import { z } from 'zod'
import type { Follower } from '../../../kit/context.ts'
import type { DomainEvent, EventKind } from '../../../kit/events.ts'
import { AccountTakeoverReported, NumberHandedOver, RefreshTokenReused } from '../../accounts/events.ts'
import { AddressAdded, AddressChanged, AddressRemoved } from '../../addresses/events.ts'
import { CustomerRegistered, CustomerStatusChanged, CustomerUpdated } from '../../customers/events.ts'
import { CustomersMerged, CustomersUnmerged } from '../../merging/events.ts'
import { OrderCancelled, OrderPlaced, OrderRefunded } from '../../orders/events.ts'
import { PrivacyRequestClosed, PrivacyRequestDue, PrivacyRequestReceived } from '../../privacy/events.ts'
import { tenantDefaults } from '../../tenants/index.ts'
import { addToDays, countNew, countPeople } from './count.ts'
import { dayOf } from './entries.ts'

const OF_PEOPLE: readonly EventKind[] = [
  ...[CustomerRegistered, CustomerUpdated, CustomerStatusChanged, CustomersMerged, CustomersUnmerged],
  ...[OrderPlaced, OrderRefunded, OrderCancelled, AddressAdded, AddressChanged, AddressRemoved],
]

/** Figures are exact: counted in the transaction of what changes them. A refund changes the day of its order. */
export const countChanges: Follower = {
  name: 'statistics-of-people',
  on: OF_PEOPLE,
  followTogether: async (ctx, events) => {
    const changed = new Set(events.filter(({ type }) => type !== CustomerRegistered.type).flatMap(peopleIn))
    const registered = events.filter(({ type }) => type === CustomerRegistered.type).flatMap(peopleIn)
    const fresh = registered.filter((id) => !changed.has(id))
    if (fresh.length > 0) await countNew(ctx, fresh)
    await countPeople(ctx, [...changed])
  },
}

const Id = z.string().nullish()
const People = z.object({ customerId: Id, mergedId: Id, restoredId: Id })

function peopleIn({ data }: DomainEvent): string[] {
  const { customerId, mergedId, restoredId } = People.safeParse(data).data ?? {}
  return [customerId, mergedId, restoredId].flatMap((id) => id ?? [])
}

/** What happens and is counted once, as which part of which figure, today unless it says of when it is. */
const HAPPENINGS: readonly (readonly [EventKind, figure: string, of: (data: unknown) => Happening | null])[] = [
  [RefreshTokenReused, 'incident', () => ({ part: 'refresh_token_reused' })],
  [AccountTakeoverReported, 'incident', () => ({ part: 'takeover_reported' })],
  [NumberHandedOver, 'incident', () => ({ part: 'number_handed_over' })],
  [
    PrivacyRequestReceived,
    'privacy',
    (data) => ({ part: 'received', at: PrivacyRequestReceived.schema.parse(data).receivedAt }),
  ],
  [PrivacyRequestClosed, 'privacy', () => ({ part: 'closed' })],
  // On the day of the request, so that those in time are a share of the same requests.
  [
    PrivacyRequestDue,
    'privacy',
    (data) => {
      const { clock, receivedAt } = PrivacyRequestDue.schema.parse(data)
      return clock === 'overdue' ? { part: 'overdue', at: receivedAt } : null
    },
  ],
]
interface Happening {
  readonly part: string
  readonly at?: string | undefined
}

export const countHappenings: Follower = {
  name: 'statistics-of-happenings',
  on: HAPPENINGS.map(([kind]) => kind),
  async followTogether(ctx, events) {
    const { timeZone } = await tenantDefaults(ctx)
    addToDays(
      ctx,
      events.flatMap(({ type, data }) =>
        HAPPENINGS.flatMap(([kind, figure, of]) => {
          const happening = kind.type === type ? of(data) : null
          if (happening === null) return []
          const { part, at } = happening
          return [{ figure, part, day: dayOf(at === undefined ? ctx.now : new Date(at), timeZone), count: 1 }]
        }),
      ),
    )
  },
}
