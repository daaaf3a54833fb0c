import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { itself } from '../src/kit/caller.ts'
import type { Follower } from '../src/kit/context.ts'
import { refusal } from '../src/kit/refusal.ts'
import { inTenant } from '../src/kit/transaction.ts'
import { aPerson } from '../src/modules/accounts/accounts.harness.ts'
import * as accounts from '../src/modules/accounts/contract.ts'
import * as customers from '../src/modules/customers/contract.ts'
import { CustomerUpdated } from '../src/modules/customers/events.ts'
import { changeCustomer } from '../src/modules/customers/index.ts'
import { modules } from '../src/modules.ts'
import { inner } from './erasure/plants.ts'
import { aPhone, aTenant, aWorld, type Shop, type World } from './harness.ts'

let world: World
let shop: Shop
beforeAll(async () => {
  world = await aWorld()
  shop = await aTenant(world)
})
afterAll(() => world.close())

const aStub = async () =>
  (await shop.call(customers.create, { type: 'stub', firstName: 'Salma', phone: aPhone() })).body.id as string
const firstNameOf = async (customerId: string) => (await shop.call(customers.get, { customerId })).body.firstName
const rename = (customerId: string, followers: readonly Follower[]) =>
  inTenant({ ...world.kith.db, followers }, itself(shop.id, 'test'), (ctx) =>
    changeCustomer(ctx, { customerId: inner(customerId), firstName: 'Salwa' }),
  )

describe('what follows a change', () => {
  test('is written with it, gets the events of followers too, and is never published when it is refused', async () => {
    const heard: string[] = []
    const TooSoon = refusal('too_soon', 409, { en: 'Too soon.', ar: 'مبكر جدًا.' })
    const follower = (then: NonNullable<Follower['follow']>): Follower => ({
      name: 'test',
      on: [CustomerUpdated],
      follow: then,
    })
    const noting = follower(async (ctx, { data }) => {
      const { customerId, fields } = CustomerUpdated.schema.parse(data)
      heard.push(fields.join())
      if (fields.includes('firstName')) await changeCustomer(ctx, { customerId, preferredName: 'Sal' })
    })
    const id = await aStub()
    await rename(id, [noting])
    expect(heard).toEqual(['firstName', 'preferredName'])
    expect((await shop.call(customers.get, { customerId: id })).body).toMatchObject({
      firstName: 'Salwa',
      preferredName: 'Sal',
      version: 3,
    })

    const other = await aStub()
    const refusing = follower(async () => {
      throw TooSoon()
    })
    await expect(rename(other, [refusing])).rejects.toThrow('too_soon')
    expect(await firstNameOf(other)).toBe('Salma')
  })

  test('may only be of a module below, or of the follower’s own', () => {
    modules.forEach(({ name, followers = [], attributes = [] }, place) => {
      const known = modules.slice(0, place + 1).flatMap(({ events }) => events.map(({ type }) => type))
      const named = followers.flatMap(({ on }) => (on === 'all' ? [] : on))
      const looked = attributes.flatMap(({ changedBy, changedForAllBy = [] }) => [...changedBy, ...changedForAllBy])
      for (const { type } of [...named, ...looked]) expect(known, name).toContain(type)
    })
  })
})

test('a suspended customer is signed out with the very change: nothing runs in the background', async () => {
  const { customerId, body } = await aPerson(shop)
  const live = async () => {
    const { rows } = await world.owner.query(
      `select count(*)::int as live from account_sessions s join accounts a on a.tenant_id = s.tenant_id and a.id = s.account_id
        where a.customer_id = $1 and s.ended_at is null`,
      [inner(customerId)],
    )
    return rows[0].live
  }
  expect(await live()).toBe(1)
  expect((await shop.call(customers.suspend, { customerId, reason: 'fraud' } as never)).status).toBe(200)
  expect(await live()).toBe(0)
  const refreshed = await shop.visitor().call(accounts.refresh, { refreshToken: body.refreshToken })
  expect(refreshed.status).toBe(401)
})
