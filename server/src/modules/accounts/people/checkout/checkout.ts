import { among } from '../../../../kit/among.ts'
import type { Context } from '../../../../kit/context.ts'
import { oncePerTransaction } from '../../../../kit/once.ts'
import { GUEST_NAME, holderOf, readContacts } from '../../../customers/index.ts'
import { useVerification } from '../../../verification/index.ts'
import { claimsOn, settleClaims } from '../../claims/claims.ts'
import { getOrCreateCustomer, type NewPerson } from '../../claims/get-or-create-customer.ts'
import { sql as handOvers } from '../../claims/hand-overs/tables.ts'
import { holderOfPhone } from '../../claims/holder-of-phone.ts'
import { TAKEN } from '../../claims/proofs.ts'
import { loginDigest, passwordOf } from '../../login/credentials.ts'
import { readSignInSettings } from '../../login/settings.ts'
import { sql } from '../../login/tables.ts'

/** The customer whose phone was proved in this transaction, as after a sign-in with it, but without a login. */
export async function customerOfProvedPhone(ctx: Context, phone: string, person: NewPerson): Promise<string> {
  const holder = await holderOfPhone(ctx, phone, await claimsOn(ctx, 'phone', phone))
  const customerId = await getOrCreateCustomer(ctx, { phone, holder, person: { firstName: GUEST_NAME, ...person } })
  await settleClaims(ctx, { type: 'phone', value: phone }, customerId)
  return customerId
}

/** Whether the token proves this e-mail; uses it up. */
export async function provesEmail(ctx: Context, token: string, email: string): Promise<boolean> {
  const proved = await useVerification(ctx, token, { purpose: TAKEN.ordering })
  return proved.type === 'email' && proved.value === email
}

/** Whether this business wants an e-mail confirmed before anything is ordered. */
export const wantsConfirmedEmail = oncePerTransaction(
  async (ctx) => (await readSignInSettings(ctx)).emailVerification === 'before_checkout',
)

/** Whether the signed-in customer has an e-mail to confirm; one without any e-mail has a verified phone instead. */
export async function hasUnconfirmedEmail(ctx: Context): Promise<boolean> {
  const { account, customer } = ctx.caller.signedIn!
  const contacts = await readContacts(ctx, customer!)
  if (contacts.email.verified) return false
  const credential = await passwordOf(ctx, account)
  if (credential) return credential.proved_at === null
  return contacts.email.value !== null || !contacts.phone.verified
}

/** How many logins each of these customers has. */
export async function loginsOf(ctx: Context, customerIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const rows = await sql(ctx)
    .selectFrom('accounts')
    .select((q) => ['customer_id', q.fn.countAll<number>().as('logins')])
    .where('tenant_id', '=', ctx.tenant)
    .where('customer_id', '=', among(customerIds))
    .groupBy('customer_id')
    .execute()
  return new Map(rows.map(({ customer_id, logins }) => [customer_id!, logins]))
}

/** What is odd about who has this phone: others claim it for a login of theirs, or it was another person's before. */
export async function phoneHistory(ctx: Context, customerId: string, phone: string | null) {
  const handedOver = await handOvers(ctx)
    .selectFrom('hand_overs')
    .select('id')
    .where('tenant_id', '=', ctx.tenant)
    .where((q) => q.or([q('present_id', '=', customerId), q('former_id', '=', customerId)]))
    .limit(1)
    .executeTakeFirst()
  if (phone === null) return { changedHands: handedOver !== undefined, claimedByOthers: false }
  const claimed = await sql(ctx)
    .selectFrom('account_credentials as credential')
    .innerJoin('accounts as account', (join) =>
      join.onRef('account.tenant_id', '=', 'credential.tenant_id').onRef('account.id', '=', 'credential.account_id'),
    )
    .select('credential.id')
    .where('credential.tenant_id', '=', ctx.tenant)
    .where('credential.kind', '=', 'phone')
    .where('credential.digest', '=', loginDigest(ctx, 'phone', phone))
    .where('account.customer_id', '!=', customerId)
    .limit(1)
    .executeTakeFirst()
  const holder = await holderOf(ctx, 'phone', phone)
  return {
    changedHands: handedOver !== undefined,
    claimedByOthers: claimed !== undefined || (holder !== null && holder.customerId !== customerId),
  }
}
