import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aPhone, aTenant, aWorld, type Shop, type World } from '../../../test/harness.ts'
import * as customers from '../customers/contract.ts'
import { addUp } from './add-up.ts'
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

const inner = (id: string) => id.slice(5).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
const aGuest = async () => (await shop.call(customers.create, {})).body.id as string
const put = (customerId: string, lines: unknown, at = shop) => at.call(api.put, { customerId, lines } as never)
const linesOf = async (customerId: string, at = shop) => (await at.call(api.read, { customerId })).body.lines
const quantities = async (customerId: string) =>
  Object.fromEntries(
    (await linesOf(customerId)).map(({ sku, quantity }: { sku: string; quantity: number }) => [sku, quantity]),
  )

// merging is above carts, so its endpoints are called by their paths here.
async function merge(from: string, into: string): Promise<string> {
  const { status, body } = await shop.request('POST', '/api/v1/customers/merge', { from, into, reason: 'signed in' })
  expect(status).toBe(201)
  return body.id
}
async function undo(mergeId: string) {
  const { status, body } = await shop.request('POST', `/api/v1/merges/${mergeId}/undo`, { reason: 'not the same' })
  expect(status).toBe(200)
  return body.undone.needsHuman
}

describe('a cart', () => {
  const shirt = { sku: 'SHIRT-1', quantity: 2, name: 'قميص', unitPrice: 1_500, data: { starch: true } }

  test('is empty at first, comes back as it was put, in its order, and is emptied', async () => {
    const customerId = await aGuest()
    expect(await linesOf(customerId)).toEqual([])
    const lines = [shirt, { sku: 'A', quantity: 9_999, name: null, unitPrice: null, data: {} }]
    expect(await put(customerId, [shirt, { sku: 'A', quantity: 9_999 }])).toMatchObject({
      status: 200,
      body: { lines },
    })
    expect(await linesOf(customerId)).toEqual(lines)
    expect((await put(customerId, [...lines].reverse())).status).toBe(200)
    expect(await linesOf(customerId)).toEqual([...lines].reverse())
    expect(await shop.call(api.clear, { customerId })).toMatchObject({ status: 200, body: { lines: [] } })
    expect(await linesOf(customerId)).toEqual([])
  })

  test.each([
    [[{ sku: 'A', quantity: 0 }]],
    [[{ sku: 'A', quantity: 10_000 }]],
    [[{ sku: 'A', quantity: 1.5 }]],
    [[{ sku: '', quantity: 1 }]],
    [[{ sku: 'Aisha al Balushi', quantity: 1 }]],
    [[{ sku: 'A'.repeat(101), quantity: 1 }]],
    [[{ sku: 'A', quantity: 1, unitPrice: -1 }]],
    [[{ sku: 'A', quantity: 1, data: { k: 'x'.repeat(1_000) } }]],
    [[{ sku: 'A', quantity: 1, gift: true }]],
    [Array.from({ length: 201 }, (_, n) => ({ sku: `S${n}`, quantity: 1 }))],
    ['everything'],
  ])('lines that do not fit are refused (%#)', async (lines) => {
    expect(await put(await aGuest(), lines)).toMatchObject({ status: 422, body: { code: 'invalid' } })
  })

  test('one article stands in one line', async () => {
    const { status, body } = await put(await aGuest(), [
      { sku: 'A', quantity: 1 },
      { sku: 'A', quantity: 2 },
    ])
    expect(status).toBe(422)
    expect(body.errors).toMatchObject([{ path: 'lines.1.sku', code: 'repeated_sku', message: expect.any(String) }])
  })

  test('200 lines fit', async () => {
    const lines = Array.from({ length: 200 }, (_, n) => ({ sku: `S${n}`, quantity: 1 }))
    const customerId = await aGuest()
    expect((await put(customerId, lines)).status).toBe(200)
    expect(await linesOf(customerId)).toHaveLength(200)
  })

  test('belongs to an active customer of this tenant, and follows the scopes', async () => {
    const customerId = await aGuest()
    await put(customerId, [shirt])
    const notFound = { status: 404, body: { code: 'customer.not_found' } }
    expect(await put(customerId, [], rival)).toMatchObject(notFound)
    expect(await rival.call(api.read, { customerId })).toMatchObject(notFound)
    expect(await rival.call(api.clear, { customerId })).toMatchObject(notFound)
    const reader = await shop.with('customers:read')
    expect((await reader.call(api.read, { customerId })).body.lines).toEqual([shirt])
    expect((await reader.call(api.clear, { customerId })).status).toBe(403)
    expect((await reader.call(api.put, { customerId, lines: [] })).status).toBe(403)
    await shop.call(customers.deactivate, { customerId })
    expect(await put(customerId, [])).toMatchObject({ status: 409, body: { code: 'customer.wrong_status' } })
    expect(await linesOf(customerId)).toEqual([shirt])
  })

  test('keeps names and free keys sealed; is part of the export and goes when erased', async () => {
    const customerId = await aGuest()
    await put(customerId, [{ ...shirt, name: 'qwertzuiop', data: { note: 'asdfghjkl' } }])
    const rows = () =>
      world.owner.query('select cart_lines::text as row from cart_lines where customer_id = $1', [inner(customerId)])
    const [stored] = (await rows()).rows
    for (const secret of ['qwertzuiop', 'asdfghjkl']) {
      expect(stored.row).not.toContain(secret)
      expect(stored.row).not.toContain(Buffer.from(secret).toString('hex'))
    }
    const hooks = await shop.run(async (ctx) => ctx.personalData.get('carts')!)
    const held = await shop.run((ctx) => hooks.export(ctx, inner(customerId)))
    expect(held).toMatchObject({ cart: [{ name: 'qwertzuiop', data: { note: 'asdfghjkl' } }] })
    await shop.run((ctx) => hooks.erase(ctx, inner(customerId)))
    expect((await rows()).rows).toEqual([])
  })
})

