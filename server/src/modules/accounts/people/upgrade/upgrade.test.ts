import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aPhone, aTenant, aWorld, type Shop, type World } from '../../../../../test/harness.ts'
import * as customers from '../../../customers/contract.ts'
import { anEmail, aPerson } from '../../accounts.harness.ts'
import * as api from '../../contract.ts'
import { prove, signInWith } from '../../ways-in/code/phone.harness.ts'

let world: World
let shop: Shop
let rival: Shop
let till: Awaited<ReturnType<Shop['with']>>
beforeAll(async () => {
  world = await aWorld({ KITH_TRUST_PROXY: '1' })
  shop = await aTenant(world)
  rival = await aTenant(world)
  till = await shop.with('customers:read', 'customers:write', 'customers:contacts')
})
afterAll(() => world.close())

const aStub = async (more: Record<string, unknown> = {}) =>
  (await till.call(customers.create, { type: 'stub', firstName: 'Salma', phone: aPhone(), ...more } as never)).body
const get = async (customerId: string) => (await shop.call(customers.get, { customerId })).body
const proof = (contact: string) => prove(world, shop, contact, 'upgrade')

describe('upgrading', () => {
  test('makes a stub full with a proof of its phone, names and an e-mail', async () => {
    const stub = await aStub()
    const email = anEmail()
    const { status, body } = await till.call(api.upgrade, {
      customerId: stub.id,
      verificationToken: await proof(stub.phone),
      lastName: 'Al Balushi',
      name2: 'سلمى البلوشي',
      email,
      locale: 'ar',
    })
    expect(status).toBe(200)
    expect(body).toMatchObject({
      id: stub.id,
      number: stub.number,
      type: 'full',
      firstName: 'Salma',
      lastName: 'Al Balushi',
      phone: stub.phone,
      phoneVerified: true,
      email,
      emailVerified: false,
      locale: 'ar',
    })
  })

  test('makes a walk-in full who gives a name with the proof, and not without one', async () => {
    const guest = (await till.call(customers.create, {})).body
    const phone = aPhone()
    const verificationToken = await proof(phone)
    const upgrade = (more = {}) => till.call(api.upgrade, { customerId: guest.id, verificationToken, ...more })
    const email = anEmail()
    expect(await upgrade({ email })).toMatchObject({ status: 422, body: { code: 'customer.name_needed' } })
    expect(await upgrade({ firstName: 'Noor' })).toMatchObject({ status: 422, body: { code: 'customer.email_needed' } })
    expect(await get(guest.id)).toMatchObject({ type: 'guest', phone: null })
    expect((await upgrade({ firstName: 'Noor', email })).body).toMatchObject({
      type: 'full',
      phone,
      phoneVerified: true,
    })
    expect((await upgrade()).body.code).toBe('verification.token_invalid')
  })

  test('is refused with a proof of something else, for something else, of elsewhere', async () => {
    const stub = await aStub()
    const upgrade = (verificationToken: string) => till.call(api.upgrade, { customerId: stub.id, verificationToken })
    expect((await upgrade(await proof(aPhone()))).body.code).toBe('upgrade.other_contact')
    expect((await upgrade(await prove(world, shop, stub.phone, 'sign_in'))).body.code).toBe(
      'verification.token_invalid',
    )
    expect((await upgrade(await prove(world, rival, stub.phone, 'upgrade'))).body.code).toBe(
      'verification.token_invalid',
    )
    const another = await aStub()
    const guest = (await till.call(customers.create, {})).body
    const taken = await till.call(api.upgrade, {
      customerId: guest.id,
      firstName: 'Eve',
      email: anEmail(),
      verificationToken: await proof(another.phone),
    })
    expect(taken).toMatchObject({ status: 409, body: { code: 'customer.phone_taken', customerId: another.id } })
    expect(await get(stub.id)).toMatchObject({ type: 'stub', phoneVerified: false })
  })

  test('is for staff and for the person, and other customers are not found', async () => {
    const person = await signInWith(world, shop, aPhone(), { firstName: 'Noor' })
    const stranger = await aPerson(shop)
    const email = anEmail()
    const verificationToken = await proof(email)
    const given = { customerId: person.customerId, verificationToken }
    const reader = await shop.with('customers:read')
    expect((await shop.visitor().call(api.upgrade, given)).status).toBe(401)
    expect((await reader.call(api.upgrade, given)).status).toBe(403)
    expect((await stranger.self.call(api.upgrade, given)).status).toBe(404)
    expect((await rival.call(api.upgrade, given)).status).toBe(404)
    expect((await person.self.call(api.upgrade, { ...given, email: anEmail() })).status).toBe(403)
    const { status, body } = await person.self.call(api.upgrade, { ...given, lastName: 'Said' })
    expect(status).toBe(200)
    expect(body).toMatchObject({ lastName: 'Said', emailVerified: true, contactsMasked: true })
    expect(await get(person.customerId)).toMatchObject({ email, emailVerified: true })
  })

  test('of a customer of another business is not found, with or without a token', async () => {
    const stub = await aStub()
    const verificationToken = await prove(world, rival, stub.phone, 'upgrade')
    expect((await rival.call(api.upgrade, { customerId: stub.id, verificationToken })).status).toBe(404)
  })

  test('ends what others only said, and proves what the person’s own login said', async () => {
    const stub = await aStub()
    const claimer = await aPerson(shop, { phone: stub.phone })
    const email = anEmail()
    await till.call(api.upgrade, { customerId: stub.id, email, verificationToken: await proof(stub.phone) })
    const { items } = (await shop.call(api.accountsOfCustomer, { customerId: claimer.customerId })).body
    expect(items[0].credentials).toMatchObject([{ kind: 'password' }])
    const phone = aPhone()
    const own = await aPerson(shop, { phone })
    await till.call(api.upgrade, { customerId: own.customerId, verificationToken: await proof(phone) })
    expect(await signInWith(world, shop, phone)).toMatchObject({ id: own.id })
  })

  test('of a suspended customer is refused', async () => {
    const stub = await aStub()
    await shop.call(customers.suspend, { customerId: stub.id } as never)
    const verificationToken = await proof(stub.phone)
    expect((await till.call(api.upgrade, { customerId: stub.id, verificationToken })).body.code).toBe(
      'customer.wrong_status',
    )
  })
})

