import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aPhone, aTenant, aWorld, type Shop, type World } from '../../../test/harness.ts'
import * as addresses from '../addresses/contract.ts'
import * as customers from '../customers/contract.ts'
import { createCustomers } from '../customers/index.ts'
import * as merging from '../merging/contract.ts'
import * as api from './contract.ts'
import { duplicatesAt } from './duplicates.harness.ts'
import { duplicates, lookAtOutdated, trainModel } from './index.ts'

let world: World
let shop: Shop
let rival: Shop
beforeAll(async () => {
  world = await aWorld()
  shop = await aTenant(world)
  rival = await aTenant(world)
})
afterAll(() => world.close())

const { make, find, suggestions, between, match } = duplicatesAt(() => shop)
const zubaydah = { firstName: 'Zubaydah', lastName: 'Al Rawahi', birthDate: '1987-03-12' }

describe('on arrival', () => {
  test('a customer is met by a slip, in the other script and with the old phone, with the reasons', async () => {
    const { id, phone } = await make(zubaydah)
    // Added a moment ago, and not looked at yet.
    expect((await match({ firstName: 'Zubaidah', phone })).map(({ customer }) => customer.id)).toEqual([id])
    expect(await match({ firstName: 'Omar', lastName: 'Kindi' })).toEqual([])
    await find()
    const [slip] = await match({ firstName: 'Zubaidah', lastName: 'Rawahi', phone })
    expect(slip).toMatchObject({ customer: { id }, household: false })
    expect(slip!.explanation.reasons.map(({ field, level }) => `${field} ${level}`)).toEqual(
      expect.arrayContaining(['firstName sounds', 'phone same', 'birthDate missing']),
    )
    const [arabic] = await match({ firstName: 'زبيدة', lastName: 'الرواحي', birthDate: '1987-03-12' })
    expect(arabic?.customer.id).toBe(id)
    expect(await match({ firstName: 'Omar', lastName: 'Kindi', birthDate: '1987-03-12' })).toEqual([])
    expect(await match({ firstName: 'Zubaidah', lastName: 'Rawahi', phone, except: id })).toEqual([])
  })

  test('a shared phone alone is a household; the neighbour is never matched, and contacts stay masked', async () => {
    const { id, phone } = await make({ firstName: 'Hamad', lastName: 'Siyabi' })
    await find()
    const [shared] = await match({ firstName: 'Layla', lastName: 'Farsi', phone })
    expect(shared).toMatchObject({ customer: { id }, household: true })
    expect(await match({ firstName: 'Hamad', lastName: 'Siyabi', phone }, rival)).toEqual([])
    const key = await shop.with('customers:read')
    const [masked] = await match({ firstName: 'Hamad', lastName: 'Siyabi', phone }, key)
    expect(masked?.customer.phone).not.toBe(phone)
    expect(masked?.explanation.reasons).toContainEqual({ field: 'phone', level: 'missing', bits: 0 })
    expect(await match({ firstName: 'Layla', lastName: 'Farsi', phone }, key)).toEqual([])
  })
})

