import type { Context } from '../../../kit/context.ts'
import { Forbidden } from '../../../kit/refusal.ts'
import { customerOfProvedPhone, TAKEN, takeProof, useProof } from '../../accounts/index.ts'
import { CustomerId, PhoneNeeded } from '../../customers/contract.ts'
import {
  changeCustomer,
  createCustomer,
  GUEST_NAME,
  getCustomer,
  holderOf,
  keyHolder,
  readContacts,
  requirePhone,
} from '../../customers/index.ts'
import { tenantDefaults } from '../../tenants/index.ts'
import { TokenInvalid } from '../../verification/contract.ts'
import { ContactNeeded, OrdersOfOneself } from '../refusals.ts'
import type { By, Contact } from '../shapes.ts'

export interface Wish {
  readonly customerId?: string | undefined
  readonly contact?: Contact | undefined
  readonly verificationToken?: string | undefined
}

export interface Orderer {
  readonly by: By
  readonly customerId: string
  /** E.164. */
  readonly phone: string | null
  /** The person holds the phone: it was proved here, or they are signed in as who has proved it. */
  readonly phoneProved: boolean
  readonly contact: Contact | null
  /** Of a customer who was named: their e-mail. */
  readonly email?: { readonly value: string | null; readonly verified: boolean }
}

export function byWhom({ caller }: Pick<Context, 'caller'>): By {
  if (caller.may.has('orders:write')) return 'recorder'
  if (caller.signedIn !== null && caller.signedIn.customer !== null) return 'login'
  if (caller.actor === 'visitor' || caller.guest !== undefined) return 'visitor'
  throw Forbidden({ needs: 'orders:write' })
}

/** The customer that another system means; an unknown phone makes a new one. */
export async function customerMeant(ctx: Context, wish: Pick<Wish, 'customerId' | 'contact'>): Promise<string> {
  return (await whoOrders(ctx, wish)).customerId
}

/** Whose order it is. Who is not known by the contact becomes a customer. */
export async function whoOrders(ctx: Context, wish: Wish): Promise<Orderer> {
  const by = byWhom(ctx)
  if (by === 'login') return ownOrder(ctx, wish)
  if (by === 'recorder' && wish.customerId !== undefined) return recorded(ctx, wish.customerId)
  if (wish.contact === undefined) throw ContactNeeded()
  return byContact(ctx, by, wish.contact, wish.verificationToken)
}

async function ownOrder(ctx: Context, { customerId, contact, verificationToken }: Wish): Promise<Orderer> {
  const own = ctx.caller.signedIn!.customer!
  if (contact !== undefined || (customerId !== undefined && customerId !== own)) throw OrdersOfOneself()
  if (verificationToken !== undefined) await takeProof(ctx, verificationToken, { customerId: own })
  return recorded(ctx, own, 'login')
}

async function recorded(ctx: Context, customerId: string, by: By = 'recorder'): Promise<Orderer> {
  const { phone, email } = await readContacts(ctx, customerId)
  return { by, customerId, phone: phone.value, phoneProved: phone.verified, contact: null, email }
}

async function byContact(ctx: Context, by: By, contact: Contact, token: string | undefined): Promise<Orderer> {
  const { email, phone: typed, ...person } = contact
  if (typed === undefined) {
    const holder = by === 'visitor' || email === undefined ? null : await holderOf(ctx, 'email', email)
    if (!holder) throw PhoneNeeded()
    return { ...(await recorded(ctx, holder.customerId)), contact }
  }
  const phone = requirePhone(typed, (await tenantDefaults(ctx)).country)
  if (token !== undefined) {
    const proved = await useProof(ctx, { verificationToken: token, phone }, TAKEN.ordering)
    if (proved.type !== 'phone') throw TokenInvalid()
    return { by, customerId: await customerOfProvedPhone(ctx, phone, person), phone, phoneProved: true, contact }
  }
  const holder = await holderOf(ctx, 'phone', phone)
  // A typed number is not verified; at a till the person is present.
  const phoneProved = by === 'recorder' && holder?.verified === true
  if (!holder) return { by, customerId: await createStub(ctx, phone, person), phone, phoneProved, contact }
  if (by === 'recorder') await nameNameless(ctx, holder.customerId, person)
  else if ((await keyHolder(ctx, holder.customerId)).restricted) {
    // A stranger writes nothing to them, and does not learn why.
    return { by, customerId: await createGuest(ctx), phone, phoneProved, contact }
  }
  return { by, customerId: holder.customerId, phone, phoneProved, contact }
}

/** A customer who was known by a phone alone, and whose name comes with this order. */
async function nameNameless(ctx: Context, customerId: string, { firstName, lastName, name2 }: Contact): Promise<void> {
  if (firstName === undefined || (await getCustomer(ctx, { customerId })).firstName !== GUEST_NAME) return
  await changeCustomer(ctx, { customerId, firstName, lastName: lastName ?? null, name2: name2 ?? null })
}

async function createGuest(ctx: Context): Promise<string> {
  const { id } = await createCustomer(ctx, { type: 'guest' })
  return CustomerId.parse(id)
}

async function createStub(ctx: Context, phone: string, person: Omit<Contact, 'phone' | 'email'>): Promise<string> {
  const { id } = await createCustomer(ctx, { type: 'stub', firstName: GUEST_NAME, ...person, phone })
  return CustomerId.parse(id)
}
