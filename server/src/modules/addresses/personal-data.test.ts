import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aTenant, aWorld, type Shop, type World } from '../../../test/harness.ts'
import { create } from '../customers/contract.ts'
import { customers } from '../customers/index.ts'
import * as merging from '../merging/contract.ts'
import * as api from './contract.ts'
import { addresses } from './index.ts'

let world: World
let shop: Shop
let rival: Shop
beforeAll(async () => {
  world = await aWorld()
  shop = await aTenant(world)
  rival = await aTenant(world)
})
afterAll(() => world.close())

const inside = (id: string) => id.slice(5).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
const aCustomer = async (): Promise<string> => (await shop.call(create, {})).body.id
const anAddress = async (customerId: string, label: string, more: Record<string, unknown> = {}): Promise<string> =>
  (await shop.call(api.add, { customerId, label, street: `${label} street`, city: 'Muscat', ...more } as never)).body.id
const listed = async (customerId: string): Promise<api.Address[]> =>
  (await shop.call(api.list, { customerId })).body.items
const labels = async (customerId: string) =>
  (await listed(customerId)).map(({ label, isDefault }) => `${label}${isDefault ? '*' : ''}`)
/** The full content in any version; the time of a merge is no change of an address. */
const held = async (...ids: string[]) =>
  (
    await world.owner.query(
      `select id, customer_id, type, country, is_default, verification, created_at, updated_at, deleted_at, sealed
         from addresses where customer_id = any ($1) order by id`,
      [ids.map(inside)],
    )
  ).rows

/** Calls the hooks as privacy and merging do: upper modules before lower ones, and back. */
const merge = (from: string, into: string) =>
  shop.run(async (ctx) => {
    const moved = await addresses.personalData.merge(ctx, inside(from), inside(into), {})
    return { addresses: moved, customers: await customers.personalData.merge(ctx, inside(from), inside(into), {}) }
  })
const unmerge = (from: string, into: string, moved: Awaited<ReturnType<typeof merge>>) =>
  shop.run(async (ctx) => {
    // The merge record is stored as JSON in between.
    const remembered = JSON.parse(JSON.stringify(moved)) as typeof moved
    await customers.personalData.unmerge(ctx, inside(from), inside(into), remembered.customers, () => {})
    await addresses.personalData.unmerge(ctx, inside(from), inside(into), remembered.addresses, () => {})
  })

test('the export has every address of the customer decrypted, also deleted ones, and no other customer’s', async () => {
  const [customerId, other] = [await aCustomer(), await aCustomer()]
  await anAddress(customerId, 'Home', { latitude: 23.5, longitude: 58.3, deliveryNotes: 'Blue gate' })
  const gone = await anAddress(customerId, 'Gone')
  await shop.call(api.remove, { customerId, addressId: gone })
  await anAddress(other, 'Not mine')
  const exported = await shop.run((ctx) => addresses.personalData.export(ctx, inside(customerId)))
  expect(exported).toMatchObject({
    addresses: [
      { label: 'Home', street: 'Home street', latitude: 23.5, deliveryNotes: 'Blue gate', deletedAt: null },
      { label: 'Gone', street: 'Gone street', deletedAt: expect.any(String) },
    ],
  })
  await expect(rival.run((ctx) => addresses.personalData.export(ctx, inside(customerId)))).rejects.toMatchObject({
    kind: { code: 'customer.not_found' },
  })
})

test('an erased customer leaves no address; those of other customers and tenants stay', async () => {
  const [customerId, other] = [await aCustomer(), await aCustomer()]
  const gone = await anAddress(customerId, 'Home')
  await shop.call(api.remove, { customerId, addressId: gone })
  await anAddress(customerId, 'New home')
  await anAddress(other, 'Stays')
  await rival.run((ctx) => addresses.personalData.erase(ctx, inside(customerId)))
  expect(await held(customerId)).toHaveLength(2)
  await shop.run((ctx) => addresses.personalData.erase(ctx, inside(customerId)))
  expect(await held(customerId)).toEqual([])
  expect(await labels(other)).toEqual(['Stays*'])
})

