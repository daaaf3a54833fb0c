import { sql as raw } from 'kysely'
import type { Context } from '../../../kit/context.ts'
import { readCursor, writeCursor } from '../../../kit/cursor.ts'
import type { Input } from '../../../kit/endpoint.ts'
import { Forbidden } from '../../../kit/refusal.ts'
import { customersAmong } from '../../customers/index.ts'
import type * as api from '../contract.ts'
import { ALWAYS } from '../counting/entries.ts'
import { sql } from '../tables.ts'
import { askedIn } from './figures.ts'

/** The customers behind a figure: as many as the figure says, because both come from the same rows. */
export async function listBehind(ctx: Context, input: Input<typeof api.behind>) {
  if (!ctx.caller.may.has('customers:read')) throw Forbidden({ needs: 'customers:read' })
  const { limit, cursor, figure, part, from, to } = input
  const { today } = await askedIn(ctx, {})
  const list = `behind ${figure} ${part ?? ''} ${from ?? ''} ${to ?? ''}`
  const after = cursor === undefined ? null : readCursor<[string, string, string]>(ctx.keys, list, ctx.now, cursor)
  const rows = await behind(ctx, { figure, part, ...spanOf(figure, today, from, to) }, after)
    .orderBy('part')
    .orderBy('day')
    .orderBy('customer_id')
    .limit(limit + 1)
    .execute()
  const total = await countBehind(ctx, { figure, part, ...spanOf(figure, today, from, to) })
  const page = rows.slice(0, limit)
  const customers = await customersAmong(
    ctx,
    page.map(({ customer_id }) => customer_id),
  )
  const last = rows.length > limit ? page.at(-1)! : null
  return {
    items: page.flatMap(({ customer_id, part, day }) => {
      const one = customers.get(customer_id)
      return one ? [{ customerId: one.id, number: one.number, name: one.name, type: one.type, part, day }] : []
    }),
    total,
    nextCursor: last && writeCursor(ctx.keys, list, ctx.now, [last.part, last.day, last.customer_id]),
    asOf: ctx.now.toISOString(),
  }
}

interface Which {
  readonly figure: string
  readonly part: string | undefined
  readonly from: string
  readonly to: string
}

/** The range of dates. */
const [FIRST, LAST] = ['1900-01-01', '2199-12-31'] as const

/** Figures without a day have one that stands for all. Who is at risk is counted up to today. */
function spanOf(figure: string, today: string, from: string = FIRST, to: string = figure === 'churn' ? today : LAST) {
  return figure === 'quality' ? { from: ALWAYS, to: ALWAYS } : { from, to }
}

/** Of who is not counted anew since there are channels it is unknown. */
const WITH_CHANNEL = raw<string>`case when part like '%.%.%' then part else part || '.unknown' end`

function behind(ctx: Context, { figure, part, from, to }: Which, after: readonly [string, string, string] | null) {
  let rows = sql(ctx)
    .selectFrom('statistics_people')
    .select(['part', 'customer_id', 'day'])
    .where('tenant_id', '=', ctx.tenant)
    .where('figure', '=', figure)
    .where('statistics_people.day', '>=', from)
    .where('statistics_people.day', '<=', to)
  // A part names one, or several: `full.` is each full customer, `.web.` each from the web, `.till` each entered at a till.
  if (part !== undefined) {
    const written = part.replaceAll(/[\\%_]/g, '\\$&')
    const several = `${part.startsWith('.') ? '%' : ''}${written}${part.endsWith('.') ? '%' : ''}`
    const whole = figure === 'new' ? WITH_CHANNEL : raw<string>`part`
    rows = several === written ? rows.where(whole, '=', part) : rows.where(whole, 'like', several)
  }
  // Who is lost is not at risk any more.
  if (figure === 'churn' && part === 'late') {
    rows = rows.where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('statistics_people as lost')
            .select('lost.customer_id')
            .whereRef('lost.tenant_id', '=', 'statistics_people.tenant_id')
            .whereRef('lost.customer_id', '=', 'statistics_people.customer_id')
            .where('lost.figure', '=', 'churn')
            .where('lost.part', '=', 'lost')
            .where('lost.day', '<=', to),
        ),
      ),
    )
  }
  if (after === null) return rows
  return rows.where(
    raw<boolean>`(part, statistics_people.day, customer_id) > (${after[0]}, ${after[1]}, ${after[2]}::uuid)`,
  )
}

async function countBehind(ctx: Context, which: Which): Promise<number> {
  const { count } = await behind(ctx, which, null)
    .clearSelect()
    .select((q) => q.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}
