import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aPhone, aTenant, aWorld, type Shop, type World } from '../../../test/harness.ts'
import * as customers from '../customers/contract.ts'
import { rebuildTally } from '../customers/index.ts'
import * as duplicates from '../duplicates/contract.ts'
import { lookAtOutdated } from '../duplicates/index.ts'
import * as merging from '../merging/contract.ts'
import * as orders from '../orders/contract.ts'
import * as privacy from '../privacy/contract.ts'
import * as api from './contract.ts'
import { sendPart, workOff } from './imports.harness.ts'

let world: World
beforeAll(async () => {
  world = await aWorld()
})
afterAll(() => world.close())

const PEOPLE = 5
const who = fc.nat(PEOPLE - 1)
const act = fc.oneof(
  fc.record({ what: fc.constant('merge' as const), one: who, other: who }),
  fc.record({ what: fc.constant('unmerge' as const) }),
  fc.record({ what: fc.constant('erase' as const), one: who }),
  fc.record({ what: fc.constant('order' as const), one: who }),
  fc.record({ what: fc.constant('import' as const), one: who, other: who }),
  fc.record({ what: fc.constant('take the import back' as const) }),
  fc.record({ what: fc.constant('look for duplicates' as const) }),
)
type Act = typeof act extends fc.Arbitrary<infer One> ? One : never

test('no interleaving of merges and their undoing, erasures, imports and their undoing, and orders leaves a broken reference', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(act, { minLength: 1, maxLength: 4 }), { minLength: 3, maxLength: 5 }),
      async (rounds) => {
        const at = await aTenant(world)
        const people = await aTown(at)
        // Those of one round happen at the same time.
        for (const round of rounds) await Promise.all(round.map((one) => perform(at, people, one)))
        await worked(at)
        while ((await at.run(lookAtOutdated)) > 0);
        await expectWhole(at, people)
      },
    ),
    { numRuns: 8 },
  )
})

interface Person {
  readonly id: string
  readonly phone: string
}

async function aTown(at: Shop): Promise<Person[]> {
  const people: Person[] = []
  for (let n = 0; n < PEOPLE; n++) {
    const twin = {
      type: 'stub',
      firstName: 'Zubaydah',
      lastName: 'Al Rawahi',
      birthDate: '1987-03-12',
      phone: aPhone(),
    }
    people.push({ id: (await at.call(customers.create, twin as never)).body.id, phone: twin.phone })
  }
  return people
}

async function perform(at: Shop, people: readonly Person[], doing: Act): Promise<void> {
  const person = (n: number) => people[n]!
  if (doing.what === 'look for duplicates') return void (await at.run(lookAtOutdated))
  if (doing.what === 'import') return importBoth(at, [person(doing.one), person(doing.other)])
  const { status, body } = await answered(at, people, doing)
  expect(status, JSON.stringify(body)).toBeLessThan(500)
}

async function answered(at: Shop, people: readonly Person[], doing: Act): Promise<{ status: number; body?: unknown }> {
  if (doing.what === 'merge') {
    const [from, into] = [people[doing.one]!.id, people[doing.other]!.id]
    return at.call(merging.merge, { from, into, reason: 'one person' } as never)
  }
  if (doing.what === 'erase')
    return at.call(privacy.eraseCustomer, { customerId: people[doing.one]!.id, reason: 'requested' } as never)
  if (doing.what === 'order') return at.call(orders.place, { customerId: people[doing.one]!.id, total: 1_400 } as never)
  if (doing.what === 'unmerge') {
    const standing = (await at.call(merging.listAll, {})).body.items.find(
      ({ undone }: merging.Merge) => undone === null,
    )
    return standing ? at.call(merging.undo, { mergeId: standing.id, reason: 'two people' }) : { status: 200 }
  }
  const done = (await at.call(api.list, {})).body.items.find(({ state }: api.Import) => state === 'done')
  if (!done) return { status: 200 }
  const undoing = await at.call(api.undo, { importId: done.id })
  await worked(at)
  return undoing
}

