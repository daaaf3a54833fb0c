import { z } from 'zod'
import type { Context } from '../../kit/context.ts'
import { gathered, grouped } from '../../kit/gathered.ts'
import { document, sealedForTenant } from '../../kit/sealed.ts'
import { sql } from './tables.ts'

/** Parsed by the schema of its section. Damaged settings refuse what depends on them, until they are reset to the defaults. */
const decisions = sealedForTenant('tenant_settings', 'sealed', document(z.record(z.string(), z.unknown())), {
  by: ['section'],
  mend: () => ({}),
})

/**
 * The settings of a tenant about one subject. Every field has a default, so that a tenant without settings works.
 * Modules declare their own section and endpoints.
 */
export interface Section<S extends z.ZodObject> {
  readonly name: string
  readonly schema: S
  /** What was decided goes to the audit trail too, so that a row that is put back is found. */
  readonly isTold?: true
}

type Hold = 'held' | 'to change'

/** `held`: who changes them waits for the end of this transaction; `to change`: who reads them held, too. */
export async function readSettings<S extends z.ZodObject>(
  ctx: Context,
  section: Section<S>,
  held?: Hold,
): Promise<z.output<S>> {
  const row = held ? await heldRow(ctx, section.name, held) : (await settingsRow(ctx, section.name))[0]
  return section.schema.parse(row ? decisions.require(ctx, row) : {})
}

const rowsOf = (ctx: Context) =>
  sql(ctx).selectFrom('tenant_settings').select(['section', 'sealed']).where('tenant_id', '=', ctx.tenant)
const heldRow = (ctx: Context, section: string, held: Hold) =>
  rowsOf(ctx)
    .where('section', '=', section)
    .$if(held === 'held', (query) => query.forShare())
    .$if(held === 'to change', (query) => query.forUpdate())
    .executeTakeFirst()
const settingsRow = gathered(async (ctx, sections) =>
  grouped(
    await rowsOf(ctx)
      .where('section', 'in', [...sections])
      .execute(),
    'section',
  ),
)

/** Changes some settings of a section. Only the field names go to the audit trail, unless the section tells more. */
export async function changeSettings<S extends z.ZodObject>(
  ctx: Context,
  section: Section<S>,
  decided: z.input<S>,
): Promise<z.output<S>> {
  const before = await readSettings(ctx, section)
  const after = section.schema.parse({ ...before, ...decided })
  const sealed = decisions.seal(ctx, { section: section.name }, after)
  await sql(ctx)
    .insertInto('tenant_settings')
    .values({ tenant_id: ctx.tenant, section: section.name, sealed, updated_at: ctx.now })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'section']).doUpdateSet({ sealed, updated_at: ctx.now }))
    .execute()
  ctx.audit({
    action: 'settings.changed',
    customer: null,
    fields: Object.keys(decided).map((field) => `${section.name}.${field}`),
    ...(section.isTold && { before, after }),
  })
  return after
}
