import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { z } from 'zod'
import { aPhone, aTenant, aWorld, type Shop, type World } from '../../../test/harness.ts'
import { decide, publish } from '../consent/consent.harness.ts'
import * as customers from '../customers/contract.ts'
import * as incoming from '../incoming/contract.ts'
import * as orders from '../orders/contract.ts'
import { eraseCustomer } from '../privacy/contract.ts'
import * as api from './contract.ts'

let world: World
let shop: Shop
let rival: Shop
beforeAll(async () => {
  world = await aWorld()
  shop = await aTenant(world)
  rival = await aTenant(world)
})
afterAll(() => world.close())

const TILL = ['customers:read', 'customers:write', 'notes:read', 'orders:read', 'orders:write'] as const
const aCustomer = async () =>
  (await shop.call(customers.create, { type: 'stub', firstName: 'Aisha', phone: aPhone() })).body.id
async function timeline(
  customerId: string,
  query: object = {},
  as: Pick<Shop, 'call'> = shop,
): Promise<z.output<typeof api.read.output>> {
  return (await as.call(api.read, { customerId, ...query } as never)).body
}

describe('the timeline of a customer', () => {
  test('has orders, interactions, notes and changes in one order, page by page, each once', async () => {
    const customerId = await aCustomer()
    for (const total of [1_500, 2_500]) {
      await shop.call(orders.place, { customerId, total, currency: 'OMR', channel: 'till' } as never)
    }
    await shop.call(incoming.addInteraction, { customerId, text: 'The shirts were not clean.' } as never)
    await shop.call(api.addNote, { customerId, text: 'Prefers the side entrance' })
    const whole = await timeline(customerId)
    expect(whole.nextCursor).toBeNull()
    const kinds = whole.items.map(({ kind }) => kind)
    expect(kinds.filter((kind) => kind === 'order')).toHaveLength(2)
    expect(kinds).toEqual(expect.arrayContaining(['order', 'interaction', 'note', 'change']))
    const times = whole.items.map(({ at }) => at)
    expect(times).toEqual(times.toSorted().toReversed())

    const paged = []
    let cursor: string | undefined
    do {
      const page = await timeline(customerId, { limit: '2', ...(cursor && { cursor }) })
      expect(page.items.length).toBeLessThanOrEqual(2)
      paged.push(...page.items)
      cursor = page.nextCursor ?? undefined
    } while (cursor)
    expect(paged).toEqual(whole.items)
    expect((await timeline(customerId, { kind: 'note' })).items).toMatchObject([
      { kind: 'note', note: { text: 'Prefers the side entrance', pinned: false, own: true } },
    ])
  })

  test('keeps notes and interactions from a caller without their scope', async () => {
    const customerId = await aCustomer()
    await shop.call(incoming.addInteraction, { customerId, text: 'Call me on 91234567.' } as never)
    const { id: noteId } = (await shop.call(api.addNote, { customerId, text: 'Also 91234567', pinned: true })).body
    const masked = await shop.with('customers:read', 'customers:write', 'customers:history')
    expect(JSON.stringify(await timeline(customerId, {}, masked))).not.toContain('91234567')
    for (const list of [api.listPinned, incoming.listInteractions])
      expect((await masked.call(list, { customerId } as never)).status).toBe(403)
    const unpinned = await masked.call(api.pinNote, { customerId, noteId, pinned: false })
    expect(unpinned.body).toMatchObject({ text: null, pinned: false })
  })

  test('shows a caller only the kinds of their scopes, and a neighbour nothing', async () => {
    const customerId = await aCustomer()
    await shop.call(orders.place, { customerId, total: 1_500, currency: 'OMR', channel: 'till' } as never)
    const reader = await shop.with('customers:read')
    expect((await timeline(customerId, {}, reader)).items).toEqual([])
    const cashier = await shop.with(...TILL)
    expect((await timeline(customerId, {}, cashier)).items.map(({ kind }) => kind)).toEqual(['order'])
    expect((await rival.call(api.read, { customerId } as never)).status).toBe(404)
    expect((await rival.call(api.addNote, { customerId, text: 'x' })).status).toBe(404)
  })
})

test('a visit is told once a day, and is no change of the customer', async () => {
  const customerId = await aCustomer()
  for (let times = 0; times < 3; times++) expect((await shop.call(customers.visit, { customerId })).status).toBe(200)
  const visits = async () =>
    (await timeline(customerId, { kind: 'change' })).items.filter(
      (one) => one.kind === 'change' && one.change.action === 'customer.visited',
    )
  expect(await visits()).toMatchObject([{ change: { fields: [], before: {}, after: {} } }])
  expect((await shop.call(customers.get, { customerId })).body.version).toBe(1)
  await Promise.all([1, 2].map(() => shop.call(customers.visit, { customerId })))
  expect(await visits()).toHaveLength(1)
})

test('a consent is told to each caller who may read the customer, in their language, and once', async () => {
  const customerId = await aCustomer()
  await publish(shop, 'terms')
  expect((await decide(shop, customerId, 'terms', 'granted')).status).toBe(201)
  const reader = await shop.with('customers:read')
  expect((await timeline(customerId, {}, reader)).items).toMatchObject([
    { kind: 'consent', what: 'granted', purpose: 'terms', version: 1, source: 'till', intact: true },
  ])
  const whole = (await timeline(customerId)).items
  expect(whole.filter(({ kind }) => kind === 'consent')).toHaveLength(1)
  expect(JSON.stringify(whole)).not.toContain('consent.granted')
})

describe('a note', () => {
  test('is pinned, unpinned, and removed by its author or a manager only', async () => {
    const customerId = await aCustomer()
    const [author, colleague] = [await shop.with(...TILL), await shop.with(...TILL)]
    const { id: noteId } = (await author.call(api.addNote, { customerId, text: 'بدون نشا', pinned: true })).body
    const pinned = async () => (await colleague.call(api.listPinned, { customerId })).body.items
    expect(await pinned()).toMatchObject([{ id: noteId, text: 'بدون نشا', own: false }])
    expect((await colleague.call(api.removeNote, { customerId, noteId })).body).toMatchObject({
      code: 'note.of_another',
    })
    expect((await colleague.call(api.pinNote, { customerId, noteId, pinned: false })).body).toMatchObject({
      pinned: false,
    })
    expect(await pinned()).toEqual([])
    expect((await shop.call(api.removeNote, { customerId, noteId })).status).toBe(200)
    expect((await author.call(api.removeNote, { customerId, noteId })).body).toMatchObject({ code: 'note.not_found' })
  })

  test('is sealed, and gone with an erasure', async () => {
    const customerId = await aCustomer()
    await shop.call(api.addNote, { customerId, text: 'Secret entrance' })
    const rows = () => world.owner.query('select * from customer_notes where tenant_id = $1', [shop.id])
    expect(JSON.stringify((await rows()).rows)).not.toContain('Secret')
    const before = (await rows()).rowCount!
    expect((await shop.call(eraseCustomer, { customerId, reason: 'requested' } as never)).status).toBe(201)
    expect((await rows()).rowCount).toBe(before - 1)
  })
})
