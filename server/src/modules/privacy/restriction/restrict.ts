import type { Context } from '../../../kit/context.ts'
import type { Input } from '../../../kit/endpoint.ts'
import { outsideId } from '../../customers/contract.ts'
import { liftRestriction, restrictCustomer, restrictedSince } from '../../customers/index.ts'
import type * as api from './contract.ts'

export async function readRestriction(ctx: Context, { customerId }: Input<typeof api.readRestriction>) {
  return toRestriction(customerId, await restrictedSince(ctx, customerId))
}

export async function restrict(ctx: Context, input: Input<typeof api.restrict>) {
  return toRestriction(input.customerId, await restrictCustomer(ctx, input))
}

export async function lift(ctx: Context, input: Input<typeof api.liftRestriction>) {
  return toRestriction(input.customerId, await liftRestriction(ctx, input))
}

const toRestriction = (customerId: string, since: Date | null): api.Restriction => ({
  customerId: outsideId(customerId),
  restricted: since !== null,
  since: since?.toISOString() ?? null,
})
