import type { Context } from '../../../kit/context.ts'
import type { Answered, Entrance, Input, Output } from '../../../kit/endpoint.ts'
import { inTenant } from '../../../kit/transaction.ts'
import type { Plan } from '../columns/plan.ts'
import type * as api from '../contract.ts'
import { changeImport, lockUnrun, planOf, requireImport, sealPlan, toImport } from '../import-row.ts'
import type { Layout } from '../read/layout.ts'
import { ColumnsUnknown, WrongState } from '../refusals.ts'
import { readBatch } from './batches.ts'
import { type Head, headOf } from './head.ts'
import { readPart } from './parts.ts'
import { guessedIn } from './upload.ts'

/** Decides about columns and rules. Another encoding or separator makes other columns, which are guessed anew. */
export async function changePlan(
  { db, caller }: Entrance,
  { importId, ...rules }: Input<typeof api.change>,
): Promise<Answered<Output<typeof api.change>>> {
  const { first, before } = await inTenant(
    db,
    caller,
    async (ctx) => {
      const row = await requireImport(ctx, importId)
      return { first: await readPart(ctx, importId, 1), before: planOf(ctx, row) }
    },
    { readOnly: true },
  )
  const layout = { ...before, ...defined({ encoding: rules.encoding, separator: rules.separator }) }
  const isOther = layout.encoding !== before.encoding || layout.separator !== before.separator
  if (isOther && !first) throw WrongState()
  const table = isOther ? await headOf(first!, layout) : null
  const body = await inTenant(db, caller, async (ctx) => {
    const row = await lockUnrun(ctx, importId)
    const plan = await changed(ctx, planOf(ctx, row), layout, rules, table)
    const ready = { state: 'ready', failure: null, failed_in: null, finished_at: null } as const
    await changeImport(ctx, importId, { ...ready, sealed: sealPlan(ctx, importId, plan) })
    return toImport(ctx, await requireImport(ctx, importId))
  })
  return { body }
}

async function changed(
  ctx: Context,
  before: Plan,
  { encoding, separator }: Layout,
  { columns, ...rules }: Omit<Input<typeof api.change>, 'importId'>,
  table: Head | null,
): Promise<Plan> {
  const guessed = table === null ? {} : await guessedIn(ctx, before.fileName, table)
  const plan: Plan = { ...before, ...guessed, ...defined(rules), encoding, separator }
  if (!columns) return plan
  const fits =
    columns.length === plan.columns.length && columns.every(({ name }, at) => name === plan.columns[at]!.name)
  if (!fits) throw ColumnsUnknown()
  return { ...plan, columns }
}

const defined = <Values extends object>(values: Values) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [K in keyof Values]?: Exclude<Values[K], undefined>
  } // What is undefined was left out.

/** The first rows of the file, wherever they are by now. */
export async function firstRows(ctx: Context, importId: string, layout: Layout): Promise<Head['rows']> {
  const batch = await readBatch(ctx, importId, 0)
  if (batch) return batch.rows.filter(({ gone }) => !gone)
  const part = await readPart(ctx, importId, 1)
  return part ? (await headOf(part, layout)).rows : []
}
