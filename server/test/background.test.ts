import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runJob } from '../src/kit/jobs.ts'
import { openLog } from '../src/kit/log.ts'
import { startPulse } from '../src/kit/pulse.ts'
import { open, seal, Unopenable } from '../src/kit/sealing.ts'
import { jobs } from '../src/main.ts'
import { change, create, get, lookup } from '../src/modules/customers/contract.ts'
import { customers, rotateKeys } from '../src/modules/customers/index.ts'
import { aPhone, aTenant, aWorld, eventually, type Shop, type World } from './harness.ts'

let world: World
beforeAll(async () => {
  world = await aWorld()
})
afterAll(() => world.close())

const silent = openLog('silent')
const inner = (id: string) => id.slice(5).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')

describe('in the background', () => {
  test('events are delivered and audit entries sealed without being asked, and every job runs', async () => {
    const living = await aWorld()
    await living.startBackground()
    const shop = await aTenant(living)
    await shop.call(create, {})
    await eventually(async () => {
      const { rows } = await living.owner.query(`select
        (select count(*) from events) = (select sum(least) from (select min(position) as least from event_subscribers group by tenant_id) each_one)
        and (select count(*) from audit_entries) = (select sum(cardinality(ids)) from audit_batches) as done`)
      return rows[0].done
    })
    for (const job of jobs) await runJob(living.kith.db, job, silent)
    await expect(
      runJob(living.kith.db, { name: 'bad', cron: '', summary: '', run: () => Promise.reject(new Error('x')) }, silent),
    ).rejects.toThrow('failed for 1 of 1')
    await living.close()
  })
})

describe('of the work behind the requests', () => {
  /** Each piece of work in turn; the one with a backlog has more until it is said that it has no more. */
  function aPulse({
    everyMs,
    found,
    isOver,
  }: {
    everyMs: number
    found: string[]
    isOver: (done: string[]) => boolean
  }) {
    const done: string[] = []
    const pulse = startPulse({
      ...{ name: 'test', log: silent, gatherMs: 0, everyMs },
      // Only while there is a backlog already.
      find: async () => (done.length > 0 ? found : []),
      async work(tenant) {
        await new Promise((resolve) => setImmediate(resolve))
        done.push(tenant)
        return tenant === 'backlog' && !isOver(done)
      },
    })
    return { pulse, done }
  }
  const AT_MOST = 50_000

  test('a tenant with a backlog is worked for in turn with the others', async () => {
    const { pulse, done } = aPulse({ everyMs: 60_000, found: [], isOver: ({ length }) => length >= 6 })
    for (const tenant of ['backlog', 'one', 'another']) pulse.nudge(tenant)
    await eventually(async () => done.length >= 6)
    await pulse.stop()
    expect(done).toEqual(['backlog', 'one', 'another', 'backlog', 'backlog', 'backlog'])
  })

  test('one whose nudge was missed is found while another tenant has a backlog', async () => {
    const isOver = (done: string[]) => done.includes('missed') || done.length >= AT_MOST
    const { pulse, done } = aPulse({ everyMs: 1, found: ['missed'], isOver })
    pulse.nudge('backlog')
    await eventually(async () => isOver(done))
    await pulse.stop()
    expect(done).toContain('missed')
    expect(done.length).toBeLessThan(AT_MOST)
  })

  test('what fails for one tenant goes on for the others', async () => {
    const done: string[] = []
    const pulse = startPulse({
      ...{ name: 'test', log: silent, gatherMs: 0, everyMs: 60_000, find: async () => [] },
      async work(tenant) {
        if (tenant === 'failing') throw new Error('No')
        done.push(tenant)
        return false
      },
    })
    pulse.nudge('failing')
    pulse.nudge('one')
    await eventually(async () => done.length === 1)
    await pulse.stop()
  })
})

