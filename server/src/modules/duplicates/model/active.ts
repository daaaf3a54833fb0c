import type { Context } from '../../../kit/context.ts'
import { sql } from '../tables.ts'
import { type ModelDocument, modelDocuments, ofAllFields, USUAL_DOCUMENT, USUAL_THRESHOLD } from './document.ts'

/** The model that decides now. */
export interface ActiveModel {
  /** 0: nothing was learned yet. */
  readonly version: number
  readonly threshold: number
  readonly document: ModelDocument
  /** By field: the share of each value that many have, by its token. */
  readonly common: readonly ReadonlyMap<number, number>[]
}

/** Opened once: a version never changes. */
const known = new Map<string, ActiveModel>()
const MOST_KNOWN = 100

export async function activeModel(ctx: Context): Promise<ActiveModel> {
  const row = await sql(ctx)
    .selectFrom('duplicate_models')
    .select(['version', 'threshold', 'made_at'])
    .where('tenant_id', '=', ctx.tenant)
    .where('active', '=', true)
    .executeTakeFirst()
  if (!row) return USUAL
  const place = `${ctx.tenant} ${row.version} ${row.made_at.getTime()}`
  const held = known.get(place)
  if (held) return held
  const stored = await sql(ctx)
    .selectFrom('duplicate_models')
    .select(['version', 'sealed'])
    .where('tenant_id', '=', ctx.tenant)
    .where('version', '=', row.version)
    .executeTakeFirstOrThrow()
  const { value } = modelDocuments.show(ctx, stored)
  if (!value) return USUAL
  const active = withCommon(row.version, row.threshold, value)
  known.set(place, active)
  if (known.size > MOST_KNOWN) known.delete(known.keys().next().value!)
  return active
}

const withCommon = (version: number, threshold: number, learned: ModelDocument): ActiveModel => {
  const document = ofAllFields(learned)
  return { version, threshold, document, common: document.fields.map(({ common }) => new Map(common)) }
}

const USUAL = withCommon(0, USUAL_THRESHOLD, USUAL_DOCUMENT)
