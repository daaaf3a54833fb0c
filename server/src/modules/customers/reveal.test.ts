import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aPhone, aTenant, aWorld, type Shop, type World } from '../../../test/harness.ts'
import { ROLES } from '../../permissions.ts'
import { list as audit } from '../audit/contract.ts'
import * as api from './contract.ts'

let world: World
let shop: Shop
let rival: Shop
beforeAll(async () => {
  world = await aWorld()
  ;[shop, rival] = [await aTenant(world), await aTenant(world)]
})
afterAll(() => world.close())

async function aStub(email?: string) {
  const phone = aPhone()
  const { body } = await shop.call(api.create, { type: 'stub', firstName: 'Salim', phone, ...(email && { email }) })
  return { customerId: body.id as string, phone }
}
const reveal = (customerId: string, at: Pick<Shop, 'call'>, reason = 'no answer by mail') =>
  at.call(api.revealContacts, { customerId, reason })

test('unmasks one customer, and each look stands in their history: who, when, why', async () => {
  const { customerId, phone } = await aStub('salim@example.com')
  const analyst = await shop.with('customers:read', 'customers:reveal')
  const masked = (await analyst.call(api.get, { customerId })).body
  expect([masked.contactsMasked, masked.phone === phone]).toEqual([true, false])
  expect((await reveal(customerId, analyst)).body).toEqual({ phone, email: 'salim@example.com' })
  await reveal(customerId, analyst, 'and again')
  const seen = (await shop.call(api.history, { customerId })).body.items.filter(
    ({ action }: { action: string }) => action === 'customer.contacts_revealed',
  )
  const actor = `key:${analyst.keyId}`
  expect(seen).toMatchObject([
    { actor, reason: 'and again', fields: ['phone', 'email'] },
    { actor, reason: 'no answer by mail' },
  ])
  const byPerson = { customerId, action: 'customer.contacts_revealed' }
  expect((await shop.call(audit, byPerson)).body.items).toHaveLength(2)
  expect((await shop.call(audit, { ...byPerson, actor })).body.items).toHaveLength(2)
  expect((await shop.call(audit, { ...byPerson, actor: 'key:another' })).body.items).toEqual([])
})

test('lets a privacy officer check an identity: masked at first, then one customer at a time, and recorded', async () => {
  const { customerId, phone } = await aStub()
  const officer = await shop.with(...ROLES['privacy-officer'])
  const shown = (await officer.call(api.get, { customerId })).body
  expect([shown.contactsMasked, JSON.stringify(shown).includes(phone)]).toEqual([true, false])
  expect((await reveal(customerId, officer, 'call back to prove identity')).body.phone).toBe(phone)
  const noted = await officer.call(audit, { customerId, action: 'customer.contacts_revealed' })
  expect(noted.body.items).toMatchObject([{ actor: `key:${officer.keyId}`, fields: ['phone'] }])
  const [why] = (await officer.call(api.history, { customerId })).body.items
  expect(why).toMatchObject({ action: 'customer.contacts_revealed', reason: 'call back to prove identity' })
  for (const role of ['manager', 'cashier', 'analyst'] as const)
    expect((await reveal(customerId, await shop.with(...ROLES[role]))).status, role).toBe(403)
  expect((await shop.call(audit, { customerId, action: 'customer.contacts_revealed' })).body.items).toHaveLength(1)
})

test('an Idempotency-Key does not read them again without a record', async () => {
  const { customerId } = await aStub()
  const headers = { 'idempotency-key': 'look' }
  for (let n = 0; n < 2; n++) await shop.call(api.revealContacts, { customerId, reason: 'x' }, { headers })
  const { body } = await shop.call(audit, { customerId, action: 'customer.contacts_revealed' })
  expect(body.items).toHaveLength(2)
})

