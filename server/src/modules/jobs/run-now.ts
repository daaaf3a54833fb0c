import { itself } from '../../kit/caller.ts'
import type { Context } from '../../kit/context.ts'
import type { Database } from '../../kit/database.ts'
import { noteUnknown, runInTenant, sql, takeAsked } from '../../kit/job-runs.ts'
import type { Errand } from '../../kit/module.ts'
import { inTenant } from '../../kit/transaction.ts'
import { uuidv7 } from '../../kit/uuid.ts'
import { JobNotFound, JobUnderWay, type Run } from './contract.ts'
import { toRun } from './list.ts'

/** Only queues the run: the job runs in the background, for this tenant only. */
export async function askForRun(ctx: Context, { name }: { name: string }): Promise<Run> {
  if (!ctx.jobs.some((job) => job.name === name)) throw JobNotFound()
  const row = await sql(ctx)
    .insertInto('job_runs')
    .values({
      tenant_id: ctx.tenant,
      id: uuidv7(ctx.now.getTime()),
      job: name,
      asked_by: ctx.caller.actor,
      state: 'waiting',
      asked_at: ctx.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning(['id', 'job', 'state', 'asked_by', 'asked_at', 'started_at', 'finished_at', 'done', 'total'])
    .executeTakeFirst()
  if (!row) throw JobUnderWay()
  ctx.audit({ action: 'job.asked', customer: null, fields: [name], after: { run: row.id } })
  ctx.nudge('jobs')
  return toRun(row)
}

export const runAsked: Errand = {
  name: 'run-asked-jobs',
  nudge: 'jobs',
  everyMs: 2_000,
  find: "select distinct tenant_id from job_runs where state in ('waiting', 'running')",
  run: runNextAsked,
}

async function runNextAsked(db: Database, tenant: string): Promise<boolean> {
  const caller = itself(tenant, `errand:${runAsked.name}`)
  const asked = await inTenant(db, caller, takeAsked)
  if (!asked) return false
  const job = db.jobs.find(({ name }) => name === asked.job)
  // Queued while another version ran here.
  if (job) await runInTenant(db, job, tenant, asked)
  else await inTenant(db, caller, (ctx) => noteUnknown(ctx, asked.id))
  return true
}
