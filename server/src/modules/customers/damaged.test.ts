import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aPhone, aTenant, aWorld, type Shop, type World } from '../../../test/harness.ts'
import { examineRecords } from '../../cli/records.ts'
import { isTooDeep, MOST_DEPTH } from '../../kit/depth.ts'
import * as audit from '../audit/contract.ts'
import * as carts from '../carts/contract.ts'
import * as api from './contract.ts'
import { keyOf, requireRow, sealPerson, showPerson } from './person.ts'

let world: World
let shop: Shop
beforeAll(async () => {
  world = await aWorld()
  shop = await aTenant(world)
})
afterAll(() => world.close())

const inner = (id: string) => id.slice(5).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
const nested = (depth: number) => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`
let people = 0
const aStub = async (more: object = {}) => {
  const person = { type: 'stub', firstName: `Zubaida${people++}`, phone: aPhone(), ...more }
  return (await shop.call(api.create, person as never)).body
}
/** As stored by an earlier release, or left by a broken disk. */
const poisoned = (customerId: string) =>
  shop.run(async (ctx) => {
    const row = await requireRow(ctx, inner(customerId))
    const person = { ...showPerson(ctx, row), extra: { shoe: 43, deep: JSON.parse(nested(1_890)) } }
    return sealPerson(ctx, keyOf(ctx, row), row.id, person)
  })
const store = (customerId: string, sealed: Buffer) =>
  world.owner.query('update customers set sealed = $1 where id = $2', [sealed, inner(customerId)])
const broken = async (customerId: string) => {
  const { rows } = await world.owner.query('select sealed from customers where id = $1', [inner(customerId)])
  const sealed = Buffer.from(rows[0].sealed)
  sealed[40]! ^= 1
  return sealed
}

describe('a body', () => {
  test.each(['{', '['])(
    'that is nested deeper than twenty levels (%s) is refused before anything looks into it',
    async (sign) => {
      const close = sign === '{' ? '}' : ']'
      const deep = (depth: number) => (sign === '{' ? nested(depth) : `${sign.repeat(depth)}1${close.repeat(depth)}`)
      const { id } = await aStub()
      const send = (depth: number) => [
        ['POST', '/api/v1/customers', `{"extra":{"k":${deep(depth)}}}`],
        ['PATCH', `/api/v1/customers/${id}`, `{"config":{"k":${deep(depth)}}}`],
        ['PUT', `/api/v1/customers/${id}/cart`, `{"lines":[{"sku":"A","quantity":1,"data":{"k":${deep(depth)}}}]}`],
        ['POST', '/api/v1/customers/lookup', deep(depth)],
        ['POST', '/api/v1/auth/login', deep(depth)],
      ]
      for (const depth of [MOST_DEPTH + 1, 2_000, 40_000]) {
        for (const [method, path, body] of send(depth)) {
          const answer = await shop.request(method!, path!, body)
          expect([answer.status, answer.body.errors], `${depth} ${path}`).toMatchObject([422, [{ code: 'too_deep' }]])
        }
      }
      const taken = await shop.request('PATCH', `/api/v1/customers/${id}`, `{"extra":{"k":${deep(MOST_DEPTH - 2)}}}`)
      expect(taken.status).toBe(200)
      expect(taken.body.extra).toEqual({ k: JSON.parse(deep(MOST_DEPTH - 2)) })
    },
  )

  test('is measured in any shape', () => {
    expect([isTooDeep(1), isTooDeep(null), isTooDeep([]), isTooDeep([[1]], 2)]).toEqual([false, false, false, false])
    expect([isTooDeep([[1]], 1), isTooDeep({ a: [{ b: {} }] }, 3), isTooDeep({ a: [{ b: {} }] }, 4)]).toEqual([
      true,
      true,
      false,
    ])
  })
})

describe.each([
  ['nested too deeply', poisoned, 'Zubaida'],
  ['unreadable', broken, 'Damaged record'],
])('a record that is %s', (_, damage, name) => {
  test('fails no list, search, export or history; it is shown as damaged, and mended on request', async () => {
    const [customer, sound] = [
      await aStub({ notes: 'likes oud', lastName: 'Quwaytiyya' }),
      await aStub({ lastName: 'Quwaytiyya' }),
    ]
    const customerId = customer.id
    expect((await shop.call(carts.put, { customerId, lines: [] })).status).toBe(200)
    await store(customerId, await damage(customerId))
    const damaged = { id: customerId, damaged: true, number: customer.number, firstName: expect.stringContaining(name) }

    for (const query of ['', '&sort=number', '&q=Quwaytiyya', '&q=Quwaytiyya&sort=updated']) {
      const { status, body } = await shop.request('GET', `/api/v1/customers?limit=200${query}`)
      const both = body.items.filter(({ id }: { id: string }) => id === customerId || id === sound.id)
      expect([status, both.length], query).toEqual([200, 2])
      expect(both, query).toContainEqual(expect.objectContaining(damaged))
      expect(both, query).toContainEqual(expect.objectContaining({ id: sound.id, damaged: false }))
    }
    expect((await shop.call(api.get, { customerId })).body).toMatchObject(damaged)
    expect((await shop.call(api.lookup, { phone: customer.phone })).body).toMatchObject(damaged)
    expect((await shop.call(api.history, { customerId })).status).toBe(200)
    const csv = await shop.call(api.exportCustomers, { format: 'ndjson' } as never)
    expect(
      csv.body
        .split('\n')
        .filter(Boolean)
        .map((line: string) => JSON.parse(line)),
    ).toContainEqual(expect.objectContaining(damaged))
    const held = await shop.run((ctx) => ctx.personalData.get('customers')!.export(ctx, inner(customerId)))
    expect(held).toMatchObject({ customer: { damaged: true }, identifiers: [{ value: customer.phone }] })
    expect(await shop.call(api.change, { customerId, notes: 'x' })).toMatchObject({
      status: 409,
      body: { code: 'customer.damaged' },
    })

    expect(await examineRecords(world.kith, { repair: false })).toMatchObject({
      ok: false,
      found: expect.stringContaining(customerId),
    })
    expect(await examineRecords(world.kith, { repair: true })).toMatchObject({ ok: true })
    expect(await examineRecords(world.kith, { repair: false })).toMatchObject({ ok: true, found: 'all can be read' })
    const { firstName, lastName, notes, phone } = customer
    const { body } = await shop.call(api.get, { customerId })
    expect(body).toMatchObject({ damaged: false, firstName, lastName, notes, phone })
    expect((await shop.call(api.change, { customerId, notes: 'y' })).status).toBe(200)
    const [found] = (await shop.request('GET', `/api/v1/customers?q=${firstName}`)).body.items
    expect(found).toMatchObject({ id: customerId })
  })
})

test('an entry of the history that cannot be read fails neither the history nor the trail', async () => {
  const { id: customerId } = await aStub()
  await shop.call(api.change, { customerId, notes: 'second' })
  await world.owner.query(
    `update audit_entries set sealed = set_byte(sealed, 49, 255 - get_byte(sealed, 49)) where customer_id = $1 and action = 'customer.changed'`,
    [inner(customerId)],
  )
  const { items } = (await shop.call(api.history, { customerId })).body
  expect(items).toMatchObject([
    { action: 'customer.changed', damaged: true, after: {} },
    { action: 'customer.created', damaged: false },
  ])
  expect((await shop.call(audit.list, { customerId } as never)).status).toBe(200)
})

test('of a wrong type is mended too: who had a phone once is no guest, and full needs a verified contact', async () => {
  const [lost, unproved, guest] = [
    await aStub(),
    await aStub(),
    (await shop.call(api.create, { firstName: 'Named' })).body,
  ]
  await world.owner.query(`update customers set type = 'guest' where id = $1`, [inner(lost.id)])
  await world.owner.query(`update customers set type = 'full' where id = $1`, [inner(unproved.id)])
  expect((await examineRecords(world.kith, { repair: true })).found).toContain('2 of a wrong type')
  const typeNow = async (customerId: string) => (await shop.call(api.get, { customerId })).body.type
  expect([await typeNow(lost.id), await typeNow(unproved.id), await typeNow(guest.id)]).toEqual([
    'stub',
    'stub',
    'guest',
  ])
})
