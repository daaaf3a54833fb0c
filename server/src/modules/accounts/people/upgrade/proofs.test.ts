import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aPhone, aTenant, aWorld, type Shop, type World } from '../../../../../test/harness.ts'
import { laundry } from '../../../../starters/laundry.ts'
import * as addresses from '../../../addresses/contract.ts'
import * as customers from '../../../customers/contract.ts'
import * as preferences from '../../../preferences/contract.ts'
import { sendOtp } from '../../../verification/contract.ts'
import { anEmail, aPerson, mailTo } from '../../accounts.harness.ts'
import * as api from '../../contract.ts'
import { prove, signInWith } from '../../ways-in/code/phone.harness.ts'

let world: World
let shop: Shop
let rival: Shop
let till: Awaited<ReturnType<Shop['with']>>
beforeAll(async () => {
  world = await aWorld({ KITH_TRUST_PROXY: '1' })
  ;[shop, rival] = [await aTenant(world), await aTenant(world)]
  const { items, topics } = laundry
  for (const at of [shop, rival]) await at.call(preferences.changeSchema, { items, topics, timeZone: null })
  till = await shop.with('customers:read', 'customers:write', 'customers:contacts', 'addresses:write')
})
afterAll(() => world.close())

type Speaker = Pick<Shop, 'call'>
const create = (given: Record<string, unknown>, by: Speaker = till) => by.call(api.createCustomer, given as never)
const aStub = async (more = {}) => (await create({ firstName: 'Salma', phone: aPhone(), ...more })).body
const get = async (customerId: string) => (await shop.call(customers.get, { customerId })).body
const proof = (contact: string, purpose: Parameters<typeof prove>[3]) => prove(world, shop, contact, purpose)

/** The code itself, as earlier integrations send it. */
async function codeFor(contact: string, purpose = 'registration', at = shop, by = at.visitor()): Promise<string> {
  await world.owner.query('delete from verification_counts where tenant_id = $1', [at.id])
  const which = contact.includes('@') ? { email: contact } : { phone: contact }
  expect((await by.call(sendOtp, { ...which, purpose } as never)).status).toBe(200)
  return /\b(\d{6})\b/.exec((await mailTo(at, contact))[0]!.text)![1]!
}
const wrong = (code: string) => (code === '111111' ? '222222' : '111111')

const WISHES = { folding: 'folded', fragrance: 'oud', ecoFriendly: true }
const HOME = { type: 'home', building: '12', street: 'Al Khuwair Street', city: 'Muscat', country: 'OM' }