/** Updates two and makes one. An erasure meanwhile may delete the file, and the next step is refused. */
async function importBoth(at: Shop, people: readonly Person[]): Promise<void> {
  const lines = [...people.map(({ phone }) => phone), aPhone()].map((phone) => `Zubaydah,${phone},${phone}@example.com`)
  const { id: importId } = (await at.call(api.create, { fileName: 'a.csv' })).body
  const steps = [
    () => sendPart(world, at, importId, 1, Buffer.from(`name,phone,email\n${lines.join('\n')}\n`)),
    () => at.call(api.uploaded, { importId, parts: 1 }),
    () => at.call(api.check, { importId }),
    () => at.call(api.run, { importId }),
  ]
  for (const step of steps) {
    const { status, body } = await step()
    expect(status, JSON.stringify(body)).toBeLessThan(500)
    if (status >= 400) return
    await worked(at)
  }
}

/** A server works on one import of a business at a time. */
let working: Promise<unknown> = Promise.resolve()
function worked(at: Shop): Promise<unknown> {
  working = working.then(() => workOff(world, at))
  return working
}

/** What a merge moves belongs to the survivor, to which the merged id still leads; of an erased customer, and of those merged into it, nothing is left. */
async function expectWhole(at: Shop, people: readonly Person[]): Promise<void> {
  const broken = async (what: string, query: string) =>
    expect((await world.owner.query(query, [at.id])).rows, what).toEqual([])
  await broken(
    'merged into nobody',
    `select c.id from customers c left join customers s on s.tenant_id = c.tenant_id and s.id = c.merged_into
      where c.tenant_id = $1 and c.status = 'merged' and s.id is null`,
  )
  for (const table of ['orders', 'customer_identifiers', 'addresses', 'import_external_ids'])
    await broken(
      `${table} of merged or erased customers`,
      `select c.status from ${table} t join customers c on c.tenant_id = t.tenant_id and c.id = t.customer_id
        where t.tenant_id = $1 and (c.status = 'merged' or c.status = 'erased' and '${table}' <> 'orders')`,
    )
  for (const [table, column] of ERASED_WITH_THE_PERSON)
    await broken(
      `${table} of erased customers`,
      `select 1 from ${table} t join customers c on c.tenant_id = t.tenant_id and c.id = t.${column}
         left join customers s on s.tenant_id = c.tenant_id and s.id = c.merged_into
        where t.tenant_id = $1 and 'erased' in (c.status, s.status)`,
    )
  await broken(
    'totals that are not those of the orders',
    `select c.id, a.total_orders, count(o.id) from customers c
       join customer_activity a on a.tenant_id = c.tenant_id and a.customer_id = c.id
       left join orders o on o.tenant_id = c.tenant_id and o.customer_id = c.id
      where c.tenant_id = $1 and c.status not in ('merged', 'erased')
      group by 1, 2 having a.total_orders <> count(o.id)`,
  )
  expect(await at.run(rebuildTally)).toMatchObject({ corrected: 0 })
  for (const { id } of people)
    expect([200, 307, 404]).toContain((await at.call(customers.get, { customerId: id })).status)
  const found = (await at.call(duplicates.list, {})).body.items as { customers: { id: string; status: string }[] }[]
  for (const { customers: pair } of found) expect(pair.map(({ status }) => status)).toEqual(['active', 'active'])
}

const ERASED_WITH_THE_PERSON = [
  ['data_keys', 'customer_id'],
  ['duplicate_people', 'customer_id'],
  ['duplicate_tokens', 'customer_id'],
  ['duplicate_suggestions', 'one_id'],
  ['duplicate_suggestions', 'other_id'],
  ['duplicate_merges', 'from_id'],
  ['duplicate_merges', 'into_id'],
  ['import_changes', 'customer_id'],
] as const
