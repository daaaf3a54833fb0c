import { sql as raw } from 'kysely'
import { itself } from '../../../kit/caller.ts'
import type { Context } from '../../../kit/context.ts'
import type { Database } from '../../../kit/database.ts'
import { inTenant } from '../../../kit/transaction.ts'
import { uuidv7 } from '../../../kit/uuid.ts'
import { countCustomers } from '../../customers/index.ts'
import { outcomes, programAt } from '../deciding/current.ts'
import { evaluate } from '../deciding/evaluate.ts'
import type { Program } from '../rules/program.ts'
import { sql } from '../tables.ts'

/** Deriving what is sealed opens records: fewer of them at once. */
const BATCH = 5_000
const KEEPING_BATCH = 500

export type RunRow = Awaited<ReturnType<ReturnType<typeof runRows>['execute']>>[0]
export const runRows = (ctx: Context) =>
  sql(ctx)
    .selectFrom('segment_runs')
    .select(['id', 'version', 'keeps', 'asked_by', 'at', 'reached', 'done', 'total', 'changed', 'finished_at'])
    .where('tenant_id', '=', ctx.tenant)

export const runUnderWay = (ctx: Context): Promise<RunRow | undefined> =>
  runRows(ctx).where('finished_at', 'is', null).executeTakeFirst()

/** One that is under way begins anew, with the newest rules. */
export async function beginRun(ctx: Context, version: number, { keeps }: { readonly keeps: boolean }): Promise<void> {
  const begun = { version, asked_by: ctx.caller.actor, at: ctx.now, reached: null, done: 0, changed: 0 }
  const total = await countCustomers(ctx)
  const again = await sql(ctx)
    .updateTable('segment_runs')
    .set({ ...begun, total, ...(keeps && { keeps }) })
    .where('tenant_id', '=', ctx.tenant)
    .where('finished_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  if (!again) {
    await sql(ctx)
      .insertInto('segment_runs')
      .values({ tenant_id: ctx.tenant, id: uuidv7(ctx.now.getTime()), ...begun, total, keeps })
      .execute()
  }
  ctx.nudge('segments')
}

/** One batch, with the note of where it came to: killed in the middle, it goes on from there. */
export const goOnApplying = (db: Database, tenant: string): Promise<boolean> =>
  inTenant(db, itself(tenant, 'errand:apply-segments'), applyBatch)

async function applyBatch(ctx: Context): Promise<boolean> {
  const run = await runRows(ctx).where('finished_at', 'is', null).forUpdate().executeTakeFirst()
  if (!run) return false
  const batch = run.keeps ? KEEPING_BATCH : BATCH
  const { program } = await programAt(ctx, run.version)
  const judged = await judge(ctx, program, run.reached, batch)
  const others = judged.filter(({ differs }) => run.keeps || differs).map(({ id }) => id)
  const changed = await evaluate(ctx, others, { cause: 'rules', keeps: run.keeps })
  const isOver = judged.length < batch
  await sql(ctx)
    .updateTable('segment_runs')
    .set({
      reached: judged.at(-1)?.id ?? run.reached,
      done: run.done + judged.length,
      changed: run.changed + changed,
      finished_at: isOver ? ctx.now : null,
    })
    .where('tenant_id', '=', ctx.tenant)
    .where('id', '=', run.id)
    .execute()
  return !isOver
}

/**
 * Customers that the rules treat otherwise than they are treated now. Without a lock: those are looked at again with one, and who
 * changes in between is decided about by the change itself.
 */
async function judge(ctx: Context, program: Program, after: string | null, limit: number) {
  const { rows } = await raw<{ id: string; differs: boolean }>`
    select judged.id, (m.segment, m.tags, m.due_at) is distinct from (judged.segment, judged.tags, judged.due_at) as differs
      from (${outcomes(ctx, program, after, limit)}) judged
      left join segment_members m on m.tenant_id = ${ctx.tenant} and m.customer_id = judged.id
     order by judged.id`.execute(sql(ctx))
  return rows
}

/** Customers whose time has come: a rule may decide otherwise by now. */
export const lookAtDue = (db: Database, tenant: string): Promise<boolean> =>
  inTenant(db, itself(tenant, 'errand:segments-by-time'), async (ctx) => {
    const due = await sql(ctx)
      .selectFrom('segment_members')
      .select(['customer_id', 'kept_until'])
      .where('tenant_id', '=', ctx.tenant)
      .where('due_at', '<=', ctx.now)
      .orderBy('due_at')
      .limit(KEEPING_BATCH)
      .execute()
    const keeps = due.some(({ kept_until }) => kept_until !== null && kept_until <= ctx.now)
    await evaluate(
      ctx,
      due.map(({ customer_id }) => customer_id),
      { cause: 'time', keeps },
    )
    return due.length === KEEPING_BATCH
  })