describe('keys', () => {
  test('rotation wraps every data key anew and everything still opens; look-up and search are not touched', async () => {
    const rotating = await aTenant(world)
    const phone = aPhone()
    const { body } = await rotating.call(create, { type: 'stub', firstName: 'Rotated', phone })
    expect(await rotateKeys(world.kith.db, rotating.id)).toEqual({ rewrapped: 1 })
    expect((await rotating.call(get, { customerId: body.id })).body).toEqual(body)
    expect((await rotating.call(lookup, { phone })).body.id).toBe(body.id)
    expect((await rotating.call(create, {})).status).toBe(201)
  })

  test('rotation moves many data keys in a few statements, each to itself, and leaves those of the neighbour', async () => {
    const [rotating, neighbour] = [await aTenant(world), await aTenant(world)]
    const keys = (at: Shop) =>
      world.owner.query<{ id: string; wrapped: Buffer }>(
        'select id, wrapped from data_keys where tenant_id = $1 order by id',
        [at.id],
      )
    const made = await rotating.run(async (ctx) =>
      Array.from({ length: 2_100 }, (_, n) => {
        const id = `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`
        return { id, ...ctx.keys.newDataKey(id) }
      }),
    )
    for (const at of [rotating, neighbour])
      await world.owner.query(
        'insert into data_keys (tenant_id, id, customer_id, wrapped) select $1, id, id, wrapped from unnest($2::uuid[], $3::bytea[]) as k(id, wrapped)',
        [at.id, made.map(({ id }) => id), made.map(({ wrapped }) => wrapped)],
      )
    const before = await keys(neighbour)
    expect(await rotateKeys(world.kith.db, rotating.id)).toEqual({ rewrapped: 2_100 })
    const { rows } = await keys(rotating)
    expect(rows.map(({ wrapped }) => wrapped.readUInt32BE(1)).filter((version) => version !== 2)).toEqual([])
    await rotating.run(async (ctx) => {
      for (const [n, { id, wrapped }] of rows.entries())
        expect(ctx.keys.unheldDataKey(id, wrapped).secret.equals(made[n]!.key.secret)).toBe(true)
    })
    expect((await keys(neighbour)).rows).toEqual(before.rows)
    // What one statement wrote has the same numbers.
    const { rows: statements } = await world.owner.query(
      'select distinct xmin::text, cmin::text from data_keys where tenant_id = $1',
      [rotating.id],
    )
    expect(statements).toHaveLength(3)
  })

  test('what is sealed opens with its key, in its place, unchanged, and in no other way', () => {
    const key = { id: Buffer.alloc(16, 1), secret: Buffer.alloc(32, 2) }
    fc.assert(
      fc.property(fc.uint8Array(), fc.string(), fc.nat(), (plain, place, at) => {
        const sealed = seal(key, place, Buffer.from(plain))
        expect(open(key, place, sealed).equals(Buffer.from(plain))).toBe(true)
        expect(() => open(key, `${place}x`, sealed)).toThrow(Unopenable)
        expect(() => open({ ...key, secret: Buffer.alloc(32, 3) }, place, sealed)).toThrow(Unopenable)
        const changed = Buffer.from(sealed)
        changed[at % changed.length]! ^= 1
        expect(() => open(key, place, changed)).toThrow(Unopenable)
      }),
    )
  })
})

describe('the hooks of customers', () => {
  const { personalData } = customers

  test('the export holds everything, also the contacts of before', async () => {
    const at = await aTenant(world)
    const [old, phone] = [aPhone(), aPhone()]
    const { body } = await at.call(create, { type: 'stub', firstName: 'Exported', phone: old, notes: 'everything' })
    await at.call(change, { customerId: body.id, phone })
    const held = JSON.stringify(await at.run((ctx) => personalData.export(ctx, inner(body.id))))
    for (const value of ['Exported', old, phone, 'everything', body.displayName]) expect(held).toContain(value)
  })

  test('after erasing, the key is gone, no search finds the person, and the phone is free for another', async () => {
    const at = await aTenant(world)
    const phone = aPhone()
    const { body } = await at.call(create, { type: 'stub', firstName: 'Erased', phone })
    await at.run((ctx) => personalData.erase(ctx, inner(body.id)))
    expect((await at.call(get, { customerId: body.id })).status).toBe(404)
    expect((await at.request('GET', '/api/v1/customers?q=Erased')).body.items).toEqual([])
    expect((await at.call(create, { type: 'stub', firstName: 'New', phone })).status).toBe(201)
    const { rows } = await world.owner.query('select count(*)::int as n from data_keys where customer_id = $1', [
      inner(body.id),
    ])
    expect(rows[0].n).toBe(0)
  })
})
