import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aTenant, aWorld, type Shop, type World } from '../../../../test/harness.ts'
import { checkpointMacOf } from '../../../kit/audit-begin.ts'
import { contentOf, entryRows, GENESIS, linkEntries } from '../../../kit/audit-chain.ts'
import { nextPortion } from '../../../kit/audit-release.ts'
import { verifyChain } from '../../../kit/audit-verify.ts'
import { acrossTenants } from '../../../kit/database.ts'
import { runJob } from '../../../kit/jobs.ts'
import { openLog } from '../../../kit/log.ts'
import { compareDecisions } from '../../consent/index.ts'
import { create } from '../../customers/contract.ts'
import { merge } from '../../merging/contract.ts'
import { liftHold, placeHold } from '../../privacy/contract.ts'
import { aStub } from '../../privacy/privacy.harness.ts'
import { anchor, verifyAnchored } from '../anchors.ts'
import { list, verify } from '../contract.ts'
import { audit } from '../index.ts'
import { archive } from './archive.ts'
import { changeSettings, readSettings } from './contract.ts'
import { releaseAudit } from './release.ts'
import { changeRetention } from './settings.ts'

let world: World
let folder: string
let file: string
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'kith-released-'))
  file = path.join(folder, 'anchors.ndjson')
  world = await aWorld({ KITH_AUDIT_ANCHORS: file })
})
afterAll(async () => {
  await world.close()
  rmSync(folder, { recursive: true, force: true })
})

const query = (text: string, ...values: unknown[]) => world.owner.query(text, values)
const seal = async (shop: Shop) => {
  while (await shop.run(linkEntries));
}

/** What is not sealed yet happened so many years ago, and becomes a batch. */
async function agedBatch(shop: Shop, years: number) {
  await query(
    `update audit_entries e set at = at - $2 * interval '1 year' where tenant_id = $1 and seq is null
        and not exists (select from audit_batches b where b.tenant_id = $1 and e.id = any (b.ids))`,
    shop.id,
    years,
  )
  // The sealer looks again at what is long over.
  await query(`update audit_chains set low = '-infinity', mark_at = null where tenant_id = $1`, shop.id)
  await seal(shop)
}
/** Batches that are so many years old, each with so many customers; the first has also what made the business. */
async function aChain(...batches: readonly { readonly years: number; readonly customers: number }[]) {
  const shop = await aTenant(world)
  for (const { years, customers } of batches) {
    for (let n = 0; n < customers; n++) await shop.call(create, {})
    await agedBatch(shop, years)
  }
  return shop
}
/** Decided so long ago that it is in effect. */
async function keep(shop: Shop, keepYears: number | null) {
  await shop.run((ctx) =>
    changeRetention({ ...ctx, now: new Date(ctx.now.getTime() - 40 * 86_400_000) }, { keepYears }),
  )
  await seal(shop)
}
async function releaseDue(shop: Shop) {
  await runJob(world.kith.db, audit.jobs.find(({ name }) => name === 'release-audit')!, openLog('silent'))
  while (await releaseAudit.run(world.kith.db, shop.id));
  await seal(shop)
}
const verified = async (shop: Shop) => (await shop.call(verify, {})).body
const batches = async (shop: Shop) =>
  (await query('select seq::int, position::int from audit_batches where tenant_id = $1 order by seq', shop.id)).rows
const rowOf = async (shop: Shop) =>
  (await query('select * from audit_checkpoints where tenant_id = $1', shop.id)).rows[0]
const entriesOf = async (shop: Shop) =>
  (await query('select count(*)::int as n from audit_entries where tenant_id = $1', shop.id)).rows[0].n
const archived = (within: string, shop: Shop) =>
  readdirSync(within)
    .filter((name) => name.startsWith(shop.id))
    .sort()
    .flatMap((name) => readFileSync(path.join(within, name), 'utf8').trim().split('\n'))
