import { afterAll, beforeAll, expect, test } from 'vitest'
import { aTenant, aWorld, type Shop, type World } from '../../../../test/harness.ts'
import * as addresses from '../../addresses/contract.ts'
import { eraseCustomer } from '../../privacy/contract.ts'
import { change, changeOwnFields, create, exportCustomers, get, history, list, restoreValues } from '../contract.ts'
import { renewSearch } from '../renew-search.ts'

let world: World
let shop: Shop
let rival: Shop
beforeAll(async () => {
  world = await aWorld()
  ;[shop, rival] = [await aTenant(world), await aTenant(world)]
  const label = { en: 'A field', ar: 'حقل' }
  const { status } = await shop.call(changeOwnFields, {
    person: [
      { key: 'children', label, type: 'number' },
      { key: 'size', label, type: 'choice', choices: [{ value: 'xl', label }] },
      { key: 'since', label, type: 'date' },
    ],
    address: [{ key: 'gateCode', label, type: 'text' }],
  })
  expect(status).toBe(200)
})
afterAll(() => world.close())

test('a field of a business is written like any other, and sealed', async () => {
  const { body: made } = await shop.call(create, { type: 'guest', ownFields: { children: 7, size: 'xl' } } as never)
  expect(made.ownFields).toEqual({ children: 7, size: 'xl' })
  await shop.call(change, { customerId: made.id, ownFields: { size: null, since: '2020-02-03' } } as never)
  const { body: after } = await shop.call(get, { customerId: made.id })
  expect(after.ownFields).toEqual({ children: 7, since: '2020-02-03' })
  // Back to what it was: what came since is gone.
  const { items } = (await shop.call(history, { customerId: made.id })).body
  const entryId = items.find((one: { action: string }) => one.action === 'customer.changed').id
  const restored = await shop.call(restoreValues, { customerId: made.id, entryId } as never)
  expect(restored.body.ownFields).toEqual({ children: 7, size: 'xl' })
  await shop.call(change, { customerId: made.id, ownFields: { size: null, since: '2020-02-03' } } as never)
  expect((await shop.call(exportCustomers, {})).body).toContain('children: 7; since: 2020-02-03')
  const place = { customerId: made.id, country: 'OM', city: 'Muscat', street: 'Way 1', ownFields: { gateCode: '77K' } }
  const { body: address } = await shop.call(addresses.add, place as never)
  expect(address.ownFields).toEqual({ gateCode: '77K' })
  const { rows } = await world.owner.query('select sealed from addresses where tenant_id = $1', [shop.id])
  expect(rows[0].sealed.toString('latin1')).not.toContain('77K')
})

test('what the business has no field for, and a value of another type, is refused with its place', async () => {
  const wrong = { ownFields: { children: 'two', shoes: 44, size: 'm', since: 'soon' } }
  const { status, body } = await shop.call(create, { type: 'guest', ...wrong } as never)
  expect(status).toBe(422)
  expect(body.errors.map(({ path, code }: { path: string; code: string }) => [path, code])).toEqual([
    ['ownFields.children', 'own_field_unfit'],
    ['ownFields.shoes', 'own_field_unknown'],
    ['ownFields.size', 'own_field_unfit'],
    ['ownFields.since', 'own_field_unfit'],
  ])
  expect((await rival.call(create, { type: 'guest', ownFields: { children: 1 } } as never)).status).toBe(422)
})

test('what every object has is no key of a field', async () => {
  const label = { en: 'A field', ar: 'حقل' }
  const field = { key: 'constructor', label, type: 'text' } as const
  const { status, body } = await rival.call(changeOwnFields, { person: [field], address: [] })
  expect([status, body.errors[0].path]).toEqual([422, 'person.0.key'])
})

const label = { en: 'A field', ar: 'حقل' }
const cards = (searched: boolean) => ({
  person: [
    { key: 'card', label, type: 'text' as const, searched },
    { key: 'motto', label, type: 'text' as const },
  ],
  address: [],
})

test('a field is searched once the business says so, with what was written before, and no longer than that', async () => {
  const [own, neighbour] = [await aTenant(world), await aTenant(world)]
  for (const one of [own, neighbour]) await one.call(changeOwnFields, cards(false) as never)
  const withCard = async (at: Shop, card: string) =>
    (await at.call(create, { type: 'guest', ownFields: { card, motto: 'Zephyr' } } as never)).body.id
  const before = await withCard(own, 'MC-10042')
  await withCard(neighbour, 'MC-10042')
  const found = async (at: Pick<Shop, 'call'>, q: string, more: object = {}) =>
    (await at.call(list, { q, ...more } as never)).body.items.map(
      ({ id, match, matchedBy }: Record<string, unknown>) => [id, match, matchedBy],
    )
  expect(await found(own, 'MC-10042')).toEqual([])

  await own.call(changeOwnFields, cards(true) as never)
  const after = await withCard(own, 'MC-20077')
  await own.run((ctx) => renewSearch(ctx))
  expect(await found(own, 'mc-10042')).toEqual([[before, 'exact', ['ownField']]])
  expect(await found(own, '20077')).toEqual([[after, 'exact', ['ownField']]])
  expect(await found(own, '10042', { sort: 'created' })).toEqual([[before, 'exact', ['ownField']]])
  expect(await found(own, 'zephyr')).toEqual([])
  expect(await found(neighbour, 'MC-10042')).toEqual([])
  const masked = await own.with('customers:read')
  expect(await found(masked, 'MC-10042')).toEqual([[before, 'exact', ['ownField']]])
  await own.call(change, { customerId: after, ownFields: { card: 'MC-30000' } } as never)
  expect([await found(own, '20077'), await found(own, 'MC-30000')]).toEqual([[], [[after, 'exact', ['ownField']]]])

  await own.call(eraseCustomer, { customerId: after, reason: 'requested' } as never)
  expect(await found(own, 'MC-30000')).toEqual([])
  const tokens = async () =>
    (await world.owner.query<{ tokens: number[] }>('select tokens from customer_search where tenant_id = $1', [own.id]))
      .rows
  const [many] = await tokens()
  await own.call(changeOwnFields, cards(false) as never)
  expect(await found(own, 'MC-10042')).toEqual([])
  await own.run((ctx) => renewSearch(ctx))
  // Nor is anything of it left in the index.
  const left = await tokens()
  expect(left.map((one) => one.tokens.length < many!.tokens.length)).toEqual([true])
  const { rows } = await world.owner.query('select 1 from customer_search_renewals where tenant_id = $1', [own.id])
  expect(rows).toEqual([])
})

test('more than five searched fields are refused', async () => {
  const person = Array.from({ length: 6 }, (_, n) => ({ key: `text${n}`, label, type: 'text', searched: true }))
  const { status, body } = await rival.call(changeOwnFields, { person, address: [] } as never)
  expect([status, body.errors[0].code]).toEqual([422, 'too_many_searched'])
})
