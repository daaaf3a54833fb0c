import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aPhone, aTenant, aWorld, type Shop, type World } from '../../../test/harness.ts'
import * as customers from '../customers/contract.ts'
import { rebuildTally } from '../customers/index.ts'
import * as api from './contract.ts'
import { inner, mergesAt, nobody, reason } from './merging.harness.ts'

let world: World
let shop: Shop
let rival: Shop
beforeAll(async () => {
  world = await aWorld()
  shop = await aTenant(world)
  rival = await aTenant(world)
})
afterAll(() => world.close())

const { aStub, merge, undo, get, search } = mergesAt(() => shop)

describe('merging', () => {
  test('the survivor answers for both, and is found by the name, phone and number of either', async () => {
    const from = await aStub({ firstName: 'Khalfan', lastName: 'Rawahi' })
    const into = await aStub({ firstName: 'Said', lastName: 'Habsi', email: `${aPhone().slice(1)}@example.com` })
    const { status, body } = await merge(from.id, into.id)
    expect(status).toBe(201)
    expect(body).toMatchObject({ from: from.id, into: into.id, reason, choices: {}, ordersMoved: 0, undone: null })
    expect(body.moved).toMatchObject({ orders: 0, cartLines: 0 })

    const answer = await shop.call(customers.get, { customerId: from.id })
    expect(answer.status).toBe(307)
    expect(answer.headers.get('location')).toBe(`/api/v1/customers/${into.id}`)
    expect(answer.headers.get('cache-control')).toBe('no-store')
    const write = await shop.call(customers.change, { customerId: from.id, notes: 'x' })
    expect(write).toMatchObject({ status: 409, body: { code: 'customer.merged', customerId: into.id } })

    expect(await get(into.id)).toMatchObject({ name: 'Said Habsi', phone: into.phone, email: into.email })
    for (const found of [{ phone: from.phone }, { phone: into.phone }, { number: from.number }]) {
      expect((await shop.call(customers.lookup, found as never)).body.id).toBe(into.id)
    }
    for (const q of ['Khalfan Rawahi', 'Said Habsi', from.phone.slice(4), into.phone, from.number]) {
      expect(await search(q), q).toEqual([into.id])
    }
    await undo(body.id)
    expect(await search('Khalfan Rawahi')).toEqual([from.id])
    expect(await search(from.phone)).toEqual([from.id])
    expect(await search(into.phone)).toEqual([into.id])
  })

  test('what the survivor lacks is filled by the other, also for a walk-in; keys of free maps come together', async () => {
    const guest = (await shop.call(customers.create, { extra: { a: 1, b: 1 }, locale: 'ar' })).body
    const known = await aStub({ name2: 'سالم', notes: 'starch', extra: { b: 2, c: 2 } })
    await merge(known.id, guest.id)
    expect(await get(guest.id)).toMatchObject({
      type: 'stub',
      firstName: 'Salim',
      name2: 'سالم',
      phone: known.phone,
      notes: 'starch',
      locale: 'ar',
      extra: { a: 1, b: 1, c: 2 },
    })
  })

  test('a verified contact beats an unverified one, and a choice beats both', async () => {
    const proved = () => aStub({ type: 'full', email: `${aPhone().slice(1)}@example.com` })
    const [from, into] = [await proved(), await aStub()]
    await merge(from.id, into.id)
    expect(await get(into.id)).toMatchObject({ type: 'full', phone: from.phone, phoneVerified: true })

    const [from2, into2] = [await proved(), await aStub({ notes: 'mine' })]
    await merge(from2.id, into2.id, { choices: { phone: 'into', firstName: 'from' } })
    expect(await get(into2.id)).toMatchObject({ phone: into2.phone, phoneVerified: false, emailVerified: true })
  })

  test('a choice that leaves a full customer without a proved contact is refused', async () => {
    const [from, into] = [await aStub({ type: 'full', emailVerified: false }), await aStub()]
    expect(await merge(from.id, into.id, { choices: { phone: 'into' } })).toMatchObject({
      status: 422,
      body: { code: 'customer.last_verified_contact' },
    })
    expect((await shop.call(customers.get, { customerId: from.id })).status).toBe(200)
  })

  test('the chosen value of each field is taken and remembered', async () => {
    const from = await aStub({ firstName: 'Aisha', companyName: 'Chosen', notes: 'theirs' })
    const into = await aStub({ firstName: 'Asha', companyName: 'Kept', notes: 'mine' })
    const choices = { firstName: 'from', notes: 'into' } as const
    expect((await merge(from.id, into.id, { choices })).body.choices).toEqual(choices)
    expect(await get(into.id)).toMatchObject({ firstName: 'Aisha', companyName: 'Kept', notes: 'mine' })
  })

  test('fields of the business come together key by key, and are parted again but for what was changed since', async () => {
    const label = { en: 'A field', ar: 'حقل' }
    const person = [
      { key: 'children', label, type: 'number' },
      { key: 'gate', label, type: 'text' },
    ]
    expect((await shop.call(customers.changeOwnFields, { person, address: [] } as never)).status).toBe(200)
    const two = async () => [
      await aStub({ ownFields: { children: 2, gate: 'green' } }),
      await aStub({ ownFields: { children: 3 } }),
    ]
    const [from, into] = await two()
    const { id } = (await merge(from.id, into.id)).body
    expect((await get(into.id)).ownFields).toEqual({ children: 3, gate: 'green' })
    await shop.call(customers.change, { customerId: into.id, ownFields: { gate: 'red' } } as never)
    const { body } = await undo(id)
    expect(body.undone.needsHuman).toMatchObject([{ customerId: into.id, field: 'ownFields.gate' }])
    expect((await get(from.id)).ownFields).toEqual({ children: 2, gate: 'green' })
    expect((await get(into.id)).ownFields).toEqual({ children: 3, gate: 'red' })

    const [other, chosen] = await two()
    await merge(other.id, chosen.id, { choices: { ownFields: 'from' } })
    expect((await get(chosen.id)).ownFields).toEqual({ children: 2, gate: 'green' })
  })

  test.each([
    [{ choices: { status: 'from' } }],
    [{ choices: { notes: 'both' } }],
    [{ reason: undefined }],
    [{ reason: ' ' }],
    [{ reason: 'x'.repeat(501) }],
    [{ force: true }],
    [{ into: 'cust_1' }],
  ])('a body with %j does not fit', async (wrong) => {
    const [from, into] = [await aStub(), await aStub()]
    expect(await merge(from.id, into.id, wrong)).toMatchObject({ status: 422, body: { code: 'invalid' } })
  })

  test('an unknown customer, the same one, or the neighbour’s cannot be merged', async () => {
    const [here, there] = [await aStub(), await aStub({}, rival)]
    for (const [from, into] of [
      [here.id, nobody],
      [nobody, here.id],
      [here.id, there.id],
      [there.id, here.id],
    ]) {
      expect(await merge(from, into)).toMatchObject({ status: 404, body: { code: 'customer.not_found' } })
    }
    expect(await merge(here.id, here.id)).toMatchObject({ status: 422, body: { code: 'merge.same_person' } })
    expect(await get(there.id, rival)).toMatchObject({ status: 'active' })
  })

  test('who was merged is not merged again, and as a target stands for the survivor', async () => {
    const [a, b, c, d] = [await aStub(), await aStub(), await aStub(), await aStub()]
    await merge(a.id, b.id)
    await merge(b.id, c.id)
    expect(await merge(a.id, d.id)).toMatchObject({
      status: 409,
      body: { code: 'merge.already_merged', customerId: c.id },
    })
    expect(await merge(c.id, a.id)).toMatchObject({ status: 422, body: { code: 'merge.same_person' } })
    expect((await merge(d.id, a.id)).body).toMatchObject({ from: d.id, into: c.id })
    expect((await shop.call(customers.get, { customerId: a.id })).headers.get('location')).toContain(c.id)
    expect((await shop.call(customers.lookup, { number: a.number })).body.id).toBe(c.id)
    const { items } = (await shop.call(api.list, { customerId: c.id })).body
    expect(items.map((one: { from: string }) => one.from)).toEqual([d.id, b.id, a.id])
  })

  test('merging is no way around a suspension, and an inactive customer never survives', async () => {
    const [suspended, gone, active] = [await aStub(), await aStub(), await aStub()]
    await shop.call(customers.suspend, { customerId: suspended.id })
    await shop.call(customers.deactivate, { customerId: gone.id })
    for (const [from, into] of [
      [suspended.id, active.id],
      [active.id, suspended.id],
      [active.id, gone.id],
    ]) {
      expect(await merge(from, into)).toMatchObject({ status: 409, body: { code: 'customer.wrong_status' } })
    }
    const { body } = await merge(gone.id, active.id)
    await undo(body.id)
    expect(await get(gone.id)).toMatchObject({ status: 'deactivated' })
  })

  test('needs its own permission; the list needs that of the history', async () => {
    const [from, into] = [await aStub(), await aStub()]
    const { id } = (await merge(from.id, into.id)).body
    const till = await shop.with('customers:read', 'customers:write', 'customers:deactivate')
    expect((await till.call(api.merge, { from: from.id, into: into.id, reason })).status).toBe(403)
    expect((await till.call(api.undo, { mergeId: id, reason })).status).toBe(403)
    expect((await till.call(api.list, { customerId: into.id })).status).toBe(403)
    const merger = await shop.with('customers:merge')
    expect((await merger.call(api.undo, { mergeId: id, reason })).status).toBe(200)
  })

  test('both histories tell who, why and what; events name ids; nothing of it is stored in the clear', async () => {
    const secrets = { notes: 'qwertzuiop', companyName: 'yxcvbnmasd' }
    const [from, into] = [await aStub(secrets), await aStub()]
    const { id } = (await merge(from.id, into.id, { reason: 'lkjhgfdsa' })).body
    const log = async (customerId: string) =>
      (await shop.call(customers.history, { customerId })).body.items as Record<string, never>[]
    const [absorbed, changed] = await log(into.id)
    expect(absorbed).toMatchObject({ action: 'customer.absorbed', reason: 'lkjhgfdsa', after: { absorbed: from.id } })
    expect(changed).toMatchObject({ action: 'customer.changed_by_merge', before: { notes: null }, after: secrets })
    const { rows: events } = await world.owner.query(`select type, data from events where data ->> 'mergeId' = $1`, [
      id,
    ])
    const data = { customerId: inner(into.id), mergedId: inner(from.id), mergeId: id }
    expect(events).toEqual(['CustomersMerged', 'AccountMerged'].map((type) => ({ type, data })))
    const { rows } = await world.owner.query('select merges::text as row from merges where id = $1', [id])
    for (const secret of [...Object.values(secrets), 'lkjhgfdsa', from.phone]) {
      expect(rows[0].row).not.toContain(secret)
      expect(rows[0].row).not.toContain(Buffer.from(secret).toString('hex'))
    }
    await undo(id)
    expect((await log(from.id)).map(({ action }) => action).slice(0, 2)).toEqual([
      'customer.unmerged',
      'customer.merged',
    ])
    // The reason now belongs to the other customer; the list of merges still shows it.
    expect((await log(into.id))[0]).toMatchObject({ action: 'customer.released', reason: null })
  })

  test('customers absorbed by the survivor are never shown, also not in an export', async () => {
    const [from, into] = [await aStub({ firstName: 'Mnbvcxy' }), await aStub()]
    await merge(from.id, into.id)
    const exporter = await shop.with('customers:export', 'customers:read', 'customers:contacts')
    const { body } = await exporter.request('GET', `/api/v1/customers/export?format=ndjson&q=${from.phone.slice(1)}`)
    expect(body).toContain(into.id)
    for (const hidden of ['Mnbvcxy', from.phone, 'absorbed']) expect(body).not.toContain(hidden)
    expect(JSON.stringify(await get(into.id))).not.toContain('absorbed')
  })

  test('the two may be named source and target; both names of one, or none, are refused in both languages', async () => {
    const [from, into] = [await aStub(), await aStub()]
    const ask = (body: Record<string, unknown>, language = 'en') =>
      shop.request('POST', '/customers/merge', { reason, ...body }, { headers: { 'accept-language': language } })
    for (const language of ['en', 'ar']) {
      const { status, body } = await ask({ from: from.id, source: from.id }, language)
      expect([status, body.code]).toEqual([422, 'invalid'])
      expect(body.errors.map(({ path, code }: Record<string, string>) => [path, code])).toEqual([
        ['from', 'one_name'],
        ['into', 'one_name'],
      ])
      expect(body.errors[0].message).toMatch(language === 'ar' ? /مرة واحدة/ : /once/)
    }
    expect(await ask({ source: from.id, target: into.id })).toMatchObject({
      status: 201,
      body: { from: from.id, into: into.id },
    })
  })

  test('all of a business are listed page by page, newest first, and each is read by its id; the neighbour has none', async () => {
    const [busy, rival] = [await aTenant(world), await aTenant(world)]
    const into = await aStub({}, busy)
    const ids: string[] = []
    for (let n = 0; n < 52; n++) ids.unshift((await merge((await aStub({}, busy)).id, into.id, {}, busy)).body.id)
    const reader = await busy.with('customers:history')
    const first = (await reader.call(api.listAll, {})).body
    const second = (await reader.call(api.listAll, { cursor: first.nextCursor })).body
    const listed = [...first.items, ...second.items].map(({ id }: { id: string }) => id)
    expect([first.items.length, second.nextCursor, listed]).toEqual([50, null, ids])
    const [mergeId] = ids as [string]
    expect((await reader.call(api.get, { mergeId })).body).toEqual(first.items[0])
    expect(first.items[0]).toMatchObject({ into: into.id, reason, undone: null })
    // Names are for those who see customers.
    const named = (await busy.call(api.get, { mergeId })).body.people
    expect(named.into).toMatchObject({ number: into.number, name: into.name })
    expect(named.from.name).toEqual(expect.any(String))
    expect(first.items[0].people.into).toEqual({ number: into.number, name: null, name2: null })
    expect((await rival.call(api.listAll, {})).body).toEqual({ items: [], nextCursor: null })
    expect(await rival.call(api.get, { mergeId })).toMatchObject({ status: 404, body: { code: 'merge.not_found' } })
    expect((await rival.call(api.listAll, { cursor: first.nextCursor })).status).toBe(400)
    const till = await busy.with('customers:read', 'customers:write')
    expect([(await till.call(api.listAll, {})).status, (await till.call(api.get, { mergeId })).status]).toEqual([
      403, 403,
    ])
  })

  test('the same Idempotency-Key merges once and gives the same answer', async () => {
    const [from, into] = [await aStub(), await aStub()]
    const send = () =>
      shop.call(api.merge, { from: from.id, into: into.id, reason }, { headers: { 'idempotency-key': `m-${from.id}` } })
    const [first, second] = await Promise.all([send(), send()])
    expect([first.status, second.status]).toEqual([201, 201])
    expect(second.body).toEqual(first.body)
    expect((await shop.call(api.list, { customerId: into.id })).body.items).toHaveLength(1)
  })

  test('of two merges of one customer at once one wins; of two in opposite directions too, without a deadlock', async () => {
    for (let round = 0; round < 5; round++) {
      const [a, b, c] = [await aStub(), await aStub(), await aStub()]
      const rivals = await Promise.all([merge(a.id, b.id), merge(a.id, c.id)])
      expect(rivals.map(({ status }) => status).sort()).toEqual([201, 409])
      const [d, e] = [await aStub(), await aStub()]
      const opposite = await Promise.all([merge(d.id, e.id), merge(e.id, d.id), merge(d.id, e.id), merge(e.id, d.id)])
      expect(opposite.filter(({ status }) => status === 201)).toHaveLength(1)
      expect(opposite.every(({ status }) => [201, 409, 422].includes(status))).toBe(true)
    }
    expect(await shop.run(rebuildTally)).toMatchObject({ corrected: 0 })
  })
})
