import { sql as raw } from 'kysely'
import type { Context, PersonalData } from '../../kit/context.ts'
import {
  countHoldings,
  DESCRIBES_THE_PERSON,
  type Holding,
  IDS_AND_FACTS,
  type Moved,
} from '../../kit/personal-data.ts'
import { everyoneIn } from '../customers/index.ts'
import { externalIdsOf } from './external-ids.ts'
import { digestsOf, namedIn, rowsAbout, strike } from './strike.ts'
import { sql } from './tables.ts'

export const personalData: PersonalData = {
  knows,
  export: exported,
  holdings,
  erase,
  merge,
  unmerge,
}

/** An id in another system makes a person known. */
async function knows(ctx: Context, customerIds: readonly string[]) {
  const rows = await sql(ctx)
    .selectFrom('import_external_ids')
    .select('customer_id')
    .distinct()
    .where('tenant_id', '=', ctx.tenant)
    .where('customer_id', 'in', customerIds)
    .execute()
  return rows.map(({ customer_id }) => customer_id)
}

async function exported(ctx: Context, customerId: string) {
  const everyone = await everyoneIn(ctx, customerId)
  const rows = await sql(ctx)
    .selectFrom('import_changes')
    .select(['kind', 'row', 'changed_at'])
    .where('tenant_id', '=', ctx.tenant)
    .where('customer_id', 'in', everyone)
    .orderBy('changed_at')
    .execute()
  return {
    externalIds: await externalIdsOf(ctx, everyone),
    importedRows: await rowsAbout(ctx, customerId),
    imports: rows.map(({ kind, row, changed_at }) => ({ importedAt: changed_at.toISOString(), importRow: row, kind })),
  }
}

const gone = { fate: 'erased', why: DESCRIBES_THE_PERSON } as const

async function holdings(ctx: Context, customerId: string): Promise<Holding[]> {
  const everyone = await everyoneIn(ctx, customerId)
  const named = await namedIn(ctx, await digestsOf(ctx, customerId))
  return [
    { table: 'import_batches', rows: named.length, ...gone },
    ...(await countHoldings(sql(ctx), ctx.tenant, everyone, {
      import_refused: { fate: 'erased', why: IDS_AND_FACTS },
      import_changes: gone,
      import_external_ids: gone,
    })),
  ]
}

/** Rows of the person in files that are kept, with any outcome, and what imports did to the person. */
async function erase(ctx: Context, customerId: string): Promise<void> {
  const everyone = await everyoneIn(ctx, customerId)
  await strike(ctx, customerId)
  for (const table of ['import_refused', 'import_changes', 'import_external_ids'] as const)
    await sql(ctx).deleteFrom(table).where('tenant_id', '=', ctx.tenant).where('customer_id', 'in', everyone).execute()
}

interface Remembered extends Moved {
  readonly ids: readonly string[]
}

async function merge(ctx: Context, from: string, into: string): Promise<Remembered> {
  const moved = await sql(ctx)
    .updateTable('import_external_ids')
    .set({ customer_id: into })
    .where('tenant_id', '=', ctx.tenant)
    .where('customer_id', '=', from)
    .returning('id')
    .execute()
  return { ids: moved.map(({ id }) => id) }
}

async function unmerge(ctx: Context, from: string, into: string, moved: Moved): Promise<void> {
  const { ids = [] }: Partial<Remembered> = moved
  await sql(ctx)
    .updateTable('import_external_ids')
    .set({ customer_id: from })
    .where('tenant_id', '=', ctx.tenant)
    .where('customer_id', '=', into)
    .where('id', '=', raw<string>`any(${ids}::uuid[])`)
    .execute()
}
