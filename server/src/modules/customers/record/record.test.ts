import { afterAll, beforeAll, expect, test } from 'vitest'
import { aMomentAgo, aTenant, aWorld, type Shop, type World } from '../../../../test/harness.ts'
import { eraseCustomer } from '../../privacy/contract.ts'
import { change, compareRecord, create, get, history, restoreValues } from '../contract.ts'

let world: World
let shop: Shop
let rival: Shop
beforeAll(async () => {
  world = await aWorld()
  ;[shop, rival] = [await aTenant(world), await aTenant(world)]
})
afterAll(() => world.close())

async function renamed() {
  const { body: made } = await shop.call(create, { firstName: 'Salma', phone: '+96892000001', type: 'stub' } as never)
  const before = await aMomentAgo()
  await shop.call(change, { customerId: made.id, firstName: 'Muna', lastName: 'Al Lawati' } as never)
  return { customerId: made.id as string, before }
}

test('a customer is shown as they were known at a time, and what changed since', async () => {
  const { customerId, before } = await renamed()
  const then = await shop.call(get, { customerId, at: before })
  expect(then.body).toMatchObject({ firstName: 'Salma', lastName: null, name: 'Salma', phone: '+96892000001' })
  expect((await shop.call(get, { customerId, at: '2020-01-01' })).body.code).toBe('customer.not_yet')
  const { body } = await shop.call(compareRecord, { customerId, from: before })
  expect(body.changes).toEqual([
    { field: 'firstName', before: 'Salma', after: 'Muna' },
    { field: 'lastName', before: null, after: 'Al Lawati' },
  ])
  const reader = await shop.with('customers:read')
  expect((await reader.call(get, { customerId, at: before })).body.needs).toBe('customers:history')
  expect((await rival.call(get, { customerId, at: before })).status).toBe(404)

  // An edit of its own, by the same rules.
  const { items } = (await shop.call(history, { customerId })).body
  const entryId = items.find((one: { action: string }) => one.action === 'customer.changed').id
  const restored = await shop.call(restoreValues, { customerId, entryId, fields: ['firstName'] } as never)
  expect(restored.body).toMatchObject({ firstName: 'Salma', lastName: 'Al Lawati' })
  expect((await shop.call(history, { customerId })).body.items[0]).toMatchObject({
    ...{ action: 'customer.changed', before: { firstName: 'Muna' }, after: { firstName: 'Salma' } },
  })
  const made = items.find((one: { action: string }) => one.action === 'customer.created').id
  const none = await shop.call(restoreValues, { customerId, entryId: made } as never)
  expect(none).toMatchObject({ status: 409, body: { code: 'customer.nothing_to_restore' } })

  // What is erased stays erased, at any time.
  await shop.call(eraseCustomer, { customerId, reason: 'requested' } as never)
  expect((await shop.call(get, { customerId, at: before })).status).toBe(404)
})
