import { afterAll, beforeAll, expect, test } from 'vitest'
import { aPhone, aTenant, aWorld, type Shop, type World } from '../../../test/harness.ts'
import * as addresses from '../addresses/contract.ts'
import * as customers from '../customers/contract.ts'
import { createCustomers } from '../customers/index.ts'
import * as merging from '../merging/contract.ts'
import { liftRestriction, restrict } from '../privacy/contract.ts'
import * as api from './contract.ts'
import { duplicatesAt } from './duplicates.harness.ts'
import { duplicates } from './index.ts'

let world: World
let shop: Shop
let rival: Shop
beforeAll(async () => {
  world = await aWorld()
  ;[shop, rival] = [await aTenant(world), await aTenant(world)]
})
afterAll(() => world.close())

const { make, find, between, match } = duplicatesAt(() => shop)
const levels = (found: { explanation: { reasons: readonly { field: string; level: string }[] } }) =>
  Object.fromEntries(found.explanation.reasons.map(({ field, level }) => [field, level]))

const asShown = async (at: Shop, suggestionId: string): Promise<{ id: string; version: number }[]> =>
  (await at.call(api.group, { suggestionId })).body.customers.map(
    ({ id, version }: { id: string; version: number }) => ({
      id,
      version,
    }),
  )

test('an address and a city are compared, and a change of them is looked at', async () => {
  const home = { building: 'Villa 12', street: 'Way 3021', area: 'Al Khuwair', city: 'Muscat' }
  const [one, other] = [
    await make({ firstName: 'Jokha', lastName: 'Mahrouqi' }),
    await make({ firstName: 'Jokha', lastName: 'Mahruqi' }),
  ]
  expect(levels((await between(one.id, other.id))!)).toMatchObject({ address: 'missing', city: 'missing' })
  const before = (await between(one.id, other.id))!.score
  for (const { id } of [one, other]) await shop.call(addresses.add, { customerId: id, ...home })
  const found = (await between(one.id, other.id))!
  expect(levels(found)).toMatchObject({ address: 'same', city: 'same' })
  expect(found.score).toBeGreaterThan(before)
  const typed = { firstName: 'Jokha', lastName: 'Mahrouqi', address: 'Villa 12, Way 3021, Al Khuwair' }
  expect((await match(typed)).map(({ customer }) => customer.id).sort()).toEqual([one.id, other.id].sort())
  // Who may not see addresses cannot try guesses of them.
  const key = await shop.with('customers:read', 'customers:contacts', 'duplicates:read')
  const unseen = { address: 'missing', city: 'missing' }
  expect(levels((await match({ ...typed, city: 'Muscat' }, key))[0]!)).toMatchObject(unseen)
  const { body: explanation } = await key.call(api.explain, { one: one.id, other: other.id })
  expect(levels({ explanation })).toMatchObject(unseen)
  // Where one lives alone is no identity.
  expect(await match({ firstName: 'Wilfred', lastName: 'Thesiger', address: typed.address, city: 'Muscat' })).toEqual(
    [],
  )
})

test('a phone that a customer had before says so', async () => {
  const { id, phone } = await make({ firstName: 'Salim', lastName: 'Wahaibi' })
  await shop.call(customers.change, { customerId: id, phone: aPhone() })
  await find()
  const [found] = await match({ firstName: 'Salim', lastName: 'Wahaibi', phone })
  expect(found?.customer.id).toBe(id)
  expect(levels(found!)).toMatchObject({ phone: 'formerly' })
})

