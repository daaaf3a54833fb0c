import type { Context } from '../../kit/context.ts'
import { sql } from '../../kit/job-runs.ts'
import { nextAfter } from '../../kit/jobs.ts'
import { known } from '../../kit/known.ts'
import { Run } from './contract.ts'

export async function listJobs(ctx: Context) {
  const rows = await runs(ctx).orderBy('asked_at', 'desc').orderBy('id', 'desc').execute()
  const items = ctx.jobs.map(({ name, summary, forgets = false, cron }) => {
    const own = rows.filter(({ job }) => job === name)
    const past = { usualMs: usual(own), runs: own.map(toRun) }
    return { name, summary, forgets, cron, nextAt: nextAfter(ctx.now, cron).toISOString(), ...past }
  })
  return { items }
}

/** Those whose last run failed. */
export const countFailedJobs = async (ctx: Context): Promise<number> =>
  (await listJobs(ctx)).items.filter(({ runs: [last] }) => last?.state === 'failed').length

export const runs = (ctx: Context) =>
  sql(ctx)
    .selectFrom('job_runs')
    .select(['id', 'job', 'state', 'asked_by', 'asked_at', 'started_at', 'finished_at', 'done', 'total'])
    .where('tenant_id', '=', ctx.tenant)
type RunRow = Awaited<ReturnType<ReturnType<typeof runs>['execute']>>[0]

export const toRun = (row: RunRow): Run => ({
  id: row.id,
  state: known(Run.shape.state.options, row.state),
  askedBy: row.asked_by,
  askedAt: row.asked_at.toISOString(),
  startedAt: row.started_at?.toISOString() ?? null,
  finishedAt: row.finished_at?.toISOString() ?? null,
  progress: row.total === null ? null : { done: row.done!, total: row.total },
})

function usual(own: readonly RunRow[]): number | null {
  const took = own
    .flatMap(({ state, started_at, finished_at }) =>
      state === 'done' && started_at && finished_at ? [finished_at.getTime() - started_at.getTime()] : [],
    )
    .sort((a, b) => a - b)
  return took[Math.floor(took.length / 2)] ?? null
}
