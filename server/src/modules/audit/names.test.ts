import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aPhone, aTenant, aWorld, type Shop, type World } from '../../../test/harness.ts'
import { aPerson, bearer, GOOD, logIn } from '../accounts/accounts.harness.ts'
import { addOwner } from '../accounts/index.ts'
import { create } from '../customers/contract.ts'
import * as tenants from '../tenants/contract.ts'
import { names } from './contract.ts'

let world: World
let shop: Shop
let owner: ReturnType<typeof bearer>
/** `account:…` of Hind, the owner. */
let hind: string
beforeAll(async () => {
  world = await aWorld()
  shop = await aTenant(world)
  await addOwner(world.kith.db, shop.id, { email: 'hind@example.com', name: 'Hind Al Balushi', password: GOOD })
  owner = bearer(shop, (await logIn(shop, 'hind@example.com')).body.accessToken)
  hind = (await owner.call(tenants.get, {})).body.actor
})
afterAll(() => world.close())

const named = async (by: Pick<Shop, 'call'>, ...ids: string[]) =>
  (await by.call(names, { ids: ids.join(',') })).body.items as { id: string; kind: string; name: string | null }[]

describe('names instead of ids', () => {
  test('of staff, keys, customers and what customers did themselves, in one call', async () => {
    const key = await shop.with('customers:read')
    const { body: aisha } = await shop.call(create, { type: 'stub', firstName: 'Aisha', phone: aPhone() })
    const person = await aPerson(shop, { firstName: 'Salma' })
    const items = await named(owner, hind, `key:${key.keyId}`, aisha.id, `account:${person.id}`)
    expect(items).toHaveLength(4)
    expect(items).toContainEqual(expect.objectContaining({ id: hind, kind: 'staff', name: 'Hind Al Balushi' }))
    expect(items).toContainEqual(expect.objectContaining({ id: `key:${key.keyId}`, kind: 'key', name: 'test' }))
    expect(items).toContainEqual(
      expect.objectContaining({ id: aisha.id, kind: 'customer', name: 'Aisha', number: aisha.number }),
    )
    expect(items).toContainEqual(
      expect.objectContaining({
        id: `account:${person.id}`,
        kind: 'customer',
        name: 'Salma',
        customerId: person.customerId,
      }),
    )
  })

  test('are those that the caller may see', async () => {
    const key = await shop.with('customers:read')
    const { body: aisha } = await shop.call(create, { type: 'stub', firstName: 'Aisha', phone: aPhone() })
    const person = await aPerson(shop)
    const all = [hind, `key:${key.keyId}`, aisha.id, `account:${person.id}`]
    const ids = async (by: Pick<Shop, 'call'>) => (await named(by, ...all)).map(({ id }) => id)
    expect(await ids(await shop.with('customers:statistics'))).toEqual([])
    expect(await ids(await shop.with('notes:read'))).toEqual([hind])
    expect(await ids(await shop.with('keys:manage'))).toEqual([`key:${key.keyId}`])
    expect(await ids(await shop.with('audit:read'))).toEqual([hind, `key:${key.keyId}`])
    expect(await ids(await shop.with('customers:read'))).toEqual([aisha.id, `account:${person.id}`])
    expect(await ids(key)).toContain(`key:${key.keyId}`)
  })

  test('are not for a customer, and a neighbour finds none of ours', async () => {
    const { self, id } = await aPerson(shop)
    expect(await self.call(names, { ids: `${hind},account:${id}` })).toMatchObject({ status: 403 })
    const { body: ours } = await shop.call(create, { type: 'stub', firstName: 'Ours', phone: aPhone() })
    const key = await shop.with('customers:read')
    const neighbour = await aTenant(world)
    expect(await named(neighbour, hind, `key:${key.keyId}`, ours.id, `account:${id}`)).toEqual([])
  })

  test('leave out what is no id, and no more than 100 are looked up', async () => {
    expect(await named(owner, 'cli', 'account:--', 'key:x', 'cust_', '', `account:${'-'.repeat(36)}`, hind)).toEqual([
      expect.objectContaining({ id: hind }),
    ])
    const many = Array.from({ length: 100 }, (_, n) => `key:${n.toString(16).padStart(16, '0')}`)
    expect(await named(owner, ...many, hind)).toEqual([])
  })
})