test('three records of one person are a group with its weakest link; who speaks against one of them is not in it', async () => {
  const at = await aTenant(world)
  const there = duplicatesAt(() => at)
  const born = '1969-02-14'
  const one = await there.make({ firstName: 'Shamsa', lastName: 'Hashmi', birthDate: born }, at)
  const two = await there.make({ firstName: 'Shamsah', lastName: 'Al Hashmi', birthDate: born }, at)
  const three = await there.make(
    { firstName: 'Shamsa', lastName: 'Hashmy', birthDate: born, email: 'shamsa@example.com' },
    at,
  )
  const [first] = await there.suggestions({}, at)
  const group = async () => (await at.call(api.group, { suggestionId: first!.id })).body
  const found = await group()
  expect(found.customers.map(({ id }: { id: string }) => id).sort()).toEqual([one.id, two.id, three.id].sort())
  expect(found.links).toHaveLength(3)
  expect(found.weakest).toEqual(found.links[0])
  const scores = found.links.map(({ score }: { score: number }) => score)
  expect(scores).toEqual([...scores].sort((a, b) => a - b))
  const { one: a, other: b } = found.weakest
  const why = (await at.call(api.explain, { one: a, other: b })).body
  expect(why.score).toBeCloseTo(found.weakest.score, 4)

  const apart = (await there.between(one.id, two.id))!
  await at.call(api.reject, { suggestionId: apart.id })
  const other = (await there.suggestions({}, at)).find(({ id }) => id !== apart.id)!
  expect((await at.call(api.group, { suggestionId: other.id })).body.customers).toHaveLength(2)
  expect((await rival.call(api.group, { suggestionId: other.id })).status).toBe(404)
})

test('a group is merged as one and undone as one; one that has changed since it was shown is refused', async () => {
  const at = await aTenant(world)
  const there = duplicatesAt(() => at)
  const twin = { firstName: 'Raya', lastName: 'Kharusi', birthDate: '1977-07-07' }
  const people = [await there.make(twin, at), await there.make(twin, at), await there.make(twin, at)]
  const [{ id: suggestionId } = { id: '' }] = await there.suggestions({}, at)
  const shown = await asShown(at, suggestionId)
  expect((await at.call(api.mergeGroup, { suggestionId, customers: shown.slice(0, 2) })).body.code).toBe(
    'duplicate.group_changed',
  )
  const reader = await at.with('customers:read', 'duplicates:read', 'duplicates:decide')
  expect((await reader.call(api.mergeGroup, { suggestionId, customers: shown })).status).toBe(403)
  const dry = { suggestionId, customers: shown, dryRun: true }
  const { body: would } = await at.call(api.mergeGroup, dry)
  expect(would).toMatchObject({ merges: 2, moved: expect.objectContaining({ orders: 0 }) })
  expect((await at.call(api.batches, {})).body.items).toEqual([])
  expect((await at.call(api.mergeGroup, { ...dry, choices: { phone: `cust_${'0'.repeat(32)}` } })).body.code).toBe(
    'duplicate.group_changed',
  )
  const once = { headers: { 'idempotency-key': 'one-group' } }
  const { status, body: batch } = await at.call(api.mergeGroup, { suggestionId, customers: shown }, once)
  expect([status, batch.merges]).toEqual([201, 2])
  expect((await at.call(api.mergeGroup, { suggestionId, customers: shown }, once)).body).toEqual(batch)
  const statusOf = async ({ id: customerId }: { id: string }) => (await at.call(customers.get, { customerId })).status
  expect(await Promise.all(shown.map(statusOf))).toEqual([200, 307, 307])
  await at.call(api.undoBatch, { batchId: batch.id })
  expect(await Promise.all(people.map(statusOf))).toEqual([200, 200, 200])
})

test('a group of which one was changed since it was shown is refused, and is merged as it is shown next', async () => {
  const at = await aTenant(world)
  const there = duplicatesAt(() => at)
  const twin = { firstName: 'Rahma', lastName: 'Lamki', birthDate: '1981-01-08' }
  for (const _ of [1, 2, 3]) await there.make(twin, at)
  const [{ id: suggestionId } = { id: '' }] = await there.suggestions({}, at)
  const shown = await asShown(at, suggestionId)
  const last = shown.at(-1)!
  await at.call(customers.change, { customerId: last.id, notes: 'another person, says the cashier' })
  for (const dryRun of [true, false])
    expect((await at.call(api.mergeGroup, { suggestionId, customers: shown, dryRun })).body.code).toBe(
      'duplicate.group_changed',
    )
  expect((await at.call(customers.get, { customerId: last.id })).status).toBe(200)
  await there.find(at)
  const again = { suggestionId, customers: await asShown(at, suggestionId) }
  expect((await at.call(api.mergeGroup, again)).body).toMatchObject({ merges: 2, refused: [] })
})

