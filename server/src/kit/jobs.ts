import type pg from 'pg'
import PgBoss from 'pg-boss'
import { faultIn } from '../db/faults.ts'
import { acrossTenants, type Database } from './context.ts'
import { runInTenant } from './job-runs.ts'
import type { Log } from './log.ts'
import type { Job } from './module.ts'

const SCHEMA = 'pgboss'

/** Makes the tables of the job library, as the owner of the database. Its rows name jobs and hold no one's data. */
export async function installJobs(owner: pg.Client, jobs: readonly Job[]): Promise<void> {
  const boss = new PgBoss({ db: { executeSql: (text, values) => owner.query(text, values) }, schema: SCHEMA })
  boss.on('error', () => {})
  try {
    await boss.start()
    for (const { name } of jobs) await boss.createQueue(name, { name, policy: 'short' })
  } finally {
    // Its clocks would keep the process.
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

/** Runs every job by its clock: one process takes it, and goes tenant by tenant. */
export async function startJobs(db: Database, jobs: readonly Job[], log: Log): Promise<Jobs> {
  const boss = new PgBoss({
    db: { executeSql: (text, values) => db.pool.query(text, values) },
    schema: SCHEMA,
    migrate: false,
  })
  // It asks again by its own clock; that the database is away is said once, by who looks for it.
  boss.on('error', (error) => log[faultIn(error) ? 'debug' : 'error']({ err: error }, 'job library'))
  await boss.start()
  for (const job of jobs) {
    await boss.schedule(job.name, job.cron)
    await boss.work(job.name, { pollingIntervalSeconds: 10 }, () => runJob(db, job, log))
  }
  return {
    async stop() {
      // Without its database there is nothing to hand back: another process takes over what was begun.
      await boss.stop({ graceful: true, wait: true, timeout: 5_000 }).catch((error) => {
        if (!faultIn(error)) throw error
      })
    },
  }
}

/** A tenant that fails does not keep the others from their turn; the job then counts as failed. */
export async function runJob(db: Database, job: Job, log: Log): Promise<void> {
  const tenants = await acrossTenants<{ tenant_id: string }>(db, 'select tenant_id from tenants order by tenant_id')
  let failed = 0
  for (const { tenant_id } of tenants) {
    try {
      await runInTenant(db, job, tenant_id)
    } catch (error) {
      failed += 1
      log.error({ err: error, job: job.name, tenant: tenant_id }, 'job failed')
    }
  }
  if (failed > 0) throw new Error(`${job.name} failed for ${failed} of ${tenants.length} tenants`)
}
