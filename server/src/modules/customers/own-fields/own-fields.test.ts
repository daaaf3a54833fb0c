import { afterAll, beforeAll, expect, test } from 'vitest'
import { aTenant, aWorld, type Shop, type World } from '../../../../test/harness.ts'
import * as addresses from '../../addresses/contract.ts'
import { change, changeOwnFields, create, exportCustomers, get, history, restoreValues } from '../contract.ts'

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
