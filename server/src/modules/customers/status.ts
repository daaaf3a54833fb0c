import type { Context } from '../../kit/context.ts'
import { requireVersion } from './change.ts'
import { WrongStatus } from './contract.ts'
import { CustomerAccountDeactivated, CustomerStatusChanged } from './events.ts'
import { keyOf, type Lock, requireRow, toCustomer } from './person.ts'
import type { Customer } from './shapes.ts'
import { sql } from './tables.ts'
import { tally } from './tally.ts'

type Status = Customer['status']
interface Input {
  customerId: string
  reason?: string | undefined
  expectedVersion?: number
}

const FROM: Partial<Record<Status, readonly Status[]>> = {
  deactivated: ['active', 'suspended', 'cancelled'],
  suspended: ['active'],
  cancelled: ['active'],
  active: ['deactivated', 'suspended', 'cancelled'],
}

export const deactivateCustomer = (ctx: Context, input: Input) => moveTo(ctx, 'deactivated', input)
export const suspendCustomer = (ctx: Context, input: Input) => moveTo(ctx, 'suspended', input)
export const reactivateCustomer = (ctx: Context, input: Input) => moveTo(ctx, 'active', input)
/** By a proof of their own: a restriction binds others, not them. */
export const returnCustomer = (ctx: Context, input: Input) => moveTo(ctx, 'active', input, 'although restricted')

/** By the person, who comes back by signing in. */
export async function cancelOwn(ctx: Context, { customerId, reason }: Input): Promise<{ status: 'cancelled' }> {
  await moveTo(ctx, 'cancelled', { customerId, reason }, 'although restricted')
  return { status: 'cancelled' }
}

async function moveTo(
  ctx: Context,
  to: Status,
  { customerId, reason, expectedVersion }: Input,
  lock: Lock = 'for update',
): Promise<Customer> {
  const row = await requireRow(ctx, customerId, lock)
  requireVersion(row, expectedVersion)
  const from = row.status as Status
  // Said twice, done once.
  if (from === to) return toCustomer(ctx, row)
  if (!FROM[to]?.includes(from)) throw WrongStatus({ customerStatus: from })

  const next = { status: to, version: row.version + 1, updated_at: ctx.now }
  await sql(ctx)
    .updateTable('customers')
    .set(next)
    .where('tenant_id', '=', ctx.tenant)
    .where('id', '=', customerId)
    .execute()
  tally(ctx, [
    { ...row, count: -1 },
    { ...row, status: to, count: 1 },
  ])
  ctx.emit(CustomerStatusChanged({ customerId, from, to }))
  if (to === 'deactivated' || to === 'cancelled') ctx.emit(CustomerAccountDeactivated({ customerId }))
  ctx.audit({
    action: `customer.${to === 'active' ? 'reactivated' : to}`,
    customer: { id: customerId, key: keyOf(ctx, row) },
    fields: ['status'],
    before: { status: from },
    after: { status: to },
    reason,
  })
  return toCustomer(ctx, { ...row, ...next })
}
