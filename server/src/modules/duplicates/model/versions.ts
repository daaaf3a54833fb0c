import type { Context } from '../../../kit/context.ts'
import { ModelNotFound } from '../contract.ts'
import { KINDS, levelsOf } from '../linkage/compare/kinds.ts'
import { markAllOutdated } from '../outdated.ts'
import { duplicateSettings, refuseMerging } from '../settings.ts'
import { COMPARED, type DuplicateModel } from '../shapes.ts'
import { sql } from '../tables.ts'
import { type ModelDocument, modelDocuments, ofAllFields, USUAL_DOCUMENT, USUAL_THRESHOLD } from './document.ts'

export async function listModels(ctx: Context): Promise<{ items: DuplicateModel[] }> {
  const rows = await modelRows(ctx).orderBy('version', 'desc').execute()
  return { items: [...rows.map((row) => toModel(ctx, row)), usual(rows.every(({ active }) => !active))] }
}

/** From now on that one decides: everything is looked at again. */
export async function activateModel(ctx: Context, { version }: { version: number }): Promise<DuplicateModel> {
  refuseMerging(ctx, await duplicateSettings(ctx))
  const row = version === 0 ? null : await modelRows(ctx).where('version', '=', version).executeTakeFirst()
  if (row === undefined) throw ModelNotFound()
  const models = () => sql(ctx).updateTable('duplicate_models').where('tenant_id', '=', ctx.tenant)
  await models().set({ active: false }).execute()
  if (row) await models().set({ active: true }).where('version', '=', version).execute()
  await markAllOutdated(ctx)
  ctx.audit({ action: 'duplicates.model_chosen', customer: null, fields: ['version'] })
  return row ? toModel(ctx, { ...row, active: true }) : usual(true)
}

const modelRows = (ctx: Context) =>
  sql(ctx).selectFrom('duplicate_models').selectAll().where('tenant_id', '=', ctx.tenant)
type ModelRow = Awaited<ReturnType<ReturnType<typeof modelRows>['execute']>>[0]

function toModel(ctx: Context, row: ModelRow): DuplicateModel {
  const { version, active, customers, threshold } = row
  const { value } = modelDocuments.show(ctx, row)
  return {
    version,
    active,
    madeAt: row.made_at.toISOString(),
    customers,
    threshold,
    fields: value ? fieldsOf(ofAllFields(value)) : [],
  }
}

const usual = (active: boolean): DuplicateModel => ({
  version: 0,
  active,
  madeAt: null,
  customers: 0,
  threshold: USUAL_THRESHOLD,
  fields: fieldsOf(USUAL_DOCUMENT),
})

const fieldsOf = ({ fields }: ModelDocument): DuplicateModel['fields'] =>
  fields.flatMap(({ name, kind, person, strangers }) => {
    const field = COMPARED.find((one) => one === name)
    if (!field || !(kind in KINDS)) return []
    const levels = levelsOf(kind).map((level, n) => ({ level, bits: Math.log2(person[n]! / strangers[n]!) }))
    return [{ field, levels }]
  })
