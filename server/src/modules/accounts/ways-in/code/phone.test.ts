import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aPhone, aTenant, aWorld, type Shop, type World } from '../../../../../test/harness.ts'
import * as carts from '../../../carts/contract.ts'
import * as customers from '../../../customers/contract.ts'
import * as merging from '../../../merging/contract.ts'
import { anEmail, aPerson, bearer, GOOD, logIn } from '../../accounts.harness.ts'
import * as api from '../../contract.ts'
import { prove, signInWith, silentFor } from './phone.harness.ts'

let world: World
let shop: Shop
let rival: Shop
beforeAll(async () => {
  world = await aWorld({ KITH_TRUST_PROXY: '1' })
  shop = await aTenant(world)
  rival = await aTenant(world)
})
afterAll(() => world.close())

const aStub = async (more: Record<string, unknown> = {}, at = shop) =>
  (await at.call(customers.create, { type: 'stub', firstName: 'Salma', phone: aPhone(), ...more } as never)).body
const get = async (customerId: string, at = shop) => (await at.call(customers.get, { customerId })).body
const byPhone = async (phone: string, at = shop) => at.call(customers.lookup, { phone })
const signIn = (phone: string, named = {}, at = shop) => signInWith(world, at, phone, named)
const loginsOf = async (customerId: string) => (await shop.call(api.accountsOfCustomer, { customerId })).body.items
const identifiersOf = (customerId: string) =>
  shop.run(async (ctx) => {
    const held = await ctx.personalData.get('customers')!.export(ctx, customers.CustomerId.parse(customerId))
    return held['identifiers'] as { value: string; verifiedAt: string | null; validTo: string | null }[]
  })