const OLD = [
  { years: 6, customers: 1 },
  { years: 5, customers: 2 },
  { years: 4, customers: 1 },
]

describe('the time that a business decides', () => {
  test('is for ever until it decides, and is refused where it is less than a year or no number of years', async () => {
    const shop = await aChain(...OLD)
    expect((await shop.call(readSettings, {})).body).toEqual({
      keepYears: null,
      startsAt: null,
      released: null,
      held: false,
    })
    await releaseDue(shop)
    expect(await verified(shop)).toMatchObject({ intact: true, begins: null })
    for (const keepYears of [0, -1, 1.5, 101, '7', undefined])
      expect((await shop.call(changeSettings, { keepYears } as never)).status, `${keepYears}`).toBe(422)
    const officer = await shop.with('audit:read')
    expect((await officer.call(readSettings, {})).status).toBe(200)
    expect((await officer.call(changeSettings, { keepYears: 7 })).status).toBe(403)
  })

  test('takes effect a month later where it is shorter, and at once where it is longer', async () => {
    const [shop, neighbour] = [await aChain(...OLD), await aChain(...OLD)]
    const { body } = await shop.call(changeSettings, { keepYears: 5 })
    expect(new Date(body.startsAt).getTime()).toBeGreaterThan(Date.now() + 29 * 86_400_000)
    await releaseDue(shop)
    expect(await verified(shop)).toMatchObject({ intact: true, begins: null })
    await keep(shop, 3)
    expect((await shop.call(changeSettings, { keepYears: 10 })).body).toMatchObject({ keepYears: 10, startsAt: null })
    await releaseDue(shop)
    expect(await verified(shop)).toMatchObject({ intact: true, begins: null })
    expect((await shop.call(list, { action: 'settings.changed' })).body.items[0].fields).toContain('audit.keepYears')
    expect((await neighbour.call(readSettings, {})).body.keepYears).toBeNull()
  })
})

describe('settings of before that are put back let nothing go:', () => {
  const WAYS: Readonly<Record<string, string>> = {
    'as they were': 'select $1::uuid',
    'with the entry of the later decision taken out': `delete from audit_entries where tenant_id = $1 and id = (
       select id from audit_entries where tenant_id = $1 and 'audit.keepYears' = any (fields) order by at desc limit 1)`,
    'with the entry of the earlier decision moved behind it': `update audit_entries set at = now() where tenant_id = $1 and id = (
       select id from audit_entries where tenant_id = $1 and 'audit.keepYears' = any (fields) order by at limit 1)`,
    'with the entry of the later decision damaged': `update audit_entries set sealed = '\\x00' where tenant_id = $1 and id = (
       select id from audit_entries where tenant_id = $1 and 'audit.keepYears' = any (fields) order by at desc limit 1)`,
  }
  test.each(Object.keys(WAYS))('%s', async (way) => {
    const shop = await aChain(...OLD)
    await keep(shop, 1)
    const [{ sealed }] = (
      await query(`select sealed from tenant_settings where tenant_id = $1 and section = 'audit'`, shop.id)
    ).rows
    await keep(shop, null)
    const all = await entriesOf(shop)
    await query(`update tenant_settings set sealed = $2 where tenant_id = $1 and section = 'audit'`, shop.id, sealed)
    await query(WAYS[way]!, shop.id)
    await releaseDue(shop)
    expect((await batches(shop))[0].seq).toBe(1)
    expect(await entriesOf(shop)).toBeGreaterThanOrEqual(all - 1)
    expect((await rowOf(shop)).position).toBe('0')
  })

  test('nor do they let a shorter time take effect at once', async () => {
    const shop = await aChain(...OLD)
    await keep(shop, 1)
    const row = `select sealed from tenant_settings where tenant_id = $1 and section = 'audit'`
    const [{ sealed }] = (await query(row, shop.id)).rows
    await keep(shop, null)
    await query(`update tenant_settings set sealed = $2 where tenant_id = $1 and section = 'audit'`, shop.id, sealed)
    const { body } = await shop.call(changeSettings, { keepYears: 1 })
    expect(new Date(body.startsAt).getTime()).toBeGreaterThan(Date.now() + 29 * 86_400_000)
  })

  test('a decision that is released itself is told anew', async () => {
    const shop = await aChain({ years: 6, customers: 1 })
    await shop.run((ctx) =>
      changeRetention({ ...ctx, now: new Date(ctx.now.getTime() - 40 * 86_400_000) }, { keepYears: 2 }),
    )
    await agedBatch(shop, 5)
    await shop.call(create, {})
    await seal(shop)
    await releaseDue(shop)
    const [told, ...others] = (await shop.call(list, { action: 'settings.changed' })).body.items
    expect(told).toMatchObject({ actor: 'errand:release-audit', after: { keepYears: 2, startsAt: expect.any(String) } })
    expect([others, (await rowOf(shop)).seq]).toEqual([[], '2'])
    await keep(shop, 3)
    expect((await shop.call(readSettings, {})).body).toMatchObject({ keepYears: 3, startsAt: null })
  })
})

