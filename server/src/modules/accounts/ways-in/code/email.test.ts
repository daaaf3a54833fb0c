import { Secret, TOTP } from 'otpauth'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aPhone, aTenant, aWorld, type Shop, type World } from '../../../../../test/harness.ts'
import * as carts from '../../../carts/contract.ts'
import * as customers from '../../../customers/contract.ts'
import { anEmail, aPerson, bearer, GOOD, logIn, sentTo } from '../../accounts.harness.ts'
import * as api from '../../contract.ts'
import { prove, signInWith } from './phone.harness.ts'

let world: World
let shop: Shop
let rival: Shop
beforeAll(async () => {
  world = await aWorld({ KITH_TRUST_PROXY: '1' })
  ;[shop, rival] = [await aTenant(world), await aTenant(world)]
})
afterAll(() => world.close())

const aStub = async (more: Record<string, unknown> = {}) =>
  (await shop.call(customers.create, { firstName: 'Salma', phone: aPhone(), ...more } as never)).body
const get = async (customerId: string) => (await shop.call(customers.get, { customerId })).body
const loginsOf = async (customerId: string) => (await shop.call(api.accountsOfCustomer, { customerId })).body.items

/** The reader of this mailbox signs in with a code. */
async function byEmail(email: string, named: Record<string, unknown> = {}, at = shop) {
  const verificationToken = await prove(world, at, email, 'sign_in')
  const { status, body } = await at.visitor().call(api.email, { verificationToken, ...named } as never)
  const { account } = body
  return { status, body, id: account?.id, customerId: account?.customerId, self: bearer(at, body.accessToken) }
}

