import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aPhone, aTenant, aWorld, type Shop, type World } from '../../../test/harness.ts'
import * as customers from '../customers/contract.ts'
import { rebuildTally } from '../customers/index.ts'
import * as api from './contract.ts'
import { inner, mergesAt, nobody } from './merging.harness.ts'

let world: World
let shop: Shop
let rival: Shop
beforeAll(async () => {
  world = await aWorld()
  shop = await aTenant(world)
  rival = await aTenant(world)
})
afterAll(() => world.close())

const { aStub, merge, undo, get } = mergesAt(() => shop)

describe('undoing', () => {
  test('happens once, also when asked twice at the same time', async () => {
    const [from, into] = [await aStub(), await aStub()]
    const { id } = (await merge(from.id, into.id)).body
    const answers = await Promise.all([undo(id), undo(id)])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    expect(await undo(id)).toMatchObject({ status: 409, body: { code: 'merge.already_undone' } })
    expect((await merge(from.id, into.id)).status).toBe(201)
  })

  test('is remembered also when the id was written in capitals', async () => {
    const [from, into] = [await aStub(), await aStub()]
    const { id } = (await merge(from.id, into.id)).body
    expect((await undo(id.toUpperCase())).body.id).toBe(id)
    expect((await shop.call(api.list, { customerId: into.id })).body.items[0].undone.reason).toBe('not the same')
  })

  test('a merge that is not there, or the neighbour’s, is not found', async () => {
    const [from, into] = [await aStub(), await aStub()]
    const { id } = (await merge(from.id, into.id)).body
    const notFound = { status: 404, body: { code: 'merge.not_found' } }
    expect(await undo(inner(nobody))).toMatchObject(notFound)
    expect(await undo('1')).toMatchObject(notFound)
    expect(await undo(id, rival)).toMatchObject(notFound)
    expect((await rival.call(api.list, { customerId: into.id })).status).toBe(404)
  })

  test('merges of one person are undone in reverse order; the refusal names the one to begin with', async () => {
    const [a, b, c, d] = [await aStub(), await aStub(), await aStub(), await aStub()]
    const first = (await merge(a.id, b.id)).body.id
    const second = (await merge(b.id, c.id)).body.id
    const third = (await merge(d.id, c.id)).body.id
    for (const one of [first, second]) {
      expect(await undo(one)).toMatchObject({
        status: 409,
        body: { code: 'merge.undo_later_first', mergeId: third },
      })
    }
    for (const one of [third, second, first]) expect((await undo(one)).status).toBe(200)
    for (const { id, phone } of [a, b, c, d]) expect(await get(id)).toMatchObject({ status: 'active', phone })
  })

  test('what happened since stays with the survivor and is listed for a human', async () => {
    const from = await aStub({ notes: 'theirs', companyName: 'Theirs', extra: { shoe: 43, hat: 5 } })
    const into = (await shop.call(customers.create, { firstName: 'Said' })).body
    await world.owner.query('update customer_activity set loyalty_points = 50 where customer_id = $1', [inner(from.id)])
    const { id, loyaltyPointsMerged } = (await merge(from.id, into.id)).body
    expect(loyaltyPointsMerged).toBe(50)
    const phone = aPhone()
    await shop.call(customers.change, {
      customerId: into.id,
      phone,
      notes: 'edited',
      extra: { shoe: 44, hat: 5, coat: 1 },
    })
    await world.owner.query('update customer_activity set loyalty_points = 20 where customer_id = $1', [inner(into.id)])
    const { body } = await undo(id)
    const kept = (customer: { id: string }, what: string, field: string) => ({
      customerId: customer.id,
      module: 'customers',
      what,
      field,
    })
    expect(body.undone.needsHuman).toHaveLength(5)
    expect(body.undone.needsHuman).toEqual(
      expect.arrayContaining([
        kept(from, 'changed_since', 'phone'),
        kept(into, 'changed_since', 'phone'),
        kept(into, 'changed_since', 'notes'),
        kept(into, 'changed_since', 'extra.shoe'),
        kept(into, 'below_zero', 'loyaltyPoints'),
      ]),
    )
    expect(await get(into.id)).toMatchObject({
      type: 'stub',
      phone,
      notes: 'edited',
      companyName: null,
      extra: { shoe: 44, coat: 1 },
      loyaltyPoints: -30,
    })
    expect(await get(from.id)).toMatchObject({ phone: from.phone, notes: 'theirs', extra: { shoe: 43, hat: 5 } })
    expect((await shop.call(customers.lookup, { phone: from.phone })).body.id).toBe(from.id)
    expect((await shop.call(api.list, { customerId: from.id })).body.items[0]).toMatchObject(body)
  })

  test('a phone that another customer holds by now does not come back', async () => {
    const [from, into] = [await aStub(), await aStub()]
    const { id } = (await merge(from.id, into.id, { choices: { phone: 'from' } })).body
    await shop.call(customers.change, { customerId: into.id, phone: aPhone() })
    const holder = await aStub({ phone: from.phone })
    const { body } = await undo(id)
    expect(body.undone.needsHuman).toEqual(
      expect.arrayContaining([{ customerId: from.id, module: 'customers', what: 'taken_since', field: 'phone' }]),
    )
    expect(await get(from.id)).toMatchObject({ phone: null, phoneVerified: false })
    expect((await shop.call(customers.lookup, { phone: from.phone })).body.id).toBe(holder.id)
  })

  test('a survivor that switched to the other’s phone loses it with the other', async () => {
    const [from, into] = [await aStub(), await aStub()]
    const { id } = (await merge(from.id, into.id)).body
    expect((await shop.call(customers.change, { customerId: into.id, phone: from.phone })).status).toBe(200)
    const { body } = await undo(id)
    expect(body.undone.needsHuman).toMatchObject([{ customerId: into.id, what: 'taken_since', field: 'phone' }])
    expect(await get(into.id)).toMatchObject({ phone: null, type: 'stub' })
    expect(await get(from.id)).toMatchObject({ phone: from.phone, type: 'stub' })
  })

  test('a proof of the other’s phone does not pass to the survivor’s own', async () => {
    const [from, into] = [await aStub(), await aStub()]
    const { id } = (await merge(from.id, into.id, { choices: { phone: 'from' } })).body
    await world.owner.query('update customers set phone_verified = true where id = $1', [inner(into.id)])
    await shop.run(rebuildTally)
    expect((await undo(id)).body.undone.needsHuman).toMatchObject([{ what: 'changed_since', field: 'phone' }])
    expect(await get(into.id)).toMatchObject({ phone: into.phone, phoneVerified: false })
  })

  test('a customer who was full only by the other’s contact is so no longer', async () => {
    const from = await aStub({ type: 'full' })
    const [into, walkIn] = [await aStub(), (await shop.call(customers.create, { firstName: 'Said' })).body]
    const { id } = (await merge(from.id, into.id)).body
    await shop.call(customers.change, { customerId: into.id, notes: 'since' })
    await undo(id)
    expect(await get(into.id)).toMatchObject({ type: 'stub', phone: into.phone, notes: 'since' })

    const second = (await merge(from.id, walkIn.id)).body.id
    const email = `${aPhone().slice(1)}@example.com`
    await shop.call(customers.change, { customerId: walkIn.id, email })
    await undo(second)
    expect(await get(walkIn.id)).toMatchObject({ type: 'stub', email })
    expect(await get(from.id)).toMatchObject({ type: 'full', phone: from.phone, phoneVerified: true })
  })

  test('after erasing, the log keeps that it happened and nothing of what', async () => {
    const [from, into] = [await aStub({ notes: 'mine' }), await aStub()]
    const { id } = (await merge(from.id, into.id)).body
    await undo(id)
    await shop.run(async (ctx) => {
      for (const hooks of [...ctx.personalData.values()].reverse()) await hooks.erase(ctx, inner(from.id))
    })
    const { items } = (await shop.call(api.list, { customerId: into.id })).body
    expect(items).toMatchObject([{ id, reason: null, moved: {}, undone: { reason: null, needsHuman: [] } }])
    const absorbed = await aStub({ type: 'full' })
    const again = (await merge(absorbed.id, into.id)).body.id
    await shop.run(async (ctx) => {
      for (const hooks of [...ctx.personalData.values()].reverse()) await hooks.erase(ctx, inner(into.id))
    })
    expect((await undo(again)).status).toBe(404)
    expect((await shop.call(customers.get, { customerId: absorbed.id })).status).toBe(404)
    const { rows } = await world.owner.query(
      `select display_name, sealed, exists (select from customer_search s where s.id = c.id) as found
         from customers c where id = $1`,
      [inner(absorbed.id)],
    )
    expect(rows).toEqual([{ display_name: null, sealed: null, found: false }])
    expect(await shop.run(rebuildTally)).toMatchObject({ corrected: 0 })
  })

  test('everything held about a person includes the merges', async () => {
    const [from, into] = [await aStub(), await aStub()]
    const { body } = await merge(from.id, into.id)
    const held = await shop.run((ctx) => ctx.personalData.get('merging')!.export(ctx, inner(into.id)))
    expect(held).toEqual({ merges: [body] })
  })
})