describe('suggestions', () => {
  test('say why in weights that add up, keep their id, and go when the two have become unlike', async () => {
    const born = '1991-06-05'
    const one = await make({ firstName: 'Khalfan', lastName: 'Maamari', birthDate: born })
    const other = await make({ firstName: 'Khalfaan', lastName: 'Al Maamari', birthDate: born })
    const found = await between(one.id, other.id)
    const { score, beforehand, household, reasons } = found!.explanation
    expect(reasons.reduce((sum, { bits }) => sum + bits, beforehand + household)).toBeCloseTo(score, 6)
    await shop.call(customers.change, { customerId: one.id, notes: 'starch' })
    expect((await between(one.id, other.id))?.id).toBe(found!.id)
    await shop.call(customers.change, { customerId: other.id, firstName: 'Wilhelmina', birthDate: '1950-12-30' })
    expect(await between(one.id, other.id)).toBeUndefined()
  })

  test('are merged and apart again as they were; one that was rejected comes back when one of the two changes', async () => {
    const born = '1979-11-30'
    const [one, other] = [
      await make({ firstName: 'Thuraya', lastName: 'Zadjali', birthDate: born }),
      await make({ firstName: 'Thuraya', lastName: 'Zadjali', birthDate: born }),
    ]
    const before = await between(one.id, other.id)
    const merged = await shop.call(api.accept, { suggestionId: before!.id, choices: {} })
    expect(merged).toMatchObject({ status: 201, body: { into: one.id, from: other.id } })
    expect(await between(one.id, other.id)).toBeUndefined()
    expect((await shop.call(api.accept, { suggestionId: before!.id, choices: {} })).body.code).toBe(
      'duplicate.already_decided',
    )
    await shop.call(merging.undo, { mergeId: merged.body.id, reason: 'not the same' })
    const apart = { ...before, customers: before!.customers.map(({ id }) => expect.objectContaining({ id })) }
    expect(await between(one.id, other.id)).toEqual(apart)

    const rejected = await shop.call(api.reject, { suggestionId: before!.id, because: 'different' })
    expect(rejected.body.state).toBe('rejected')
    await shop.call(customers.change, { customerId: one.id, notes: 'no matter' })
    expect(await between(one.id, other.id)).toBeUndefined()
    await shop.call(customers.change, { customerId: one.id, lastName: 'Al Zadjali' })
    expect(await between(one.id, other.id)).toMatchObject({ id: before!.id, state: 'open' })

    await shop.call(api.putOff, { suggestionId: before!.id })
    expect(await between(one.id, other.id)).toBeUndefined()
    expect((await shop.call(api.reopen, { suggestionId: before!.id })).body.state).toBe('open')
  })

  const name = fc.constantFrom('Noor', 'Nour', 'Amal', 'Hinai', 'Al Hinai', 'Kindi')
  const who = fc.nat(5)
  const edit = fc.oneof(
    fc.record({ who, change: fc.record({ firstName: name }) }),
    fc.record({ who, change: fc.record({ lastName: name }) }),
    fc.record({ who, change: fc.record({ birthDate: fc.constantFrom('1990-01-11', '1990-11-01', '1961-05-30') }) }),
    fc.record({ who, change: fc.constantFrom({ email: 'noor.hinai@example.com' }, { email: null }) }),
    fc.record({ who, home: fc.constantFrom('Way 3021', 'Way 12') }),
    fc.record({ who, into: who }),
    fc.record({ who, number: fc.constant('another') }),
    fc.constant({ undo: 'the last merge' }),
    fc.constant({ look: 'now' }),
  )

  test('after any edits are those from scratch', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { minLength: 5, maxLength: 10 }), async (edits) => {
        const at = await aTenant(world)
        const there = duplicatesAt(() => at)
        const people: string[] = []
        for (let n = 0; n < 6; n++) {
          const input = {
            firstName: ['Noor', 'Nour', 'Amal'][n % 3],
            lastName: 'Hinai',
            birthDate: `1990-0${1 + (n % 2)}-11`,
          }
          people.push((await there.make(input, at)).id)
        }
        const merges: string[] = []
        for (const one of edits) await perform(at, people, merges, one)
        const dump = async () => {
          await there.find(at)
          const { rows } = await world.owner.query(
            'select one_id, other_id, score, vetoed from duplicate_suggestions where tenant_id = $1 and not gone and not undone order by 1, 2',
            [at.id],
          )
          return rows
        }
        const edited = await dump()
        await world.owner.query('delete from duplicate_suggestions where tenant_id = $1 and not undone', [at.id])
        await world.owner.query('delete from duplicate_tokens where tenant_id = $1', [at.id])
        await world.owner.query('update duplicate_people set outdated = true where tenant_id = $1', [at.id])
        expect(await dump()).toEqual(edited)
      }),
      { numRuns: 6 },
    )
  })

  /** Some are refused, such as a merge into itself. */
  async function perform(at: Shop, people: readonly string[], merges: string[], one: object): Promise<void> {
    const { who: n = 0, into, change, home, number, undo } = one as Partial<Record<string, never>>
    const customerId = people[n]!
    if (into !== undefined) {
      const merge = { from: customerId, into: people[into]!, reason: 'one' }
      const { status, body } = await at.call(merging.merge, merge as never)
      if (status === 201) merges.push(body.id)
    } else if (undo !== undefined) {
      const mergeId = merges.pop()
      if (mergeId) await at.call(merging.undo, { mergeId, reason: 'two' })
    } else if (home !== undefined) {
      await at.call(addresses.add, { customerId, building: 'Villa 1', street: home, city: 'Muscat' })
    } else if (number !== undefined) await at.call(customers.change, { customerId, phone: aPhone() })
    else if (change !== undefined) await at.call(customers.change, { customerId, ...(change as object) } as never)
    else await at.run(lookAtOutdated)
  }

  test('are decided by those who may, and seen in no other business', async () => {
    const born = '1966-01-05'
    const one = await make({ firstName: 'Ghalib', lastName: 'Busaidi', birthDate: born })
    const other = await make({ firstName: 'Ghalib', lastName: 'Busaidi', birthDate: born })
    const { id: suggestionId } = (await between(one.id, other.id))!
    const reader = await shop.with('customers:read', 'duplicates:read')
    expect((await reader.call(api.get, { suggestionId })).status).toBe(200)
    expect((await reader.call(api.reject, { suggestionId })).status).toBe(403)
    const decider = await shop.with('customers:read', 'duplicates:read', 'duplicates:decide')
    expect((await decider.call(api.accept, { suggestionId })).status).toBe(403)
    expect((await decider.call(api.changeSettings, { autoMerge: true })).status).toBe(403)
    await shop.call(api.changeSettings, { autoMerge: true, autoMergeFrom: 60 })
    for (const [endpoint, input] of [
      [api.changeSettings, { autoMergeFrom: 5 }],
      [api.activate, { version: '0' }],
      [api.reopen, { suggestionId }],
    ] as const)
      expect((await decider.call(endpoint as never, input as never)).body.needs).toBe('customers:merge')
    expect((await shop.call(api.settings, {})).body.autoMergeFrom).toBe(60)
    expect((await decider.call(api.changeSettings, { autoMerge: false })).status).toBe(200)
    const explained = await reader.call(api.explain, { one: one.id, other: other.id })
    expect(explained.body.reasons).toContainEqual({ field: 'phone', level: 'missing', bits: 0 })
    expect((await rival.call(api.get, { suggestionId })).body.code).toBe('duplicate.not_found')
    expect(await suggestions({}, rival)).toEqual([])
    expect((await rival.call(api.explain, { one: one.id, other: other.id })).status).toBe(404)
  })

  test('of two birth dates or two verified phones are never merged by themselves, and not shown where a rule says so', async () => {
    const at = await aTenant(world)
    const there = duplicatesAt(() => at)
    const verified = {
      type: 'full',
      phoneVerified: true,
      emailVerified: false,
      lastName: 'Lawati',
      birthDate: '1983-09-09',
    }
    await there.make({ ...verified, firstName: 'Ruqaya', email: 'ruqaya.lawati@example.com' }, at)
    await there.make({ ...verified, firstName: 'Ruqaya', email: 'ruqaya.lawati@example.org' }, at)
    const [found] = await there.suggestions({}, at)
    expect(found?.explanation.vetoes).toEqual(['verified_phones_differ'])
    expect((await at.call(api.mergeBatch, { from: 5 })).body.merges).toBe(0)
    await at.call(api.changeSettings, { differentVerifiedPhones: 'never_merge' })
    await world.owner.query('update duplicate_people set outdated = true where tenant_id = $1', [at.id])
    expect(await there.suggestions({}, at)).toEqual([])
  })
})

