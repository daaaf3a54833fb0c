import { sql as raw } from 'kysely'
import type { Context } from '../../../kit/context.ts'
import { readCursor, writeCursor } from '../../../kit/cursor.ts'
import { daysAfter } from '../packs.ts'
import { RequestNotFound } from '../refusals.ts'
import { readPrivacySettings } from '../settings.ts'
import { sql } from '../tables.ts'
import type { RequestFilter } from './contract.ts'
import { requestRows, toRequests } from './request-row.ts'

const PAGE = 50

export async function readRequest(ctx: Context, { requestId }: { requestId: string }) {
  const row = await requestRows(ctx).where('id', '=', requestId).executeTakeFirst()
  if (!row) throw RequestNotFound()
  const { dueSoonDays } = await readPrivacySettings(ctx)
  return (await toRequests(ctx, [row], dueSoonDays))[0]!
}

export async function listRequests(ctx: Context, { cursor, ...filter }: RequestFilter) {
  const { dueSoonDays } = await readPrivacySettings(ctx)
  const name = `privacy requests ${JSON.stringify(filter)}`
  let query = filtered(ctx, filter, dueSoonDays)
  if (cursor !== undefined) {
    const [at, id] = readCursor<[number, string]>(ctx.keys, name, ctx.now, cursor)
    query = query.where((q) => q.or([q(TURN, '>', at), q.and([q(TURN, '=', at), q('id', '>', id)])]))
  }
  const rows = await query
    .select(TURN.as('turn'))
    .orderBy('turn')
    .orderBy('id')
    .limit(PAGE + 1)
    .execute()
  const shown = rows.slice(0, PAGE)
  const last = shown.at(-1)
  return {
    items: await toRequests(ctx, shown, dueSoonDays),
    nextCursor: rows.length > PAGE && last ? writeCursor(ctx.keys, name, ctx.now, [last.turn, last.id]) : null,
  }
}

const AFTER_EVERY_DEADLINE = 1e11

/** Open requests by deadline, overdue first; then closed ones, latest first. One sort key for both. */
const TURN = raw<number>`case when status = 'open' then date_part('epoch', due_at)
  else ${AFTER_EVERY_DEADLINE}::float8 - date_part('epoch', received_at) end`

function filtered(ctx: Context, filter: Omit<RequestFilter, 'cursor'>, dueSoonDays: number) {
  const { status, kind, clock, assignee, customerId } = filter
  const soon = daysAfter(ctx.now, dueSoonDays)
  let query = requestRows(ctx)
  if (status) query = query.where('status', '=', status)
  if (kind) query = query.where('kind', '=', kind)
  if (customerId !== undefined) query = query.where('customer_id', '=', customerId)
  if (assignee !== undefined)
    query = query.where('assignee', assignee === 'none' ? 'is' : '=', assignee === 'none' ? null : assignee)
  if (clock) query = query.where('status', '=', 'open')
  if (clock === 'overdue') query = query.where('due_at', '<=', ctx.now)
  if (clock === 'due_soon') query = query.where('due_at', '>', ctx.now).where('due_at', '<=', soon)
  if (clock === 'in_time') query = query.where('due_at', '>', soon)
  return query
}

export async function countRequests(ctx: Context) {
  const { dueSoonDays } = await readPrivacySettings(ctx)
  const soon = daysAfter(ctx.now, dueSoonDays)
  const kinds = await sql(ctx)
    .selectFrom('privacy_requests')
    .select((q) => [
      'status',
      'kind',
      q.fn.countAll<number>().as('count'),
      q.fn.countAll<number>().filterWhere('due_at', '<=', ctx.now).as('overdue'),
      q.fn.countAll<number>().filterWhere('due_at', '>', ctx.now).filterWhere('due_at', '<=', soon).as('due_soon'),
      q.fn.countAll<number>().filterWhere('assignee', 'is', null).as('unassigned'),
      q.fn.countAll<number>().filterWhereRef('closed_at', '<', 'due_at').as('in_time'),
      q
        .cast<number>(
          q.fn.sum(q.fn<number>('date_part', [q.val('epoch'), q('closed_at', '-', q.ref('received_at'))])),
          'float8',
        )
        .as('seconds'),
    ])
    .where('tenant_id', '=', ctx.tenant)
    .groupBy(['status', 'kind'])
    .execute()
  const open = kinds.filter(({ status }) => status === 'open')
  const answered = kinds.filter(({ status }) => status === 'completed' || status === 'refused')
  const many = sum(answered, 'count')
  return {
    open: sum(open, 'count'),
    dueSoon: sum(open, 'due_soon'),
    overdue: sum(open, 'overdue'),
    unassigned: sum(open, 'unassigned'),
    byStatus: sumBy(kinds, 'status'),
    byKind: sumBy(kinds, 'kind'),
    answered: many,
    answeredInTime: sum(answered, 'in_time'),
    averageDays: many === 0 ? null : Math.round((sum(answered, 'seconds') / many / 86_400) * 10) / 10,
  }
}

const sum = <Name extends string>(rows: readonly Readonly<Record<Name, number | null>>[], name: Name) =>
  rows.reduce((total, row) => total + (row[name] ?? 0), 0)

function sumBy<Name extends string>(rows: readonly (Record<Name, string> & { count: number })[], name: Name) {
  const counts: Record<string, number> = {}
  for (const row of rows) counts[row[name]] = (counts[row[name]] ?? 0) + row.count
  return counts
}
