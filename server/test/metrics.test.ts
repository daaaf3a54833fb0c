import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { withoutValues } from '../src/db/statements.ts'
import { sql as runs } from '../src/kit/job-runs.ts'
import { jobTimes } from '../src/kit/jobs.ts'
import { openLog } from '../src/kit/log.ts'
import { jobs, startHealth } from '../src/main.ts'
import { create, get } from '../src/modules/customers/contract.ts'
import { CustomerRegistered } from '../src/modules/customers/events.ts'
import { deliverEvents } from '../src/modules/events/index.ts'
import { aTenant, aWorld, eventually, type World } from './harness.ts'

const RULES = path.resolve('deploy/alerts.yml')
let world: World
let metrics: () => Promise<string>
let health: Awaited<ReturnType<typeof startHealth>>
beforeAll(async () => {
  world = await aWorld({ KITH_HEALTH_PORT: '0', KITH_SLOW_STATEMENT_MS: '20' })
  health = await startHealth(world.kith, 0)
  metrics = async () => (await fetch(`${health.url}/metrics`)).text()
})
afterAll(async () => {
  await health.stop()
  await world.close()
})

const read = (text: string, series: string) =>
  Number(
    text
      .split('\n')
      .find((line) => line.startsWith(`${series} `))
      ?.split(' ')[1],
  )

describe('a port for health and metrics', () => {
  test('answers both and nothing else, and the other port has no metrics then', async () => {
    expect(await (await fetch(`${health.url}/health/live`)).json()).toEqual({ status: 'live' })
    expect(await (await fetch(`${health.url}/health/ready`)).json()).toMatchObject({ status: 'ready' })
    expect((await fetch(`${health.url}/api/v1/customers`)).status).toBe(404)
    expect((await fetch(`${world.url}/metrics`)).status).toBe(404)
    expect((await fetch(`${world.url}/health/ready`)).status).toBe(200)
  })
})

