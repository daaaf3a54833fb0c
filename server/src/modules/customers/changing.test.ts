import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aPhone, aTenant, aWorld, type Shop, type World } from '../../../test/harness.ts'
import * as api from './contract.ts'
import { registerCustomer } from './index.ts'

let world: World
let shop: Shop
beforeAll(async () => {
  world = await aWorld()
  shop = await aTenant(world)
})
afterAll(() => world.close())

const aStub = async (input: Record<string, unknown> = {}) =>
  (await shop.call(api.create, { type: 'stub', firstName: 'Salim', phone: aPhone(), ...input } as never)).body

describe('changing', () => {
  test('only what is sent changes; null clears; the version goes up', async () => {
    const { id: customerId } = await aStub({ lastName: 'Old', notes: 'x' })
    const { status, body, headers } = await shop.call(api.change, { customerId, lastName: null, locale: 'ar' })
    expect({ status, etag: headers.get('etag') }).toEqual({ status: 200, etag: '"2"' })
    expect(body).toMatchObject({ firstName: 'Salim', lastName: null, notes: 'x', locale: 'ar', version: 2 })
    expect((await shop.call(api.get, { customerId })).body).toEqual(body)
  })

  test('a lost race is told with the present version, and nothing is written', async () => {
    const { id: customerId } = await aStub()
    const ifMatch = { headers: { 'if-match': '"1"' } }
    expect((await shop.call(api.change, { customerId, notes: 'first' }, ifMatch)).status).toBe(200)
    const lost = await shop.call(api.change, { customerId, notes: 'second' }, ifMatch)
    expect(lost).toMatchObject({ status: 412, body: { code: 'version_conflict', version: 2 } })
    expect(lost.headers.get('etag')).toBe('"2"')
    expect(
      await shop.call(api.change, { customerId, notes: 'x' }, { headers: { 'if-match': 'rubbish' } }),
    ).toMatchObject({ status: 412 })
    expect((await shop.call(api.get, { customerId })).body).toMatchObject({ notes: 'first', version: 2 })
  })

  test('ten editors with the same version: one wins', async () => {
    const { id: customerId } = await aStub()
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, n) =>
        shop.call(api.change, { customerId, notes: `n${n}` }, { headers: { 'if-match': '"1"' } }),
      ),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(9).fill(412)])
  })

  test('a change that changes nothing leaves version and history alone', async () => {
    const { id: customerId } = await aStub()
    expect((await shop.call(api.change, { customerId, firstName: 'Salim' })).body.version).toBe(1)
    expect((await shop.call(api.history, { customerId })).body.items).toHaveLength(1)
  })

  test('a guest with a name and a phone becomes a stub; with a phone alone it is refused', async () => {
    const { body: guest } = await shop.call(api.create, {})
    expect(await shop.call(api.change, { customerId: guest.id, phone: aPhone() })).toMatchObject({
      status: 422,
      body: { code: 'customer.name_needed' },
    })
    const { body } = await shop.call(api.change, { customerId: guest.id, phone: aPhone(), firstName: 'Zayd' })
    expect(body).toMatchObject({ type: 'stub', firstName: 'Zayd', name2: null })
    expect((await shop.call(api.get, { customerId: guest.id })).body).toEqual(body)
    expect(await shop.call(api.change, { customerId: guest.id, phone: null })).toMatchObject({
      status: 422,
      body: { code: 'customer.phone_needed' },
    })
  })

  test('a new phone is unproved, frees the old one, and both stay in the history of the identifiers', async () => {
    const [before, after] = [aPhone(), aPhone()]
    const { id: customerId } = await aStub({ phone: before })
    expect((await shop.call(api.change, { customerId, phone: after })).body).toMatchObject({
      phone: after,
      phoneVerified: false,
    })
    expect(await shop.call(api.lookup, { phone: before })).toMatchObject({ status: 404 })
    expect((await shop.call(api.lookup, { phone: after })).body.id).toBe(customerId)
    expect((await aStub({ phone: before })).phone).toBe(before)
  })

  test('a phone of another customer cannot be taken over by a change', async () => {
    const phone = aPhone()
    await aStub({ phone })
    const { id: customerId } = await aStub()
    expect(await shop.call(api.change, { customerId, phone })).toMatchObject({
      status: 409,
      body: { code: 'customer.phone_taken' },
    })
  })

  test('a full customer keeps a verified contact, by every key: an unverified one in its place does not count', async () => {
    const email = `${aPhone().slice(1)}@example.com`
    const both = { phoneVerified: true, emailVerified: true }
    const { body } = await shop.call(api.create, { type: 'full', firstName: 'F', phone: aPhone(), email, ...both })
    const customerId = body.id
    const refused = { status: 422, body: { code: 'customer.last_verified_contact' } }
    for (const at of [await shop.with('customers:write'), shop]) {
      expect(await at.call(api.change, { customerId, phone: aPhone(), email: null })).toMatchObject(refused)
      expect(await at.call(api.change, { customerId, phone: null, email: null })).toMatchObject(refused)
    }
    expect((await shop.call(api.change, { customerId, phone: aPhone() })).body).toMatchObject({
      type: 'full',
      phoneVerified: false,
      emailVerified: true,
    })
    expect(await shop.call(api.change, { customerId, email: 'another@example.com' })).toMatchObject(refused)
    expect(await shop.call(api.change, { customerId, email: null })).toMatchObject(refused)
    expect((await shop.call(api.change, { customerId, lastName: 'G', phone: null })).body).toMatchObject({ email })
  })

  test('a full customer keeps an e-mail, also an unverified one', async () => {
    const email = `${aPhone().slice(1)}@example.com`
    const given = { type: 'full', firstName: 'F', phone: aPhone(), phoneVerified: true, email } as const
    const { id: customerId } = (await shop.call(api.create, given)).body
    expect(await shop.call(api.change, { customerId, email: null })).toMatchObject({
      status: 422,
      body: { code: 'customer.email_needed' },
    })
    const another = `${aPhone().slice(1)}@example.com`
    expect((await shop.call(api.change, { customerId, email: another })).body).toMatchObject({
      type: 'full',
      email: another,
    })
  })

  test('a stub without a phone can be changed, and stays a stub', async () => {
    const { id } = await shop.run((ctx) => registerCustomer(ctx, { firstName: 'Registered' }))
    expect((await shop.call(api.change, { customerId: id, notes: 'by e-mail' })).body).toMatchObject({ type: 'stub' })
    const email = `${aPhone().slice(1)}@example.com`
    expect((await shop.call(api.change, { customerId: id, email })).body).toMatchObject({ type: 'stub', email })
    expect((await shop.call(api.change, { customerId: id, email: null })).body).toMatchObject({ type: 'stub' })
  })

  test('the history tells who changed what, before and after, and from where', async () => {
    const { id: customerId } = await aStub({ notes: 'old' })
    await shop.call(api.change, { customerId, notes: 'new' })
    const { body } = await shop.call(api.history, { customerId })
    expect(body.items.map(({ action }: { action: string }) => action)).toEqual(['customer.changed', 'customer.created'])
    expect(body.items[0]).toMatchObject({
      actor: expect.stringMatching(/^key:/),
      fields: ['notes'],
      before: { notes: 'old' },
      after: { notes: 'new' },
      ip: '127.0.0.1',
      requestId: expect.any(String),
    })
  })

  test('a long history comes in pages, each entry once', async () => {
    const { id: customerId } = await aStub()
    for (let n = 0; n < 60; n++) await shop.call(api.change, { customerId, notes: `note ${n}` })
    const first = (await shop.call(api.history, { customerId })).body
    const second = (await shop.call(api.history, { customerId, cursor: first.nextCursor })).body
    expect([first.items.length, second.items.length, second.nextCursor]).toEqual([50, 11, null])
    expect(new Set([...first.items, ...second.items].map(({ id }) => id)).size).toBe(61)
  })
})