test('a batch that died half-way is finished by the same Idempotency-Key, once, and tells what was refused', async () => {
  const at = await aTenant(world)
  const there = duplicatesAt(() => at)
  const twin = { firstName: 'Sharifa', lastName: 'Busaidi', birthDate: '1974-11-18' }
  for (const _ of [1, 2, 3, 4]) await there.make(twin, at)
  const [{ id: suggestionId } = { id: '' }] = await there.suggestions({}, at)
  const shown = await asShown(at, suggestionId)
  const asked = { suggestionId, customers: shown }
  const once = { headers: { 'idempotency-key': 'dies-half-way' } }
  const died = async () => {
    const { status } = await fetch(`${world.url}/api/v1/duplicates/${suggestionId}/group/merge`, {
      method: 'POST',
      headers: { authorization: `Bearer ${at.apiKey}`, 'content-type': 'application/json', ...once.headers },
      body: JSON.stringify({ customers: shown }),
    })
    // No document has an error of the server.
    world.seen.complaints.splice(0)
    return status
  }
  await world.owner.query(`
    create function die_at_the_second() returns trigger language plpgsql as $$ begin
      if exists (select from merges where tenant_id = new.tenant_id) then raise exception 'died'; end if;
      return new;
    end $$;
    create trigger die before insert on merges for each row when (new.tenant_id = '${at.id}')
      execute function die_at_the_second()`)
  expect(await died()).toBe(500)
  await world.owner.query('drop trigger die on merges; drop function die_at_the_second')
  const statuses = async () =>
    Promise.all(shown.map(async ({ id }) => (await at.call(customers.get, { customerId: id })).status))
  const half = await statuses()
  expect(half.filter((status) => status === 307)).toHaveLength(1)

  const left = shown[half.lastIndexOf(200)]!
  await at.call(restrict, { customerId: left.id, reason: 'disputed' } as never)
  const { body: batch } = await at.call(api.mergeGroup, asked, once)
  expect(batch).toMatchObject({ merges: 2, refused: [{ code: 'customer.restricted' }] })
  await at.call(liftRestriction, { customerId: left.id, reason: 'settled' } as never)
  expect((await at.call(api.mergeGroup, asked, once)).body).toEqual(batch)
  expect((await statuses()).filter((status) => status === 200)).toHaveLength(2)
  await at.call(api.undoBatch, { batchId: batch.id })
  await at.call(api.mergeGroup, asked, once)
  expect(await statuses()).toEqual([200, 200, 200, 200])
})

test('a batch that is undone while it runs merges no more', async () => {
  const at = await aTenant(world)
  const there = duplicatesAt(() => at)
  const twin = { firstName: 'Zakiya', lastName: 'Mahrizi', birthDate: '1971-03-21' }
  for (const _ of [1, 2, 3, 4]) await there.make(twin, at)
  const [{ id: suggestionId } = { id: '' }] = await there.suggestions({}, at)
  const shown = await asShown(at, suggestionId)
  expect(shown).toHaveLength(4)
  // What an undo writes first, together with the first merge.
  await world.owner.query(`
    create function end_the_plan() returns trigger language plpgsql as $$ begin
      update duplicate_batches set plan = null where tenant_id = new.tenant_id;
      return new;
    end $$;
    create trigger undo before insert on merges for each row when (new.tenant_id = '${at.id}')
      execute function end_the_plan()`)
  const { body: batch } = await at.call(api.mergeGroup, { suggestionId, customers: shown })
  await world.owner.query('drop trigger undo on merges; drop function end_the_plan')
  expect(batch).toMatchObject({ merges: 1, refused: [] })
  expect((await at.call(api.undoBatch, { batchId: batch.id })).body.undoneAt).not.toBeNull()
  const statusOf = async ({ id: customerId }: { id: string }) => (await at.call(customers.get, { customerId })).status
  expect(await Promise.all(shown.map(statusOf))).toEqual([200, 200, 200, 200])
})

