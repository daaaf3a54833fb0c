import { afterAll, beforeAll, expect, test } from 'vitest'
import { aPhone, aTenant, aWorld, type Shop, type World } from '../../../../../test/harness.ts'
import * as carts from '../../../carts/contract.ts'
import * as customers from '../../../customers/contract.ts'
import * as merging from '../../../merging/contract.ts'
import { anEmail, aPerson, bearer, GOOD, logIn } from '../../accounts.harness.ts'
import * as api from '../../contract.ts'
import { accounts } from '../../index.ts'
import { signInWith } from '../../ways-in/code/phone.harness.ts'

let world: World
let shop: Shop
let rival: Shop
beforeAll(async () => {
  world = await aWorld({ KITH_TRUST_PROXY: '1' })
  shop = await aTenant(world)
  rival = await aTenant(world)
})
afterAll(() => world.close())

async function aGuest(at = shop, lines: Record<string, number> = { SHIRT: 2 }) {
  const { status, body } = await at.visitor().call(api.beginGuest, {})
  expect(status).toBe(201)
  await put(body.customerId, lines, at)
  return body as { customerId: string; guestToken: string; expiresAt: string }
}
const put = (customerId: string, lines: Record<string, number>, at = shop) =>
  at.call(carts.put, { customerId, lines: Object.entries(lines).map(([sku, quantity]) => ({ sku, quantity })) })
const cartOf = async (customerId: string, at = shop): Promise<Record<string, number>> =>
  Object.fromEntries(
    (await at.call(carts.read, { customerId })).body.lines.map((line: carts.Line) => [line.sku, line.quantity]),
  )
const statusOf = async (customerId: string, at = shop) => (await at.call(customers.get, { customerId })).status

test('a visitor begins as an anonymous guest, and the token is nowhere but with the visitor', async () => {
  const { customerId, guestToken } = await aGuest()
  expect((await shop.call(customers.get, { customerId })).body).toMatchObject({ type: 'guest', phone: null })
  const { rows } = await world.owner.query('select guest_tokens::text as row from guest_tokens where tenant_id = $1', [
    shop.id,
  ])
  for (const { row } of rows) {
    expect(row).not.toContain(guestToken)
    expect(row).not.toContain(Buffer.from(guestToken).toString('hex'))
  }
  expect((await rival.call(customers.get, { customerId })).status).toBe(404)
})

test('cart and record join the account at registration, at sign-in by password and by phone; quantities add up', async () => {
  const registering = await aGuest()
  const { body } = await shop.visitor().call(api.register, {
    email: anEmail(),
    password: GOOD,
    firstName: 'Aisha',
    guestToken: registering.guestToken,
  })
  expect(await cartOf(body.account.customerId)).toEqual({ SHIRT: 2 })
  expect(await statusOf(registering.customerId)).toBe(307)

  const person = await aPerson(shop)
  await put(person.customerId, { SHIRT: 1, SUIT: 1 })
  const signingIn = await aGuest()
  const again = await shop
    .visitor()
    .call(api.login, { email: person.email, password: GOOD, guestToken: signingIn.guestToken })
  expect(again.body.account.customerId).toBe(person.customerId)
  expect(await cartOf(person.customerId)).toEqual({ SHIRT: 3, SUIT: 1 })
  expect((await shop.call(customers.get, { customerId: person.customerId })).body.firstName).toBe('Aisha')

  const phone = aPhone()
  const first = await signInWith(world, shop, phone, { firstName: 'Noor', guestToken: (await aGuest()).guestToken })
  await signInWith(world, shop, phone, { guestToken: (await aGuest()).guestToken })
  expect(await cartOf(first.customerId)).toEqual({ SHIRT: 4 })
})

test('a signed-in customer can join a guest too', async () => {
  const person = await aPerson(shop)
  const { guestToken } = await aGuest()
  expect((await shop.visitor().call(api.adoptGuest, { guestToken })).status).toBe(401)
  expect((await person.self.call(api.adoptGuest, { guestToken })).body).toEqual({ done: true })
  expect(await cartOf(person.customerId)).toEqual({ SHIRT: 2 })
})

