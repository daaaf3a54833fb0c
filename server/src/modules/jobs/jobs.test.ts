import { afterAll, beforeAll, expect, test } from 'vitest'
import { aTenant, aWorld, eventually, type Shop, type World } from '../../../test/harness.ts'
import type { Job } from '../../kit/context.ts'
import { LOST_AFTER_MINUTES, RUNS_KEPT, runInTenant, takeAsked } from '../../kit/job-runs.ts'
import { runJob as runByClock } from '../../kit/jobs.ts'
import { openLog } from '../../kit/log.ts'
import { inTenant } from '../../kit/transaction.ts'
import { ROLES } from '../../permissions.ts'
import * as audit from '../audit/contract.ts'
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

const NAME = 'fold-customer-tally'
interface Shown {
  readonly name: string
  readonly nextAt: string
  readonly usualMs: number | null
  readonly runs: readonly { id: string; state: string; askedBy: string | null; progress: unknown }[]
}
const jobAt = async (at: Shop, name = NAME): Promise<Shown> =>
  (await at.call(api.listJobs, {})).body.items.find((one: Shown) => one.name === name)

test('every job is listed with when the clock comes next', async () => {
  const { items } = (await shop.call(api.listJobs, {})).body
  expect(items.map(({ name }: Shown) => name)).toEqual(world.kith.db.jobs.map(({ name }) => name))
  const asked = Date.now()
  const { nextAt } = await jobAt(shop)
  expect(Date.parse(nextAt)).toBeGreaterThan(asked)
  expect(Date.parse(nextAt) - Date.now()).toBeLessThanOrEqual(5 * 60_000)
  expect(new Date(nextAt).getUTCMinutes() % 5).toBe(0)
})

test('a job that deletes for good says so', async () => {
  const { items } = (await shop.call(api.listJobs, {})).body
  const forgetful = items.filter(({ forgets }: { forgets: boolean }) => forgets).map(({ name }: Shown) => name)
  expect(forgetful).toContain('expire-guests')
  expect(forgetful).not.toContain(NAME)
  for (const { name } of items as Shown[]) {
    if (/^(expire|forget|tidy)-/.test(name)) expect(forgetful).toContain(name)
  }
})

// These two take the runs themselves, so they come before the test that lets the background work.
test('a run by hand reports its progress before it is over', async () => {
  const at = await aTenant(world)
  const asked = (await at.call(api.runJob, { name: NAME })).body
  const caller = (await at.run(async (ctx) => ctx)).caller
  await inTenant(world.kith.db, caller, takeAsked)
  const seen: unknown[] = []
  const long: Job = {
    name: NAME,
    cron: '* * * * *',
    summary: '',
    run: async (_, progress) => {
      progress?.(3, 8)
      progress?.(4, 8)
      seen.push(await eventually(async () => (await jobAt(at)).runs[0]!.progress))
      throw new Error('no')
    },
  }
  await expect(runInTenant(world.kith.db, long, at.id, asked)).rejects.toThrow('no')
  expect(seen).toEqual([{ done: 3, total: 8 }])
  expect((await jobAt(at)).runs[0]).toMatchObject({ state: 'failed', progress: { done: 3, total: 8 } })
  expect((await jobAt(rival)).runs).not.toContainEqual(expect.objectContaining({ progress: { done: 3, total: 8 } }))
})

test('a run whose process died counts as failed after a while, and another can be asked for', async () => {
  const at = await aTenant(world)
  await world.owner.query(
    `insert into job_runs (tenant_id, id, job, state, asked_at, started_at)
     values ($1, gen_random_uuid(), $2, 'running', now(), now() - make_interval(mins => $3))`,
    [at.id, NAME, LOST_AFTER_MINUTES + 1],
  )
  expect((await at.call(api.runJob, { name: NAME })).status).toBe(409)
  const caller = (await at.run(async (ctx) => ctx)).caller
  await inTenant(world.kith.db, caller, takeAsked)
  expect((await jobAt(at)).runs).toMatchObject([{ state: 'failed' }])
  expect((await at.call(api.runJob, { name: NAME })).status).toBe(202)
})