describe('a full customer in one call, as the systems before make one', () => {
  const whole = (more: Record<string, unknown> = {}) => ({
    ...{ type: 'full', firstName: 'Noor', lastName: 'Al Said', phone: aPhone(), email: anEmail() },
    ...{ preferences: WISHES, addresses: [HOME, { ...HOME, type: 'work', street: 'Sultan Qaboos Street' }] },
    ...more,
  })

  test('is made with the code, the preferences and the addresses', async () => {
    const given = whole()
    const { status, body } = await create({ ...given, otpCode: await codeFor(given.phone) })
    expect(status).toBe(201)
    expect(body).toMatchObject({ type: 'full', phone: given.phone, phoneVerified: true, emailVerified: false })
    expect((await shop.call(preferences.get, { customerId: body.id })).body.values).toEqual(WISHES)
    const { items } = (await shop.call(addresses.list, { customerId: body.id })).body
    expect(items).toMatchObject([
      { isDefault: true, type: 'home' },
      { isDefault: false, type: 'work' },
    ])
    const { items: history } = (await shop.call(customers.history, { customerId: body.id })).body
    const done = history.map(({ action }: { action: string }) => action)
    for (const action of ['customer.created', 'customer.contact_proved', 'preferences.changed', 'address.added'])
      expect(done).toContain(action)
  })

  test('is refused with everything that does not fit, in both languages, and nothing of it stays', async () => {
    const given = whole({
      firstName: undefined,
      email: undefined,
      preferences: { folding: 'crumpled', nonsense: 1 },
      addresses: [HOME, { country: 'OM', latitude: 23 }],
    })
    const otpCode = await codeFor(given.phone)
    for (const [language, name] of [
      ['en', 'This type of customer needs a first name.'],
      ['ar', 'يحتاج هذا النوع من العملاء إلى الاسم الأول.'],
    ]) {
      const headers = { 'accept-language': language! }
      const { status, body } = await till.call(api.createCustomer, { ...given, otpCode } as never, { headers })
      expect([status, body.code]).toEqual([422, 'invalid'])
      const paths = body.errors.map(({ path }: { path: string }) => path)
      for (const path of ['firstName', 'email', 'preferences.values.folding', 'preferences.values.nonsense'])
        expect(paths).toContain(path)
      expect(paths.some((path: string) => path.startsWith('addresses.1.'))).toBe(true)
      expect(body.errors.find(({ path }: { path: string }) => path === 'firstName').message).toBe(name)
      for (const { message } of body.errors) expect(message).toMatch(language === 'ar' ? /\p{Script=Arabic}/u : /[a-z]/)
    }
    expect((await shop.call(customers.lookup, { phone: given.phone })).status).toBe(404)
    expect((await create({ ...whole({ phone: given.phone }), otpCode })).status).toBe(201)
  })

  test('a taken e-mail takes all of it back, the code too', async () => {
    const email = anEmail()
    await aStub({ email })
    const given = whole({ email })
    const otpCode = await codeFor(given.phone)
    expect(await create({ ...given, otpCode })).toMatchObject({ status: 409, body: { code: 'customer.email_taken' } })
    expect((await create({ ...given, email: anEmail(), otpCode })).status).toBe(201)
  })

  test('a wrong code counts, and after three the right one is refused too', async () => {
    const given = whole()
    const otpCode = await codeFor(given.phone, 'registration', shop, till)
    for (const _ of [1, 2, 3]) {
      const { status, body } = await create({ ...given, otpCode: wrong(otpCode) })
      expect([status, body.code]).toEqual([422, 'verification.code_invalid'])
    }
    expect((await create({ ...given, otpCode })).body.code).toBe('verification.code_invalid')
    expect((await shop.call(customers.lookup, { phone: given.phone })).status).toBe(404)
  })

  test('sent again with its Idempotency-Key it is the same customer, though the code is used up', async () => {
    const given = whole()
    const body = { ...given, otpCode: await codeFor(given.phone) }
    const keyed = { headers: { 'idempotency-key': 'one-registration' } }
    const first = await till.call(api.createCustomer, body as never, keyed)
    const again = await till.call(api.createCustomer, body as never, keyed)
    expect([first.status, again.status, again.body.id]).toEqual([201, 201, first.body.id])
    expect(again.headers.get('idempotent-replayed')).toBe('true')
  })

  test('addresses need their own permission, a code of elsewhere is none, and the neighbour sees nothing', async () => {
    const given = whole()
    const writer = await shop.with('customers:write')
    const otpCode = await codeFor(given.phone)
    expect(await create({ ...given, otpCode }, writer)).toMatchObject({
      status: 403,
      body: { needs: 'addresses:write' },
    })
    const theirs = whole()
    const { status, body } = await create({ ...theirs, otpCode: await codeFor(theirs.phone, 'registration', rival) })
    expect([status, body.code]).toEqual([422, 'verification.code_invalid'])
    const made = (await create({ ...given, otpCode })).body
    expect((await rival.call(customers.get, { customerId: made.id })).status).toBe(404)
    expect((await create({ ...given, otpCode, verificationToken: 'x'.repeat(64) })).status).toBe(422)
  })
})