describe('the metrics', () => {
  test('tell what waits and for how long', async () => {
    const shop = await aTenant(world)
    await shop.call(create, {})
    await world.owner.query(`update audit_entries set at = now() - interval '10 minutes' where tenant_id = $1`, [
      shop.id,
    ])
    await world.owner.query(`update events set at = now() - interval '10 minutes' where tenant_id = $1`, [shop.id])
    const text = await metrics()
    expect(read(text, 'kith_database_answers')).toBe(1)
    for (const kind of ['events', 'audit_entries']) {
      expect(read(text, `kith_backlog{kind="${kind}"}`)).toBeGreaterThan(0)
      expect(read(text, `kith_backlog_oldest_seconds{kind="${kind}"}`)).toBeGreaterThanOrEqual(600)
    }
    const deaf = {
      name: 'deaf',
      on: [CustomerRegistered],
      from: 'start',
      again: 'nothing more',
      hear: () => Promise.reject(new Error('no')),
    } as const
    await shop.run((ctx) => deliverEvents(ctx, [deaf], openLog('silent')))
    await world.owner.query(`update event_subscribers set position = 0 where tenant_id = $1`, [shop.id])
    const held = await metrics()
    expect(read(held, 'kith_backlog{kind="held_events"}')).toBe(1)
    expect(read(held, 'kith_subscriber_lag{subscriber="deaf"}')).toBe(1)
    expect(read(held, 'kith_backlog{kind="events"}')).toBeGreaterThan(0)
    await world.owner.query('update event_holds set parked_at = now() where tenant_id = $1', [shop.id])
    expect(read(await metrics(), 'kith_backlog{kind="parked_events"}')).toBe(1)
  })

  test('count what the process remembers, cache by cache, and nothing more than was asked for', async () => {
    const shop = await aTenant(world)
    const count = (text: string, cache: string) => read(text, `kith_cache_entries{cache="${cache}"}`)
    // What servers of other tests remembered in this process may be collected at any moment, and is counted until then.
    const after = await eventually(async () => {
      const before = await metrics()
      const { id } = (await shop.call(create, {})).body
      for (let times = 0; times < 3; times++) await shop.call(get, { customerId: id })
      const text = await metrics()
      return count(text, 'data_keys') - (count(before, 'data_keys') || 0) === 1 && text
    })
    for (const cache of ['tenant_keys', 'api_keys', 'tenant_defaults']) expect(count(after, cache)).toBeGreaterThan(0)
  })

  test('tell which jobs are late and which failed', async () => {
    const [one, other] = [jobs[0]!, jobs[1]!]
    const note = (name: string, state: string, ago: string) =>
      world.owner.query(
        `insert into pgboss.job (name, state, created_on, completed_on)
         values ($1, $2, now() - $3::interval, now() - $3::interval)`,
        [name, state, ago],
      )
    for (const { name, cron } of [one, other]) {
      await world.owner.query(
        `insert into pgboss.schedule (name, cron, timezone, created_on) values ($1, $2, 'UTC', now() - interval '9 days')`,
        [name, cron],
      )
    }
    await note(one.name, 'completed', '5 days')
    // Ahead of the clock, which may come to the next run meanwhile.
    await note(other.name, 'completed', '-1 minute')
    await note(other.name, 'failed', '-2 minutes')
    const text = await metrics()
    expect(read(text, `kith_job_late_seconds{name="${one.name}"}`)).toBeGreaterThan(3 * 86_400)
    expect(read(text, `kith_job_failed{name="${one.name}"}`)).toBe(0)
    expect(read(text, `kith_job_late_seconds{name="${other.name}"}`)).toBe(0)
    expect(read(text, `kith_job_failed{name="${other.name}"}`)).toBe(1)
    expect((await jobTimes(world.kith.db.pool, jobs, new Date())).map(({ name }) => name)).toEqual([
      one.name,
      other.name,
    ])
  })

  test('count slow statements, which are logged without values', async () => {
    const shop = await aTenant(world)
    const before = read(await metrics(), 'kith_slow_statements_total')
    await shop.run((ctx) => sql`select pg_sleep(0.05) as tenant_id`.execute(runs(ctx)))
    expect(read(await metrics(), 'kith_slow_statements_total')).toBeGreaterThan(before)
    expect(withoutValues(`begin; set local app.tenant = '0198'; select 'it''s' where a = $1`)).toBe(
      `begin; set local app.tenant = '…'; select '…' where a = $1`,
    )
  })

  test('are those that the rules for alerts ask for', async () => {
    const shop = await aTenant(world)
    await shop.call(create, {})
    const asked = new Set(readFileSync(RULES, 'utf8').match(/\bkith_\w+/g))
    expect(asked.size).toBeGreaterThan(6)
    const shown = await eventually(async () => {
      const text = await metrics()
      return text.includes('kith_database_wait_seconds_bucket') && text
    })
    expect([...asked].filter((name) => !new RegExp(`^${name}[ {]`, 'm').test(shown))).toEqual([])
  })

  test('are readable also when the database does not answer', async () => {
    const { presence } = world.kith.db.transactions
    Object.defineProperty(presence, 'isAway', { get: () => true, configurable: true })
    try {
      const text = await metrics()
      expect(read(text, 'kith_database_answers')).toBe(0)
      expect(text).not.toContain('kith_backlog{')
      expect(text).toContain('kith_process_cpu_user_seconds_total')
    } finally {
      Reflect.deleteProperty(presence, 'isAway')
    }
  })
})

test('the rules for alerts are right, and fire when they should', ({ skip }) => {
  const promtool = (...args: string[]) => spawnSync('promtool', args, { encoding: 'utf8' })
  skip(promtool('--version').error !== undefined, 'promtool is not installed')
  for (const args of [
    ['check', 'rules', RULES],
    ['test', 'rules', path.resolve('deploy/alerts.test.yml')],
  ]) {
    const { status, stdout, stderr } = promtool(...args)
    expect([args[0], status, status === 0 ? '' : stdout + stderr]).toEqual([args[0], 0, ''])
  }
})
