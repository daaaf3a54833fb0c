import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aPhone, aTenant, aWorld, type Shop, type World } from '../../../../../test/harness.ts'
import * as customers from '../../../customers/contract.ts'
import * as merging from '../../../merging/contract.ts'
import { anEmail, aPerson, bearer, forgot, GOOD, logIn, mailTo } from '../../accounts.harness.ts'
import * as api from '../../contract.ts'
import { prove, signInWith, silentFor } from '../../ways-in/code/phone.harness.ts'

let world: World
let shop: Shop
let rival: Shop
beforeAll(async () => {
  world = await aWorld({ KITH_TRUST_PROXY: '1' })
  shop = await aTenant(world)
  rival = await aTenant(world)
})
afterAll(() => world.close())

type Self = ReturnType<typeof bearer>
const aStub = async (more: Record<string, unknown> = {}) =>
  (await shop.call(customers.create, { type: 'stub', firstName: 'Salma', phone: aPhone(), ...more } as never)).body
const get = async (customerId: string) => (await shop.call(customers.get, { customerId })).body
const change = async (self: Self, contact: string) =>
  self.call(api.changeContact, { verificationToken: await prove(world, shop, contact, 'change_contact') })
const customerOf = async (self: Self) => (await self.call(api.me, {})).body.customer.id as string
const identifiersOf = (customerId: string) =>
  shop.run(async (ctx) => {
    const held = await ctx.personalData.get('customers')!.export(ctx, customers.CustomerId.parse(customerId))
    return held['identifiers'] as { value: string; verifiedAt: string | null; validTo: string | null }[]
  })
const eventsOf = async (type: string) => {
  const query = 'select customer_id::text as id, data from events where tenant_id = $1 and type = $2 order by id'
  return (await world.owner.query(query, [shop.id, type])).rows
}
const somebodyWithPhone = async (phone = aPhone(), firstName = 'Noor') => ({
  phone,
  ...(await signInWith(world, shop, phone, { firstName })),
})

describe('another phone', () => {
  test('counts once proved: it signs in, the old one does not, is told, and stays in the history', async () => {
    const person = await somebodyWithPhone()
    const next = aPhone()
    expect((await change(person.self, next)).status).toBe(200)
    expect(await get(person.customerId)).toMatchObject({ phone: next, phoneVerified: true })
    expect(await identifiersOf(person.customerId)).toMatchObject([
      { value: person.phone, verifiedAt: expect.any(String), validTo: expect.any(String) },
      { value: next, verifiedAt: expect.any(String), validTo: null },
    ])
    expect((await mailTo(shop, person.phone)).map(({ template }) => template)).toContain('contact_changed')
    expect((await mailTo(shop, next)).map(({ template }) => template)).not.toContain('contact_changed')
    expect(await signInWith(world, shop, next)).toMatchObject({ status: 200, id: person.id })
    expect((await signInWith(world, shop, person.phone)).body.code).toBe('auth.name_needed')
  })

  test('that is only said does nothing: no proof, a proof for something else, of something else, of elsewhere, twice', async () => {
    const person = await somebodyWithPhone()
    const phone = aPhone()
    const before = await get(person.customerId)
    const no = { status: 422, body: { code: 'verification.token_invalid' } }
    const attempt = (verificationToken: string, more = {}) =>
      person.self.call(api.changeContact, { verificationToken, ...more })
    expect(await attempt('A'.repeat(54))).toMatchObject(no)
    for (const purpose of ['sign_in', 'register', 'upgrade'] as const) {
      expect(await attempt(await prove(world, shop, phone, purpose))).toMatchObject(no)
    }
    expect(await attempt(await prove(world, rival, phone, 'change_contact'))).toMatchObject(no)
    const verificationToken = await prove(world, shop, phone, 'change_contact')
    expect(await attempt(verificationToken, { phone: aPhone() })).toMatchObject(no)
    expect(await attempt(verificationToken, { email: anEmail() })).toMatchObject(no)
    expect(await get(person.customerId)).toMatchObject({ phone: before.phone, version: before.version })
    expect((await attempt(verificationToken, { phone })).status).toBe(200)
    expect(await attempt(verificationToken)).toMatchObject(no)
  })

  test('wants a recent proof of who one is, and a customer’s login', async () => {
    const person = await somebodyWithPhone()
    const verificationToken = await prove(world, shop, aPhone(), 'change_contact')
    expect((await shop.visitor().call(api.changeContact, { verificationToken })).status).toBe(401)
    expect((await shop.call(api.changeContact, { verificationToken })).body.code).toBe('sign_in_needed')
    await world.owner.query(
      `update account_sessions set proved_at = now() - interval '11 minutes' where account_id = $1`,
      [person.id],
    )
    const { body } = await signInWith(world, shop, person.phone)
    await world.owner.query(`update account_sessions set proved_at = now() - interval '11 minutes' where id = $1`, [
      body.session.id,
    ])
    expect(await bearer(shop, body.accessToken).call(api.changeContact, { verificationToken })).toMatchObject({
      status: 403,
      body: { code: 'proof_needed' },
    })
  })
})