test('in the merge of a group each field gets the value of the chosen one', async () => {
  const at = await aTenant(world)
  const there = duplicatesAt(() => at)
  const twin = { lastName: 'Saidi', birthDate: '1979-09-09' }
  for (const firstName of ['Thuraya', 'Thurayya', 'Thuraiya']) await there.make({ ...twin, firstName }, at)
  const [{ id: suggestionId } = { id: '' }] = await there.suggestions({}, at)
  const shown = (await at.call(api.group, { suggestionId })).body.customers
  expect(shown).toHaveLength(3)
  const ids = await asShown(at, suggestionId)
  const [into, second, last] = shown
  const choices = { firstName: last.id, phone: second.id }
  expect((await at.call(api.mergeGroup, { suggestionId, customers: ids, choices })).body.merges).toBe(2)
  const { body } = await at.call(customers.get, { customerId: into.id })
  expect([body.firstName, body.phone]).toEqual([last.firstName, second.phone])
})

test('a merge that no longer looks right is suggested to be undone, until it is, or is said to be right', async () => {
  const at = await aTenant(world)
  const there = duplicatesAt(() => at)
  const doubts = async () => {
    await there.find(at)
    return (await at.call(api.doubts, {})).body.items
  }
  const twin = { firstName: 'Nawal', lastName: 'Riyami', birthDate: '1985-05-05' }
  const [one, other] = [await there.make(twin, at), await there.make(twin, at)]
  const { id: suggestionId } = (await there.between(one.id, other.id))!
  const { body: merge } = await at.call(api.accept, { suggestionId })
  expect(await doubts()).toEqual([])
  await at.call(customers.change, { customerId: merge.into, notes: 'starch' })
  expect(await doubts()).toEqual([])

  const change = { customerId: merge.into, firstName: 'Wilhelmina', birthDate: '1951-12-30' }
  await at.call(customers.change, change)
  const [doubt] = await doubts()
  expect(doubt).toMatchObject({ mergeId: merge.id, customers: [{ firstName: 'Wilhelmina' }, { firstName: 'Nawal' }] })
  expect(doubt.explanation.vetoes).toEqual(['birth_dates_differ'])
  expect(doubt.scoreThen - doubt.explanation.score).toBeGreaterThan(5)
  expect((await rival.call(api.keep, { mergeId: merge.id })).status).toBe(404)
  const reader = await at.with('customers:read', 'duplicates:read')
  expect((await reader.call(api.keep, { mergeId: merge.id })).status).toBe(403)
  // Names are for those who see customers, and no one sees a restricted one there.
  const counting = await at.with('duplicates:read')
  expect((await counting.call(api.doubts, {})).body.needs).toBe('customers:read')
  expect((await counting.call(api.group, { suggestionId })).body.needs).toBe('customers:read')
  expect((await rival.call(api.doubts, {})).body.items).toEqual([])
  await at.call(restrict, { customerId: merge.into, reason: 'disputed' } as never)
  expect((await at.call(api.doubts, {})).body.items).toEqual([])
  await at.call(liftRestriction, { customerId: merge.into, reason: 'settled' } as never)

  expect((await at.call(api.keep, { mergeId: merge.id })).body.items).toEqual([])
  await at.call(customers.change, { customerId: merge.into, notes: 'no starch' })
  expect(await doubts()).toEqual([])
  await at.call(customers.change, { customerId: merge.into, lastName: 'Oppenheimer' })
  expect(await doubts()).toHaveLength(1)
  await at.call(merging.undo, { mergeId: merge.id, reason: 'two people' })
  expect(await doubts()).toEqual([])
  expect((await at.call(api.keep, { mergeId: merge.id })).body.code).toBe('duplicate.merge_not_doubted')
})

