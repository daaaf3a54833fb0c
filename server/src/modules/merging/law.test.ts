import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aPhone, aTenant, aWorld, type Shop, type World } from '../../../test/harness.ts'
import type { Scope } from '../../kit/caller.ts'
import { SCOPES } from '../../permissions.ts'
import * as carts from '../carts/contract.ts'
import * as customers from '../customers/contract.ts'
import { rebuildTally } from '../customers/index.ts'
import { lookAtOutdated } from '../duplicates/index.ts'
import { imported } from '../imports/imports.harness.ts'
import * as loyalty from '../loyalty/contract.ts'
import * as membership from '../membership/contract.ts'
import { anOrder } from '../orders/orders.harness.ts'
import { inner, mergesAt } from './merging.harness.ts'

let world: World
let shop: Shop
beforeAll(async () => {
  world = await aWorld()
  shop = await aTenant(world)
})
afterAll(() => world.close())

const { aStub, merge, undo, get } = mergesAt(() => shop)

describe('the law: undoing is the inverse of merging', () => {
  const LEFT_OUT = [
    'merges',
    'loyalty_entries',
    'loyalty_allocations',
    'consent_merges',
    'audit_entries',
    'audit_batches',
    'audit_chains',
    'events',
    'event_lanes',
    'event_batches',
    'event_subscribers',
    'event_holds',
    'customer_tally',
    'statistics_days',
    'statistics_left',
    'loyalty_owed',
  ]

  /** Every row of every table of the tenant, except event and audit tables; everyone was looked at for duplicates. */
  async function everything(at: Shop) {
    while ((await at.run(lookAtOutdated)) > 0);
    const tenant = at.id
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
      dump[name] = rows
        .filter(({ row }) => name !== 'loyalty_accounts' || row.balance + row.debt + row.pending + row.reserved > 0)
        // Two that are too unlike, or of which one is merged, keep a row that is not shown.
        .filter(({ row }) => name !== 'duplicate_suggestions' || !row.gone)
        .map(({ row: { version, updated_at, entries, ...row } }) =>
          // Resealed values differ in bytes; their content is compared through the API.
          name === 'customers'
            ? { ...row, sealed: null }
            : name === 'customer_search'
              ? { ...row, changed_at: null, tokens: row.tokens.sort() }
              : name === 'statistics_people'
                ? // Who counts anew does so since another transaction.
                  { ...row, came_at: null, came_in: null }
                : row,
        )
    }
    // Append-only: what they add up to is compared.
    const { rows: figures } = await world.owner.query(
      `select figure, day, part, sum(count) from statistics_days where tenant_id = $1
        group by 1, 2, 3 having sum(count) <> 0 order by 1, 2, 3`,
      [tenant],
    )
    const { rows: tally } = await world.owner.query(
      `select type, status, tier, phone_verified, sum(count) from customer_tally where tenant_id = $1
        group by 1, 2, 3, 4 having sum(count) <> 0 order by 1, 2, 3, 4`,
      [tenant],
    )
    const { rows: owed } = await world.owner.query(
      `select kind, day, sum(points) from loyalty_owed where tenant_id = $1
        group by 1, 2 having sum(points) <> 0 order by 1, 2`,
      [tenant],
    )
    return { ...dump, tally, figures, owed }
  }

  /** A name that no other customer has, even without its vowels. */
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
    twin: fc.boolean(),
    birthDate: fc.option(fc.constantFrom('1990-01-02', '1991-05-05')),
    phone: fc.boolean(),
    email: fc.boolean(),
    extra: fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.nat(3)),
    formerPhones: fc.nat(2),
    formerNames: fc.nat(2),
    plan: fc.option(fc.constantFrom('basic', 'premium')),
    flair: fc.option(fc.constantFrom('gold', 'birthday')),
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

  async function live(at: Shop, person: Anyone, twinName: string): Promise<string> {
    const { type, lastName, name2, notes, locale, extra, birthDate } = person
    const firstName = person.twin ? twinName : aName()
    const contacts = {
      ...(type !== 'guest' && (type === 'stub' || person.phone) && { phone: aPhone() }),
      ...(type !== 'guest' && (type === 'full' || person.email) && { email: `${aPhone().slice(1)}@example.com` }),
      ...(type === 'full' && { phoneVerified: person.phone, emailVerified: !person.phone || person.email }),
    }
    const named = type !== 'guest' || person.named
    const { body } = await at.call(customers.create, {
      type,
      ...(named && { firstName, lastName, name2, birthDate }),
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
    const [orders, spent, points] = person.numbers
    await world.owner.query('update customer_activity set total_orders = $2, total_spent = $3 where customer_id = $1', [
      inner(customerId),
      orders,
      spent,
    ])
    if (person.plan) await at.call(membership.start, { customerId, planId: person.plan } as never)
    if (person.flair) await at.call(membership.awardFlair, { customerId, flairId: person.flair } as never)
    if (points > 0) await at.call(loyalty.adjust, { customerId, points, reason: 'before' })
    return customerId
  }

  /** A choice that would remove the last verified contact is refused, and changes nothing. */
  async function mergeSomehow(from: string, into: string, wanted: Record<string, 'from' | 'into'>, at: Shop) {
    const { status, body } = await merge(from, into, { choices: wanted }, at)
    if (status === 201) return body
    expect(body.code).toBe('customer.last_verified_contact')
    return (await merge(from, into, {}, at)).body
  }

  /** By a file with their numbers in another system. */
  async function importedAgain(at: Shop, ids: readonly string[]): Promise<void> {
    const numbers = await Promise.all(ids.map(async (id) => (await get(id, at)).number))
    const lines = numbers.map((number) => `${number},${aPhone()}`)
    const one = await imported(world, at, 'numbers.csv', `number,customer id\n${lines.join('\n')}\n`)
    expect(one.counts.refused).toBe(0)
  }

  type Known = readonly [Readonly<Record<string, unknown>>, readonly unknown[]]
  /** Table by table, so that a failure says which. */
  function expectSame([rows, seen]: Known, [before, seenBefore]: Known): void {
    for (const table of Object.keys(before)) expect(rows[table], table).toEqual(before[table])
    expect(seen).toEqual(seenBefore)
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
          const twinName = aName()
          const [a, b, c] = [
            await live(at, people[0], twinName),
            await live(at, people[1], twinName),
            await live(at, people[2], twinName),
          ]
          await importedAgain(at, [a, b, c])
          if (people[0].status === 'deactivated') await at.call(customers.deactivate, { customerId: a })
          const before = [await everything(at), await asSeen(at, [a, b, c])] as const
          const first = await mergeSomehow(a, b, one, at)
          expect(await at.run(rebuildTally)).toMatchObject({ corrected: 0 })
          const between = [await everything(at), await asSeen(at, [b, c])] as const
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
          expectSame([await everything(at), await asSeen(at, [b, c])], between)
          expect((await undo(first.id, at)).body.undone.needsHuman).toEqual([])
          expectSame([await everything(at), await asSeen(at, [a, b, c])], before)
          expect(await at.run(rebuildTally)).toMatchObject({ corrected: 0 })
        },
      ),
      { numRuns: 20 },
    )
  })

  test('and what happens in between stays with the survivor, and nothing of it goes with the other', async () => {
    const tenant = await aTenant(world)
    const at = { ...tenant, ...(await tenant.with(...(Object.keys(SCOPES) as Scope[]))) } // The keys are the scopes.
    const act = fc.record({ what: fc.constantFrom('order', 'points', 'notes', 'cart'), n: fc.nat(40) })
    await fc.assert(
      fc.asyncProperty(
        fc.tuple(fc.option(word), fc.option(word)),
        fc.array(act, { minLength: 1, maxLength: 6 }),
        async ([notes, others], acts) => {
          const [{ id: from }, { id: into }] = [
            await aStub({ firstName: aName(), notes }, at),
            await aStub({ firstName: aName(), notes: others }, at),
          ]
          const [left, stayed] = [await asSeen(at, [from]), await get(into, at)]
          const first = (await merge(from, into, {}, at)).body
          const merged = await get(into, at)
          let [written, orders] = [stayed.notes, 0]
          for (const { what, n } of acts) {
            if (what === 'order') orders += Number(Boolean(await anOrder(at, { customerId: into, total: 1_000 + n })))
            if (what === 'points')
              await at.call(loyalty.adjust, { customerId: into, points: n + 1, reason: 'in between' })
            if (what === 'cart') {
              const lines = [{ sku: 'E', quantity: n + 1 }]
              await at.call(carts.put, { customerId: into, lines })
            }
            if (what !== 'notes') continue
            written = `in between ${n}`
            await at.call(customers.change, { customerId: into, notes: written } as never)
          }
          const before = await get(into, at)
          const { needsHuman } = (await undo(first.id, at)).body.undone
          expect(needsHuman.filter(({ field }: { field: string }) => field !== 'notes')).toEqual([])
          expect(await asSeen(at, [from])).toEqual(left)
          expect(await get(into, at)).toMatchObject({
            ...{ firstName: stayed.firstName, phone: stayed.phone, notes: written },
            totalOrders: stayed.totalOrders + orders,
            loyaltyPoints: stayed.loyaltyPoints + before.loyaltyPoints - merged.loyaltyPoints,
          })
          expect(await at.run(rebuildTally)).toMatchObject({ corrected: 0 })
        },
      ),
      { numRuns: 20 },
    )
  })
})
