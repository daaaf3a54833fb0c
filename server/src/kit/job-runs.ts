import { sql as raw } from 'kysely'
import { itself } from './caller.ts'
import type { Context, Job } from './context.ts'
import type { Database } from './database.ts'
import { per } from './growth.ts'
import type { Part, Progress } from './job.ts'
import { tables } from './tables.ts'
import { inTenant } from './transaction.ts'
import { uuidv7 } from './uuid.ts'

export const RUNS_KEPT = 20
/** After this time a run counts as dead, and the next may begin. If it is alive after all, they wait for each other. */
export const LOST_AFTER_MINUTES = 30
/** The shortest interval of progress notes. */
const PROGRESS_EVERY_MS = 500

export const sql = tables({
  job_runs: {
    tenant_id: 'id',
    id: 'id',
    job: 'fact',
    asked_by: 'id',
    state: 'fact',
    asked_at: 'fact',
    started_at: 'fact',
    finished_at: 'fact',
    done: 'fact',
    total: 'fact',
  },
}).grows({
  job_runs: { since: 'asked_at', bound: per('job: its last 20 runs') },
})

/** Where the next part of a job begins. */
type Next = Pick<Part, 'behind'>

/**
 * Runs a job in one tenant and records its end together with its last part. A failure is recorded, and thrown; the parts before
 * it stay.
 */
export async function runInTenant(db: Database, job: Job, tenant: string, asked?: { readonly id: string }) {
  const caller = itself(tenant, `job:${job.name}`)
  const startedAt = new Date()
  const id = asked?.id ?? uuidv7(startedAt.getTime())
  const run = { id, job: job.name, started_at: startedAt }
  const progress = notedNowAndThen((done, total) => inTenant(db, caller, (ctx) => noteProgress(ctx, id, done, total)))
  const runPart = async (ctx: Context, behind: number | undefined): Promise<Next | null> => {
    // A scheduled run and one by hand at the same time wait for each other.
    const place = `${ctx.tenant} ${job.name}`
    await raw`select pg_advisory_xact_lock(hashtextextended(${place}, 0)) /* tenant_id */`.execute(sql(ctx))
    const wished: Next[] = []
    await job.run(ctx, progress.say, { behind, goOn: (reached) => void wished.push({ behind: reached }) })
    if (wished[0]) return wished[0]
    await progress.noted()
    await note(ctx, { ...run, state: 'done', finished_at: new Date() })
    return null
  }
  try {
    let next: Next | null = { behind: undefined }
    while (next) {
      const { behind }: Next = next
      next = await inTenant(db, caller, (ctx) => runPart(ctx, behind))
    }
  } catch (error) {
    await inTenant(db, caller, (ctx) => note(ctx, { ...run, state: 'failed', finished_at: new Date() }))
    throw error
  }
}

/** At most one note at a time, in a transaction of its own: the job's own is not visible before its end. */
function notedNowAndThen(write: (done: number, total: number) => Promise<void>) {
  let writing: Promise<void> = Promise.resolve()
  let lately = 0
  const say: Progress = (done, total) => {
    if (Date.now() - lately < PROGRESS_EVERY_MS) return
    lately = Date.now()
    // A failed note must not fail the job.
    writing = writing.then(() => write(done, total)).catch(() => {})
  }
  return { say, noted: () => writing }
}

/** For a run by hand; a scheduled one is recorded when it ends. */
async function noteProgress(ctx: Context, id: string, done: number, total: number): Promise<void> {
  await sql(ctx)
    .updateTable('job_runs')
    .set({ done, total })
    .where('tenant_id', '=', ctx.tenant)
    .where('id', '=', id)
    .where('state', '=', 'running')
    .execute()
}

/** Claims the longest waiting run of this tenant. */
export async function takeAsked(ctx: Context): Promise<{ id: string; job: string } | null> {
  const runs = () => sql(ctx).updateTable('job_runs').where('tenant_id', '=', ctx.tenant)
  await runs()
    .set({ state: 'failed', finished_at: ctx.now })
    .where('state', '=', 'running')
    .where('started_at', '<', new Date(ctx.now.getTime() - LOST_AFTER_MINUTES * 60_000))
    .execute()
  const next = await sql(ctx)
    .selectFrom('job_runs')
    .select(['id', 'job'])
    .where('tenant_id', '=', ctx.tenant)
    .where('state', '=', 'waiting')
    .orderBy('asked_at')
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst()
  if (!next) return null
  await runs().set({ state: 'running', started_at: ctx.now }).where('id', '=', next.id).execute()
  return next
}

export async function noteUnknown(ctx: Context, id: string): Promise<void> {
  await sql(ctx)
    .updateTable('job_runs')
    .set({ state: 'failed', finished_at: ctx.now })
    .where('tenant_id', '=', ctx.tenant)
    .where('id', '=', id)
    .execute()
}

interface Run {
  readonly id: string
  readonly job: string
  readonly state: 'done' | 'failed'
  readonly started_at: Date
  readonly finished_at: Date
}

async function note(ctx: Context, { id, job, ...outcome }: Run): Promise<void> {
  await sql(ctx)
    .insertInto('job_runs')
    .values({ tenant_id: ctx.tenant, id, job, asked_at: outcome.started_at, ...outcome })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'id']).doUpdateSet(outcome))
    .execute()
  await sql(ctx)
    .deleteFrom('job_runs')
    .where('tenant_id', '=', ctx.tenant)
    .where('job', '=', job)
    .where('state', 'in', ['done', 'failed'])
    .where('id', 'in', (q) =>
      q
        .selectFrom('job_runs')
        .select('id')
        .where('tenant_id', '=', ctx.tenant)
        .where('job', '=', job)
        .orderBy('asked_at', 'desc')
        .orderBy('id', 'desc')
        .offset(RUNS_KEPT),
    )
    .execute()
}
