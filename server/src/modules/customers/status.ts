import type { Context } from '../../kit/context.ts'
import { known } from '../../kit/known.ts'
import { requireVersion } from './change.ts'
import { WrongStatus } from './contract.ts'
import { CustomerAccountDeactivated, CustomerStatusChanged } from './events.ts'
import { type Lock, requireRow, toCustomer } from './person.ts'
import { type Customer, STATUSES } from './shapes.ts'
import { writeCustomer } from './write.ts'

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
/** By the customer's own verification: a restriction does not bind them. */
export const returnCustomer = (ctx: Context, input: Input) => moveTo(ctx, 'active', input, 'although restricted')

/** By the customer, signing in again. */
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
  const from = known(STATUSES, row.status)
  // Repeating it changes nothing.
  if (from === to) return toCustomer(ctx, row)
  if (!FROM[to]?.includes(from)) throw WrongStatus({ customerStatus: from })

  const putAway = to === 'deactivated' || to === 'cancelled'
  const written = await writeCustomer(
    ctx,
    row,
    { status: to },
    {
      events: [
        CustomerStatusChanged({ customerId, from, to }),
        ...(putAway ? [CustomerAccountDeactivated({ customerId })] : []),
      ],
      action: `customer.${to === 'active' ? 'reactivated' : to}`,
      fields: ['status'],
      before: { status: from },
      after: { status: to },
      reason,
    },
  )
  return toCustomer(ctx, written)
}