describe('a release', () => {
  test('lets the oldest go, and the chain begins behind them, as the trail, the anchors and the settings say', async () => {
    const [shop, neighbour] = [await aChain(...OLD, { years: 0, customers: 2 }), await aChain(...OLD)]
    await anchor(world.kith.db, shop.id)
    const before = await batches(shop)
    await keep(shop, 4)
    await releaseDue(shop)
    const position = before[1].position
    expect(await verified(shop)).toMatchObject({
      intact: true,
      waiting: 0,
      begins: { position: position + 1, anchored: true, until: expect.any(String) },
    })
    expect((await batches(shop))[0].seq).toBe(3)
    const [{ after, actor }] = (await shop.call(list, { action: 'audit.released' })).body.items
    expect([actor, after]).toMatchObject(['errand:release-audit', { entries: position, position }])
    expect((await shop.call(readSettings, {})).body).toMatchObject({ released: { entries: position }, held: false })
    expect(readFileSync(file, 'utf8')).toContain(after.hash)
    expect(await verified(neighbour)).toMatchObject({ intact: true, begins: null })
    // Nothing is due any more, so nothing more is noted.
    await releaseDue(shop)
    expect((await shop.call(list, { action: 'audit.released' })).body.items).toHaveLength(1)
  })

  test('that a change of the settings interrupts is noted all the same, in the trail and in the anchors', async () => {
    const shop = await aChain(...OLD)
    await keep(shop, 4)
    await runJob(world.kith.db, audit.jobs[0]!, openLog('silent'))
    expect(await releaseAudit.run(world.kith.db, shop.id)).toBe(true)
    await keep(shop, null)
    expect(await acrossTenants(world.kith.db, releaseAudit.find)).toContainEqual({ tenant_id: shop.id })
    while (await releaseAudit.run(world.kith.db, shop.id));
    const { after } = (await shop.call(list, { action: 'audit.released' })).body.items[0]
    expect(after.position).toBe(Number((await rowOf(shop)).position))
    expect(readFileSync(file, 'utf8')).toContain(after.hash)
    expect(await acrossTenants(world.kith.db, releaseAudit.find)).not.toContainEqual({ tenant_id: shop.id })
    expect(await shop.run(verifyChain)).toMatchObject({ broken: null })
  })

  test('that a row says was noted, or whose row was changed, is signed by nothing that Kith does later', async () => {
    const shop = await aChain(...OLD)
    await keep(shop, 5)
    await runJob(world.kith.db, audit.jobs[0]!, openLog('silent'))
    expect(await releaseAudit.run(world.kith.db, shop.id)).toBe(true)
    for (const change of ['noted = position', 'noted = 0, newest = now()']) {
      await query(`update audit_checkpoints set ${change} where tenant_id = $1`, shop.id)
      expect((await shop.run(verifyChain)).broken, change).toMatchObject({ what: 'checkpoint_changed' })
      await releaseDue(shop)
      expect((await shop.run(verifyChain)).broken, change).toMatchObject({ what: 'checkpoint_changed' })
      expect((await shop.call(list, { action: 'audit.released' })).body.items, change).toEqual([])
    }
  })

  test('stops before the first entry of a person under a legal hold, also of before a merge, and goes on after it', async () => {
    const shop = await aTenant(world)
    await agedBatch(shop, 6)
    const held = await aStub(shop)
    await agedBatch(shop, 5)
    const survivor = await aStub(shop)
    await agedBatch(shop, 4)
    const merged = await shop.call(merge, { from: held.id, into: survivor.id, reason: 'One person' })
    expect(merged.status).toBe(201)
    await shop.call(placeHold, { customerId: survivor.id, reason: 'A claim' })
    await keep(shop, 2)
    await releaseDue(shop)
    expect((await batches(shop))[0].seq).toBe(2)
    expect((await shop.call(readSettings, {})).body).toMatchObject({ held: true })
    expect(await verified(shop)).toMatchObject({ intact: true })
    await shop.call(liftHold, { customerId: survivor.id })
    await releaseDue(shop)
    expect((await batches(shop))[0].seq).toBe(4)
    expect((await shop.call(readSettings, {})).body).toMatchObject({ held: false })
    expect(await verified(shop)).toMatchObject({ intact: true })
  })

  test('lets nothing go while a legal hold is being placed', async () => {
    const shop = await aTenant(world)
    const held = await aStub(shop)
    await agedBatch(shop, 5)
    await keep(shop, 2)
    await runJob(world.kith.db, audit.jobs[0]!, openLog('silent'))
    await query('begin')
    await query('lock table legal_holds in share mode')
    const placing = shop.call(placeHold, { customerId: held.id, reason: 'A claim' })
    const waits = `select count(*)::int as n from pg_locks where relation = 'legal_holds'::regclass and not granted`
    await expect.poll(async () => (await query(waits)).rows[0].n).toBe(1)
    await releaseAudit.run(world.kith.db, shop.id)
    await query('commit')
    expect((await placing).status).toBe(200)
    await releaseDue(shop)
    expect((await batches(shop))[0].seq).toBe(1)
    expect((await shop.call(readSettings, {})).body).toMatchObject({ released: null, held: true })
  })

  test('leaves a chain that is broken as it is, and goes no further than the settings say, also where a row asks for more', async () => {
    const shop = await aChain(...OLD)
    await keep(shop, 5)
    await query(`update audit_checkpoints set before = now() where tenant_id = $1`, shop.id)
    while (await releaseAudit.run(world.kith.db, shop.id));
    expect((await batches(shop))[0].seq).toBe(2)
    await keep(shop, 2)
    const broken = (await batches(shop))[0].seq
    await query(
      `update audit_entries set actor = 'mallory' where tenant_id = $1
          and id = (select ids[1] from audit_batches where tenant_id = $1 and seq = $2)`,
      shop.id,
      broken,
    )
    await releaseDue(shop)
    expect((await batches(shop))[0].seq).toBe(2)
    expect(await verified(shop)).toMatchObject({ intact: false, broken: { what: 'changed' } })
  })

  test('is whole at each moment, by two processes at once and while the chain is walked', async () => {
    const years = [9, 8, 7, 6, 5, 4, 3].map((one) => ({ years: one, customers: 1 }))
    const shop = await aChain(...years)
    await keep(shop, 2)
    await runJob(world.kith.db, audit.jobs[0]!, openLog('silent'))
    let going = true
    const releasing = Promise.all(
      [1, 2].map(async () => {
        while (await releaseAudit.run(world.kith.db, shop.id));
      }),
    ).finally(() => {
      going = false
    })
    while (going) expect((await shop.run(verifyChain)).broken).toBeNull()
    await releasing
    while (await releaseAudit.run(world.kith.db, shop.id));
    expect((await batches(shop))[0].seq).toBe(years.length + 1)
  })

  test('goes through entries of before there were batches, which have links of their own', async () => {
    const shop = await aTenant(world)
    for (let n = 0; n < 3; n++) await shop.call(create, {})
    await query(`update audit_entries set at = at - interval '7 years' where tenant_id = $1`, shop.id)
    const last = await shop.run(async (ctx) => {
      let seq = 0
      let hash: Buffer = GENESIS
      for (const entry of await entryRows(ctx).orderBy('at').orderBy('id').execute()) {
        const [tenant, ...content] = contentOf(ctx.tenant, entry)
        hash = ctx.keys.chainLink(hash, JSON.stringify([tenant, ++seq, ...content]))
        await query(
          'update audit_entries set seq = $3, hash = $4 where tenant_id = $1 and id = $2',
          shop.id,
          entry.id,
          seq,
          hash,
        )
      }
      return { seq, hash }
    })
    await query('insert into audit_heads (tenant_id, seq, hash) values ($1, $2, $3)', shop.id, last.seq, last.hash)
    await shop.call(create, {})
    await agedBatch(shop, 5)
    await shop.call(create, {})
    await seal(shop)
    expect(await shop.run(verifyChain)).toMatchObject({ broken: null, begins: null })
    await keep(shop, 6)
    await releaseDue(shop)
    expect(await shop.run(verifyChain)).toMatchObject({ broken: null, begins: { seq: 0, position: last.seq } })
    await keep(shop, 2)
    await releaseDue(shop)
    expect(await shop.run(verifyChain)).toMatchObject({ broken: null, begins: { seq: 1, position: last.seq + 1 } })
  })

  test('keeps what it releases in a file before, as it is stored, and releases nothing where that cannot be written', async () => {
    const shop = await aChain(...OLD)
    const stored = (await query('select id, sealed from audit_entries where tenant_id = $1', shop.id)).rows
    const old = await batches(shop)
    await keep(shop, 2)
    await runJob(world.kith.db, audit.jobs[0]!, openLog('silent'))
    const within = (KITH_AUDIT_ARCHIVE: string) => ({
      ...world.kith.db,
      config: { ...world.kith.db.config, KITH_AUDIT_ARCHIVE },
    })
    await expect(releaseAudit.run(within(path.join(folder, 'missing')), shop.id)).rejects.toThrow('ENOENT')
    expect(await batches(shop)).toHaveLength(old.length + 1)
    while (await releaseAudit.run(within(folder), shop.id));
    const lines = archived(folder, shop).map((line) => JSON.parse(line))
    expect(lines.flatMap(({ batch }) => batch?.seq ?? [])).toEqual(old.map(({ seq }) => seq))
    const kept = new Map(lines.flatMap(({ entry }) => (entry ? [[entry.id, entry.sealed]] : [])))
    expect(kept).toEqual(new Map(stored.map(({ id, sealed }) => [id, sealed?.toString('base64') ?? null])))
  })

  test('is kept once, by processes that share the folder, also where a portion is written again', async () => {
    const shop = await aChain(...OLD)
    const kept = (await query('select ids from audit_batches where tenant_id = $1 order by seq', shop.id)).rows
    await keep(shop, 2)
    await runJob(world.kith.db, audit.jobs[0]!, openLog('silent'))
    const shared = mkdtempSync(path.join(folder, 'shared-'))
    const before = new Date(Date.now() - 3 * 366 * 86_400_000)
    const next = await shop.run(async (ctx) => nextPortion(ctx, { before, isHeld: async () => false }))
    if ('end' in next) throw new Error('Nothing is due')
    // Two have read the same portion, of which one will release it.
    await Promise.all([1, 2].map(() => archive(shared, shop.id, next)))
    const db = { ...world.kith.db, config: { ...world.kith.db.config, KITH_AUDIT_ARCHIVE: shared } }
    while (await releaseAudit.run(db, shop.id));
    const ids = archived(shared, shop).flatMap((line) => JSON.parse(line).entry?.id ?? [])
    expect(ids.toSorted()).toEqual(kept.flatMap((batch) => batch.ids).toSorted())
    expect(readdirSync(shared).filter((name) => !name.endsWith('.ndjson'))).toEqual([])
  })

  test('leaves decisions about consents, which are compared as far as the chain still has them', async () => {
    const shop = await aChain({ years: 3, customers: 1 })
    await query(
      `insert into audit_entries (tenant_id, id, actor, request_id, action, fields, digest, customer_id)
       values ($1, gen_random_uuid(), 'test', 'r', 'consent.granted', '{}', '\\x00', gen_random_uuid())`,
      shop.id,
    )
    await agedBatch(shop, 2)
    expect(await shop.run(compareDecisions)).toEqual({ changed: 0, missing: 1 })
    await keep(shop, 1)
    await releaseDue(shop)
    expect(await shop.run(compareDecisions)).toEqual({ changed: 0, missing: 0 })
  })
})

