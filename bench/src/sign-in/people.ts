import { hash } from 'bcrypt'
import type { Context } from '../../../server/src/kit/context.ts'
import { createAccount } from '../../../server/src/modules/accounts/login/accounts.ts'
import { addCredential } from '../../../server/src/modules/accounts/login/credentials.ts'
import type { HashedPassword } from '../../../server/src/modules/accounts/login/passwords/hash.ts'
import { CustomerId, NewCustomer } from '../../../server/src/modules/customers/contract.ts'
import { createCustomers } from '../../../server/src/modules/customers/index.ts'
import type { Inside } from './inside.ts'

export const PASSWORD = 'saffron kettle seventeen'
/** As the server writes it: a hash of another kind would be made anew by the first sign-in. */
const SCHEME = 'hmac-sha384+bcrypt-12'
const AT_ONCE = 50

export interface Person {
  readonly email: string
  readonly phone: string
  readonly account: string
  readonly customer: string
}

/**
 * People who have registered and proved e-mail and phone; all have one password. A cost below 12 is what the bench
 * changes to see what is around the hash: bcrypt reads the cost from the hash that is stored.
 */
export async function addPeople(inside: Inside, count: number, cost: number): Promise<Person[]> {
  const hashed = await inside.run(async ({ keys }): Promise<HashedPassword> => {
    return { secret: Buffer.from(await hash(keys.pepper(PASSWORD), cost)), scheme: SCHEME }
  })
  const people: Person[] = []
  while (people.length < count) {
    const wanted = Math.min(AT_ONCE, count - people.length)
    people.push(...(await inside.run((ctx) => add(ctx, wanted, hashed))))
  }
  return people
}

let made = 0
async function add(ctx: Context, count: number, password: HashedPassword): Promise<Person[]> {
  const drafts = Array.from({ length: count }, () => {
    const n = made++
    return { email: `person${n}@bench.example`, phone: phoneOf(n) }
  })
  const customers = await createCustomers(
    ctx,
    drafts.map(({ phone }) => NewCustomer.parse({ type: 'stub', firstName: 'Aisha', lastName: 'Al Balushi', phone })),
  )
  const people: Person[] = []
  for (const [index, draft] of drafts.entries()) {
    const customer = CustomerId.parse(customers[index]!.id)
    const account = await createAccount(ctx, { customerId: customer, role: null, status: 'active', language: 'en' })
    await addCredential(ctx, account, { kind: 'password', login: draft.email, password, proved: true })
    await addCredential(ctx, account, { kind: 'phone', login: draft.phone, proved: true })
    people.push({ ...draft, account: account.id, customer })
  }
  return people
}

const phoneOf = (n: number) => `+9689${String(1_000_000 + n)}`
let strangers = 0
export const aStranger = () => {
  const n = strangers++
  return { email: `unknown${n}@bench.example`, phone: phoneOf(5_000_000 + n) }
}
