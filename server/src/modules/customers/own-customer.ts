import type { Caller } from '../../kit/caller.ts'
import type { Context } from '../../kit/context.ts'
import { changeCustomer } from './change.ts'
import { CustomerLoginNeeded } from './contract.ts'
import { openPerson, requireRow, toCustomer } from './person.ts'
import { noteSeen } from './seen.ts'
import { type OwnChange, OwnProfile } from './shapes.ts'

interface Concerned {
  readonly customerId: string
}

const about =
  (own: (caller: Caller) => string) =>
  <At extends { readonly caller: Caller }, In extends Concerned, Out>(operation: (at: At, input: In) => Out) =>
  (at: At, input: Omit<In, 'customerId'>): Out =>
    operation(at, { ...input, customerId: own(at.caller) } as In) // Whole again, which TypeScript cannot see of a type parameter.

/** Binds an operation on a customer to the signed-in customer. */
export const forOwnCustomer = about(ownCustomer)

/** The same, also for a visitor with the token of a guest. */
export const forOwnCustomerOrGuest = about((caller) => caller.guest ?? ownCustomer(caller))

/** The customer of the login. Staff and API keys have none. */
function ownCustomer({ signedIn }: Caller): string {
  const customerId = signedIn?.customer
  if (customerId === null || customerId === undefined) throw CustomerLoginNeeded()
  return customerId
}

/** A customer's own view of their record: without the notes of the business. */
export async function readOwnProfile(ctx: Context, { customerId }: Concerned): Promise<OwnProfile> {
  const row = await requireRow(ctx, customerId)
  const person = openPerson(ctx, row)
  const { phone, email } = person
  return OwnProfile.parse({ ...toCustomer(ctx, row, person), phone, email })
}

/** Phone and e-mail are not changed here: a new one must be verified first. */
export async function changeOwnProfile(
  ctx: Context,
  input: OwnChange & Concerned & { readonly expectedVersion?: number },
): Promise<OwnProfile> {
  await changeCustomer(ctx, input)
  const { id, last_seen_at } = await requireRow(ctx, input.customerId)
  noteSeen(ctx, { id, lastSeenAt: last_seen_at })
  return readOwnProfile(ctx, input)
}
