import { z } from 'zod'
import type { Context } from '../../../kit/context.ts'
import type { Input } from '../../../kit/endpoint.ts'
import { uuidv7 } from '../../../kit/uuid.ts'
import { tillOf } from '../../accounts/index.ts'
import { outsideId } from '../../customers/contract.ts'
import { everyoneIn, survivorOf } from '../../customers/index.ts'
import { reportingCurrency } from '../../orders/index.ts'
import type { grantOffline as grantEndpoint, settleOffline as settleEndpoint } from '../contract.ts'
import { type Book, closeBook, enter, openBook, take } from '../ledger/book.ts'
import { OfflineAllowanceSpent, SnapshotInvalid, TillNeeded } from '../refusals.ts'
import { worthOf } from '../rules/points.ts'
import { rulesOf } from '../rules/versions.ts'
import { outsideRedemptionId, type Redemption } from '../shapes.ts'
import { sql } from '../tables.ts'
import { orderAt } from './for-order.ts'
import { addGrant, grantRows, renewGrant, roomFor, useGrant } from './grants.ts'
import { tellRedeemed } from './redeem.ts'
import { type RedemptionRow, redemptionRows, toRedemption } from './redemption.ts'
import { partGone, returnRedeemed } from './return.ts'
import { type NoteKind, readNote, signNote } from './signed.ts'

const GOOD_HOURS = 12
const CLOCKS_APART_MS = 5 * 60_000
const Claims = z.object({ sub: z.uuid(), till: z.uuid(), balance: z.int(), points: z.int() })
const SNAPSHOT: NoteKind<typeof Claims> = { typ: 'kith-points', claims: Claims }

/**
 * The last balance, signed, and how much of it this till may redeem without asking. What all tills may redeem of one
 * customer together is never more than the business allows, nor in a day more than it allows without a proof.
 */
export async function grantOffline(ctx: Context, { customerId }: Input<typeof grantEndpoint>) {
  const book = await openBook(ctx, customerId)
  const till = await tillOf(ctx)
  if (till === null) throw TillNeeded()
  const { rules, currency } = await rulesOf(ctx, 'points')
  const { own, room } = await roomFor(ctx, book, rules, till)
  const points = Math.max(room, own ? own.points - own.used : 0)
  const expires = new Date(ctx.now.getTime() + GOOD_HOURS * 3_600_000)
  const id = own?.id ?? uuidv7(ctx.now.getTime())
  if (own) await renewGrant(ctx, id, points, expires)
  else await addGrant(ctx, { id, customer_id: customerId, till_id: till, points, expires_at: expires })
  await closeBook(ctx, book)
  const { balance, debt } = book.now
  const snapshot = signNote(ctx, SNAPSHOT, { sub: customerId, till, balance, points, jti: id, expires })
  const at = { at: ctx.now.toISOString(), expiresAt: expires.toISOString() }
  return { customerId: outsideId(customerId), balance, debt, points, redeem: rules.redeem, currency, ...at, snapshot }
}

/** The sale is made already, so what is not there any more becomes a debt; more than was granted is refused. */
export async function settleOffline(ctx: Context, input: Input<typeof settleEndpoint>): Promise<Redemption> {
  const { snapshot, redemptionId: id, points, at, orderId = null } = input
  // Merged since, perhaps: the till still knows the former id.
  const customerId = await survivorOf(ctx, input.customerId)
  const book = await openBook(ctx, customerId)
  const currency = await reportingCurrency(ctx)
  const before = await redemptionRows(ctx).where('id', '=', id).executeTakeFirst()
  if (before) {
    if (before.customer_id !== customerId || before.points !== points) throw SnapshotInvalid()
    await closeBook(ctx, book)
    return toRedemption(before, book, currency)
  }
  const grant = await requireGrant(ctx, book, snapshot, at)
  if (grant.used + points > grant.points) throw OfflineAllowanceSpent({ left: Math.max(0, grant.points - grant.used) })
  await useGrant(ctx, grant.id, grant.used + points)
  const row = await spendOffline(ctx, book, { id, points, at, orderId, till: grant.till_id })
  tellRedeemed(ctx, book, row)
  if (row.order_id !== null) await returnRefunded(ctx, book, row.order_id)
  await closeBook(ctx, book)
  const settled = await redemptionRows(ctx).where('id', '=', id).executeTakeFirstOrThrow()
  return toRedemption(settled, book, currency)
}

/** What was refunded of the order between redeeming and settling. */
async function returnRefunded(ctx: Context, book: Book, orderId: string): Promise<void> {
  const order = await sql(ctx)
    .selectFrom('loyalty_orders')
    .select(['total', 'refunded', 'cancelled'])
    .where('tenant_id', '=', ctx.tenant)
    .where('order_id', '=', orderId)
    .executeTakeFirstOrThrow()
  if (order.refunded === 0 && !order.cancelled) return
  const part = { amount: order.refunded, of: order.total }
  await returnRedeemed(ctx, book, orderId, partGone(order), { source: 'settled', orderId, part })
}

interface Spent {
  readonly id: string
  readonly points: number
  readonly at: Date
  readonly orderId: string | null
  readonly till: string
}

async function spendOffline(
  ctx: Context,
  book: Book,
  { id, points, at, orderId, till }: Spent,
): Promise<RedemptionRow> {
  const { rules } = await rulesOf(ctx, 'points')
  const worth = worthOf(points, rules)
  // The sale was made: an order that cannot be that of the points keeps nothing back, and its refund gives back nothing.
  const order = orderId === null ? { refunded: 0 } : await orderAt(ctx, book, orderId, { at, worth })
  const isFor = 'refunded' in order
  const there = Math.min(points, book.now.balance)
  const overdraft = points - there
  const row: RedemptionRow = {
    id,
    customer_id: book.customerId,
    points,
    overdraft,
    returned: 0,
    worth,
    state: 'redeemed',
    order_id: isFor ? orderId : null,
    refunded_before: isFor ? order.refunded : 0,
    offline: true,
    created_at: at,
    expires_at: null,
    closed_at: ctx.now,
  }
  sql.insert(ctx, 'loyalty_redemptions', [{ tenant_id: ctx.tenant, ...row, till_id: till }])
  take(book, there, { redemption: id })
  enter(ctx, book, {
    kind: 'redeem',
    points: -points,
    change: { balance: -there, debt: overdraft },
    why: {
      rule: 'offline',
      redemption: outsideRedemptionId(id),
      ...(overdraft > 0 && { overdrawn: overdraft }),
      ...(!isFor && order),
    },
    orderId: row.order_id,
  })
  return row
}

/** The grant of a snapshot that was good when the points were redeemed; its customer may have been merged since. */
async function requireGrant(ctx: Context, { customerId }: Book, snapshot: string, at: Date) {
  const note = readNote(ctx, SNAPSHOT, snapshot)
  const isThen =
    note && at <= note.expires && at.getTime() >= note.signedAt.getTime() - CLOCKS_APART_MS && at <= soon(ctx)
  if (!isThen || !(await everyoneIn(ctx, customerId)).includes(note.sub)) throw SnapshotInvalid()
  const grant = await grantRows(ctx).where('id', '=', note.jti).forUpdate().executeTakeFirst()
  if (!grant) throw SnapshotInvalid()
  return grant
}
const soon = ({ now }: Context) => new Date(now.getTime() + CLOCKS_APART_MS)