test('needs its own permission and a reason, and refuses customers of another business', async () => {
  const { customerId } = await aStub()
  expect((await reveal(customerId, await shop.with('customers:read', 'customers:write'))).status).toBe(403)
  expect((await reveal(customerId, rival)).status).toBe(404)
  expect((await shop.call(api.revealContacts, { customerId } as never)).status).toBe(422)
  expect((await shop.call(audit, { customerId, action: 'customer.contacts_revealed' })).body.items).toEqual([])
})

describe('a masked contact is not found out by searching', () => {
  const find = async (at: Pick<Shop, 'call'>, q: string, more: object = {}) =>
    (await at.call(api.list, { q, ...more })).body as { items: { id: string }[]; total: number; nextCursor: unknown }

  test('not digit by digit, not by its e-mail, not in any order; its last four digits are shown, and found', async () => {
    const email = `quix.zand${Date.now()}@example.com`
    const { customerId, phone } = await aStub(email)
    const analyst = await shop.with('customers:read')
    const exporter = await shop.with('customers:read', 'customers:export')
    const till = await shop.with(...ROLES.cashier)
    const ids = async (at: Pick<Shop, 'call'>, q: string, more?: object) =>
      (await find(at, q, more)).items.map(({ id }) => id)
    for (const q of [
      phone,
      phone.slice(0, 7),
      phone.slice(4),
      phone.slice(4, 9),
      phone.slice(-5),
      email,
      'quix.zand',
      'quix',
      // A zero before the last four would be read as a trunk prefix, and these are shown.
    ].filter((one) => !one.startsWith('0'))) {
      expect([q, await ids(till, q)]).toEqual([q, expect.arrayContaining([customerId])])
      expect([q, await ids(analyst, q)]).toEqual([q, expect.not.arrayContaining([customerId])])
      expect([q, await ids(analyst, q, { sort: 'created', limit: '200' })]).toEqual([
        q,
        expect.not.arrayContaining([customerId]),
      ])
      const csv = await exporter.request('GET', `/api/v1/customers/export?q=${encodeURIComponent(q)}`)
      expect([q, csv.status, csv.body.includes(customerId)]).toEqual([q, 200, false])
    }
    expect(await find(analyst, 'quix', { sort: 'created' })).toMatchObject({ items: [], nextCursor: null })
    expect(await find(analyst, 'quix.zand')).toMatchObject({ items: [], total: 0 })
    expect(await ids(analyst, phone.slice(-4))).toContain(customerId)
    expect(await ids(analyst, 'salim', { limit: '200' })).toContain(customerId)
  })

  test('nor is there a next page because of a customer who matches only by a contact', async () => {
    const name = 'Wexlerbrand'
    await shop.call(api.create, { type: 'stub', firstName: name, phone: aPhone() })
    for (const n of [1, 2])
      await shop.call(api.create, {
        type: 'stub',
        firstName: 'Other',
        phone: aPhone(),
        email: `wexlerbrand${n}@example.com`,
      })
    const analyst = await shop.with('customers:read')
    for (const order of [{ sort: 'created', order: 'asc' }, {}]) {
      const page = await find(analyst, name, { ...order, limit: '1' })
      expect([page.items.length, page.nextCursor]).toEqual([1, null])
    }
  })

  test('to look up whose a contact is needs to be allowed to see contacts', async () => {
    const { customerId, phone } = await aStub(`who${Date.now()}@example.com`)
    const { number } = (await shop.call(api.get, { customerId })).body
    const analyst = await shop.with('customers:read')
    const refused = { status: 403, body: { code: 'forbidden', needs: 'customers:contacts' } }
    expect(await analyst.call(api.lookup, { phone })).toMatchObject(refused)
    expect(await analyst.call(api.lookup, { email: 'nobody@example.com' })).toMatchObject(refused)
    expect((await analyst.call(api.lookup, { number })).body.id).toBe(customerId)
    const writer = await shop.with('customers:read', 'customers:write')
    const taken = await writer.call(api.create, { type: 'stub', firstName: 'Twin', phone })
    expect(taken).toMatchObject({ status: 409 })
    expect(taken.body).not.toHaveProperty('customerId')
  })
})