/** With every right in the database, and all that was ever seen of it, but without the keys. */
const CUTS: Readonly<Record<string, (shop: Shop, seen: Seen) => Promise<unknown>>> = {
  async 'without a word'(shop) {
    await cut(shop, (await batches(shop))[0].seq)
  },
  async 'and the checkpoint moved behind it'(shop) {
    const [first] = await batches(shop)
    await cut(shop, first.seq)
    await query(
      `update audit_checkpoints set seq = $2, position = $3 where tenant_id = $1`,
      shop.id,
      first.seq,
      first.position,
    )
  },
  async 'and the head of then as a checkpoint'(shop, { head }) {
    await cut(shop, head.seq)
    await query(
      `update audit_checkpoints set seq = $2, position = $3, hash = $4, at = $5, mac = $6, newest = $5 where tenant_id = $1`,
      shop.id,
      head.seq,
      head.position,
      head.hash,
      head.at,
      head.mac,
    )
  },
  async 'and the checkpoint of another business'(shop, { other }) {
    await cut(shop, (await batches(shop))[0].seq)
    await query(
      `update audit_checkpoints set seq = $2, position = $3, hash = $4, at = $5, mac = $6, newest = $7 where tenant_id = $1`,
      shop.id,
      other.seq,
      other.position,
      other.hash,
      other.at,
      other.mac,
      other.newest,
    )
  },
  'and the checkpoint deleted': (shop) => query('delete from audit_checkpoints where tenant_id = $1', shop.id),
  async 'and its newest time changed'(shop) {
    await query(`update audit_checkpoints set newest = now() where tenant_id = $1`, shop.id)
  },
  async 'and an entry put where it was'(shop) {
    await query(
      `insert into audit_entries (tenant_id, id, at, actor, request_id, action, fields)
         values ($1, gen_random_uuid(), now() - interval '7 years', 'mallory', 'r', 'made.up', '{}')`,
      shop.id,
    )
  },
  async 'and an entry put where it was, in a batch of its own'(shop) {
    await query(
      `with made as (insert into audit_entries (tenant_id, id, at, actor, request_id, action, fields)
         values ($1, gen_random_uuid(), now() - interval '7 years', 'mallory', 'r', 'made.up', '{}') returning id)
       insert into audit_batches (tenant_id, seq, position, ids, digests, newest, at, hash)
         select $1, 1, 1, array[id], '\\x00', now() - interval '7 years', now(), '\\x00' from made`,
      shop.id,
    )
  },
  async 'and an entry with a link of before there were batches'(shop) {
    await query(
      `insert into audit_entries (tenant_id, id, at, actor, request_id, action, fields, seq, hash)
         values ($1, gen_random_uuid(), now() - interval '7 years', 'mallory', 'r', 'made.up', '{}', 1, '\\x00')`,
      shop.id,
    )
  },
}
interface Seen {
  readonly head: { seq: number; position: number; hash: Buffer; at: Date; mac: Buffer }
  readonly other: Awaited<ReturnType<typeof rowOf>>
}
async function cut(shop: Shop, seq: number) {
  await query(
    `delete from audit_entries e using (select unnest(ids) as id from audit_batches where tenant_id = $1 and seq <= $2) as cut
      where e.tenant_id = $1 and e.id = cut.id`,
    shop.id,
    seq,
  )
  await query('delete from audit_batches where tenant_id = $1 and seq <= $2', shop.id, seq)
}