test('a token works once, also for two at once and after the merge was undone', async () => {
  const { guestToken } = await aGuest()
  const people = [await aPerson(shop), await aPerson(shop)]
  const answers = await Promise.all(people.map(({ self }) => self.call(api.adoptGuest, { guestToken })))
  expect(answers.map(({ status }) => status)).toEqual([200, 200])
  const given = await Promise.all(people.map(({ customerId }) => cartOf(customerId)))
  expect(given.filter((cart) => cart['SHIRT'] === 2)).toHaveLength(1)

  const [winner, loser] = given[0]!['SHIRT'] ? people : [...people].reverse()
  const { items } = (await shop.call(merging.list, { customerId: winner!.customerId })).body
  await shop.call(merging.undo, { mergeId: items[0].id, reason: 'no' })
  expect((await loser!.self.call(api.adoptGuest, { guestToken })).status).toBe(200)
  expect(await cartOf(loser!.customerId)).toEqual({})
})

test('a token of another business, an invented one, an old one, and one of a customer who is no guest do nothing', async () => {
  const foreign = await aGuest(rival)
  const old = await aGuest()
  await world.owner.query(
    `update guest_tokens set expires_at = now() - interval '1 second' where customer_id::text = $1`,
    [customers.CustomerId.parse(old.customerId)],
  )
  const stub = await aGuest()
  await shop.call(customers.change, { customerId: stub.customerId, firstName: 'Salma', phone: aPhone() } as never)
  const gone = await aGuest()
  await shop.call(customers.deactivate, { customerId: gone.customerId } as never)
  const merged = await aGuest()
  const other = (await shop.call(customers.create, {})).body.id
  await shop.call(merging.merge, { from: merged.customerId, into: other, reason: 'one' })

  const person = await aPerson(shop)
  for (const guestToken of [
    foreign.guestToken,
    old.guestToken,
    stub.guestToken,
    gone.guestToken,
    merged.guestToken,
    `kithg_${'A'.repeat(43)}`,
  ]) {
    const { status, body } = await shop.visitor().call(api.login, { email: person.email, password: GOOD, guestToken })
    expect([status, body.account.customerId]).toEqual([200, person.customerId])
  }
  expect(await cartOf(person.customerId)).toEqual({})
  expect(await cartOf(foreign.customerId, rival)).toEqual({ SHIRT: 2 })
  expect(await statusOf(stub.customerId)).toBe(200)
})

test('a guest with a login of their own is not joined by the token', async () => {
  const { customerId, guestToken } = await aGuest()
  const id = customers.CustomerId.parse(customerId)
  await world.owner.query(
    `insert into accounts (tenant_id, id, customer_id, status, language, created_at)
     values ($1, gen_random_uuid(), $2, 'active', 'en', now())`,
    [shop.id, id],
  )
  const person = await aPerson(shop)
  await person.self.call(api.adoptGuest, { guestToken })
  expect(await cartOf(customerId)).toEqual({ SHIRT: 2 })
})

test('a wrong password and half a sign-in take nothing over', async () => {
  const person = await aPerson(shop)
  const { customerId, guestToken } = await aGuest()
  const { secret } = (await person.self.call(api.beginTotp, {})).body
  const { TOTP, Secret } = await import('otpauth')
  const totp = new TOTP({ secret: Secret.fromBase32(secret) })
  await person.self.call(api.confirmTotp, { code: totp.generate() })
  const visitor = shop.visitor()
  expect((await logIn(shop, person.email, 'wrong wrong wrong')).status).toBe(401)
  const half = await visitor.call(api.login, { email: person.email, password: GOOD, guestToken })
  expect(await cartOf(customerId)).toEqual({ SHIRT: 2 })
  const finished = await visitor.call(api.finishSignIn, {
    challenge: half.body.mfa.challenge,
    method: 'totp',
    code: totp.generate({ timestamp: Date.now() + 30_000 }),
  })
  expect(finished.status).toBe(200)
  expect(await cartOf(person.customerId)).toEqual({ SHIRT: 2 })
})