describe('creating a full customer', () => {
  const create = (given: Record<string, unknown>) => till.call(customers.create, { type: 'full', ...given } as never)

  test('takes a proof of the phone or of the e-mail', async () => {
    const [phone, email] = [aPhone(), anEmail()]
    const byPhone = await create({ firstName: 'Noor', phone, email, verificationToken: await proof(phone) })
    expect(byPhone).toMatchObject({
      status: 201,
      body: { type: 'full', phone, phoneVerified: true, email, emailVerified: false },
    })
    const [other, second] = [anEmail(), aPhone()]
    const byEmail = await create({ firstName: 'Noor', verificationToken: await prove(world, shop, other, 'register') })
    expect(byEmail).toMatchObject({
      status: 201,
      body: { type: 'full', email: other, emailVerified: true, phone: null },
    })
    const both = anEmail()
    expect(
      (await create({ firstName: 'Noor', phone: second, email: both, verificationToken: await proof(both) })).body,
    ).toMatchObject({ type: 'full', phone: second, phoneVerified: false, email: both, emailVerified: true })
  })

  test('without one, with another’s, or for another type is refused, and the proof stays good', async () => {
    const phone = aPhone()
    const email = anEmail()
    expect((await create({ firstName: 'Noor', phone, email })).body.code).toBe('verification_required')
    const verificationToken = await proof(phone)
    expect((await create({ firstName: 'Noor', phone: aPhone(), verificationToken })).body.code).toBe(
      'verification.token_invalid',
    )
    expect((await create({ type: 'guest', firstName: 'Noor', phone, verificationToken })).status).toBe(422)
    expect((await create({ phone, email, verificationToken })).body.code).toBe('customer.name_needed')
    expect((await create({ firstName: 'Noor', phone, verificationToken })).body.code).toBe('customer.email_needed')
    const holder = await aStub()
    const theirs = await proof(holder.phone)
    expect(await create({ firstName: 'Eve', email, verificationToken: theirs })).toMatchObject({
      status: 409,
      body: { code: 'customer.phone_taken', customerId: holder.id },
    })
    expect((await create({ firstName: 'Noor', phone, email, verificationToken })).status).toBe(201)
    expect((await create({ firstName: 'Noor', phone: aPhone(), verificationToken })).status).toBe(422)
  })

  test('sent twice at once with one proof makes one', async () => {
    const [phone, email] = [aPhone(), anEmail()]
    const verificationToken = await proof(phone)
    const answers = await Promise.all(
      [1, 2, 3].map(() => create({ firstName: 'Noor', phone, email, verificationToken })),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 422, 422])
  })
})

test('the logins of a person are listed under both names, masked for callers without access to contacts, without secrets', async () => {
  const phone = aPhone()
  const { customerId } = await signInWith(world, shop, phone, { firstName: 'Noor' })
  const reader = await shop.with('customers:read')
  for (const path of [`/api/v1/customers/${customerId}/users`, `/admin/customers/${customerId}/users`]) {
    const { status, body } = await reader.request('GET', path)
    expect(status).toBe(200)
    expect(body.items).toEqual([
      {
        id: expect.any(String),
        status: 'active',
        createdAt: expect.any(String),
        signedInAt: expect.any(String),
        credentials: [{ kind: 'phone', login: `+968 •••• ${phone.slice(-4)}`, proved: true }],
      },
    ])
  }
  expect((await rival.request('GET', `/api/v1/customers/${customerId}/users`)).status).toBe(404)
  const seer = await shop.request('GET', `/api/v1/customers/${customerId}/users`)
  expect(seer.body.items[0].credentials[0].login).toBe(phone)
})