describe('what is cut from the beginning of a chain is found:', () => {
  let other: Shop
  beforeAll(async () => {
    other = await aChain(...OLD, { years: 3, customers: 1 })
    await keep(other, 3)
    await releaseDue(other)
  })

  test.each(Object.keys(CUTS))('%s', async (name) => {
    const shop = await aChain(...OLD)
    const head = (await query('select * from audit_chains where tenant_id = $1', shop.id)).rows[0]
    await shop.call(create, {})
    await seal(shop)
    await keep(shop, 5)
    await releaseDue(shop)
    expect((await shop.run(verifyChain)).broken).toBeNull()
    await query(`update audit_chains set low = clock_timestamp() where tenant_id = $1`, shop.id)
    await CUTS[name]!(shop, { head, other: await rowOf(other) })
    expect((await shop.run(verifyChain)).broken).not.toBeNull()
  })

  test('a chain holds after any releases, and none holds from which as little as one more entry or batch was taken', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 2, maxLength: 5 }),
        fc.array(fc.integer({ min: 2, max: 8 }), { minLength: 1, maxLength: 2 }),
        fc.nat(),
        fc.boolean(),
        async (sizes, kept, where, whole) => {
          const shop = await aChain(...sizes.map((customers, n) => ({ years: 8 - n, customers })))
          const all = await entriesOf(shop)
          for (const years of [...kept].sort().reverse()) {
            await keep(shop, years)
            await releaseDue(shop)
          }
          const { broken, begins, entries } = await shop.run(verifyChain)
          expect([broken, (begins?.position ?? 0) + (await entriesOf(shop))]).toEqual([null, entries])
          expect(entries).toBeGreaterThanOrEqual(all)
          const left = await batches(shop)
          const { seq } = left[where % left.length]
          if (whole) await cut(shop, seq)
          else
            await query(
              `delete from audit_entries e using audit_batches b where b.tenant_id = $1 and b.seq = $2
                  and e.tenant_id = $1 and e.id = b.ids[1 + $3 % cardinality(b.ids)]`,
              shop.id,
              seq,
              where % 1_000,
            )
          const found = (await shop.run(verifyChain)).broken
          expect(found?.what).toMatch(/removed|head_changed/)
          expect(found!.seq).toBeGreaterThan(begins?.position ?? 0)
        },
      ),
      { numRuns: 6 },
    )
  })
})

