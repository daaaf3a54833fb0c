import { afterAll, beforeAll, expect, test } from 'vitest'
import { aPhone, aTenant, aWorld, eventually, type Shop, type World } from '../../../test/harness.ts'
import * as customers from '../customers/contract.ts'
import * as api from './contract.ts'

let world: World
let shop: Shop
beforeAll(async () => {
  world = await aWorld()
  shop = await aTenant(world)
})
afterAll(() => world.close())

const inner = (id: string) => customers.CustomerId.parse(id)
const aStub = async () =>
  (await shop.call(customers.create, { type: 'stub', firstName: 'Salim', phone: aPhone() })).body.id as string
/** In this database alone: those of the other tests wait for locks of their own. */
const isAwaited = async () =>
  (
    await world.owner.query(
      `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    )
  ).rowCount

test.each([
  ['en', /^One of the two was merged into another customer in the meantime\. Reload .* decide again\.$/],
  ['ar', /^دُمج أحد العميلين مع عميل آخر .* أعد تحميل الصفحة .* قرّر من جديد\.$/],
])('a target that is merged at this very moment: told to reload, and who it is now (%s)', async (language, said) => {
  const [from, into, elsewhere] = [await aStub(), await aStub(), await aStub()]
  // Another merge holds the target, and is committed while ours waits for it.
  await world.owner.query('begin')
  await world.owner.query(`update customers set status = 'merged', merged_into = $2 where id = $1`, [
    inner(into),
    inner(elsewhere),
  ])
  const options = { headers: { 'accept-language': language } }
  const waiting = shop.call(api.merge, { from, into, reason: 'one person' }, options)
  await eventually(isAwaited)
  await world.owner.query('commit')
  const { status, body } = await waiting
  expect([status, body.code, body.customerId]).toEqual([409, 'merge.already_merged', elsewhere])
  expect(body.title).toMatch(said)
  expect((await shop.call(customers.get, { customerId: from })).body.status).toBe('active')
  expect((await shop.call(api.merge, { from, into, reason: 'one person' })).body).toMatchObject({ into: elsewhere })
})
