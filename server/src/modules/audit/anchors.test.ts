import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { backUp } from '../../../test/backup.ts'
import { aTenant, aWorld, type Shop, type World } from '../../../test/harness.ts'
import { linkEntries } from '../../kit/audit-chain.ts'
import { create } from '../customers/contract.ts'
import { acceptRestore, anchor, startAnchors, verifyAnchored } from './anchors.ts'
import { list, verify } from './contract.ts'

let world: World
let folder: string
let file: string
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'kith-anchors-'))
  file = path.join(folder, 'anchors.ndjson')
  world = await aWorld({ KITH_AUDIT_ANCHORS: file })
})
afterAll(async () => {
  await world.close()
  rmSync(folder, { recursive: true, force: true })
})

async function sealed(shop: Shop, entries: number) {
  for (let n = 0; n < entries; n++) await shop.call(create, {})
  while (await shop.run(linkEntries));
}
const note = (shop: Shop) => anchor(world.kith.db, shop.id)
const verified = async (shop: Shop) => (await shop.call(verify, {})).body
const lines = () => readFileSync(file, 'utf8').trim().split('\n')

/** With every right in the database, and the head as an attacker saw it when it was the head. */
async function cutTail(shop: Shop, work: () => Promise<unknown>) {
  const seen = (await world.owner.query('select * from audit_chains where tenant_id = $1', [shop.id])).rows[0]
  await work()
  await world.owner.query(
    `delete from audit_entries e using (select unnest(ids) as id from audit_batches where tenant_id = $1 and seq > $2) as cut
      where e.tenant_id = $1 and e.id = cut.id`,
    [shop.id, seen.seq],
  )
  await world.owner.query('delete from audit_batches where tenant_id = $1 and seq > $2', [shop.id, seen.seq])
  await world.owner.query(
    'update audit_chains set seq = $2, position = $3, hash = $4, at = $5, mac = $6 where tenant_id = $1',
    [shop.id, seen.seq, seen.position, seen.hash, seen.at, seen.mac],
  )
}

test('a tail that was cut with every right in the database is named, with the time of the anchor', async () => {
  const [shop, neighbour] = [await aTenant(world), await aTenant(world)]
  await sealed(neighbour, 1)
  await note(neighbour)
  await sealed(shop, 2)
  let anchoredAt = ''
  await cutTail(shop, async () => {
    await sealed(shop, 3)
    await note(shop)
    anchoredAt = JSON.parse(lines().at(-1)!).at
    expect(await verified(shop)).toMatchObject({ intact: true, anchored: { position: 8, at: anchoredAt } })
  })
  expect(await verified(shop)).toMatchObject({
    intact: false,
    broken: { position: 6, what: 'tail_removed', anchoredAt },
  })
  // Also when it was written on since, over the place that was cut.
  await sealed(shop, 4)
  expect(await verified(shop)).toMatchObject({ intact: false, broken: { position: 6, what: 'changed', anchoredAt } })
  expect(await verified(neighbour)).toMatchObject({ intact: true })
})

test('a line that the keys of the business did not write says nothing', async () => {
  const shop = await aTenant(world)
  await sealed(shop, 1)
  await note(shop)
  const line = JSON.parse(lines().at(-1)!)
  appendFileSync(file, `${JSON.stringify({ ...line, batches: 900, position: 9_000 })}\nnonsense ${shop.id}\n`)
  appendFileSync(file, `${JSON.stringify({ ...line, restored: true })}\n`)
  expect(await verified(shop)).toMatchObject({ intact: true, anchored: { position: line.position } })
})

test('a line that a crash or a full disk tore takes no other one with it', async () => {
  const shop = await aTenant(world)
  await sealed(shop, 1)
  appendFileSync(file, `{"tenant":"${shop.id}","bat`)
  await note(shop)
  const { position } = JSON.parse(lines().at(-1)!)
  expect(await verified(shop)).toMatchObject({ intact: true, anchored: { position } })
})

test('is noted in the file, the log and an event: when the head has moved, and at each stop', async () => {
  const shop = await aTenant(world)
  await sealed(shop, 1)
  const anchors = startAnchors(world.kith.db)
  await anchors.stop()
  const mine = lines().filter((line) => line.includes(shop.id))
  expect(mine).toHaveLength(1)
  const { rows } = await world.owner.query(`select data from events where tenant_id = $1 and type = 'AuditAnchored'`, [
    shop.id,
  ])
  const { tenant, ...told } = JSON.parse(mine[0]!)
  expect([tenant, rows]).toEqual([shop.id, [{ data: told }]])
  const log = path.join(folder, 'log')
  writeFileSync(
    log,
    `{"msg":"other"}\n${JSON.stringify({ level: 30, anchor: JSON.parse(mine[0]!), msg: 'audit anchor' })}\n`,
  )
  expect((await shop.run((ctx) => verifyAnchored(ctx, log))).anchor).toMatchObject({ position: told.position })
})

test('after a restore the anchors are ahead, until an operator confirms it, which the trail keeps', async () => {
  const own = await aWorld({ KITH_AUDIT_ANCHORS: path.join(folder, 'restored.ndjson') })
  const shop = await aTenant(own)
  await sealed(shop, 2)
  const restore = await backUp(own)
  await sealed(shop, 3)
  await anchor(own.kith.db, shop.id)
  await restore()
  expect(await verified(shop)).toMatchObject({ broken: { position: 6, what: 'tail_removed' } })
  const accept = () => acceptRestore(own.kith.db, shop.id, path.join(folder, 'restored.ndjson'))
  expect(await accept()).toEqual({ entries: 5 })
  await sealed(shop, 0)
  expect(await verified(shop)).toMatchObject({ intact: true, entries: 6 })
  expect((await shop.call(list, {})).body.items[0]).toMatchObject({
    action: 'audit.restore_accepted',
    actor: 'cli',
    after: { entries: 5, anchored: 8 },
  })
  expect(await accept()).toBeNull()
  await own.owner.query(`update audit_entries set actor = 'mallory' where tenant_id = $1`, [shop.id])
  await expect(accept()).rejects.toThrow('The chain itself is broken at 1: changed')
  await own.close()
})