describe('a batch of merges', () => {
  test('takes the likeliest, and is undone as one', async () => {
    const at = await aTenant(world)
    const there = duplicatesAt(() => at)
    for (const firstName of ['Sumaya', 'Harith', 'Basma'])
      for (const phone of [aPhone(), aPhone()])
        await there.make({ firstName, lastName: `${firstName}i`, birthDate: '1971-04-14', email: null, phone }, at)
    expect(await there.suggestions({}, at)).toHaveLength(3)
    const { body: batch } = await at.call(api.mergeBatch, { from: 5 })
    expect(batch.merges).toBe(3)
    expect(await there.suggestions({}, at)).toEqual([])
    const undone = await at.call(api.undoBatch, { batchId: batch.id })
    expect(undone.body.undoneAt).not.toBeNull()
    expect(await there.suggestions({}, at)).toHaveLength(3)
    // What was undone once is no longer merged by itself.
    expect((await at.call(api.mergeBatch, { from: 5 })).body.merges).toBe(0)
    const { body } = await at.call(api.statistics, {})
    expect(body).toMatchObject({ waiting: 0, states: { open: 3 }, precision: null })
  })
})

test('a batch that is asked for again is the same one, and one without a merge is not kept', async () => {
  const at = await aTenant(world)
  const there = duplicatesAt(() => at)
  const twice = async (firstName: string) => [
    await there.make({ firstName, lastName: `${firstName}i`, birthDate: '1971-04-14' }),
    await there.make({ firstName, lastName: `${firstName}i`, birthDate: '1971-04-14' }),
  ]
  await twice('Sumaya')
  await there.find()
  const merge = () => at.call(api.mergeBatch, { from: 5 }, { headers: { 'idempotency-key': 'merge-them' } })
  const first = await merge()
  expect(first.body.merges).toBe(1)
  const later = await twice('Harith')
  await there.find()
  expect((await merge()).body).toEqual(first.body)
  expect(await there.suggestions()).toHaveLength(1)

  for (const { id } of later) await at.call(customers.deactivate, { customerId: id, reason: 'moved' } as never)
  await at.call(api.changeSettings, { autoMerge: true, autoMergeFrom: 5 })
  for (const { run } of duplicates.errands) while (await run(world.kith.db, at.id));
  expect(await there.suggestions()).toHaveLength(1)
  expect((await at.call(api.batches, {})).body.items).toHaveLength(1)
})

