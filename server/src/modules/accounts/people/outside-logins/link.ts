import type { Context } from '../../../../kit/context.ts'
import type { Input, Output } from '../../../../kit/endpoint.ts'
import { CustomerId, outsideId } from '../../../customers/contract.ts'
import { admissionOf, registerCustomer, requirePhone, welcomeCustomer } from '../../../customers/index.ts'
import { claimSource, ofLogins, tenantDefaults } from '../../../tenants/index.ts'
import { lockContact } from '../../claims/lock-contact.ts'
import { adoptGuest } from '../../gate/guests/adopt.ts'
import { type Account, auditAccount, createAccount, findAccount } from '../../login/accounts.ts'
import { changeDetails, findCredential, openLogin } from '../../login/credentials.ts'
import { AccountBlocked } from '../../login/refusals.ts'
import { sql } from '../../login/tables.ts'
import { addProvider } from '../../ways-in/oidc/sign-in-as.ts'
import { type Identity, LinkDetails, loginOf } from '../../ways-in/providers/identity.ts'
import { customerOfProvedPhone } from '../checkout/checkout.ts'
import * as api from './contract.ts'
import { type Contact, takeWord } from './take-word.ts'

type Given = Input<typeof api.linkLogin>

/** The same login is the same customer; the word of its system about a contact counts like a proof made here. */
export async function linkLogin(ctx: Context, given: Given): Promise<Output<typeof api.linkLogin>> {
  // A person could join customers who are not theirs, and no code was asked for.
  if (!ctx.caller.actor.startsWith('key:')) throw api.LinkNeedsKey()
  // A key made for something else would speak for every login of the system.
  if (!(await claimSource(ctx, ofLogins(given.system)))) throw api.SystemTaken()
  const phone = given.phone && requirePhone(given.phone, (await tenantDefaults(ctx)).country)
  const contacts: Contact[] = [
    ...(phone && given.phoneVerified ? [{ type: 'phone' as const, value: phone }] : []),
    ...(given.email && given.emailVerified ? [{ type: 'email' as const, value: given.email }] : []),
  ]
  const identity = identityOf(given, contacts)
  await lockContact(ctx, { type: 'login', value: loginOf(identity) })
  for (const contact of contacts) await lockContact(ctx, contact)

  const { id, former } = (await known(ctx, identity)) ?? (await registered(ctx, identity, given))
  // Said again at each sign-in it is no new proof: the number may be another person's by now, or the merge undone.
  for (const contact of contacts.filter(({ type, value }) => value !== former[type]))
    await takeWord(ctx, (await findAccount(ctx, id))!, contact, former[contact.type])
  return { customerId: outsideId(await comeIn(ctx, (await findAccount(ctx, id))!, given.guestToken)) }
}

/** No OpenID provider has this issuer, so no sign-in there opens the login of another system. */
function identityOf({ system, subject, firstName, lastName, locale }: Given, contacts: readonly Contact[]) {
  const said = (type: Contact['type']) => contacts.find((one) => one.type === type)?.value ?? null
  return {
    ...{ provider: system, issuer: ofLogins(system), subject, vouched: true },
    ...{ email: said('email'), phone: said('phone') },
    ...{ firstName, lastName, locale },
  } satisfies Identity
}

interface Login {
  readonly id: string
  /** The contacts that the other system named last. */
  readonly former: Readonly<Record<Contact['type'], string | null>>
}

async function known(
  ctx: Context,
  { email, phone, ...identity }: ReturnType<typeof identityOf>,
): Promise<Login | null> {
  const login = await findCredential(ctx, 'oidc', loginOf({ ...identity, email }))
  if (!login) return null
  const details = LinkDetails.parse(JSON.parse(await openLogin(ctx, login)))
  const former = { email: details.email, phone: details.phone ?? null }
  const now = { email: email ?? former.email, phone: phone ?? former.phone }
  if (now.email !== former.email || now.phone !== former.phone)
    await changeDetails(ctx, login, JSON.stringify({ ...details, ...now }))
  await sql(ctx)
    .updateTable('accounts')
    .set({ signed_in_at: ctx.now })
    .where('tenant_id', '=', ctx.tenant)
    .where('id', '=', login.account_id)
    .execute()
  return { id: login.account_id, former }
}

/** A phone finds its customer at once; every other login begins with a customer of its own. */
async function registered(ctx: Context, identity: ReturnType<typeof identityOf>, person: Given): Promise<Login> {
  const { firstName, lastName, name2, locale } = person
  const names = { firstName, lastName, name2, locale }
  const customerId =
    identity.phone === null
      ? CustomerId.parse((await registerCustomer(ctx, names)).id)
      : await customerOfProvedPhone(ctx, identity.phone, firstName === undefined ? { locale } : names)
  const language = locale ?? (await tenantDefaults(ctx)).locale
  const account = await createAccount(ctx, { customerId, role: null, status: 'active', language })
  await addProvider(ctx, account, identity)
  auditAccount(ctx, account, 'account.registered', { fields: ['oidc'], after: { provider: identity.provider } })
  return { id: account.id, former: { phone: identity.phone, email: null } }
}

/** As at the gate: a suspended customer stays out, one who left comes back, and a guest comes along. */
async function comeIn(ctx: Context, { customerId }: Account, guestToken: string | undefined): Promise<string> {
  const admission = await admissionOf(ctx, customerId!, 'although restricted')
  if (!admission.mayReturn) throw AccountBlocked()
  await welcomeCustomer(ctx, customerId!, admission)
  await adoptGuest(ctx, customerId!, guestToken)
  return customerId!
}
