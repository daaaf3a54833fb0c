import { type AuditDetails, openDetails, openOrigin } from '../../kit/audit.ts'
import { listEntries } from '../../kit/audit-entries.ts'
import type { Context } from '../../kit/context.ts'
import { placed, readCursor } from '../../kit/cursor.ts'
import { requireStatus } from './person.ts'
import { maskEmail, maskPhone } from './phone.ts'
import { everyoneIn, keysOf } from './survivor.ts'

const PAGE = 50

/** Every change of a customer, newest first. */
export async function customerHistory(
  ctx: Context,
  { customerId, cursor }: { customerId: string; cursor?: string | undefined },
) {
  await requireStatus(ctx, customerId)
  const list = `history ${customerId}`
  const after = cursor === undefined ? null : readCursor<[string]>(ctx.keys, list, ctx.now, cursor)[0]
  const entries = await changesOf(ctx, customerId, after, PAGE + 1)
  const items = entries.slice(0, PAGE)
  const places = items.map(({ id }) => [id])
  return { items, ...placed(ctx, list, places, entries.length > PAGE) }
}

/** Changes behind one of them, newest first, as the caller may see them. */
export async function changesOf(ctx: Context, customerId: string, after: string | null, limit: number) {
  const entries = await listEntries(ctx, { customerId }, after, limit)
  const people = await keysOf(ctx, await everyoneIn(ctx, customerId))
  return entries.map((entry) => {
    const details = openDetails(ctx.keys, people, entry)
    const origin = openOrigin(ctx.keys, people, entry)
    return {
      id: entry.id,
      at: entry.at.toISOString(),
      actor: entry.actor,
      action: entry.action,
      fields: entry.fields,
      before: visible(ctx, entry.action, details.before),
      after: visible(ctx, entry.action, details.after),
      reason: details.reason ?? null,
      ip: origin.ip ?? null,
      userAgent: origin.userAgent ?? null,
      requestId: entry.request_id,
      damaged: isDamaged(ctx, entry.id, details, origin),
    }
  })
}

function isDamaged(ctx: Context, entry: string, ...read: readonly { readonly damaged?: true }[]): boolean {
  const damaged = read.some((one) => one.damaged)
  if (damaged) ctx.log.warn({ entry }, 'an entry of the audit trail cannot be shown')
  return damaged
}

type Values = NonNullable<AuditDetails['before']>

/** The history must not show a contact that the profile masks, nor an address to callers without access to addresses. */
function visible(ctx: Context, action: string, values: Values = {}): Values {
  if (action.startsWith('address.') && !ctx.caller.may.has('addresses:read')) return {}
  if (ctx.caller.may.has('customers:contacts')) return values
  const { phone, email } = values
  return {
    ...values,
    ...(typeof phone === 'string' && { phone: maskPhone(phone) }),
    ...(typeof email === 'string' && { email: maskEmail(email) }),
  }
}