describe('a proved phone', () => {
  test('that is unknown creates a customer with a login, and signs in to it the next time', async () => {
    const phone = aPhone()
    const first = await signIn(phone, { firstName: 'Aisha', lastName: 'Al Harthy' })
    expect(first).toMatchObject({ status: 200, body: { account: { kind: 'customer', role: null } } })
    expect(await get(first.customerId)).toMatchObject({
      type: 'stub',
      firstName: 'Aisha',
      lastName: 'Al Harthy',
      phone,
      phoneVerified: true,
    })
    expect((await first.self.call(api.me, {})).body.customer.id).toBe(first.customerId)
    const again = await signIn(phone, { firstName: 'Somebody else' })
    expect(again).toMatchObject({ status: 200, id: first.id, customerId: first.customerId })
    expect((await get(first.customerId)).firstName).toBe('Aisha')
    expect(await loginsOf(first.customerId)).toMatchObject([{ credentials: [{ kind: 'phone', proved: true }] }])
  })

  test('asks for a name where it needs one, and takes the same proof with it', async () => {
    const verificationToken = await prove(world, shop, aPhone(), 'register')
    const visitor = shop.visitor()
    expect(await visitor.call(api.phone, { verificationToken })).toMatchObject({
      status: 422,
      body: { code: 'auth.name_needed' },
    })
    expect((await visitor.call(api.phone, { verificationToken, firstName: 'Noor' })).status).toBe(200)
    expect(await visitor.call(api.phone, { verificationToken, firstName: 'Noor' })).toMatchObject({
      status: 422,
      body: { code: 'verification.token_invalid' },
    })
  })

  test('opens the history that the business keeps under it, and makes the phone verified', async () => {
    const stub = await aStub()
    await shop.call(carts.put, { customerId: stub.id, lines: [{ sku: 'SHIRT', quantity: 2 }] })
    const { customerId, self } = await signIn(stub.phone)
    expect(customerId).toBe(stub.id)
    expect(await get(customerId)).toMatchObject({
      phoneVerified: true,
      number: stub.number,
      displayName: stub.displayName,
    })
    expect((await self.call(api.me, {})).body.customer.displayName).toBe(stub.displayName)
  })

  test('is worthless for another purpose, another phone, another tenant, and when made up', async () => {
    const phone = aPhone()
    const no = { status: 422, body: { code: 'verification.token_invalid' } }
    const visitor = shop.visitor()
    for (const purpose of ['upgrade', 'cod', 'change_contact'] as const) {
      const verificationToken = await prove(world, shop, phone, purpose)
      expect(await visitor.call(api.phone, { verificationToken, firstName: 'Eve' })).toMatchObject(no)
    }
    const verificationToken = await prove(world, shop, phone)
    expect(await visitor.call(api.phone, { verificationToken, phone: aPhone(), firstName: 'Eve' })).toMatchObject(no)
    expect(await rival.visitor().call(api.phone, { verificationToken, firstName: 'Eve' })).toMatchObject(no)
    expect(await visitor.call(api.phone, { verificationToken: 'A'.repeat(54), firstName: 'Eve' })).toMatchObject(no)
    const byEmail = await prove(world, shop, anEmail())
    expect(await visitor.call(api.phone, { verificationToken: byEmail, firstName: 'Eve' })).toMatchObject(no)
    expect((await byPhone(phone)).status).toBe(404)
    expect((await visitor.call(api.phone, { verificationToken, phone, firstName: 'Eve' })).status).toBe(200)
  })

  test('proved twice at once makes one account and one customer', async () => {
    for (const known of [false, true]) {
      const phone = known ? (await aStub()).phone : aPhone()
      const tokens = [await prove(world, shop, phone), await prove(world, shop, phone, 'register')]
      const answers = await Promise.all(
        tokens.map((verificationToken) => shop.visitor().call(api.phone, { verificationToken, firstName: 'Noor' })),
      )
      expect(answers.map(({ status }) => status)).toEqual([200, 200])
      const [one, other] = answers.map(({ body }) => body.account)
      expect(one).toEqual(other)
      expect(await loginsOf(one.customerId)).toHaveLength(1)
    }
  })

  test('one proof sent eight times at once is used once', async () => {
    const verificationToken = await prove(world, shop, aPhone())
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => shop.visitor().call(api.phone, { verificationToken, firstName: 'Noor' })),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(7).fill(422)])
  })

  test('of the same number in two businesses is two people', async () => {
    const phone = aPhone()
    const [here, there] = [
      await signIn(phone, { firstName: 'Noor' }),
      await signIn(phone, { firstName: 'Noor' }, rival),
    ]
    expect(there.customerId).not.toBe(here.customerId)
    expect((await rival.call(customers.get, { customerId: here.customerId })).status).toBe(404)
    expect((await bearer(rival, here.body.accessToken).call(api.me, {})).body.account.id).toBe(here.id)
  })
})

describe('who comes back by a proved phone', () => {
  test('is reactivated when they had left or were deactivated, with all that was theirs', async () => {
    const stub = await aStub()
    await shop.call(customers.deactivate, { customerId: stub.id, reason: 'moved away' } as never)
    expect((await signIn(stub.phone)).customerId).toBe(stub.id)
    expect(await get(stub.id)).toMatchObject({ status: 'active', displayName: stub.displayName, tier: stub.tier })
    const { customerId, self } = await signIn(stub.phone)
    await shop.call(customers.deactivate, { customerId, reason: 'again' } as never)
    expect(await signIn(stub.phone)).toMatchObject({ status: 200, customerId })
    expect((await get(customerId)).status).toBe('active')
    expect(self).toBeDefined()
  })

  test('stays out after a suspension, with any name and however long ago; nothing is used up', async () => {
    const stub = await aStub()
    const { customerId } = await signIn(stub.phone)
    await shop.call(customers.suspend, { customerId } as never)
    for (const months of [0, 13]) {
      await silentFor(world, customerId, months)
      const before = await get(customerId)
      const refused = await signIn(stub.phone, { firstName: 'Rahul', lastName: 'Nair' })
      expect(refused).toMatchObject({ status: 403, body: { code: 'auth.blocked' } })
      expect(await get(customerId)).toEqual(before)
    }
  })

  test('is a new customer after an erasure', async () => {
    const stub = await aStub()
    const { customerId } = await signIn(stub.phone)
    await shop.run(async (ctx) => {
      for (const hooks of [...ctx.personalData.values()].reverse()) {
        await hooks.erase(ctx, customers.CustomerId.parse(customerId))
      }
    })
    const back = await signIn(stub.phone, { firstName: 'Salma' })
    expect(back.status).toBe(200)
    expect(back.customerId).not.toBe(customerId)
  })

  test('is the survivor after a merge, by the number of either', async () => {
    for (const by of ['from', 'into'] as const) {
      const pair = { from: await aStub(), into: await aStub() }
      await shop.call(merging.merge, { from: pair.from.id, into: pair.into.id, reason: 'one person' })
      expect((await signIn(pair[by].phone)).customerId).toBe(pair.into.id)
    }
  })

  test('is asked for the second factor, whichever of their logins has it', async () => {
    const person = await aPerson(shop)
    const phone = aPhone()
    const token = await prove(world, shop, phone, 'change_contact')
    expect((await person.self.call(api.changeContact, { verificationToken: token })).status).toBe(200)
    const { secret } = (await person.self.call(api.beginTotp, {})).body
    const { TOTP, Secret } = await import('otpauth')
    const totp = new TOTP({ secret: Secret.fromBase32(secret) })
    expect((await person.self.call(api.confirmTotp, { code: totp.generate() })).status).toBe(200)
    const { status, body } = await signIn(phone)
    expect(status).toBe(200)
    expect(body).toEqual({
      mfa: { challenge: expect.any(String), expiresAt: expect.any(String), methods: ['totp', 'recovery'] },
    })
  })
})