describe('a merge', () => {
  test('brings all addresses to the survivor, whose default stays; each can be read and changed there', async () => {
    const [from, into] = [await aCustomer(), await aCustomer()]
    const theirs = await anAddress(from, 'Theirs')
    await anAddress(into, 'Ours')
    const moved = await merge(from, into)
    expect(await labels(into)).toEqual(['Ours*', 'Theirs'])
    const { body } = await shop.call(api.change, { customerId: into, addressId: theirs, label: 'Now ours' })
    expect(body).toMatchObject({ label: 'Now ours', street: 'Theirs street', customerId: into })
    expect(JSON.stringify(moved.addresses)).not.toMatch(/Theirs|street|Muscat/)

    await unmerge(from, into, moved)
    expect(await labels(from)).toEqual(['Now ours*'])
    expect(await labels(into)).toEqual(['Ours*'])
  })

  test('undone says which of the addresses that go back were edited or deleted since, and no others (over HTTP)', async () => {
    const [from, into] = [await aCustomer(), await aCustomer()]
    const [edited, deleted] = [await anAddress(from, 'Edited'), await anAddress(from, 'Deleted')]
    await anAddress(from, 'Untouched')
    const ours = await anAddress(into, 'Ours')
    const { body: merged } = await shop.call(merging.merge, { from, into, reason: 'one' })
    await shop.call(api.change, { customerId: into, addressId: edited, label: 'Moved house' })
    await shop.call(api.remove, { customerId: into, addressId: deleted })
    await shop.call(api.change, { customerId: into, addressId: ours, label: 'Ours anew' })
    const { body } = await shop.call(merging.undo, { mergeId: merged.id, reason: 'two' })
    const needsHuman = [edited, deleted].map((id) => ({
      customerId: from,
      module: 'addresses',
      what: 'changed_since',
      field: `address.${id}`,
    }))
    expect(body.undone.needsHuman).toEqual(expect.arrayContaining(needsHuman))
    expect(body.undone.needsHuman).toHaveLength(2)
    expect(JSON.stringify(body.undone)).not.toMatch(/Moved house|street/)
    expect(await labels(from)).toEqual(['Moved house*', 'Untouched'])
  })

  test('into a customer without addresses brings the default along', async () => {
    const [from, into] = [await aCustomer(), await aCustomer()]
    await anAddress(from, 'One')
    await anAddress(from, 'Two', { isDefault: true })
    const moved = await merge(from, into)
    expect(await labels(into)).toEqual(['Two*', 'One'])
    await unmerge(from, into, moved)
    expect(await labels(from)).toEqual(['Two*', 'One'])
    expect(await labels(into)).toEqual([])
  })

  test('undone leaves with the survivor what came since, and gives both a default', async () => {
    const [from, into] = [await aCustomer(), await aCustomer()]
    const theirs = await anAddress(from, 'Theirs')
    const second = await anAddress(from, 'Their second')
    await anAddress(into, 'Ours')
    const moved = await merge(from, into)
    await anAddress(into, 'Since')
    await shop.call(api.makeDefault, { customerId: into, addressId: second })
    await shop.call(api.remove, { customerId: into, addressId: theirs })
    await unmerge(from, into, moved)
    expect(await labels(from)).toEqual(['Their second*'])
    expect(await labels(into)).toEqual(['Ours*', 'Since'])
    const { body } = await shop.call(api.restore, { customerId: from, addressId: theirs })
    expect(body).toMatchObject({ label: 'Theirs', isDefault: false })
  })

  test('undone gives each customer their former default, even if it changed meanwhile', async () => {
    const [from, into] = [await aCustomer(), await aCustomer()]
    await anAddress(from, 'Theirs')
    const second = await anAddress(from, 'Their second')
    await anAddress(into, 'Ours')
    const moved = await merge(from, into)
    await shop.call(api.makeDefault, { customerId: into, addressId: second })
    await unmerge(from, into, moved)
    expect(await labels(from)).toEqual(['Theirs*', 'Their second'])
    expect(await labels(into)).toEqual(['Ours*'])
  })

  test('undone when the default of the survivor was deleted meanwhile: the newest that is left takes over', async () => {
    const [from, into] = [await aCustomer(), await aCustomer()]
    await anAddress(from, 'Theirs')
    const ours = await anAddress(into, 'Ours')
    const moved = await merge(from, into)
    await shop.call(api.remove, { customerId: into, addressId: ours })
    expect(await labels(into)).toEqual(['Theirs*'])
    await anAddress(into, 'Since')
    await unmerge(from, into, moved)
    expect(await labels(from)).toEqual(['Theirs*'])
    expect(await labels(into)).toEqual(['Since*'])
  })

  test('of one who had absorbed another keeps every address readable, and both can be undone in turn', async () => {
    const [a, b, c] = [await aCustomer(), await aCustomer(), await aCustomer()]
    await anAddress(a, 'A')
    await anAddress(b, 'B')
    await anAddress(c, 'C')
    const before = await held(a, b, c)
    const first = await merge(a, b)
    const second = await merge(b, c)
    expect((await labels(c)).sort()).toEqual(['A', 'B', 'C*'])
    await unmerge(b, c, second)
    await unmerge(a, b, first)
    expect(await held(a, b, c)).toEqual(before)
    expect([await labels(a), await labels(b), await labels(c)]).toEqual([['A*'], ['B*'], ['C*']])
  })

  test('of another tenant’s customer moves nothing', async () => {
    const [from, into] = [await aCustomer(), await aCustomer()]
    await anAddress(from, 'Theirs')
    await rival.run((ctx) => addresses.personalData.merge(ctx, inside(from), inside(into), {}))
    expect(await labels(from)).toEqual(['Theirs*'])
    expect(await labels(into)).toEqual([])
  })

  test('followed by its undoing changes nothing, for any addresses of the two (property)', async () => {
    const kept = fc.record({ type: fc.constantFrom(...api.TYPES), isDefault: fc.boolean(), removed: fc.boolean() })
    const some = fc.array(kept, { maxLength: 4 })
    await fc.assert(
      fc.asyncProperty(some, some, async (theirs, ours) => {
        const [from, into] = [await aCustomer(), await aCustomer()]
        for (const [customerId, all] of [
          [from, theirs],
          [into, ours],
        ] as const) {
          for (const [index, { removed, ...more }] of all.entries()) {
            const addressId = await anAddress(customerId, `N${index}`, more)
            if (removed) await shop.call(api.remove, { customerId, addressId })
          }
        }
        const [before, seen] = [await held(from, into), [await labels(from), await labels(into)]]
        const moved = await merge(from, into)
        const together = await listed(into)
        expect(together).toHaveLength(before.filter(({ deleted_at }) => deleted_at === null).length)
        expect(together.filter(({ isDefault }) => isDefault)).toHaveLength(together.length === 0 ? 0 : 1)
        await unmerge(from, into, moved)
        expect(await held(from, into)).toEqual(before)
        expect([await labels(from), await labels(into)]).toEqual(seen)
      }),
      { numRuns: 25 },
    )
  })
})