describe('the model', () => {
  test('is learned from the customers without labels, decides from then on, and is rolled back', async () => {
    const at = await aTenant(world)
    expect(await at.run((ctx) => trainModel(ctx))).toBeNull()
    const firsts = 'Salma Aisha Omar Khalid Maryam Said Hamad Noor Layla Tariq'.split(' ')
    const lasts = 'Balushi Harthy Rawahi Habsi Lawati Kindi Maamari'.split(' ')
    const people = Array.from({ length: 320 }, (_, n) => ({
      type: 'stub' as const,
      firstName: firsts[n % 10]!,
      lastName: lasts[n % 7]!,
      birthDate: `${1950 + ((n * 7) % 50)}-0${1 + (n % 9)}-1${n % 9}`,
      phone: aPhone(),
    }))
    await at.run((ctx) => createCustomers(ctx, people))
    const job = world.kith.db.jobs.find(({ name }) => name === 'train-duplicates')!
    await at.run((ctx) => job.run(ctx))
    // Nothing has changed since.
    await at.run((ctx) => job.run(ctx))
    const models = async () =>
      (await at.call(api.models, {})).body.items.map(({ version, active }: { version: number; active: boolean }) => [
        version,
        active,
      ])
    expect(await models()).toEqual([
      [1, true],
      [0, false],
    ])
    expect((await at.call(api.activate, { version: '0' } as never)).body.active).toBe(true)
    expect(await models()).toEqual([
      [1, false],
      [0, true],
    ])
    expect((await at.call(api.activate, { version: '7' } as never)).body.code).toBe('duplicate.model_not_found')
  })
})