describe('a phone that is only said', () => {
  test('at registration shows and changes nothing of its holder; proving it ends the claim', async () => {
    const stub = await aStub()
    const before = await get(stub.id)
    const claimer = await aPerson(shop, { phone: stub.phone })
    expect(claimer.customerId).not.toBe(stub.id)
    expect(await get(stub.id)).toEqual(before)
    expect(await loginsOf(stub.id)).toEqual([])
    const holder = await signIn(stub.phone)
    expect(holder.customerId).toBe(stub.id)
    expect((await loginsOf(claimer.customerId))[0].credentials).toMatchObject([{ kind: 'password' }])
    expect((await logIn(shop, claimer.email)).body.account.customerId).toBe(claimer.customerId)
    expect(await get(stub.id)).toMatchObject({ phone: stub.phone, phoneVerified: true, email: null })
  })

  test('registering answers alike for a known number and an unknown one', async () => {
    const shapeOf = (body: object) => JSON.stringify(body).replace(/[\w-]{20,}(\.[\w-]+)*|\d{4}-[\dT:.-]+Z/g, '…')
    const register = (phone: string) =>
      shop.visitor().call(api.register, { email: anEmail(), password: GOOD, firstName: 'Eve', phone })
    const [known, unknown] = [await register((await aStub()).phone), await register(aPhone())]
    expect([known.status, shapeOf(known.body)]).toEqual([unknown.status, shapeOf(unknown.body)])
  })

  test('is kept by the person who registered with it, once they have proved it while signed in', async () => {
    const phone = aPhone()
    const person = await aPerson(shop, { phone })
    const verificationToken = await prove(world, shop, phone, 'change_contact')
    expect((await person.self.call(api.changeContact, { phone, verificationToken })).status).toBe(200)
    expect(await get(person.customerId)).toMatchObject({ type: 'full', phone, phoneVerified: true })
    expect(await signIn(phone)).toMatchObject({ status: 200, id: person.id, customerId: person.customerId })
  })
})

