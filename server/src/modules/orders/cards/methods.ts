import { z } from 'zod'
import type { Context } from '../../../kit/context.ts'
import { document, sealedForPerson } from '../../../kit/sealed.ts'
import { uuidv7 } from '../../../kit/uuid.ts'
import { type KeyHolder, keyHolder } from '../../customers/index.ts'
import { PaymentMethodAdded, PaymentMethodRemoved } from '../events.ts'
import { PaymentMethodNotFound, TooManyPaymentMethods } from '../refusals.ts'
import { sql } from '../tables.ts'
import { type NewPaymentMethod, outsidePaymentMethodId, type PaymentMethod } from './contract.ts'

const MOST = 20

const Card = z.object({
  provider: z.string(),
  token: z.string(),
  brand: z.string(),
  lastFour: z.string(),
  expiryMonth: z.int(),
  expiryYear: z.int(),
})
const cards = sealedForPerson('payment_methods', 'sealed', document(Card), { mend: 'drop' })

/** The same token again is the same card, with what is known of it now. */
export async function addPaymentMethod(
  ctx: Context,
  { customerId, source, ...card }: NewPaymentMethod & { customerId: string; source?: string },
): Promise<PaymentMethod> {
  const customer = await keyHolder(ctx, customerId, 'for update')
  const rows = await methodRows(ctx, customerId).execute()
  const digest = ctx.keys.digest('payment method', `${card.provider} ${card.token}`)
  const before = rows.find(({ token_digest }) => token_digest.equals(digest))
  if (!before && rows.length >= MOST) throw TooManyPaymentMethods()
  const id = before?.id ?? uuidv7(ctx.now.getTime())
  const sealed = cards.seal(ctx, customer.key, { id }, card)
  const added_at = before?.added_at ?? ctx.now
  if (before) {
    await methods(ctx).set({ sealed }).where('id', '=', id).execute()
  } else {
    const row = { tenant_id: ctx.tenant, id, customer_id: customerId, token_digest: digest, sealed, added_at }
    sql.insert(ctx, 'payment_methods', [{ ...row, source: source ?? ctx.caller.actor }])
    ctx.emit(PaymentMethodAdded({ customerId, paymentMethodId: id }))
    ctx.audit({
      action: 'payment_method.added',
      customer,
      fields: ['paymentMethods'],
      after: { paymentMethodId: outsidePaymentMethodId(id), brand: card.brand, lastFour: card.lastFour },
    })
  }
  return shown(ctx, customer, { id, added_at, sealed })
}

export async function listPaymentMethods(ctx: Context, { customerId }: { customerId: string }) {
  const customer = await keyHolder(ctx, customerId)
  const rows = await methodRows(ctx, customerId).execute()
  return { items: rows.map((row) => shown(ctx, customer, row)) }
}

export async function removePaymentMethod(
  ctx: Context,
  { customerId, paymentMethodId }: { customerId: string; paymentMethodId: string },
): Promise<{ done: true }> {
  const customer = await keyHolder(ctx, customerId, 'for update')
  const row = await methodRows(ctx, customerId).where('id', '=', paymentMethodId).executeTakeFirst()
  if (!row) throw PaymentMethodNotFound()
  await sql(ctx).deleteFrom('payment_methods').where('tenant_id', '=', ctx.tenant).where('id', '=', row.id).execute()
  ctx.emit(PaymentMethodRemoved({ customerId, paymentMethodId }))
  ctx.audit({
    action: 'payment_method.removed',
    customer,
    fields: ['paymentMethods'],
    before: { paymentMethodId: outsidePaymentMethodId(row.id) },
  })
  return { done: true }
}

const methodRows = (ctx: Context, customerId: string) =>
  sql(ctx)
    .selectFrom('payment_methods')
    .select(['id', 'token_digest', 'added_at', 'sealed'])
    .where('tenant_id', '=', ctx.tenant)
    .where('customer_id', '=', customerId)
    .where('removed_at', 'is', null)
    .orderBy('added_at')
    .orderBy('id')

const methods = (ctx: Context) => sql(ctx).updateTable('payment_methods').where('tenant_id', '=', ctx.tenant)

const UNKNOWN = { provider: null, brand: null, lastFour: null, expiryMonth: null, expiryYear: null }

function shown(
  ctx: Context,
  { keys }: Pick<KeyHolder, 'keys'>,
  row: { readonly id: string; readonly added_at: Date; readonly sealed: Buffer },
): PaymentMethod {
  const { value, damaged } = cards.show(ctx, keys, row)
  const { token = null, ...card } = value ?? { ...UNKNOWN, token: null }
  const { expiryYear, expiryMonth } = card
  // Good until its month is over.
  const expired = expiryYear !== null && Date.UTC(expiryYear, expiryMonth!) <= ctx.now.getTime()
  const addedAt = row.added_at.toISOString()
  const mayToken = ctx.caller.actor.startsWith('key:') && ctx.caller.may.has('orders:write')
  return { id: outsidePaymentMethodId(row.id), ...card, token: mayToken ? token : null, expired, addedAt, damaged }
}

/** Opened for the copy of their data that a person gets. */
export const exportMethods = async (ctx: Context, customerId: string) =>
  (await listPaymentMethods(ctx, { customerId })).items.map(({ token: _, ...method }) => method)
