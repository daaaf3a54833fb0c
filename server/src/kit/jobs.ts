import cronParser from 'cron-parser'
import type pg from 'pg'
import PgBoss from 'pg-boss'
import { faultIn } from '../db/faults.ts'
import type { Job } from './context.ts'
import { acrossTenants, type Database } from './database.ts'
import { runInTenant } from './job-runs.ts'
import type { Log } from './log.ts'
import { traced } from './trace.ts'

const SCHEMA = 'pgboss'

/** Creates the tables of the job library, as the owner of the database. Its rows name jobs and hold no personal data. */
export async function installJobs(owner: pg.Client, jobs: readonly Job[]): Promise<void> {
  const boss = new PgBoss({ db: { executeSql: (text, values) => owner.query(text, values) }, schema: SCHEMA })
  boss.on('error', () => {})
  try {
    await boss.start()
    for (const { name } of jobs) await boss.createQueue(name, { name, policy: 'short' })
  } finally {
    // Its timers would keep the process alive.
    await boss.stop({ graceful: false, wait: true })
  }
  await owner.query(`grant usage on schema ${SCHEMA} to kith_app, kith_backup`)
  await owner.query(`grant select on all tables in schema ${SCHEMA} to kith_backup`)
  await owner.query(`grant select, insert, update, delete on all tables in schema ${SCHEMA} to kith_app`)
  await owner.query(`grant execute on all functions in schema ${SCHEMA} to kith_app`)
}

export interface Jobs {
  stop(): Promise<void>
}

/** Runs every job on schedule: one process claims it, and goes tenant by tenant. */
export async function startJobs(db: Database, jobs: readonly Job[], log: Log): Promise<Jobs> {
  const boss = new PgBoss({
    db: { executeSql: (text, values) => db.pool.query(text, values) },
    schema: SCHEMA,
    migrate: false,
  })
  // It retries on its own; the lost database is logged once, elsewhere.
  boss.on('error', (error) => log[faultIn(error) ? 'debug' : 'error']({ err: error }, 'job library'))
  await boss.start()
  for (const job of jobs) {
    await boss.schedule(job.name, job.cron)
    await boss.work(job.name, { pollingIntervalSeconds: 10 }, () => runJob(db, job, log))
  }
  return {
    async stop() {
      // Without its database there is nothing to return: another process takes over unfinished runs.
      await boss.stop({ graceful: true, wait: true, timeout: 5_000 }).catch((error) => {
        if (!faultIn(error)) throw error
      })
    },
  }
}

export const nextAfter = (moment: Date, cron: string): Date =>
  cronParser.parseExpression(cron, { currentDate: moment, tz: 'UTC' }).next().toDate()

/** How late each job is, and whether its last scheduled run failed: from the library's own records of a week. */
export async function jobTimes(pool: pg.Pool, jobs: readonly Job[], now: Date) {
  const { rows } = await pool.query<{ name: string; since: Date; failed: boolean }>(`
    select s.name, coalesce(max(r.completed_on) filter (where r.state = 'completed'), s.created_on) as since,
           coalesce((array_agg(r.state::text order by r.created_on desc)
             filter (where r.state in ('completed', 'retry', 'failed')))[1] <> 'completed', false) as failed
      from ${SCHEMA}.schedule s left join
           (select name, state, created_on, completed_on from ${SCHEMA}.job
             union all select name, state, created_on, completed_on from ${SCHEMA}.archive) r on r.name = s.name
     group by s.name, s.created_on`)
  const known = new Map(rows.map((row) => [row.name, row]))
  return jobs.flatMap(({ name, cron }) => {
    const found = known.get(name)
    // Before the first start no job is late.
    if (!found) return []
    const lateSeconds = Math.max(0, (now.getTime() - nextAfter(found.since, cron).getTime()) / 1000)
    return { name, lateSeconds, failed: found.failed }
  })
}

/** A failing tenant does not stop the others; the job then counts as failed. */
export async function runJob(db: Database, job: Job, log: Log): Promise<void> {
  const tenants = await acrossTenants<{ tenant_id: string }>(db, 'select tenant_id from tenants order by tenant_id')
  let failed = 0
  for (const { tenant_id } of tenants) {
    try {
      await traced(`job ${job.name}`, { 'kith.tenant': tenant_id }, () => runInTenant(db, job, tenant_id))
    } catch (error) {
      failed += 1
      log.error({ err: error, job: job.name, tenant: tenant_id }, 'job failed')
    }
  }
  if (failed > 0) throw new Error(`${job.name} failed for ${failed} of ${tenants.length} tenants`)
}
