import { type Compilable, type RawBuilder, sql as raw } from 'kysely'
import { cache } from '../../../kit/caches.ts'
import type { Context } from '../../../kit/context.ts'
import { OF_A_TENANT, PLANNED_ANEW } from '../../../kit/tables.ts'
import { customersWithAttributes } from '../../customers/index.ts'
import { Definitions } from '../rules/grammar.ts'
import type { Values } from '../rules/of-one.ts'
import { columnsOf, outcomeToSql, type Program, programOf } from '../rules/program.ts'
import { sql } from '../tables.ts'

export interface PersonRow extends Values {
  readonly id: string
  readonly by_hand: readonly string[]
}

export interface Prepared {
  readonly program: Program
  /** The values of these customers, in a statement that is compiled once. */
  readonly valuesOf: (ctx: Context, customerIds: readonly string[]) => Promise<PersonRow[]>
}

/** Programs of tenants that were asked lately; the rules of a version never change. */
const programs = cache<string, Prepared>('segment_programs', { max: 500 })

const versionOf = sql.held((db, { tenant }: { readonly tenant: string }) =>
  db
    .selectFrom('segment_definitions')
    .select((q) => q.fn.max('version').as('version'))
    .where('tenant_id', '=', tenant),
)

/** The rules that hold, ready to be asked; null: the business has no segments. */
export async function currentProgram(ctx: Context): Promise<Prepared | null> {
  const [found] = await versionOf(ctx, { tenant: ctx.tenant })
  return found?.version ? programAt(ctx, found.version) : null
}

export async function programAt(ctx: Context, version: number): Promise<Prepared> {
  const key = `${ctx.tenant} ${version}`
  const held = programs.get(key)
  if (held) return held
  const { decided } = await sql(ctx)
    .selectFrom('segment_definitions')
    .select('decided')
    .where('tenant_id', '=', ctx.tenant)
    .where('version', '=', version)
    .executeTakeFirstOrThrow()
  const prepared = prepare(programOf(ctx.keys, ctx.attributes, Definitions.parse(decided), version))
  programs.set(key, prepared)
  return prepared
}

export function prepare(program: Program): Prepared {
  const ofOne = statementFor(program, OF_A_TENANT, (id: string) => raw<boolean>`customers.id = ${id}::uuid`)
  const ofMany = statementFor(
    program,
    PLANNED_ANEW,
    (ids: readonly string[]) => raw<boolean>`customers.id = any(${ids}::uuid[])`,
  )
  return {
    program,
    // What follows a change is of one customer mostly: its statement keeps a plan, which takes longer to make than to run.
    valuesOf: (ctx, ids) => (ids.length === 1 ? ofOne(ctx, ids[0]!) : ofMany(ctx, ids)),
  }
}

function statementFor<Which>(program: Program, planning: string, are: (which: Which) => RawBuilder<boolean>) {
  const held = sql.held((db, { tenant, which, now }: { tenant: string; which: Which; now: Date }) => {
    const at = raw<Date>`${now}::timestamptz`
    const { columns, joins } = columnsOf(program, tenant, at)
    const statement = raw<PersonRow>`
      ${raw.raw(planning)} select customers.id, m.kept_until,
             array(select tag from segment_tags_by_hand given
                    where given.tenant_id = ${tenant} and given.customer_id = customers.id) as by_hand,
             ${columns}
        from ${customersWithAttributes.from}
        left join segment_members m on m.tenant_id = customers.tenant_id and m.customer_id = customers.id
        ${joins}
       where ${customersWithAttributes.where(raw`${tenant}::uuid`)} and ${are(which)}`
    // Held statements are compiled, and run by the transaction.
    return { compile: () => statement.compile(db) } as Compilable<PersonRow>
  })
  return (ctx: Context, which: Which) => held(ctx, { tenant: ctx.tenant, which, now: ctx.now })
}

/** What the rules say of many: `id`, `segment`, `tags` and `due_at`, of customers after one, in the order of their ids. */
export function outcomes(ctx: Context, program: Program, after: string | null, limit: number | null) {
  const now = raw<Date>`${ctx.now}::timestamptz`
  const outcome = outcomeToSql(program, now)
  const { columns, joins } = columnsOf(program, ctx.tenant, now)
  return raw`
    ${raw.raw(PLANNED_ANEW)} select v.id, ${outcome.segment} as segment, ${outcome.tags} as tags, ${outcome.due} as due_at
      from (select customers.id, customers.tenant_id, m.kept_until, ${columns}
              from ${customersWithAttributes.from}
              left join segment_members m on m.tenant_id = customers.tenant_id and m.customer_id = customers.id
              ${joins}
             where ${customersWithAttributes.where(raw`${ctx.tenant}::uuid`)}
               ${after === null ? raw`` : raw`and customers.id > ${after}::uuid`}
             order by customers.id
             ${limit === null ? raw`` : raw`limit ${limit}`}) v`
}