test('a proof that is refused leaves the guest and its token as they were', async () => {
  const { customerId, guestToken } = await aGuest()
  const stub = (await shop.call(customers.create, { type: 'stub', firstName: 'Salma', phone: aPhone() })).body
  await shop.call(customers.suspend, { customerId: stub.id } as never)
  expect((await signInWith(world, shop, stub.phone, { guestToken })).status).toBe(403)
  expect(await cartOf(customerId)).toEqual({ SHIRT: 2 })
  expect((await signInWith(world, shop, aPhone(), { firstName: 'Noor', guestToken })).status).toBe(200)
  expect(await statusOf(customerId)).toBe(307)
})

test('one address cannot fill the business with guests', async () => {
  const visitor = shop.visitor()
  const statuses = []
  for (let n = 0; n < 61; n++) statuses.push((await visitor.call(api.beginGuest, {})).status)
  expect(statuses.slice(0, 60)).toEqual(Array(60).fill(201))
  expect(statuses[60]).toBe(429)
})

test('the merge that took a guest over is in the log and can be undone', async () => {
  const person = await aPerson(shop)
  const { customerId, guestToken } = await aGuest()
  await person.self.call(api.adoptGuest, { guestToken })
  const { items } = (await shop.call(merging.list, { customerId: person.customerId })).body
  expect(items).toMatchObject([{ from: customerId, into: person.customerId, undone: null }])
  expect((await shop.call(merging.undo, { mergeId: items[0].id, reason: 'not theirs' })).status).toBe(200)
  expect([await cartOf(customerId), await cartOf(person.customerId)]).toEqual([{ SHIRT: 2 }, {}])
})

test('erasing a guest takes the token away', async () => {
  const { customerId } = await aGuest()
  const id = customers.CustomerId.parse(customerId)
  await shop.run(async (ctx) => ctx.personalData.get('accounts')!.erase(ctx, id))
  const { rows } = await world.owner.query('select from guest_tokens where customer_id = $1', [id])
  expect(rows).toEqual([])
})

test('expired tokens are deleted on schedule, others stay', async () => {
  const [old, fresh] = [await aGuest(), await aGuest()]
  await world.owner.query(
    `update guest_tokens set expires_at = now() - interval '1 second' where customer_id::text = $1`,
    [customers.CustomerId.parse(old.customerId)],
  )
  const tidy = accounts.jobs.find(({ name }) => name === 'tidy-sign-ins')!
  await shop.run(tidy.run)
  const left = async (customerId: string) =>
    (
      await world.owner.query('select from guest_tokens where customer_id::text = $1', [
        customers.CustomerId.parse(customerId),
      ])
    ).rows.length
  expect([await left(old.customerId), await left(fresh.customerId)]).toEqual([0, 1])
})

test('a signed-in customer cannot fill the business with guests either', async () => {
  const { self } = await aPerson(shop)
  const statuses = await Promise.all(
    Array.from({ length: 61 }, async () => (await self.call(api.beginGuest, {})).status),
  )
  expect(statuses.filter((status) => status === 429)).toHaveLength(1)
})

test('one person who joins two guests at once, by two logins, causes no deadlock', async () => {
  for (let round = 0; round < 4; round++) {
    const person = await aPerson(shop)
    const again = bearer(shop, (await logIn(shop, person.email)).body.accessToken)
    const guests = [await aGuest(), await aGuest()]
    const answers = await Promise.all(
      [person.self, again].map((self, n) => self.call(api.adoptGuest, { guestToken: guests[n]!.guestToken })),
    )
    expect(answers.map(({ status }) => status)).toEqual([200, 200])
    expect(await cartOf(person.customerId)).toEqual({ SHIRT: 4 })
  }
})