describe('a code to an e-mail', () => {
  test('that is unknown creates a customer after asking for the name, and signs in to it the next time', async () => {
    const email = anEmail()
    const verificationToken = await prove(world, shop, email, 'register')
    const visitor = shop.visitor()
    expect(await visitor.call(api.email, { verificationToken })).toMatchObject({
      status: 422,
      body: { code: 'auth.name_needed' },
    })
    const { status, body } = await visitor.call(api.email, { verificationToken, firstName: 'Noor' })
    expect(status).toBe(200)
    const { customerId, id } = body.account
    expect(await get(customerId)).toMatchObject({ type: 'full', email, emailVerified: true, phone: null })
    expect(await loginsOf(customerId)).toMatchObject([{ credentials: [{ kind: 'email', login: email, proved: true }] }])
    const again = await byEmail(email)
    expect(again).toMatchObject({ status: 200, id, customerId })
    const me = (await again.self.call(api.me, {})).body
    expect(me).toMatchObject({ email, emailVerified: true, hasPassword: false })
    const { items } = (await again.self.call(api.sessions, {})).body
    expect(items[0].signedInWith).toBe('email')
    // A password chosen later is another login of the same account.
    expect((await again.self.call(api.changePassword, { password: GOOD })).status).toBe(200)
    expect((await logIn(shop, email)).body.account.id).toBe(id)
  })

  test('signs in to the account that has confirmed it by a password', async () => {
    const person = await aPerson(shop)
    expect(await byEmail(person.email)).toMatchObject({ status: 200, id: person.id })
    expect((await logIn(shop, person.email)).status).toBe(200)
  })

  test('opens what the business keeps under it, with everything that was theirs', async () => {
    const email = anEmail()
    const stub = await aStub({ email })
    await shop.call(carts.put, { customerId: stub.id, lines: [{ sku: 'SHIRT', quantity: 2 }] })
    const { customerId, self } = await byEmail(email)
    expect(customerId).toBe(stub.id)
    expect(await get(stub.id)).toMatchObject({
      emailVerified: true,
      number: stub.number,
      displayName: stub.displayName,
    })
    expect((await self.call(carts.readOwn, {})).body.lines).toMatchObject([{ sku: 'SHIRT', quantity: 2 }])
  })

  test.each(['deactivated', 'cancelled'])(
    'brings back who is %s, and makes a login that is gone anew',
    async (status) => {
      const email = anEmail()
      const first = await byEmail(email, { firstName: 'Noor' })
      await world.owner.query('update customers set status = $2 where id = $1', [
        customers.CustomerId.parse(first.customerId),
        status,
      ])
      await world.owner.query('delete from accounts where id = $1', [first.id])
      const again = await byEmail(email)
      expect(again.customerId).toBe(first.customerId)
      expect(again.id).not.toBe(first.id)
      expect((await get(first.customerId)).status).toBe('active')
    },
  )

  test('does not reactivate a suspended customer', async () => {
    const email = anEmail()
    const stub = await aStub({ email })
    const person = await byEmail(anEmail(), { firstName: 'Noor' })
    for (const customerId of [stub.id, person.customerId]) await shop.call(customers.suspend, { customerId } as never)
    expect(await byEmail(email, { firstName: 'Salma' })).toMatchObject({ status: 403, body: { code: 'auth.blocked' } })
    expect((await get(stub.id)).status).toBe('suspended')
  })

  test('is asked for the second factor like every other way in', async () => {
    const person = await aPerson(shop)
    const { secret } = (await person.self.call(api.beginTotp, {})).body
    const code = () => new TOTP({ secret: Secret.fromBase32(secret) }).generate()
    expect((await person.self.call(api.confirmTotp, { code: code() })).status).toBe(200)
    const { status, body } = await byEmail(person.email)
    expect([status, body.accessToken]).toEqual([200, undefined])
    expect(body.mfa.methods).toContain('totp')
  })

  test('shows nothing of a customer whose e-mail was only claimed, or entered by staff', async () => {
    const email = anEmail()
    const holder = await aStub({ email })
    const claimer = await aPerson(shop, { email, confirmed: false })
    expect((await claimer.self.call(customers.readOwn, {})).body.firstName).toBe('Aisha')
    expect(await loginsOf(holder.id)).toEqual([])
    const owner = await byEmail(email)
    expect(owner.customerId).toBe(holder.id)
    expect((await logIn(shop, email)).status).toBe(401)

    // Staff entered the e-mail of one person for a customer with another login.
    const other = await signInWith(world, shop, aPhone(), { firstName: 'Eve' })
    const written = anEmail()
    await shop.call(customers.change, { customerId: other.customerId, email: written })
    const reader = await byEmail(written, { firstName: 'Noor' })
    expect(reader.customerId).not.toBe(other.customerId)
    expect(await get(other.customerId)).toMatchObject({ email: null })
  })

  test('takes over a registration that was never confirmed, without what a stranger could have added', async () => {
    const person = await aPerson(shop, { confirmed: false })
    const { id, customerId, self } = await byEmail(person.email)
    expect([id, customerId]).toEqual([person.id, person.customerId])
    expect((await person.self.call(api.me, {})).status).toBe(401)
    expect((await logIn(shop, person.email)).status).toBe(401)
    expect((await self.call(api.me, {})).body).toMatchObject({ emailVerified: true, hasPassword: false })
  })

  test('lets no staff in, who have a password and perhaps a second factor', async () => {
    const email = anEmail()
    await shop.call(api.inviteStaff, { email, role: 'owner', name: 'Huda' })
    const { token } = await sentTo(shop, email, 'staff_invitation')
    await shop.visitor().call(api.acceptInvitation, { token, password: GOOD })
    for (const [language, title] of [
      ['en', /password/],
      ['ar', /كلمة المرور/],
    ] as const) {
      const verificationToken = await prove(world, shop, email, 'sign_in')
      const refused = await shop
        .visitor({ 'accept-language': language })
        .call(api.email, { verificationToken, firstName: 'Huda' })
      expect([refused.status, refused.body.code]).toEqual([403, 'auth.staff_use_password'])
      expect(refused.body.title).toMatch(title)
    }
  })

  test('is worthless for another purpose, another e-mail, another business, as a phone, and twice', async () => {
    const email = anEmail()
    const no = { status: 422, body: { code: 'verification.token_invalid' } }
    const visitor = shop.visitor()
    for (const purpose of ['upgrade', 'cod', 'verify', 'change_contact'] as const) {
      const verificationToken = await prove(world, shop, email, purpose)
      expect(await visitor.call(api.email, { verificationToken, firstName: 'Eve' })).toMatchObject(no)
    }
    const verificationToken = await prove(world, shop, email)
    const given = { verificationToken, firstName: 'Eve' }
    expect(await visitor.call(api.email, { ...given, email: anEmail() })).toMatchObject(no)
    expect(await rival.visitor().call(api.email, given)).toMatchObject(no)
    expect(await visitor.call(api.phone, given)).toMatchObject(no)
    expect((await visitor.call(api.email, { ...given, email })).status).toBe(200)
    expect(await visitor.call(api.email, given)).toMatchObject(no)
  })

  test('proved twice at once makes one account and one customer', async () => {
    const email = anEmail()
    const tokens = [await prove(world, shop, email, 'sign_in'), await prove(world, shop, email, 'register')]
    const answers = await Promise.all(
      tokens.map((verificationToken) => shop.visitor().call(api.email, { verificationToken, firstName: 'Noor' })),
    )
    expect(answers.map(({ status }) => status)).toEqual([200, 200])
    expect(answers[0]!.body.account).toEqual(answers[1]!.body.account)
  })

  test('changed for another one it signs in no more', async () => {
    const [email, next] = [anEmail(), anEmail()]
    const person = await byEmail(email, { firstName: 'Noor' })
    const verificationToken = await prove(world, shop, next, 'change_contact')
    expect((await person.self.call(api.changeContact, { verificationToken })).status).toBe(200)
    expect(await byEmail(next)).toMatchObject({ status: 200, id: person.id })
    expect((await byEmail(email)).body.code).toBe('auth.name_needed')
  })
})
