import type { Context } from '../../../kit/context.ts'
import type { Progress } from '../../../kit/job.ts'
import { comparedPage } from '../../customers/index.ts'
import { FIELDS, valuesOf, withPlaces } from '../compared.ts'
import { type Learned, learnApart } from '../linkage/learn.ts'
import { type Columns, columnsBuilder, textOf, valuesIn } from '../linkage/records/columns.ts'
import { markAllOutdated } from '../outdated.ts'
import { sql } from '../tables.ts'
import { type ModelDocument, modelDocuments } from './document.ts'
import { shareToken } from './share-token.ts'

/** With fewer there is too little to learn. */
export const LEAST_CUSTOMERS = 300
/** More teach nothing new. */
const MOST_CUSTOMERS = 200_000
const PAGE = 1_000
/** A value of so many people says nothing about one of them; only such are remembered, as keyed hashes. */
const COMMON_FROM = 5
const MODELS_KEPT = 10

/** Learns a model of the customers as they are now, and uses it. Null with too few. */
export async function trainModel(ctx: Context, progress: Progress = () => {}): Promise<{ version: number } | null> {
  const builder = columnsBuilder(FIELDS)
  let count = 0
  let after: string | null = null
  do {
    const page: Awaited<ReturnType<typeof comparedPage>> = await comparedPage(ctx, after, PAGE)
    for (const { person } of await withPlaces(ctx, page.customers)) builder.add(valuesOf(person))
    count += page.customers.length
    progress(count, 2 * count)
    after = page.next
  } while (after !== null && count < MOST_CUSTOMERS)
  if (count < LEAST_CUSTOMERS) return null
  const columns = builder.done()
  const learned = await learnApart(columns, (share) => progress(Math.round(count * (1 + share)), 2 * count))
  return { version: await storeModel(ctx, count, learned.expected.threshold, documentOf(ctx, columns, learned)) }
}

function documentOf(ctx: Context, columns: Columns, { model, shares }: Learned): ModelDocument {
  return {
    person: model.person,
    household: model.household,
    fields: model.fields.map((field, k) => {
      const column = columns.columns[k]!
      const own = shares[k]!
      const common: [number, number][] = []
      let [rare, others] = [0, 0]
      for (let id = 1; id < valuesIn(column); id++) {
        if (own[id]! * columns.count >= COMMON_FROM)
          common.push([shareToken(ctx, field.name, textOf(column, id)), own[id]!])
        else {
          rare += own[id]!
          others++
        }
      }
      const { name, kind } = field
      const [person, strangers] = [[...field.person], [...field.strangers]]
      const [follows, following] = [[...field.follows], [...field.following]]
      return {
        name,
        kind,
        follows,
        person,
        strangers,
        following,
        rare: others ? rare / others : 1 / columns.count,
        common,
      }
    }),
  }
}

/** It decides from now on; the last few are kept. */
export async function storeModel(
  ctx: Context,
  customers: number,
  threshold: number,
  document: ModelDocument,
): Promise<number> {
  const models = () => sql(ctx).selectFrom('duplicate_models').where('tenant_id', '=', ctx.tenant)
  const last = await models()
    .select((q) => q.fn.max('version').as('version'))
    .executeTakeFirst()
  const version = (last?.version ?? 0) + 1
  await sql(ctx).updateTable('duplicate_models').set({ active: false }).where('tenant_id', '=', ctx.tenant).execute()
  await sql(ctx)
    .insertInto('duplicate_models')
    .values({
      tenant_id: ctx.tenant,
      version,
      made_at: ctx.now,
      customers,
      threshold: Math.max(0, threshold),
      active: true,
      sealed: modelDocuments.seal(ctx, { version }, document),
    })
    .execute()
  await sql(ctx)
    .deleteFrom('duplicate_models')
    .where('tenant_id', '=', ctx.tenant)
    .where('version', '<=', version - MODELS_KEPT)
    .execute()
  await markAllOutdated(ctx)
  return version
}

const AGAIN_AFTER_DAYS = 30
const GROWN_BY = 1.5

/** Nightly: the first model, and another after a month or when the customers have become many more. */
export async function trainWhenDue(ctx: Context, progress?: Progress): Promise<void> {
  const last = await sql(ctx)
    .selectFrom('duplicate_models')
    .select(['made_at', 'customers'])
    .where('tenant_id', '=', ctx.tenant)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  const { customers } = await sql(ctx)
    .selectFrom('duplicate_people')
    .select((q) => q.fn.countAll<number>().as('customers'))
    .where('tenant_id', '=', ctx.tenant)
    .executeTakeFirstOrThrow()
  const isOld = last && ctx.now.getTime() - last.made_at.getTime() > AGAIN_AFTER_DAYS * 86_400_000
  if (Number(customers) >= LEAST_CUSTOMERS && (!last || isOld || Number(customers) > GROWN_BY * last.customers))
    await trainModel(ctx, progress)
}