test('doubted merges are listed page by page, of one customer too, and are in the copy of data of that person', async () => {
  const at = await aTenant(world)
  const there = duplicatesAt(() => at)
  const merges: { id: string; into: string }[] = []
  for (const firstName of ['Asma', 'Basma', 'Rasha']) {
    const twin = { firstName, lastName: 'Harrasi', birthDate: '1988-08-18' }
    const [one, other] = [await there.make(twin, at), await there.make(twin, at)]
    const { body } = await at.call(api.accept, { suggestionId: (await there.between(one.id, other.id))!.id })
    merges.push(body)
  }
  await there.find(at)
  for (const { into } of merges)
    await at.call(customers.change, { customerId: into, firstName: 'Wilhelmina', birthDate: '1951-12-30' })
  await there.find(at)
  const page = async (asked: object) => (await at.call(api.doubts, asked as never)).body
  const seen: string[] = []
  let cursor: string | undefined
  do {
    const { items, nextCursor } = await page({ limit: '1', ...(cursor && { cursor }) })
    expect(items).toHaveLength(1)
    seen.push(items[0].mergeId)
    cursor = nextCursor ?? undefined
  } while (cursor)
  expect(seen.sort()).toEqual(merges.map(({ id }) => id).sort())
  const [first] = merges
  expect((await page({ customerId: first!.into })).items).toMatchObject([{ mergeId: first!.id }])

  const exported = await at.run((ctx) => duplicates.personalData.export(ctx, customers.CustomerId.parse(first!.into)))
  expect(exported).toMatchObject({
    weighedMerges: [{ customers: expect.arrayContaining([first!.into]), doubtedSince: expect.any(String) }],
  })
})

test('how often suggestions are right is estimated from what people decided: an undone merge was wrong, a batch says nothing', async () => {
  const at = await aTenant(world)
  const there = duplicatesAt(() => at)
  const pairs: string[] = []
  for (const firstName of ['Asila', 'Bushra', 'Durra', 'Fawz', 'Ghalya']) {
    const twin = { firstName, lastName: `${firstName}i`, birthDate: '1990-04-14' }
    const [one, other] = [await there.make(twin, at), await there.make(twin, at)]
    pairs.push((await there.between(one.id, other.id))!.id)
  }
  const [right, wrong, family, undone] = pairs as [string, string, string, string]
  const precision = async () => (await at.call(api.statistics, {})).body.precision
  expect(await precision()).toBeNull()
  await at.call(api.accept, { suggestionId: right })
  await at.call(api.reject, { suggestionId: wrong })
  await at.call(api.reject, { suggestionId: family, because: 'family' })
  const { body: merge } = await at.call(api.accept, { suggestionId: undone })
  expect(await precision()).toMatchObject({ decided: 4, estimate: 0.5 })
  await at.call(merging.undo, { mergeId: merge.id, reason: 'not the same' })
  expect((await at.call(api.mergeBatch, { from: 5 })).body.merges).toBe(1)
  const { decided, estimate, low, high } = await precision()
  expect([decided, estimate]).toEqual([4, 0.25])
  expect(low).toBeCloseTo(0.0456, 3)
  expect(high).toBeCloseTo(0.6994, 3)
})

test('what too many have in common brings none of them together, and is told', async () => {
  const at = await aTenant(world)
  const leftOut = async () => (await at.call(api.statistics, {})).body.leftOut
  expect(await leftOut()).toEqual({ cap: 60, blocks: 0, largest: 0 })
  const namesakes = Array.from({ length: 65 }, () => ({ firstName: 'Mohammed', lastName: 'Balushi', phone: aPhone() }))
  await at.run((ctx) => createCustomers(ctx, namesakes))
  await find(at)
  const { blocks, largest } = await leftOut()
  expect(blocks).toBeGreaterThan(0)
  expect(largest).toBe(65)
})
