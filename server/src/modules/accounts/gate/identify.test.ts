import { afterAll, beforeAll, expect, test } from 'vitest'
import { aTenant, aWorld, type Shop, type World } from '../../../../test/harness.ts'
import { aPerson, bearer } from '../accounts.harness.ts'
import * as api from '../contract.ts'

let world: World
let shop: Shop
let rival: Shop
beforeAll(async () => {
  world = await aWorld()
  shop = await aTenant(world)
  rival = await aTenant(world)
})
afterAll(() => world.close())

const several = (at: Shop, count: number) =>
  Promise.all(Array.from({ length: count }, async () => ({ at, ...(await aPerson(at, { confirmed: false })) })))

test('of many who come in at once each is known as themself, in their own business, and whose session has ended is not', async () => {
  const people = [...(await several(shop, 8)), ...(await several(rival, 4))]
  const [gone] = people
  await world.owner.query('update account_sessions set ended_at = now() where account_id = $1', [gone!.id])
  // No session is cached, so each is looked up, all in one statement.
  const answers = await Promise.all(people.map(({ at, body }) => bearer(at, body.accessToken).call(api.me, {})))
  for (const [index, { status, body }] of answers.entries()) {
    const { id } = people[index]!
    if (people[index] === gone) expect(status).toBe(401)
    else expect([status, body.account.id]).toEqual([200, id])
  }
})

test('a token that comes many times at once is good each time', async () => {
  const { body } = await aPerson(shop, { confirmed: false })
  const asked = Array.from({ length: 20 }, () => bearer(shop, body.accessToken).call(api.me, {}))
  expect((await Promise.all(asked)).map(({ status }) => status)).toEqual(Array(20).fill(200))
})