describe('carts of two who become one', () => {
  test('add up line by line, the survivor’s first; its own name and price of an article stay', async () => {
    const into = (await shop.call(customers.create, { type: 'stub', firstName: 'Noor', phone: aPhone() })).body.id
    const from = await aGuest()
    await put(into, [
      { sku: 'A', quantity: 2, unitPrice: 100 },
      { sku: 'B', quantity: 1 },
    ])
    await put(from, [
      { sku: 'C', quantity: 4, name: 'Carpet', data: { red: true } },
      { sku: 'A', quantity: 3, unitPrice: 90 },
    ])
    const mergeId = await merge(from, into)
    expect(await linesOf(into)).toMatchObject([
      { sku: 'A', quantity: 5, unitPrice: 100 },
      { sku: 'B', quantity: 1 },
      { sku: 'C', quantity: 4, name: 'Carpet', data: { red: true } },
    ])
    expect((await put(from, [])).status).toBe(409)
    expect(await undo(mergeId)).toEqual([])
  })

  test('what the survivor added since stays with it, and the other has again what it had', async () => {
    const [from, into] = [await aGuest(), await aGuest()]
    await put(from, [
      { sku: 'A', quantity: 3 },
      { sku: 'B', quantity: 1 },
      { sku: 'C', quantity: 5 },
    ])
    await put(into, [
      { sku: 'A', quantity: 2 },
      { sku: 'C', quantity: 1 },
    ])
    const mergeId = await merge(from, into)
    await put(into, [
      { sku: 'A', quantity: 9 },
      { sku: 'B', quantity: 2 },
      { sku: 'C', quantity: 2 },
      { sku: 'D', quantity: 7 },
    ])
    expect(await undo(mergeId)).toMatchObject([{ module: 'carts', what: 'changed_since', field: 'cart.C' }])
    expect(await quantities(from)).toEqual({ A: 3, B: 1, C: 5 })
    expect(await quantities(into)).toEqual({ A: 6, B: 1, D: 7 })
  })

  test('a survivor’s cart that was emptied since stays empty, and the other has its lines again', async () => {
    const [from, into] = [await aGuest(), await aGuest()]
    await put(from, [{ sku: 'A', quantity: 3 }])
    const mergeId = await merge(from, into)
    await shop.call(api.clear, { customerId: into })
    expect(await undo(mergeId)).toHaveLength(1)
    expect([await quantities(from), await quantities(into)]).toEqual([{ A: 3 }, {}])
  })

  const cart = fc.uniqueArray(
    fc.record({
      sku: fc.constantFrom('A', 'B', 'C', 'D', 'constructor'),
      quantity: fc.integer({ min: 1, max: 9_999 }),
    }),
    { selector: ({ sku }) => sku },
  )
  const of = (lines: readonly { sku: string; quantity: number }[], sku: string) =>
    lines.find((line) => line.sku === sku)?.quantity ?? 0

  test('the law of quantities: the sum of both up to 9,999 each, and exactly the earlier ones after undoing', async () => {
    await fc.assert(
      fc.asyncProperty(cart, cart, async (theirs, mine) => {
        const [from, into] = [await aGuest(), await aGuest()]
        await put(from, theirs)
        await put(into, mine)
        const before = [await linesOf(from), await linesOf(into)]
        const mergeId = await merge(from, into)
        const skus = new Set([...theirs, ...mine].map(({ sku }) => sku))
        const sums = [...skus].map((sku) => [sku, Math.min(9_999, of(theirs, sku) + of(mine, sku))])
        expect(await quantities(into)).toEqual(Object.fromEntries(sums))
        expect(await undo(mergeId)).toEqual([])
        expect([await linesOf(from), await linesOf(into)]).toEqual(before)
      }),
      { numRuns: 20 },
    )
  })

  test('a cart never has more than 200 lines; what did not fit comes back when undone', async () => {
    const [from, into] = [await aGuest(), await aGuest()]
    await put(
      from,
      Array.from({ length: 150 }, (_, n) => ({ sku: `F${n}`, quantity: 1 })),
    )
    await put(
      into,
      Array.from({ length: 199 }, (_, n) => ({ sku: n === 0 ? 'F9' : `I${n}`, quantity: 1 })),
    )
    const mergeId = await merge(from, into)
    expect(Object.keys(await quantities(into))).toHaveLength(200)
    expect(await quantities(into)).toMatchObject({ F9: 2, F0: 1 })
    await undo(mergeId)
    expect(Object.keys(await quantities(from))).toHaveLength(150)
    expect(Object.keys(await quantities(into))).toHaveLength(199)
  })

  test('adding up never passes a limit and never takes anything away', () => {
    const many = fc.uniqueArray(fc.record({ sku: fc.string(), quantity: fc.integer({ min: 1, max: 9_999 }) }), {
      selector: ({ sku }) => sku,
      maxLength: api.MOST_LINES,
      size: 'max',
    })
    fc.assert(
      fc.property(many, many, (theirs, mine) => {
        const given = addUp(theirs, mine)
        for (const { sku, had, more } of given) {
          expect(had).toBe(of(mine, sku))
          expect(more).toBeGreaterThan(0)
          expect(more).toBeLessThanOrEqual(of(theirs, sku))
          expect(had + more).toBeLessThanOrEqual(api.MOST_OF_ONE)
        }
        expect(mine.length + given.filter(({ had }) => had === 0).length).toBeLessThanOrEqual(api.MOST_LINES)
      }),
    )
  })

  test('a cart that is put while its owner is being merged ends with the survivor or is refused', async () => {
    for (let round = 0; round < 5; round++) {
      const [from, into] = [await aGuest(), await aGuest()]
      const [saved] = await Promise.all([put(from, [{ sku: 'A', quantity: 1 }]), merge(from, into)])
      expect(await quantities(into)).toEqual(saved.status === 200 ? { A: 1 } : {})
      const { rows } = await world.owner.query('select from cart_lines where customer_id = $1', [inner(from)])
      expect(rows).toEqual([])
    }
  })
})