describe('a phone of a known customer', () => {
  test('brings the login of a new registration home: its customer merges into that one, and it can be undone', async () => {
    const stub = await aStub()
    const person = await aPerson(shop, { phone: stub.phone, confirmed: false })
    expect((await change(person.self, stub.phone)).status).toBe(200)
    expect(await customerOf(person.self)).toBe(stub.id)
    expect(await get(stub.id)).toMatchObject({ phoneVerified: true, number: stub.number })
    expect((await shop.call(customers.get, { customerId: person.customerId })).status).toBe(307)
    expect((await eventsOf('AccountMerged')).at(-1)).toMatchObject({
      id: customers.CustomerId.parse(stub.id),
      data: { mergedId: customers.CustomerId.parse(person.customerId) },
    })
    const { items } = (await shop.call(merging.list, { customerId: stub.id })).body
    expect((await shop.call(merging.undo, { mergeId: items[0].id, reason: 'not them' })).status).toBe(200)
    expect(await customerOf(person.self)).toBe(person.customerId)
  })

  test('makes one person of two logins when both have proved it', async () => {
    const first = await somebodyWithPhone()
    const second = await aPerson(shop)
    expect((await change(second.self, first.phone)).status).toBe(200)
    expect(await customerOf(second.self)).toBe(first.customerId)
    expect(await customerOf(first.self)).toBe(first.customerId)
    expect(await signInWith(world, shop, first.phone)).toMatchObject({ id: first.id })
    const { items } = (await shop.call(api.accountsOfCustomer, { customerId: first.customerId })).body
    expect(items.map(({ id }: { id: string }) => id).sort()).toEqual([first.id, second.id].sort())
  })

  test('joins a mere note of the staff to the person who has proved more, not the other way round', async () => {
    const stub = await aStub()
    const person = await aPerson(shop)
    expect((await change(person.self, stub.phone)).status).toBe(200)
    expect(await customerOf(person.self)).toBe(person.customerId)
    expect(await get(person.customerId)).toMatchObject({ phone: stub.phone, phoneVerified: true, firstName: 'Aisha' })
    expect((await shop.call(customers.get, { customerId: stub.id })).status).toBe(307)
  })

  test('of a suspended customer is refused, of a deactivated one opens', async () => {
    const [suspended, deactivated] = [await aStub(), await aStub()]
    await shop.call(customers.suspend, { customerId: suspended.id } as never)
    await shop.call(customers.deactivate, { customerId: deactivated.id } as never)
    const person = await aPerson(shop, { confirmed: false })
    expect(await change(person.self, suspended.phone)).toMatchObject({ status: 403, body: { code: 'auth.blocked' } })
    expect(await customerOf(person.self)).toBe(person.customerId)
    expect((await change(person.self, deactivated.phone)).status).toBe(200)
    expect(await customerOf(person.self)).toBe(deactivated.id)
    expect((await get(deactivated.id)).status).toBe('active')
  })

  test('only leaves them when they were silent and the name does not fit; staff are asked', async () => {
    const stub = await aStub({ firstName: 'Rahul', lastName: 'Nair' })
    await silentFor(world, stub.id, 13)
    const person = await aPerson(shop, { confirmed: false })
    expect((await change(person.self, stub.phone)).status).toBe(200)
    expect(await customerOf(person.self)).toBe(person.customerId)
    expect(await get(stub.id)).toMatchObject({ firstName: 'Rahul', phone: null, type: 'stub' })
    expect(await get(person.customerId)).toMatchObject({ phone: stub.phone })
    const [handOver] = (await shop.call(api.listHandOvers, {})).body.items
    expect(handOver).toMatchObject({ formerCustomerId: stub.id, presentCustomerId: person.customerId, why: 'silent' })
  })

  test('of a customer with a second factor ends the sessions without one', async () => {
    const first = await somebodyWithPhone()
    const { secret } = (await first.self.call(api.beginTotp, {})).body
    const { TOTP, Secret } = await import('otpauth')
    await first.self.call(api.confirmTotp, { code: new TOTP({ secret: Secret.fromBase32(secret) }).generate() })
    const second = await aPerson(shop)
    expect((await change(second.self, first.phone)).status).toBe(200)
    expect((await second.self.call(api.me, {})).status).toBe(401)
    expect((await logIn(shop, second.email)).body.mfa).toBeDefined()
  })

  test('proved by two at once ends with one of them, or with both as one', async () => {
    const stub = await aStub()
    const people = [await aPerson(shop, { confirmed: false }), await aPerson(shop, { confirmed: false })]
    const tokens = [
      await prove(world, shop, stub.phone, 'change_contact'),
      await prove(world, shop, stub.phone, 'change_contact'),
    ]
    const answers = await Promise.all(
      people.map(({ self }, n) => self.call(api.changeContact, { verificationToken: tokens[n]! })),
    )
    expect(answers.map(({ status }) => status)).toEqual([200, 200])
    expect(new Set(await Promise.all(people.map(({ self }) => customerOf(self))))).toEqual(new Set([stub.id]))
  })

  test('two who prove each other’s numbers at once do not wait for each other', async () => {
    for (let round = 0; round < 3; round++) {
      const [one, other] = [await somebodyWithPhone(), await somebodyWithPhone()]
      const tokens = [
        await prove(world, shop, other.phone, 'change_contact'),
        await prove(world, shop, one.phone, 'change_contact'),
      ]
      const answers = await Promise.all(
        [one, other].map(({ self }, n) => self.call(api.changeContact, { verificationToken: tokens[n]! })),
      )
      expect(answers.map(({ status }) => status)).not.toContain(500)
      expect(await customerOf(one.self)).toBe(await customerOf(other.self))
    }
  })
})