describe('an upgrade in one call', () => {
  test('takes the code and the preferences', async () => {
    const stub = await aStub()
    const { status, body } = await till.call(api.upgrade, {
      customerId: stub.id,
      otpCode: await codeFor(stub.phone, 'upgrade'),
      email: anEmail(),
      preferences: WISHES,
    } as never)
    expect(status).toBe(200)
    expect(body).toMatchObject({ type: 'full', phoneVerified: true })
    expect((await shop.call(preferences.get, { customerId: stub.id })).body.values).toEqual(WISHES)
  })

  test('is refused with everything that does not fit, and changes nothing', async () => {
    const guest = (await create({})).body
    const phone = aPhone()
    const otpCode = await codeFor(phone, 'verification')
    const given = { customerId: guest.id, phone, otpCode, preferences: { folding: 'crumpled' } }
    const { status, body } = await till.call(api.upgrade, given as never)
    expect([status, body.code]).toEqual([422, 'invalid'])
    const paths = body.errors.map(({ path }: { path: string }) => path)
    expect(paths).toEqual(['firstName', 'email', 'preferences.values.folding'])
    expect(await get(guest.id)).toMatchObject({ type: 'guest', phone: null })
    const right = { firstName: 'Noor', email: anEmail(), preferences: WISHES }
    expect((await till.call(api.upgrade, { ...given, ...right } as never)).body).toMatchObject({ type: 'full', phone })
  })

  test('by the person adds a contact only after a recent proof of who they are', async () => {
    const person = await signInWith(world, shop, aPhone(), { firstName: 'Noor' })
    await world.owner.query(`update account_sessions set proved_at = now() - interval '1 hour' where account_id = $1`, [
      person.id,
    ])
    const verificationToken = await proof(anEmail(), 'upgrade')
    const given = { customerId: person.customerId, verificationToken }
    const answer = await person.self.call(api.upgrade, given as never)
    expect([answer.status, answer.body.code]).toEqual([403, 'proof_needed'])
  })
})

describe('a body without a type', () => {
  test('with a name and a phone is a stub, with neither a guest', async () => {
    expect(await create({ firstName: 'Salma', phone: aPhone() })).toMatchObject({ status: 201, body: { type: 'stub' } })
    expect(await create({})).toMatchObject({ status: 201, body: { type: 'guest', firstName: 'Walk-in Customer' } })
    expect((await create({ phone: aPhone() })).body.code).toBe('customer.name_needed')
  })
})

describe('contacts that were verified elsewhere', () => {
  test('are taken from a key that may import only, contact by contact; the first key of a business may not', async () => {
    const full = () => ({ type: 'full', firstName: 'Noor', phone: aPhone(), email: anEmail() })
    const { status, body } = await create({ ...full(), phoneVerified: true }, shop)
    expect(status).toBe(201)
    expect(body).toMatchObject({ phoneVerified: true, emailVerified: false })
    for (const by of [till, shop.firstKey]) {
      expect(await create({ ...full(), phoneVerified: true }, by)).toMatchObject({
        status: 403,
        body: { code: 'customer.import_only' },
      })
      expect((await create(full(), by)).body.code).toBe('verification_required')
    }
    expect((await create(full(), shop)).body.code).toBe('verification_required')
    const none = await create({ firstName: 'Noor', phone: aPhone(), emailVerified: true }, shop)
    expect(none.body.errors).toMatchObject([{ path: 'emailVerified', code: 'contact_missing' }])
    const stub = await create({ firstName: 'Noor', phone: aPhone(), phoneVerified: true }, shop)
    expect(stub.body).toMatchObject({ type: 'stub', phoneVerified: true })
  })

  test('the first key may still invite an owner, and make a key that imports', async () => {
    const invited = await shop.firstKey.call(api.inviteStaff, { email: anEmail(), role: 'owner', name: 'Huda' })
    expect(invited.status).toBe(201)
    const made = await shop.firstKey.request('POST', '/api/v1/api-keys', {
      name: 'import',
      scopes: ['customers:write', 'customers:import'],
    })
    expect(made.status).toBe(201)
  })
})

