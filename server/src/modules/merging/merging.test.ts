import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aPhone, aTenant, aWorld, type Shop, type World } from '../../../test/harness.ts'
import { SCOPES, type Scope } from '../../kit/caller.ts'
import * as carts from '../carts/contract.ts'
import * as customers from '../customers/contract.ts'
import { rebuildTally } from '../customers/index.ts'
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

const reason = 'the same person twice'
const nobody = `cust_${'0'.repeat(32)}`
const inner = (id: string) => id.slice(5).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
const aStub = async (input: Record<string, unknown> = {}, at = shop) =>
  (await at.call(customers.create, { type: 'stub', firstName: 'Salim', phone: aPhone(), ...input } as never)).body
const merge = (from: string, into: string, more: Record<string, unknown> = {}, at = shop) =>
  at.call(api.merge, { from, into, reason, ...more } as never)
const undo = (mergeId: string, at = shop) => at.call(api.undo, { mergeId, reason: 'not the same' })
const get = async (customerId: string, at = shop) => (await at.call(customers.get, { customerId })).body

describe('merging', () => {
  test('the survivor answers for both, and is found by the name, phone and number of either', async () => {
    const from = await aStub({ firstName: 'Khalfan', lastName: 'Rawahi' })
    const into = await aStub({ firstName: 'Said', lastName: 'Habsi', email: `${aPhone().slice(1)}@example.com` })
    const { status, body } = await merge(from.id, into.id)
    expect(status).toBe(201)
    expect(body).toMatchObject({ from: from.id, into: into.id, reason, choices: {}, ordersMoved: 0, undone: null })
    expect(body.moved).toMatchObject({ orders: 0, cartLines: 0 })

    const answer = await shop.call(customers.get, { customerId: from.id })
    expect(answer.status).toBe(301)
    expect(answer.headers.get('location')).toBe(`/api/v1/customers/${into.id}`)
    const write = await shop.call(customers.change, { customerId: from.id, notes: 'x' })
    expect(write).toMatchObject({ status: 301, body: { code: 'customer.merged', customerId: into.id } })

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
    const [from, into] = [await aStub({ type: 'full' }), await aStub()]
    expect(await merge(from.id, into.id, { choices: { phone: 'into' } })).toMatchObject({
      status: 422,
      body: { code: 'verification_required' },
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

  test('nobody merges with nobody, with oneself, or with the neighbour’s customer', async () => {
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

  test('merging is no way around a suspension, and nobody survives as an inactive one', async () => {
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
    expect(events).toEqual([
      { type: 'CustomersMerged', data: { customerId: inner(into.id), mergedId: inner(from.id), mergeId: id } },
    ])
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
    // Why is the other one's by now, and goes with that one; the log of merges still tells it.
    expect((await log(into.id))[0]).toMatchObject({ action: 'customer.released', reason: null })
  })

  test('whom the survivor has absorbed is shown to nobody, also not in an export', async () => {
    const [from, into] = [await aStub({ firstName: 'Mnbvcxy' }), await aStub()]
    await merge(from.id, into.id)
    const exporter = await shop.with('customers:export', 'customers:read')
    const { body } = await exporter.request('GET', `/api/v1/customers/export?format=ndjson&q=${from.phone.slice(1)}`)
    expect(body).toContain(into.id)
    for (const hidden of ['Mnbvcxy', from.phone, 'absorbed']) expect(body).not.toContain(hidden)
    expect(JSON.stringify(await get(into.id))).not.toContain('absorbed')
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
    await world.owner.query('update customers set loyalty_points = 50 where id = $1', [inner(from.id)])
    const { id, loyaltyPointsMerged } = (await merge(from.id, into.id)).body
    expect(loyaltyPointsMerged).toBe(50)
    const phone = aPhone()
    await shop.call(customers.change, {
      customerId: into.id,
      phone,
      notes: 'edited',
      extra: { shoe: 44, hat: 5, coat: 1 },
    })
    await world.owner.query('update customers set loyalty_points = 20 where id = $1', [inner(into.id)])
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
    expect((await shop.call(api.list, { customerId: from.id })).body.items[0]).toEqual(body)
  })

  test('a phone that somebody else holds by now does not come back', async () => {
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
    expect(await get(into.id)).toMatchObject({ phone: null, type: 'guest' })
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

  test('whoever owed being full to the other’s contact is so no longer', async () => {
    const from = await aStub({ type: 'full' })
    const [into, walkIn] = [await aStub(), (await shop.call(customers.create, { firstName: 'Said' })).body]
    const { id } = (await merge(from.id, into.id)).body
    await shop.call(customers.change, { customerId: into.id, notes: 'since' })
    await undo(id)
    expect(await get(into.id)).toMatchObject({ type: 'stub', phone: into.phone, notes: 'since' })

    const second = (await merge(from.id, walkIn.id)).body.id
    const email = `${aPhone().slice(1)}@example.com`
    await shop.call(customers.change, { customerId: walkIn.id, phone: aPhone(), email })
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
    const { rows } = await world.owner.query('select display_name, sealed, tokens from customers where id = $1', [
      inner(absorbed.id),
    ])
    expect(rows).toEqual([{ display_name: null, sealed: null, tokens: [] }])
    expect(await shop.run(rebuildTally)).toMatchObject({ corrected: 0 })
  })

  test('everything held about a person includes the merges', async () => {
    const [from, into] = [await aStub(), await aStub()]
    const { body } = await merge(from.id, into.id)
    const held = await shop.run((ctx) => ctx.personalData.get('merging')!.export(ctx, inner(into.id)))
    expect(held).toEqual({ merges: [body] })
  })
})

async function search(q: string): Promise<string[]> {
  const { body } = await shop.request('GET', `/api/v1/customers?q=${encodeURIComponent(q)}`)
  return body.items.map(({ id }: { id: string }) => id)
}

describe('the law: undoing is the inverse of merging', () => {
  const LEFT_OUT = [
    'merges',
    'consent_merges',
    'audit_entries',
    'audit_heads',
    'events',
    'event_receipts',
    'customer_tally',
  ]

  /** Every row of every table of the tenant, except those that tell what happened. */
  async function everything(tenant: string) {
    const { rows: tables } = await world.owner.query<{ name: string }>(
      `select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id'
        where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' order by 1`,
    )
    const dump: Record<string, unknown> = {}
    for (const { name } of tables.filter((table) => !LEFT_OUT.includes(table.name))) {
      const { rows } = await world.owner.query(
        `select to_jsonb(t) as row from ${name} t where tenant_id = $1 order by to_jsonb(t) ->> 'id', t::text`,
        [tenant],
      )
      dump[name] = rows.map(({ row: { version, updated_at, ...row } }) =>
        // Sealed anew it is other bytes; what is in them is compared through the API.
        name === 'customers' ? { ...row, sealed: null, tokens: row.tokens.sort() } : row,
      )
    }
    const { rows: tally } = await world.owner.query(
      `select type, status, tier, phone_verified, sum(count) from customer_tally where tenant_id = $1
        group by 1, 2, 3, 4 having sum(count) <> 0 order by 1, 2, 3, 4`,
      [tenant],
    )
    return { ...dump, tally }
  }

  /** A name that nobody else has, also not when its vowels are left out. */
  const aName = () => `Q${[...aPhone().slice(-5)].map((digit) => 'bdfgklmnrt'[Number(digit)]).join('a')}`
  const word = fc
    .array(fc.constantFrom('ba', 'du', 'fi', 'ga', 'ki', 'lu', 'ma', 'ni', 'ra', 'su', 'ta', 'zi'), {
      minLength: 3,
      maxLength: 5,
    })
    .map((parts) => `Q${parts.join('')}`)
  const anyone = fc.record({
    type: fc.constantFrom('guest', 'stub', 'full'),
    lastName: fc.option(word),
    name2: fc.option(fc.constantFrom('سعيد', 'عائشة')),
    notes: fc.option(word),
    locale: fc.constantFrom('en', 'ar'),
    named: fc.boolean(),
    phone: fc.boolean(),
    email: fc.boolean(),
    extra: fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.nat(3)),
    formerPhones: fc.nat(2),
    formerNames: fc.nat(2),
    numbers: fc.tuple(fc.nat(9), fc.nat(99_999), fc.nat(500)),
    status: fc.constantFrom('active', 'active', 'deactivated'),
    cart: fc.uniqueArray(
      fc.record({ sku: fc.constantFrom('A', 'B', 'C', 'D'), quantity: fc.integer({ min: 1, max: 9_999 }) }),
      {
        selector: ({ sku }) => sku,
      },
    ),
  })
  type Anyone = typeof anyone extends fc.Arbitrary<infer Person> ? Person : never
  const choices = fc.dictionary(
    fc.constantFrom('firstName', 'lastName', 'name2', 'notes', 'extra', 'locale', 'phone', 'email'),
    fc.constantFrom('from', 'into'),
  )

  async function live(at: Shop, person: Anyone): Promise<string> {
    const { type, lastName, name2, notes, locale, extra } = person
    const firstName = aName()
    const contacts = {
      ...(type !== 'guest' && (type === 'stub' || person.phone || !person.email) && { phone: aPhone() }),
      ...(type !== 'guest' && person.email && { email: `${aPhone().slice(1)}@example.com` }),
    }
    const named = type !== 'guest' || person.named
    const { body } = await at.call(customers.create, {
      type,
      ...(named && { firstName, lastName, name2 }),
      notes,
      locale,
      extra,
      ...contacts,
    } as never)
    const customerId = body.id as string
    for (let n = 0; n < person.formerPhones && 'phone' in contacts; n++) {
      await at.call(customers.change, { customerId, phone: aPhone() })
    }
    for (let n = 0; n < person.formerNames; n++) await at.call(customers.regenerateDisplayName, { customerId })
    await at.call(carts.put, { customerId, lines: person.cart })
    await world.owner.query(
      'update customers set total_orders = $2, total_spent = $3, loyalty_points = $4 where id = $1',
      [inner(customerId), ...person.numbers],
    )
    return customerId
  }

  /** A choice that takes the last proved contact is refused, and changes nothing. */
  async function mergeSomehow(from: string, into: string, wanted: Record<string, 'from' | 'into'>, at: Shop) {
    const { status, body } = await merge(from, into, { choices: wanted }, at)
    if (status === 201) return body
    expect(body.code).toBe('verification_required')
    return (await merge(from, into, {}, at)).body
  }

  const asSeen = async (at: Shop, ids: readonly string[]) =>
    Promise.all(
      ids.map(async (customerId) => {
        const { version, updatedAt, ...seen } = await get(customerId, at)
        return { ...seen, cart: (await at.call(carts.read, { customerId })).body }
      }),
    )

  test('on every row of every table, for any three people merged one after the other', async () => {
    const tenant = await aTenant(world)
    const at = { ...tenant, ...(await tenant.with(...(Object.keys(SCOPES) as Scope[]))) }
    await fc.assert(
      fc.asyncProperty(
        fc.tuple(anyone, anyone, anyone),
        fc.tuple(choices, choices),
        fc.boolean(),
        async (people, [one, other], chained) => {
          const [a, b, c] = [await live(at, people[0]), await live(at, people[1]), await live(at, people[2])]
          if (people[0].status === 'deactivated') await at.call(customers.deactivate, { customerId: a })
          const before = [await everything(at.id), await asSeen(at, [a, b, c])]
          const first = await mergeSomehow(a, b, one, at)
          expect(await at.run(rebuildTally)).toMatchObject({ corrected: 0 })
          const between = [await everything(at.id), await asSeen(at, [b, c])]
          const second = await mergeSomehow(...((chained ? [b, c] : [c, b]) as [string, string]), other, at)
          const survivor = chained ? c : b
          for (const { phone, email, firstName } of before[1] as {
            phone: string
            email: string
            firstName: string
          }[]) {
            if (phone) expect((await at.call(customers.lookup, { phone })).body.id).toBe(survivor)
            if (email) expect((await at.call(customers.lookup, { email })).body.id).toBe(survivor)
            if (firstName === 'Walk-in Customer') continue
            for (const q of [phone, email, firstName].filter(Boolean)) {
              const { items } = (await at.request('GET', `/api/v1/customers?q=${encodeURIComponent(q)}`)).body
              expect(
                items.map(({ id }: { id: string }) => id),
                q,
              ).toContain(survivor)
            }
          }
          expect((await undo(second.id, at)).body.undone.needsHuman).toEqual([])
          expect([await everything(at.id), await asSeen(at, [b, c])]).toEqual(between)
          expect((await undo(first.id, at)).body.undone.needsHuman).toEqual([])
          expect([await everything(at.id), await asSeen(at, [a, b, c])]).toEqual(before)
          expect(await at.run(rebuildTally)).toMatchObject({ corrected: 0 })
        },
      ),
      { numRuns: 20 },
    )
  }, 120_000)
})
