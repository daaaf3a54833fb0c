import { afterAll, beforeAll, expect, test } from 'vitest'
import { aPhone, aTenant, aWorld, type World } from '../../../test/harness.ts'
import * as api from './contract.ts'

let world: World
beforeAll(async () => {
  world = await aWorld()
})
afterAll(() => world.close())

test('counts name, phone and e-mail of all customers except guests, of this business only', async () => {
  const [shop, rival] = [await aTenant(world), await aTenant(world)]
  const read = async (at = shop) => (await at.call(api.profileCompleteness, {})).body
  expect(await read()).toEqual({
    people: 0,
    having: { name: 0, phone: 0, email: 0 },
    completeness: null,
    target: 0.9,
    reached: false,
  })
  const stub = (more: object = {}) =>
    shop.call(api.create, { type: 'stub', firstName: 'Aisha', phone: aPhone(), ...more } as never)
  const { body: whole } = await stub({ email: 'whole@example.com' })
  await shop.call(api.create, {})
  expect(await read()).toMatchObject({ people: 1, completeness: 1, reached: true })
  const other = (await stub()).body.id
  await stub()
  expect(await read()).toMatchObject({
    people: 3,
    having: { name: 3, phone: 3, email: 1 },
    completeness: 0.778,
    reached: false,
  })
  // A former e-mail does not count, a new one counts once.
  await shop.call(api.change, { customerId: whole.id, email: 'new@example.com' })
  expect((await read()).having.email).toBe(1)
  await shop.call(api.change, { customerId: other, email: 'other@example.com' })
  expect((await read()).having.email).toBe(2)
  await shop.call(api.change, { customerId: other, email: null })
  expect((await read()).having.email).toBe(1)
  expect((await read(rival)).people).toBe(0)
  expect((await (await shop.with('customers:read')).call(api.profileCompleteness, {})).status).toBe(403)
})
