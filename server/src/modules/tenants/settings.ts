import { z } from 'zod'
import type { Context } from '../../kit/context.ts'
import { document, sealedForTenant } from '../../kit/sealed.ts'
import { sql } from './tables.ts'

/** Read by the schema of its section. One that cannot be read refuses what depends on it, until the defaults are taken back. */
const decisions = sealedForTenant('tenant_settings', 'sealed', document(z.record(z.string(), z.unknown())), {
  by: ['section'],
  mend: () => ({}),
})

/**
 * What a tenant can decide about one subject. Every field has a default, so that a tenant that never decided anything
 * works. A module declares its own and shows it through endpoints of its own.
 */
export interface Section<S extends z.ZodObject> {
  readonly name: string
  readonly schema: S
}

export async function readSettings<S extends z.ZodObject>(ctx: Context, section: Section<S>): Promise<z.output<S>> {
  const row = await sql(ctx)
    .selectFrom('tenant_settings')
    .select(['section', 'sealed'])
    .where('tenant_id', '=', ctx.tenant)
    .where('section', '=', section.name)
    .executeTakeFirst()
  return section.schema.parse(row ? decisions.require(ctx, row) : {})
}

/** Decides some of a section; what is not named stays. Only the names of the fields are told to the audit. */
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
  })
  return after
}