describe.each(['verify', 'cod'] as const)('a proof for %s', (purpose) => {
  test('makes the phone verified, once, and an e-mail too', async () => {
    const stub = await aStub()
    const verificationToken = await proof(stub.phone, purpose)
    const verify = () => till.call(api.verifyContact, { customerId: stub.id, verificationToken })
    expect(await verify()).toMatchObject({ status: 200, body: { type: 'stub', phoneVerified: true } })
    expect((await verify()).body.code).toBe('verification.token_invalid')
    const email = anEmail()
    const byCode = { customerId: stub.id, email, otpCode: await codeFor(email, purpose) }
    expect((await till.call(api.verifyContact, byCode)).body).toMatchObject({
      type: 'full',
      email,
      emailVerified: true,
    })
    const { items } = (await shop.call(customers.history, { customerId: stub.id })).body
    expect(items[0].action).toBe('customer.contact_proved')
  })

  test('is taken by creating and upgrading, and not by signing in or changing a contact', async () => {
    const [phone, email] = [aPhone(), anEmail()]
    const made = await create({
      ...{ type: 'full', firstName: 'Noor', phone, email },
      verificationToken: await proof(phone, purpose),
    })
    expect(made.body).toMatchObject({ type: 'full', phoneVerified: true })
    const stub = await aStub()
    const given = { customerId: stub.id, email: anEmail(), verificationToken: await proof(stub.phone, purpose) }
    expect((await till.call(api.upgrade, given)).body.type).toBe('full')
    const other = await proof(aPhone(), purpose)
    const visitor = shop.visitor()
    expect((await visitor.call(api.phone, { verificationToken: other, firstName: 'Eve' })).status).toBe(422)
    const person = await aPerson(shop)
    expect((await person.self.call(api.changeContact, { verificationToken: other })).status).toBe(422)
  })

  test('of a contact that another customer has is refused for every caller', async () => {
    const [holder, other] = [await aStub(), await aStub()]
    const person = await aPerson(shop)
    const verificationToken = await proof(holder.phone, purpose)
    expect((await till.call(api.verifyContact, { customerId: other.id, verificationToken })).body.code).toBe(
      'upgrade.other_contact',
    )
    const own = await person.self.call(api.verifyOwnContact, { verificationToken })
    expect([own.status, own.body.code]).toEqual([409, 'customer.phone_taken'])
    expect(own.body.customerId).toBeUndefined()
    expect(await get(holder.id)).toMatchObject({ phoneVerified: false })
    const reader = await shop.with('customers:read')
    expect((await reader.call(api.verifyContact, { customerId: holder.id, verificationToken })).status).toBe(403)
    expect((await shop.visitor().call(api.verifyContact, { customerId: holder.id, verificationToken })).status).toBe(
      401,
    )
    expect((await rival.call(api.verifyContact, { customerId: holder.id, verificationToken })).status).toBe(404)
  })

  test('that another person waits for is not used up by the guesses of a customer', async () => {
    const [person, stub] = [await aPerson(shop), await aStub()]
    const otpCode = await codeFor(stub.phone, purpose)
    for (const _ of [1, 2, 3, 4]) {
      const guess = { phone: stub.phone, otpCode: wrong(otpCode) }
      expect((await person.self.call(api.verifyOwnContact, guess)).status).toBe(422)
    }
    expect((await till.call(api.verifyContact, { customerId: stub.id, otpCode })).status).toBe(200)
  })

  test('is accepted from the customer under /me', async () => {
    const person = await aPerson(shop)
    const phone = aPhone()
    const { status, body } = await person.self.call(api.verifyOwnContact, {
      verificationToken: await proof(phone, purpose),
    })
    expect(status).toBe(200)
    expect(body).toMatchObject({ phone, phoneVerified: true })
  })
})