describe('a number whose holder was silent', () => {
  const silentHolder = async (months = 12) => {
    const stub = await aStub({ firstName: 'Salma', lastName: 'Al Balushi', name2: 'سلمى البلوشي' })
    const { customerId, id } = await signIn(stub.phone)
    await silentFor(world, customerId, months)
    return { phone: stub.phone as string, customerId, accountId: id }
  }
  const openHandOvers = async (at = shop) => (await at.call(api.listHandOvers, {})).body.items

  test('opens for the name that is known, in either script', async () => {
    for (const named of [
      { firstName: 'Salmah', lastName: 'Albalushi' },
      { firstName: 'سلمى', lastName: 'البلوشي' },
    ]) {
      const { phone, customerId, accountId } = await silentHolder()
      expect(await signIn(phone, named)).toMatchObject({ status: 200, customerId, id: accountId })
    }
  })

  test('asks for a name exactly as an unknown number does', async () => {
    const { phone } = await silentHolder()
    const answers = [await signIn(phone), await signIn(aPhone())]
    const [known, unknown] = answers.map(({ status, body }) => [status, { ...body, instance: '', requestId: '' }])
    expect(known).toEqual(unknown)
    expect(known).toMatchObject([422, { code: 'auth.name_needed' }])
  })

  test('is a new person’s when the name does not fit: no history, and the old one had it formerly', async () => {
    const { phone, customerId: former, accountId } = await silentHolder()
    const present = await signIn(phone, { firstName: 'Rahul', lastName: 'Nair' })
    expect(present.status).toBe(200)
    expect(present.customerId).not.toBe(former)
    expect(await get(present.customerId)).toMatchObject({
      firstName: 'Rahul',
      phone,
      phoneVerified: true,
      type: 'stub',
    })
    expect(await get(former)).toMatchObject({ firstName: 'Salma', phone: null, phoneVerified: false })
    expect(await identifiersOf(former)).toMatchObject([{ value: phone, validTo: expect.any(String) }])
    expect((await loginsOf(former)).find((one: { id: string }) => one.id === accountId).credentials).toEqual([])
    expect((await signIn(phone)).customerId).toBe(present.customerId)
    expect((await openHandOvers())[0]).toMatchObject({
      formerCustomerId: former,
      presentCustomerId: present.customerId,
      why: 'silent',
      decision: null,
    })
    expect(await openHandOvers(rival)).toEqual([])
  })

  test('is theirs without a question a day before the months are over, and the months are a setting', async () => {
    const { phone, customerId } = await silentHolder(11)
    expect(await signIn(phone)).toMatchObject({ status: 200, customerId })
    await shop.call(api.changeSettings, { handOverMonths: 6 })
    expect((await shop.call(api.readSettings, {})).body.handOverMonths).toBe(6)
    await silentFor(world, customerId, 11)
    expect((await signIn(phone)).status).toBe(422)
    await shop.call(api.changeSettings, { mfaForRoles: [] })
    expect((await shop.call(api.readSettings, {})).body.handOverMonths).toBe(6)
    await shop.call(api.changeSettings, { handOverMonths: 12 })
  })

  test('is decided by staff: merged it is one person again, dismissed it is settled; each once', async () => {
    const { phone, customerId: former } = await silentHolder()
    const present = await signIn(phone, { firstName: 'Umm Ahmed' })
    const [{ id: handOverId }] = await openHandOvers()
    const cashier = await shop.with('customers:read', 'customers:write')
    expect((await cashier.call(api.listHandOvers, {})).status).toBe(403)
    expect((await cashier.call(api.mergeHandOver, { handOverId })).status).toBe(403)
    expect((await rival.call(api.mergeHandOver, { handOverId })).status).toBe(404)
    expect((await rival.call(api.dismissHandOver, { handOverId })).status).toBe(404)
    expect(await shop.call(api.mergeHandOver, { handOverId })).toMatchObject({
      status: 200,
      body: { decision: 'merged', decidedBy: expect.stringMatching(/^key:/) },
    })
    expect(await get(former)).toMatchObject({ firstName: 'Salma', phone, phoneVerified: true })
    expect((await signIn(phone)).customerId).toBe(former)
    expect((await present.self.call(api.me, {})).body.customer.id).toBe(former)
    for (const decide of [api.mergeHandOver, api.dismissHandOver]) {
      expect((await shop.call(decide, { handOverId })).body.code).toBe('hand_over.already_decided')
    }
    const other = await silentHolder()
    await signIn(other.phone, { firstName: 'Rahul' })
    const [{ id }] = await openHandOvers()
    expect((await shop.call(api.dismissHandOver, { handOverId: id })).body.decision).toBe('dismissed')
    expect((await shop.call(api.mergeHandOver, { handOverId: id })).status).toBe(409)
    expect((await openHandOvers()).some((one: { id: string }) => one.id === id)).toBe(false)
    const decided = (await shop.call(api.listHandOvers, { status: 'decided' })).body.items
    expect(decided.map((one: { id: string }) => one.id)).toEqual(expect.arrayContaining([id, handOverId]))
  })

  test('two who prove it at once are still one new person', async () => {
    const { phone, customerId: former } = await silentHolder()
    const tokens = [await prove(world, shop, phone), await prove(world, shop, phone, 'register')]
    const answers = await Promise.all(
      tokens.map((verificationToken) => shop.visitor().call(api.phone, { verificationToken, firstName: 'Rahul' })),
    )
    const [one, other] = answers.map(({ body }) => body.account.customerId)
    expect(one).toBe(other)
    expect(one).not.toBe(former)
  })

  test('leaves its holder signed in by what else they have', async () => {
    const person = await aPerson(shop, { firstName: 'Salma' })
    const phone = aPhone()
    const verificationToken = await prove(world, shop, phone, 'change_contact')
    await person.self.call(api.changeContact, { verificationToken })
    await silentFor(world, person.customerId, 14)
    const present = await signIn(phone, { firstName: 'Rahul' })
    expect(present.customerId).not.toBe(person.customerId)
    expect((await person.self.call(api.me, {})).status).toBe(200)
    expect((await logIn(shop, person.email)).body.account.customerId).toBe(person.customerId)
    expect(await get(person.customerId)).toMatchObject({ type: 'full', phone: null, emailVerified: true })
  })
})