describe('status', () => {
  test('deactivated keeps everything and comes back; said twice is done once', async () => {
    const customer = await aStub()
    const customerId = customer.id
    expect((await shop.call(api.deactivate, { customerId, reason: 'moved away' })).body).toMatchObject({
      status: 'deactivated',
      phone: customer.phone,
      version: 2,
    })
    expect((await shop.call(api.deactivate, { customerId })).body.version).toBe(2)
    expect((await shop.call(api.reactivate, { customerId })).body.status).toBe('active')
    expect((await shop.call(api.suspend, { customerId, reason: 'fraud' })).body.status).toBe('suspended')
    const { body } = await shop.call(api.history, { customerId })
    expect(body.items.map((one: Record<string, unknown>) => [one['action'], one['reason']])).toEqual([
      ['customer.suspended', 'fraud'],
      ['customer.reactivated', null],
      ['customer.deactivated', 'moved away'],
      ['customer.created', null],
    ])
    const { rows } = await world.owner.query(`select type from events where customer_id = $1 order by at, id`, [
      toUuid(customerId),
    ])
    expect(rows.map(({ type }) => type)).toEqual([
      'CustomerRegistered',
      'CustomerStatusChanged',
      'CustomerAccountDeactivated',
      'CustomerStatusChanged',
      'CustomerStatusChanged',
    ])
  })

  test('what was deactivated cannot be suspended', async () => {
    const { id: customerId } = await aStub()
    await shop.call(api.deactivate, { customerId })
    expect(await shop.call(api.suspend, { customerId })).toMatchObject({
      status: 409,
      body: { code: 'customer.wrong_status', customerStatus: 'deactivated' },
    })
  })

  test('a till may not deactivate', async () => {
    const till = await shop.with('customers:read', 'customers:write', 'customers:contacts')
    const { id: customerId } = await aStub()
    expect(await till.call(api.deactivate, { customerId })).toMatchObject({
      status: 403,
      body: { code: 'forbidden', needs: 'customers:deactivate' },
    })
    expect((await shop.call(api.get, { customerId })).body.status).toBe('active')
  })
})

describe('display names', () => {
  test('a regenerated name is new, the old ones are remembered in order', async () => {
    const { id: customerId, displayName } = await aStub()
    const second = (await shop.call(api.regenerateDisplayName, { customerId })).body.displayName
    const { body } = await shop.call(api.regenerateDisplayName, { customerId })
    expect(new Set([displayName, second, body.displayName]).size).toBe(3)
    expect(body.former.map((one: { displayName: string }) => one.displayName)).toEqual([second, displayName])
    expect((await shop.call(api.displayNames, { customerId })).body).toEqual(body)
    expect((await shop.call(api.get, { customerId })).body.displayName).toBe(body.displayName)
  })
})

const toUuid = (id: string) => id.slice(5).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