describe('another e-mail', () => {
  test('goes with the password, and the old one neither signs in nor resets', async () => {
    const person = await aPerson(shop)
    await forgot(world, shop, person.email)
    const reset = (await mailTo(shop, person.email)).find(({ template }) => template === 'reset_password')!
    const next = anEmail()
    expect((await change(person.self, next)).status).toBe(200)
    expect((await logIn(shop, next)).body.account.id).toBe(person.id)
    expect((await logIn(shop, person.email)).status).toBe(401)
    const token = /token=([\w-]+)/.exec(reset.text)![1]!
    expect((await shop.visitor().call(api.resetPassword, { token, password: 'harbour violin candle' })).status).toBe(
      422,
    )
    expect(await get(person.customerId)).toMatchObject({ email: next, emailVerified: true })
    expect((await mailTo(shop, person.email)).map(({ template }) => template)).toContain('contact_changed')
    expect(await identifiersOf(person.customerId)).toMatchObject([
      { value: person.email, validTo: expect.any(String) },
      { value: next, validTo: null },
    ])
  })

  test('of another account is refused, and of a mere claim taken', async () => {
    const [holder, person] = [await aPerson(shop), await aPerson(shop)]
    expect(await change(person.self, holder.email)).toMatchObject({
      status: 409,
      body: { code: 'auth.account_exists' },
    })
    expect((await logIn(shop, person.email)).body.account.id).toBe(person.id)
    const claimer = await aPerson(shop, { confirmed: false })
    expect((await change(person.self, claimer.email)).status).toBe(200)
    expect((await logIn(shop, claimer.email)).body.account.id).toBe(person.id)
    expect((await claimer.self.call(api.me, {})).status).toBe(401)
  })

  test('is a contact of a login without a password, and an address that was never verified gets no message', async () => {
    const person = await somebodyWithPhone()
    const written = anEmail()
    await shop.call(customers.change, { customerId: person.customerId, email: written } as never)
    const email = anEmail()
    expect((await change(person.self, email)).status).toBe(200)
    expect(await get(person.customerId)).toMatchObject({ email, emailVerified: true })
    expect(await mailTo(shop, written)).toEqual([])
    expect((await logIn(shop, email, GOOD)).status).toBe(401)
  })

  test('under which staff keep a customer joins that one', async () => {
    const email = anEmail()
    const stub = await aStub({ email })
    const person = await aPerson(shop, { confirmed: false })
    expect((await change(person.self, email)).status).toBe(200)
    expect(await customerOf(person.self)).toBe(stub.id)
    expect(await get(stub.id)).toMatchObject({ email, emailVerified: true, phone: stub.phone })
  })
})

test('the history tells of the change, sealed', async () => {
  const person = await somebodyWithPhone()
  const next = aPhone()
  await change(person.self, next)
  const { items } = (await shop.call(customers.history, { customerId: person.customerId })).body
  expect(items.find(({ action }: { action: string }) => action === 'customer.contact_changed')).toMatchObject({
    actor: `account:${person.id}`,
    before: { phone: person.phone },
    after: { phone: next },
  })
  const { rows } = await world.owner.query(
    'select audit_entries::text as row from audit_entries where tenant_id = $1',
    [shop.id],
  )
  for (const { row } of rows) expect(row).not.toContain(next.slice(4))
})