test('a number that staff entered for a customer with a login gives no access to them; staff are asked', async () => {
  const person = await aPerson(shop)
  const phone = aPhone()
  await shop.call(customers.change, { customerId: person.customerId, phone } as never)
  const other = await signIn(phone, { firstName: 'Eve' })
  expect(other.customerId).not.toBe(person.customerId)
  const [handOver] = (await shop.call(api.listHandOvers, {})).body.items
  expect(handOver).toMatchObject({ formerCustomerId: person.customerId, why: 'unproved' })
  expect((await byPhone(phone)).body.id).toBe(other.customerId)
})

test('the result is in the audit trail and published without names', async () => {
  const phone = aPhone()
  const { customerId, id } = await signIn(phone, { firstName: 'Zzyzx' })
  const history = (await shop.call(customers.history, { customerId })).body.items
  expect(history.map((one: { action: string }) => one.action)).toEqual(
    expect.arrayContaining(['customer.created', 'customer.contact_proved', 'account.registered', 'account.signed_in']),
  )
  const { rows } = await world.owner.query<{ type: string; data: string }>(
    'select type, data::text as data from events where tenant_id = $1 and customer_id::text = $2',
    [shop.id, customers.CustomerId.parse(customerId)],
  )
  expect(rows.map(({ type }) => type)).toEqual(expect.arrayContaining(['CustomerRegistered', 'CustomerLoggedIn']))
  for (const { data } of rows) expect(data).not.toMatch(/Zzyzx|9689/)
  expect(rows.some(({ data }) => data.includes(id) && data.includes('"phone"'))).toBe(true)
})

test('a hand-over is part of the personal data of both and goes when one is erased', async () => {
  const stub = await aStub()
  await silentFor(world, stub.id, 13)
  const { customerId } = await signIn(stub.phone, { firstName: 'Rahul' })
  const hooks = await shop.run(async (ctx) => ctx.personalData.get('accounts')!)
  for (const [one, had] of [
    [stub.id, 'before'],
    [customerId, 'since'],
  ]) {
    const held = await shop.run((ctx) => hooks.export(ctx, customers.CustomerId.parse(one)))
    expect(held['numbersHandedOver']).toMatchObject([{ had, why: 'silent' }])
    expect(JSON.stringify(held['numbersHandedOver'])).not.toContain(customers.CustomerId.parse(stub.id))
  }
  await shop.run((ctx) => hooks.erase(ctx, customers.CustomerId.parse(customerId)))
  const { rows } = await world.owner.query('select from hand_overs where former_id::text = $1', [
    customers.CustomerId.parse(stub.id),
  ])
  expect(rows).toEqual([])
})
