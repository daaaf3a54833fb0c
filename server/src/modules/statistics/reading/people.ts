import { sql as raw } from 'kysely'
import type { Context } from '../../../kit/context.ts'
import { readCursor, writeCursor } from '../../../kit/cursor.ts'
import type { Input } from '../../../kit/endpoint.ts'
import { Forbidden } from '../../../kit/refusal.ts'
import { customersAmong } from '../../customers/index.ts'
import type * as api from '../contract.ts'
import { ALWAYS } from '../counting/entries.ts'
import { sql } from '../tables.ts'
import { askedIn, type Position, readPosition } from './figures.ts'

/** The customers behind a figure: as many as the figure says, because both come from the same rows. */
export async function listBehind(ctx: Context, input: Input<typeof api.behind>) {
  if (!ctx.caller.may.has('customers:read')) throw Forbidden({ needs: 'customers:read' })
  const { limit, cursor, figure, part, from, to } = input
  const at = readPosition(ctx, input.position)
  const { today } = await askedIn(ctx, {})
  const list = `behind ${figure} ${part ?? ''} ${from ?? ''} ${to ?? ''} ${input.position ?? ''}`
  const which = { figure, part, at, ...spanOf(figure, today, from, to) }
  const after = cursor === undefined ? null : readCursor<[string, string, string]>(ctx.keys, list, ctx.now, cursor)
  const rows = await behind(ctx, which, after)
    .orderBy('part')
    .orderBy('day')
    .orderBy('customer_id')
    .limit(limit + 1)
    .execute()
  const total = await countBehind(ctx, which)
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
    asOf: (at?.at ?? ctx.now).toISOString(),
  }
}

interface Which {
  readonly figure: string
  readonly part: string | undefined
  /** Null: now. */
  readonly at: Position | null
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

interface Counted {
  readonly figure: string
  readonly part: string
  readonly day: string
  readonly customer_id: string
}

/** No transaction lasts longer. What is older is seen by all; its numbers may be those of another database, from which this one was restored. */
const LONG_AGO_MS = 600_000

/** What customers count as, now or as a figure saw it: what came since is not there yet, and what left since still is. */
function countedAt(ctx: Context, at: Position | null) {
  const now = raw`select figure, part, day, customer_id from statistics_people where tenant_id = ${ctx.tenant}`
  if (at === null) return raw<Counted>`(${now})`
  const longAgo = new Date(at.at.getTime() - LONG_AGO_MS)
  const seen = (what: 'came' | 'went') =>
    raw<boolean>`(${raw.ref(`${what}_at`)} <= ${longAgo} or pg_visible_in_snapshot(${raw.ref(`${what}_in`)}, ${at.seen}::pg_snapshot))`
  return raw<Counted>`(${now} and (came_in is null or ${seen('came')})
    union all
    select figure, part, day, customer_id from statistics_left
     where tenant_id = ${ctx.tenant} and (came_in is null or ${seen('came')}) and not ${seen('went')})`
}

function behind(ctx: Context, { figure, part, at, from, to }: Which, after: readonly [string, string, string] | null) {
  const counted = countedAt(ctx, at)
  let rows = sql(ctx)
    .selectFrom(counted.as('counted'))
    .select(['part', 'customer_id', 'day'])
    .where('figure', '=', figure)
    .where('counted.day', '>=', from)
    .where('counted.day', '<=', to)
  // A part names one, or several: `full.` is each full customer, `.web.` each from the web, `.till` each entered at a till.
  if (part !== undefined) {
    const written = part.replaceAll(/[\\%_]/g, '\\$&')
    const several = `${part.startsWith('.') ? '%' : ''}${written}${part.endsWith('.') ? '%' : ''}`
    const whole = figure === 'new' ? WITH_CHANNEL : raw<string>`part`
    rows = several === written ? rows.where(whole, '=', part) : rows.where(whole, 'like', several)
  }
  // Who is lost is not at risk any more.
  if (figure === 'churn' && part === 'late') {
    rows = rows.where(
      raw<boolean>`not exists (select from ${counted} lost where lost.customer_id = counted.customer_id
        and lost.figure = 'churn' and lost.part = 'lost' and lost.day <= ${to})`,
    )
  }
  if (after === null) return rows
  return rows.where(raw<boolean>`(part, counted.day, customer_id) > (${after[0]}, ${after[1]}, ${after[2]}::uuid)`)
}

async function countBehind(ctx: Context, which: Which): Promise<number> {
  const { count } = await behind(ctx, which, null)
    .clearSelect()
    .select((q) => q.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}
