import { TOTP } from 'otpauth'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { aPhone, aTenant, aWorld, eventually, type Shop, type World } from '../../../test/harness.ts'
import * as customers from '../customers/contract.ts'
import * as merging from '../merging/contract.ts'
import { anEmail, aPerson, BETTER, bearer, forgot, GOOD, logIn, sentTo } from './accounts.harness.ts'
import * as api from './contract.ts'
import { prove, signInWith } from './ways-in/code/phone.harness.ts'

let world: World
let shop: Shop
beforeAll(async () => {
  world = await aWorld({ KITH_TRUST_PROXY: '1', KITH_POOL: '20' })
  shop = await aTenant(world)
})
afterAll(() => world.close())

const uuid = (customerId: string) => customers.CustomerId.parse(customerId)
const aStub = async (more: Record<string, unknown> = {}) =>
  (await shop.call(customers.create, { type: 'stub', firstName: 'Salma', phone: aPhone(), ...more } as never)).body
const get = async (customerId: string) => (await shop.call(customers.get, { customerId })).body
const merge = (from: string, into: string) =>
  shop.call(merging.merge, { from, into, reason: 'the same person' } as never)

/** The number of requests of this database that wait for a lock. */
async function waiting(): Promise<number> {
  // Inside a transaction the view is a snapshot.
  await world.owner.query('select pg_stat_clear_snapshot()')
  const { rows } = await world.owner.query(
    `select count(*)::int as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
  )
  return rows[0].n
}

type Answer = Awaited<ReturnType<typeof logIn>>

/** Holds a row until both, in this order, wait for a lock; then releases it. */
async function lineUp(row: { table: string; id: string }, first: () => Promise<Answer>, second: () => Promise<Answer>) {
  await world.owner.query('begin')
  try {
    await world.owner.query(`select from ${row.table} where id = $1 for update`, [row.id])
    const one = first()
    await eventually(async () => (await waiting()) >= 1)
    const other = second()
    await eventually(async () => (await waiting()) >= 2)
    await world.owner.query('commit')
    return await Promise.all([one, other])
  } finally {
    await world.owner.query('rollback')
  }
}

describe('staff merge a customer at the very moment of a sign-in', () => {
  test('the guest who signs in: both end well, and the guest is merged once', async () => {
    const { body: guest } = await shop.visitor().call(api.beginGuest, {})
    const { email, customerId } = await aPerson(shop)
    const [signedIn, merged] = await lineUp(
      { table: 'customers', id: uuid(customerId) },
      () => shop.visitor().call(api.login, { email, password: GOOD, guestToken: guest.guestToken }),
      () => merge(guest.customerId, customerId),
    )
    expect(signedIn).toMatchObject({ status: 200, body: { account: { customerId } } })
    expect([201, 409]).toContain(merged.status)
    const { items } = (await shop.call(merging.list, { customerId })).body
    expect(items.filter(({ from }: { from: string }) => from === guest.customerId)).toHaveLength(1)
  })

  test('the guest who signs in, into another customer: the sign-in goes through', async () => {
    const { body: guest } = await shop.visitor().call(api.beginGuest, {})
    const { email, customerId } = await aPerson(shop)
    const stub = await aStub()
    const [merged, signedIn] = await lineUp(
      { table: 'customers', id: uuid(guest.customerId) },
      () => merge(guest.customerId, stub.id),
      () => shop.visitor().call(api.login, { email, password: GOOD, guestToken: guest.guestToken }),
    )
    expect(merged.status).toBe(201)
    expect(signedIn).toMatchObject({ status: 200, body: { account: { customerId } } })
  })

  test('a sign-in by phone ends at the survivor, with the account moved', async () => {
    const [stub, survivor] = [await aStub(), await aStub()]
    const { customerId, id } = await signInWith(world, shop, stub.phone)
    expect(customerId).toBe(stub.id)
    const verificationToken = await prove(world, shop, stub.phone)
    const [merged, signedIn] = await lineUp(
      { table: 'customers', id: uuid(stub.id) },
      () => merge(stub.id, survivor.id),
      () => shop.visitor().call(api.phone, { verificationToken }),
    )
    expect(merged.status).toBe(201)
    expect(signedIn).toMatchObject({ status: 200, body: { account: { id, customerId: survivor.id } } })
  })

  test('a first sign-in by the phone of a stub ends at the survivor too', async () => {
    const [stub, survivor] = [await aStub(), await aStub()]
    const verificationToken = await prove(world, shop, stub.phone)
    const [merged, signedIn] = await lineUp(
      { table: 'customers', id: uuid(stub.id) },
      () => merge(stub.id, survivor.id),
      () => shop.visitor().call(api.phone, { verificationToken }),
    )
    expect(merged.status).toBe(201)
    expect(signedIn).toMatchObject({ status: 200, body: { account: { customerId: survivor.id } } })
  })

  test('a sign-in by password ends at the survivor', async () => {
    const { email, customerId, id } = await aPerson(shop)
    const survivor = await aStub()
    const [merged, signedIn] = await lineUp(
      { table: 'customers', id: uuid(customerId) },
      () => merge(customerId, survivor.id),
      () => logIn(shop, email),
    )
    expect(merged.status).toBe(201)
    expect(signedIn).toMatchObject({ status: 200, body: { account: { id, customerId: survivor.id } } })
  })

  test('a confirmed e-mail joins the survivor', async () => {
    const email = anEmail()
    const [stub, survivor] = [await aStub({ email }), await aStub()]
    const { self } = await aPerson(shop, { email, confirmed: false })
    const { code } = await sentTo(shop, email, 'verify_email')
    const [merged, confirmed] = await lineUp(
      { table: 'customers', id: uuid(stub.id) },
      () => merge(stub.id, survivor.id),
      () => self.call(api.verifyEmail, { code }),
    )
    expect([merged.status, confirmed.status]).toEqual([201, 200])
    expect((await self.call(api.me, {})).body.customer.id).toBe(survivor.id)
  })

  test('a concurrent suspension keeps later sign-ins out, and ends earlier ones', async () => {
    const { email, customerId } = await aPerson(shop)
    const [suspended, signedIn] = await lineUp(
      { table: 'customers', id: uuid(customerId) },
      () => shop.call(customers.suspend, { customerId }),
      () => logIn(shop, email),
    )
    expect([suspended.status, signedIn.status]).toEqual([200, 403])
    expect((await get(customerId)).status).toBe('suspended')
  })
})

describe('a customer signs in by the password at the very moment at which', () => {
  const passwordOf = async (accountId: string) => {
    const find = 'select id from account_credentials where account_id = $1'
    return { table: 'account_credentials', id: (await world.owner.query(find, [accountId])).rows[0].id as string }
  }

  test('it is reset: the old one opens nothing, also when it was compared before', async () => {
    const { id, email, self } = await aPerson(shop)
    await forgot(world, shop, email)
    const { token } = await sentTo(shop, email, 'reset_password')
    const [reset, signedIn] = await lineUp(
      await passwordOf(id),
      () => shop.visitor().call(api.resetPassword, { token, password: BETTER }),
      () => logIn(shop, email),
    )
    expect([reset.status, signedIn.status]).toEqual([200, 401])
    expect((await self.call(api.me, {})).status).toBe(401)
    expect((await logIn(shop, email, BETTER)).status).toBe(200)
  })

  test('a second factor is added with another login of theirs: the session without it ends', async () => {
    const [holder, other] = [await aPerson(shop), await aPerson(shop)]
    await world.owner.query('update accounts set customer_id = $1 where customer_id = $2', [
      uuid(holder.customerId),
      uuid(other.customerId),
    ])
    const { secret } = (await holder.self.call(api.beginTotp, {})).body
    const [signedIn, added] = await lineUp(
      { table: 'accounts', id: other.id },
      () => logIn(shop, other.email),
      () => holder.self.call(api.confirmTotp, { code: new TOTP({ secret }).generate() }),
    )
    expect([signedIn.status, added.status]).toEqual([200, 200])
    expect(signedIn.body.accessToken).toBeDefined()
    expect((await bearer(shop, signedIn.body.accessToken).call(api.me, {})).status).toBe(401)
    expect((await logIn(shop, other.email)).body.mfa.methods).toEqual(['totp', 'recovery'])
  })
})

describe('one person, one till, two sign-ins at once', () => {
  test('the second factor and the PIN do not wait for each other', async () => {
    const email = anEmail()
    const { body: invited } = await shop.call(api.inviteStaff, { email, role: 'cashier' })
    const { token } = await sentTo(shop, email, 'staff_invitation')
    const accepted = await shop.visitor().call(api.acceptInvitation, { token, password: GOOD })
    const self = bearer(shop, accepted.body.accessToken)
    const registered = (await shop.call(api.registerTill, { name: 'Counter' })).body
    const { tillToken } = (await shop.visitor().call(api.pairTill, { pairingCode: registered.pairingCode })).body
    expect((await self.call(api.setPin, { pin: '4071', tillToken })).status).toBe(200)
    const { secret } = (await self.call(api.beginTotp, {})).body
    const totp = new TOTP({ secret })
    expect((await self.call(api.confirmTotp, { code: totp.generate() })).status).toBe(200)
    await world.owner.query('update account_factors set last_step = 0 where account_id = $1', [invited.id])
    const byPin = () => shop.visitor().call(api.signInByPin, { accountId: invited.id, pin: '4071', tillToken })
    const { challenge } = (await byPin()).body.mfa
    const finish = () =>
      shop.visitor().call(api.finishSignIn, { challenge, method: 'totp' as const, code: totp.generate() })
    const rolledBack = vi.spyOn(world.kith.db.transactions, 'rollBack')
    const [finished, again] = await lineUp({ table: 'accounts', id: invited.id }, finish, byPin)
    expect(finished).toMatchObject({ status: 200, body: { account: { id: invited.id } } })
    expect(again).toMatchObject({ status: 200, body: { mfa: { methods: ['totp', 'recovery'] } } })
    expect(rolledBack).not.toHaveBeenCalled()
  })
})

describe('one e-mail, invited more than once', () => {
  const invite = (email: string) => shop.call(api.inviteStaff, { email, role: 'cashier' })

  test('six times at once: one member, and one link that is good', async () => {
    const email = anEmail()
    const invited = await Promise.all(Array.from({ length: 6 }, () => invite(email)))
    expect(invited.map(({ status }) => status)).toEqual(Array(6).fill(201))
    expect(new Set(invited.map(({ body }) => body.id)).size).toBe(1)
    const { items } = (await shop.call(api.listStaff, {})).body
    expect(items.filter((one: { email: string }) => one.email === email).length).toBe(1)
  })

  test('who was invited as two before: the second link says that it is used', async () => {
    const emails = [anEmail(), anEmail()]
    const [one, twin] = [(await invite(emails[0]!)).body.id, (await invite(emails[1]!)).body.id]
    await world.owner.query(
      `update account_credentials twin set digest = one.digest from account_credentials one
        where one.account_id = $1 and twin.account_id = $2 and twin.tenant_id = one.tenant_id`,
      [one, twin],
    )
    const accept = async (email: string) => {
      const { token } = await sentTo(shop, email, 'staff_invitation')
      return shop.visitor().call(api.acceptInvitation, { token, password: GOOD })
    }
    expect((await accept(emails[0]!)).status).toBe(200)
    expect((await accept(emails[1]!)).status).toBe(422)
  })
})
