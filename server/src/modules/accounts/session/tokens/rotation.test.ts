import { afterAll, beforeAll, expect, test } from 'vitest'
import { aTenant, aWorld, eventually, type Shop, type World } from '../../../../../test/harness.ts'
import { aPerson } from '../../accounts.harness.ts'
import * as api from '../../contract.ts'
import { accounts } from '../../index.ts'

const HOUR_MS = 3_600_000
let world: World
let shop: Shop
beforeAll(async () => {
  world = await aWorld({ KITH_TRUST_PROXY: '1' })
  shop = await aTenant(world)
  await world.startBackground()
})
afterAll(() => world.close())

test('signing keys rotate by themselves: looked at every hour, for every business', async () => {
  const errand = accounts.errands.find(({ name }) => name === 'rotate-signing-keys')!
  // The next key is published a day ahead, so an hour is early enough.
  expect(errand.everyMs).toBeLessThanOrEqual(HOUR_MS)
  await aPerson(shop, { confirmed: false })
  const published = async (): Promise<string[]> =>
    (await shop.visitor().call(api.wellKnownJwks, {})).body.keys.map(({ kid }: { kid: string }) => kid)
  const [first, ...more] = await published()
  expect(more).toEqual([])
  await world.owner.query(`update signing_keys set signs_from = signs_from - interval '29 days 1 hour'`)
  world.kith.nudges.send('signing-keys', shop.id)
  const both = await eventually(async () => {
    const kids = await published()
    return kids.length === 2 && kids
  })
  expect(both).toContain(first)
})