/** With every right in the database and the keys of the business, but not on a server that notes anchors. */
async function cutWithKeys(shop: Shop, seq: number, told: Partial<Checkpoint> = {}) {
  const [last] = (
    await query('select position::int, hash, newest from audit_batches where tenant_id = $1 and seq = $2', shop.id, seq)
  ).rows
  await cut(shop, seq)
  await shop.run(async (ctx) => {
    const begin = { ...last, seq, at: ctx.now, noted: last.position, ...told }
    await query(
      `insert into audit_checkpoints (tenant_id, seq, position, hash, newest, at, noted, mac) values ($1, $2, $3, $4, $5, $6, $7, $8)
       on conflict (tenant_id) do update set seq = $2, position = $3, hash = $4, newest = $5, at = $6, noted = $7, mac = $8`,
      ...[shop.id, begin.seq, begin.position, begin.hash, begin.newest, begin.at, begin.noted],
      checkpointMacOf(ctx, begin),
    )
  })
}
type Checkpoint = Parameters<typeof checkpointMacOf>[1]

describe('a beginning that was cut with the keys of the business is found', () => {
  const ofServer = (own: string) => ({ ...world.kith.db, config: { ...world.kith.db.config, KITH_AUDIT_ANCHORS: own } })
  const asServer = (shop: Shop, own: string) =>
    shop.run((ctx) => verifyAnchored({ ...ctx, config: { ...ctx.config, KITH_AUDIT_ANCHORS: own } }))

  test.each([
    ['where the business keeps everything', null],
    ['where the business keeps more', 5],
  ])('%s, and Kith notes nothing of it', async (_, years) => {
    const shop = await aChain(...OLD, { years: 0, customers: 1 })
    if (years !== null) await keep(shop, years)
    await anchor(world.kith.db, shop.id)
    await cutWithKeys(shop, 3, { noted: 0 })
    const { hash } = await rowOf(shop)
    for (const named of [undefined, file])
      expect(await shop.run((ctx) => verifyAnchored(ctx, named))).toMatchObject({
        broken: { what: 'checkpoint_unknown' },
      })
    await releaseDue(shop)
    expect((await shop.run((ctx) => verifyAnchored(ctx))).broken).toMatchObject({ what: 'checkpoint_unknown' })
    expect(readFileSync(file, 'utf8')).not.toContain(hash.toString('hex'))
    expect((await shop.call(list, { action: 'audit.released' })).body.items).toEqual([])
  })

  test('where it is less than a year, also where its time says more but an anchor knows better', async () => {
    const old = { newest: new Date(Date.now() - 6 * 366 * 86_400_000) }
    for (const told of [{}, old, { at: new Date(Date.now() + 2 * 366 * 86_400_000) }]) {
      const shop = await aChain({ years: 6, customers: 1 })
      await keep(shop, 1)
      await anchor(world.kith.db, shop.id)
      for (const _ of [1, 2]) {
        await shop.call(create, {})
        await seal(shop)
      }
      await cutWithKeys(shop, 3, told)
      const { broken } = await shop.run((ctx) => verifyAnchored(ctx))
      expect(broken).toMatchObject({ what: 'released_early' })
      expect(broken!.anchoredAt instanceof Date).toBe(told === old)
    }
  })

  test('by the joined anchors of all servers, while the own ones of a server are enough for what was decided', async () => {
    const [shop, own] = [await aChain(...OLD), path.join(folder, 'of-another-server.ndjson')]
    await keep(shop, 4)
    await anchor(ofServer(own), shop.id)
    await releaseDue(shop)
    await keep(shop, null)
    expect(await asServer(shop, own)).toMatchObject({ broken: null, beginNoted: false })
    expect((await shop.run((ctx) => verifyAnchored(ctx, own))).broken).toMatchObject({ what: 'checkpoint_unknown' })
    const joined = path.join(folder, 'joined.ndjson')
    writeFileSync(joined, readFileSync(own, 'utf8') + readFileSync(file, 'utf8'))
    expect(await shop.run((ctx) => verifyAnchored(ctx, joined))).toMatchObject({ broken: null, beginNoted: true })
  })

  test('and nothing more is released where its anchor cannot be written', async () => {
    const shop = await aChain(...[9, 8, 7, 6, 5, 4, 3].map((years) => ({ years, customers: 1 })))
    await keep(shop, 2)
    await runJob(world.kith.db, audit.jobs[0]!, openLog('silent'))
    const away = ofServer(path.join(folder, 'missing', 'anchors.ndjson'))
    expect(await releaseAudit.run(away, shop.id)).toBe(true)
    const left = await batches(shop)
    await expect(releaseAudit.run(away, shop.id)).rejects.toThrow('ENOENT')
    expect(await batches(shop)).toEqual(left)
  })
})
