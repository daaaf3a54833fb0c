import type { Output } from '@kith/sdk'
import { announceChange } from './changes.ts'
import { asked, inDatabase, type ServedRow } from './database.ts'
import { keptSession } from './kept-session.ts'
import { open, seal } from './sealing.ts'
import { keep, mustBeKept, unsettledOf, type Waiting } from './waiting.ts'

const KEPT_MS = 12 * 3_600_000
const LOCK = 'kith.offline.redeem'

export type Grant = Output<'loyalty.grantOffline'>
/** What this till needs of a customer who was served lately, to redeem points without network. */
export interface Served {
  readonly customer: Pick<Output<'customers.get'>, 'id' | 'number' | 'name' | 'name2' | 'phone' | 'notes'>
  /** What they want, in words. */
  readonly wishes: readonly string[]
  /** The last few. */
  readonly orders: readonly Pick<
    Output<'orders.listOwn'>['items'][number],
    'id' | 'placedAt' | 'state' | 'total' | 'currency'
  >[]
  readonly grant: Grant
  /** Of the points granted, those that were redeemed here since. */
  readonly spent: number
}

export const leftOf = ({ grant, spent }: Served): number => Math.max(0, grant.points - spent)

/** What so many points are worth, in minor units; rounded down, as the server does. */
export const worthOf = ({ grant: { redeem } }: Served, points: number): number =>
  Math.floor((points * redeem.amount) / redeem.points)

/** The most points that an amount in minor units takes. */
export const pointsFor = ({ grant: { redeem } }: Served, amount: number): number =>
  Math.floor((amount * redeem.points) / redeem.amount)

const placeOf = ({ holder, customerId }: Pick<ServedRow, 'holder' | 'customerId'>) =>
  `served.sealed|${holder}|${customerId}`

/** For twelve hours at most, and no longer than the grant. What waits here, of any user, has not reached the server that granted. */
export async function keepServed({ customer, wishes, orders, grant }: Omit<Served, 'spent'>): Promise<void> {
  const { id, number, name, name2, phone, notes } = customer
  const spent = await unsettledOf(id)
  const row = await sealed({
    customer: { id, number, name, name2, phone, notes },
    wishes,
    orders: orders.map(briefly),
    grant,
    spent,
  })
  await inDatabase('readwrite', (stores) => asked(stores('served').put(row)))
  announceChange()
}

const briefly = ({ id, placedAt, state, total, currency }: Served['orders'][number]) => ({
  ...{ id, placedAt, state, total, currency },
})

/** Customers that the signed-in user has served here lately. */
export async function servedLately(): Promise<Served[]> {
  await forgetExpired()
  const session = await keptSession()
  const rows = await inDatabase('readonly', (stores) => asked<ServedRow[]>(stores('served').getAll()))
  const own = rows.filter(({ holder }) => holder === session?.holder)
  return session ? Promise.all(own.map((row) => open<Served>(session.key, placeOf(row), row.sealed))) : []
}

/** The till was unpaired. */
export const forgetServed = () => inDatabase('readwrite', (stores) => asked(stores('served').clear()))

export const forgetExpired = () =>
  inDatabase('readwrite', async (stores) => {
    const rows = await asked<ServedRow[]>(stores('served').getAll())
    for (const { customerId, keepUntil } of rows)
      if (keepUntil <= Date.now()) await asked(stores('served').delete(customerId))
  })

/** What points are redeemed for: an order of the server, or the entry of one that waits here. */
export type ForOrder = { readonly orderId: string } | { readonly after: string }

/** Takes points of what was granted, and keeps the redemption until it can be settled: both or neither. */
export async function redeemOffline(customerId: string, points: number, order: ForOrder | null): Promise<Waiting> {
  return await navigator.locks.request(LOCK, async () => {
    const served = (await servedLately()).find(({ customer }) => customer.id === customerId)
    if (!served || points > leftOf(served)) throw new Error('More than was granted')
    const { customer, grant } = served
    const row = await sealed({ ...served, spent: served.spent + points })
    const { orderId, after = null } = { orderId: undefined, after: undefined, ...order }
    const at = new Date().toISOString()
    const sent = { customerId, points, snapshot: grant.snapshot, at, ...(orderId && { orderId }) }
    const redemption = { sent, name: customer.name, number: customer.number }
    return keep({ redemption }, crypto.randomUUID(), { after, also: (stores) => asked(stores('served').put(row)) })
  })
}

async function sealed(served: Served): Promise<ServedRow> {
  const { holder, key } = await mustBeKept()
  const place = { holder, customerId: served.customer.id }
  const keepUntil = Math.min(Date.now() + KEPT_MS, Date.parse(served.grant.expiresAt))
  return { ...place, keepUntil, sealed: await seal(key, placeOf(place), served) }
}