test('a run by hand is done soon, in this tenant alone, and the list shows who started it', async () => {
  const [own, neighbour] = [await aTenant(world), await aTenant(world)]
  for (const at of [own, neighbour]) for (let n = 0; n < 3; n++) await at.request('POST', '/api/v1/customers', {})
  const asked = await own.call(api.runJob, { name: NAME })
  expect(asked).toMatchObject({ status: 202, body: { state: 'waiting', startedAt: null, finishedAt: null } })
  expect((await own.call(api.runJob, { name: NAME })).body.code).toBe('job.under_way')
  await world.startBackground()
  const done = await eventually(async () => {
    const [run] = (await jobAt(own)).runs
    return run?.state === 'done' && run
  })
  expect(done).toMatchObject({ id: asked.body.id, askedBy: asked.body.askedBy })
  expect(done.askedBy).toMatch(/^key:/)
  expect((await jobAt(own)).usualMs).toEqual(expect.any(Number))
  expect((await jobAt(neighbour)).runs).toEqual([])
  const differences = async (at: Shop) =>
    (await world.owner.query('select count(*)::int as n from customer_tally where tenant_id = $1', [at.id])).rows[0].n
  expect([await differences(own), await differences(neighbour)]).toEqual([1, 3])
  const { items } = (await own.call(audit.list, { action: 'job.asked' })).body
  expect(items).toMatchObject([{ actor: asked.body.askedBy, fields: [NAME] }])
  expect((await own.call(api.runJob, { name: NAME })).status).toBe(202)
})

test('the clock notes its runs in every tenant, and keeps the last few', async () => {
  const at = await aTenant(world)
  const job = world.kith.db.jobs.find(({ name }) => name === 'forget-message-texts')!
  for (let n = 0; n < RUNS_KEPT + 2; n++) await runInTenant(world.kith.db, job, at.id)
  await runByClock(world.kith.db, job, openLog('silent'))
  const { runs } = await jobAt(at, job.name)
  expect(runs.length).toBe(RUNS_KEPT)
  expect(runs.every(({ state, askedBy }) => state === 'done' && askedBy === null)).toBe(true)
  expect((await jobAt(rival, job.name)).runs.length).toBe(1)
})

test('one that fails is noted as failed, with nothing that it did', async () => {
  const at = await aTenant(world)
  const bad: Job = {
    name: NAME,
    cron: '* * * * *',
    summary: '',
    run: async (ctx) => {
      ctx.audit({ action: 'half.done', customer: null, fields: [] })
      throw new Error('no')
    },
  }
  await expect(runInTenant(world.kith.db, bad, at.id)).rejects.toThrow('no')
  expect((await jobAt(at)).runs).toMatchObject([{ state: 'failed', askedBy: null }])
  expect((await at.call(audit.list, { action: 'half.done' })).body.items).toEqual([])
})

test('one that goes on commits each part, and is done with the last; of one that fails the parts before it stay', async () => {
  const at = await aTenant(world)
  const places: (number | undefined)[] = []
  const inThree = (end: () => void): Job => ({
    name: NAME,
    cron: '* * * * *',
    summary: '',
    run: async (ctx, _, part) => {
      ctx.audit({ action: 'part.done', customer: null, fields: [] })
      places.push(part?.behind)
      if (places.length % 3 !== 0) part?.goOn(places.length * 10)
      else end()
    },
  })
  const done = async () => (await at.call(audit.list, { action: 'part.done' })).body.items.length
  await runInTenant(
    world.kith.db,
    inThree(() => {}),
    at.id,
  )
  expect([places, await done()]).toEqual([[undefined, 10, 20], 3])
  expect((await jobAt(at)).runs).toMatchObject([{ state: 'done' }])
  const fails = inThree(() => {
    throw new Error('no')
  })
  await expect(runInTenant(world.kith.db, fails, at.id)).rejects.toThrow('no')
  expect([places.slice(3), await done()]).toEqual([[undefined, 40, 50], 5])
  expect((await jobAt(at)).runs).toMatchObject([{ state: 'failed' }, { state: 'done' }])
})

test('of two at once, one waits for the other', async () => {
  const at = await aTenant(world)
  const steps: string[] = []
  const slow: Job = {
    name: 'slow',
    cron: '* * * * *',
    summary: '',
    run: async () => {
      steps.push('in')
      // Long enough for the other to come in between, if it could.
      await world.owner.query('select pg_sleep(0.2)')
      steps.push('out')
    },
  }
  await Promise.all([runInTenant(world.kith.db, slow, at.id), runInTenant(world.kith.db, slow, at.id)])
  expect(steps).toEqual(['in', 'out', 'in', 'out'])
})

test('what is no job is not found, and only who may run jobs sees them', async () => {
  expect((await shop.call(api.runJob, { name: 'drop-everything' })).body.code).toBe('job.not_found')
  const manager = await shop.with(...ROLES.manager)
  expect((await manager.call(api.listJobs, {})).body).toMatchObject({ code: 'forbidden', needs: 'jobs:run' })
  expect((await manager.call(api.runJob, { name: NAME })).status).toBe(403)
})
