import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { linkEntries } from '../src/kit/audit-chain.ts'
import { verifyChain } from '../src/kit/audit-verify.ts'
import { create } from '../src/modules/customers/contract.ts'
import { aTenant, aWorld, type Shop, type World } from './harness.ts'

let world: World
beforeAll(async () => {
  world = await aWorld()
})
afterAll(() => world.close())

const seal = async (shop: Shop) => {
  while (await shop.run(linkEntries));
}
/** Three batches: of three entries, which made the business, of three and of two. */
async function aChain() {
  const shop = await aTenant(world)
  await seal(shop)
  for (const batch of [3, 2]) {
    for (let n = 0; n < batch; n++) await shop.call(create, {})
    await seal(shop)
  }
  return shop
}
const run = (at: Shop, ...statements: string[]) =>
  statements.reduce(async (before, statement) => {
    await before
    await world.owner.query(statement, [at.id])
  }, Promise.resolve())
/** The id of the entry at a place in the chain. */
const at = (position: number) =>
  `(select b.ids[${position} - (b.position - cardinality(b.ids))] from audit_batches b
     where b.tenant_id = $1 and ${position} > b.position - cardinality(b.ids) and ${position} <= b.position)`
const change = (position: number, set: string) =>
  `update audit_entries set ${set} where tenant_id = $1 and id = ${at(position)}`
const remove = (position: number) => `delete from audit_entries where tenant_id = $1 and id = ${at(position)}`
/** As an attacker who saw the head as it was then. */
const setHeadBack = (seq: number) =>
  `update audit_chains c set seq = b.seq, position = b.position, hash = b.hash, at = b.at from audit_batches b
    where c.tenant_id = $1 and b.tenant_id = $1 and b.seq = ${seq}`

test('a chain holds, is one row for many entries, and says what is not sealed yet', async () => {
  const shop = await aChain()
  await shop.call(create, {})
  expect(await shop.run(verifyChain)).toEqual({ entries: 8, unsealed: 1, broken: null, begins: null })
  const { rows } = await world.owner.query(
    'select cardinality(ids) as n from audit_batches where tenant_id = $1 order by seq',
    [shop.id],
  )
  expect(rows.map(({ n }) => n)).toEqual([3, 3, 2])
})

test('a chain holds also while it is being sealed on, by two at once', async () => {
  const shop = await aChain()
  let going = true
  const sealing = (async () => {
    for (let n = 0; n < 60; n++) {
      await shop.call(create, {})
      await Promise.all([seal(shop), seal(shop)])
    }
    going = false
  })()
  while (going) expect((await shop.run(verifyChain)).broken).toBeNull()
  await sealing
  expect(await shop.run(verifyChain)).toEqual({ entries: 68, unsealed: 0, broken: null, begins: null })
})

test('entries of a transaction that is open for long are sealed once it ends, and none is sealed twice', async () => {
  const shop = await aChain()
  let release = () => {}
  const open = shop.run(async (ctx) => {
    ctx.audit({ action: 'late', customer: null, fields: [] })
    await new Promise<void>((resolve) => {
      release = resolve
    })
  })
  // It has its entry's time only at its end; this one has written before.
  await world.owner.query('begin')
  await world.owner.query(
    `insert into audit_entries (tenant_id, id, actor, request_id, action, fields) values ($1, gen_random_uuid(), 'test', 'r', 'early', '{}')`,
    [shop.id],
  )
  for (let n = 0; n < 3; n++) {
    await shop.call(create, {})
    await seal(shop)
  }
  await world.owner.query('commit')
  release()
  await open
  await seal(shop)
  await seal(shop)
  expect(await shop.run(verifyChain)).toEqual({ entries: 13, unsealed: 0, broken: null, begins: null })
})

describe('what was done to a chain by a login that may do everything in the database is named:', () => {
  test.each<[string, string[], { seq: number; what: string } | null]>([
    ['a changed entry', [change(4, `actor = 'mallory'`)], { seq: 4, what: 'changed' }],
    ['a changed time', [change(4, `at = at + interval '1 microsecond'`)], { seq: 4, what: 'changed' }],
    ['a changed digest of what it is about', [change(5, `digest = '\\x00'`)], { seq: 5, what: 'changed' }],
    ['a removed entry', [remove(5)], { seq: 5, what: 'removed' }],
    ['the last entry removed', [remove(8)], { seq: 8, what: 'removed' }],
    ['all entries removed', ['delete from audit_entries where tenant_id = $1'], { seq: 1, what: 'removed' }],
    [
      'two entries that changed their contents',
      [
        `update audit_entries e set (actor, request_id, action, customer_id, fields, sealed, origin, at) =
            (select actor, request_id, action, customer_id, fields, sealed, origin, at from audit_entries o
              where o.tenant_id = $1 and o.id <> e.id and o.id in (${at(4)}, ${at(5)}))
          where tenant_id = $1 and id in (${at(4)}, ${at(5)})`,
      ],
      { seq: 4, what: 'changed' },
    ],
    [
      'entries in another order',
      [`update audit_batches set ids = array[ids[2], ids[1], ids[3]] where tenant_id = $1 and seq = 2`],
      { seq: 4, what: 'changed' },
    ],
    [
      'an entry with a batch made to fit, without the key',
      [
        remove(5),
        `update audit_batches set ids = array[ids[1], ids[3]], digests = substr(digests, 1, 16) || substr(digests, 33), position = position - 1
          where tenant_id = $1 and seq = 2`,
      ],
      { seq: 4, what: 'changed' },
    ],
    ['a removed batch', ['delete from audit_batches where tenant_id = $1 and seq = 2'], { seq: 4, what: 'removed' }],
    [
      'the first batch removed',
      ['delete from audit_batches where tenant_id = $1 and seq = 1'],
      { seq: 1, what: 'removed' },
    ],
    [
      'batches in another order',
      [2, 3, 9].map(
        (from) =>
          `update audit_batches set seq = ${from === 2 ? 9 : from === 3 ? 2 : 3} where tenant_id = $1 and seq = ${from}`,
      ),
      { seq: 4, what: 'changed' },
    ],
    [
      'an inserted batch',
      [
        `insert into audit_batches select tenant_id, 4, position + 3, ids, digests, newest, at, hash from audit_batches where tenant_id = $1 and seq = 2`,
      ],
      { seq: 9, what: 'changed' },
    ],
    [
      'the last batch removed',
      ['delete from audit_batches where tenant_id = $1 and seq = 3'],
      { seq: 7, what: 'tail_removed' },
    ],
    [
      'a tail cut with its entries, and the head set back',
      [remove(8), remove(7), setHeadBack(2), 'delete from audit_batches where tenant_id = $1 and seq = 3'],
      { seq: 7, what: 'head_changed' },
    ],
    ['a head that is gone', ['delete from audit_chains where tenant_id = $1'], { seq: 9, what: 'head_changed' }],
    [
      'an entry put in at a time that is over',
      [
        `insert into audit_entries (tenant_id, id, at, actor, request_id, action, fields)
           select tenant_id, gen_random_uuid(), '2020-01-01', 'mallory', 'r', 'made.up', '{}' from audit_chains where tenant_id = $1`,
      ],
      { seq: 1, what: 'inserted' },
    ],
    [
      'an entry that claims a place of before there were batches',
      [
        `insert into audit_entries (tenant_id, id, actor, request_id, action, fields, seq, hash)
           values ($1, gen_random_uuid(), 'mallory', 'r', 'made.up', '{}', 1, '\\x00')`,
      ],
      { seq: 1, what: 'inserted' },
    ],
  ])('%s', async (_, damage, broken) => {
    const [shop, neighbour] = [await aChain(), await aChain()]
    // What was open when the head was marked is over, so that its low mark has moved.
    await world.owner.query(`update audit_chains set low = clock_timestamp() where tenant_id = $1`, [shop.id])
    await run(shop, ...damage)
    expect((await shop.run(verifyChain)).broken).toEqual(broken)
    expect((await neighbour.run(verifyChain)).broken).toBeNull()
  })
})
