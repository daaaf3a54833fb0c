import { z } from 'zod'
import type { Context } from '../../../kit/context.ts'
import { readCursor, writeCursor } from '../../../kit/cursor.ts'
import type { Input } from '../../../kit/endpoint.ts'
import { known } from '../../../kit/known.ts'
import { VersionConflict } from '../../../kit/refusal.ts'
import { document, LOST, sealedForTenant } from '../../../kit/sealed.ts'
import { uuidv7 } from '../../../kit/uuid.ts'
import { clockOf } from '../clock.ts'
import { BreachDue } from '../events.ts'
import { hoursAfter, PACK_NAMES, PACKS } from '../packs.ts'
import { BreachNotFound } from '../refusals.ts'
import { readPrivacySettings } from '../settings.ts'
import { sql } from '../tables.ts'
import { Breach, type changeBreach, type listBreaches, type recordBreach } from './contract.ts'

const Words = z.object({ what: z.string(), measures: z.string().nullable().default(null) })
const words = sealedForTenant('breaches', 'sealed', document(Words), { mend: () => DAMAGED })
const DAMAGED = { what: LOST, measures: null }

const PAGE = 50
const DUE_SOON_HOURS = 24

export async function record(ctx: Context, input: Input<typeof recordBreach>): Promise<Breach> {
  const { noticedAt = ctx.now, what, measures, people, records, dataKinds } = input
  const { pack } = await readPrivacySettings(ctx)
  const { breachHours } = PACKS[pack]
  const id = uuidv7(ctx.now.getTime())
  const row = await sql(ctx)
    .insertInto('breaches')
    .values({
      tenant_id: ctx.tenant,
      id,
      noticed_at: noticedAt,
      due_at: breachHours === null ? null : hoursAfter(noticedAt, breachHours),
      clock: 'in_time',
      pack,
      people,
      records,
      data_kinds: dataKinds,
      created_at: ctx.now,
      created_by: ctx.caller.actor,
      sealed: words.seal(ctx, { id }, { what, measures }),
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  ctx.audit({ action: 'breach.recorded', customer: null, fields: ['what', 'people', 'records', 'dataKinds'] })
  return toBreach(ctx, row)
}

export async function change(ctx: Context, input: Input<typeof changeBreach>): Promise<Breach> {
  const { breachId, expectedVersion, authorityNotifiedAt, peopleNotifiedAt, what, measures, ...counts } = input
  const row = await breachRows(ctx).where('id', '=', breachId).forUpdate().executeTakeFirst()
  if (!row) throw BreachNotFound()
  if (expectedVersion !== undefined && expectedVersion !== row.version)
    throw VersionConflict({ version: row.version }, { etag: `"${row.version}"` })
  const before = words.require(ctx, row)
  const { people = row.people, records = row.records, dataKinds = row.data_kinds } = counts
  const saved = await sql(ctx)
    .updateTable('breaches')
    .set({
      people,
      records,
      data_kinds: [...dataKinds],
      authority_notified_at: authorityNotifiedAt ?? row.authority_notified_at,
      people_notified_at: peopleNotifiedAt ?? row.people_notified_at,
      sealed: words.seal(ctx, row, {
        what: what ?? before.what,
        measures: measures === undefined ? before.measures : measures,
      }),
      version: row.version + 1,
    })
    .where('tenant_id', '=', ctx.tenant)
    .where('id', '=', breachId)
    .returningAll()
    .executeTakeFirstOrThrow()
  const fields = Object.keys(input).filter((field) => field !== 'breachId' && field !== 'expectedVersion')
  ctx.audit({ action: 'breach.changed', customer: null, fields })
  return toBreach(ctx, saved)
}

export async function read(ctx: Context, { breachId }: { breachId: string }): Promise<Breach> {
  const row = await breachRows(ctx).where('id', '=', breachId).executeTakeFirst()
  if (!row) throw BreachNotFound()
  return toBreach(ctx, row)
}

export async function list(ctx: Context, { clock, cursor }: Input<typeof listBreaches>) {
  const name = `breaches ${clock ?? ''}`
  const soon = hoursAfter(ctx.now, DUE_SOON_HOURS)
  let query = breachRows(ctx)
    .orderBy('id', 'desc')
    .limit(PAGE + 1)
  if (clock === 'overdue')
    query = query.where((q) => q('due_at', '<=', q.fn.coalesce('authority_notified_at', q.val(ctx.now))))
  if (clock === 'due_soon')
    query = query.where('due_at', '>', ctx.now).where('due_at', '<=', soon).where('authority_notified_at', 'is', null)
  if (clock === 'in_time')
    query = query.where((q) =>
      q.or([q('due_at', 'is', null), q('due_at', '>', soon), q('authority_notified_at', '<', q.ref('due_at'))]),
    )
  if (cursor !== undefined) query = query.where('id', '<', readCursor<[string]>(ctx.keys, name, ctx.now, cursor)[0])
  const rows = await query.execute()
  const shown = rows.slice(0, PAGE)
  return {
    items: shown.map((row) => toBreach(ctx, row)),
    nextCursor: rows.length > PAGE ? writeCursor(ctx.keys, name, ctx.now, [shown.at(-1)!.id]) : null,
  }
}

export async function countBreaches(ctx: Context) {
  const soon = hoursAfter(ctx.now, DUE_SOON_HOURS)
  const { open, dueSoon, overdue } = await sql(ctx)
    .selectFrom('breaches')
    .select((q) => [
      q.fn.countAll<number>().as('open'),
      q.fn.countAll<number>().filterWhere('due_at', '>', ctx.now).filterWhere('due_at', '<=', soon).as('dueSoon'),
      q.fn.countAll<number>().filterWhere('due_at', '<=', ctx.now).as('overdue'),
    ])
    .where('tenant_id', '=', ctx.tenant)
    .where('authority_notified_at', 'is', null)
    .executeTakeFirstOrThrow()
  return { open, dueSoon, overdue }
}

/** Raises one alarm per breach when its deadline is near and one when it has passed. */
export async function alarmBreaches(ctx: Context): Promise<void> {
  for (const [clock, from, until] of [
    ['overdue', ['in_time', 'due_soon'], ctx.now],
    ['due_soon', ['in_time'], hoursAfter(ctx.now, DUE_SOON_HOURS)],
  ] as const) {
    const rows = await sql(ctx)
      .updateTable('breaches')
      .set({ clock })
      .where('tenant_id', '=', ctx.tenant)
      .where('authority_notified_at', 'is', null)
      .where('clock', 'in', from)
      .where('due_at', '<=', until)
      .returning(['id', 'due_at'])
      .execute()
    for (const { id, due_at } of rows) ctx.emit(BreachDue({ breachId: id, clock, dueAt: due_at!.toISOString() }))
  }
}

type BreachRow = Awaited<ReturnType<ReturnType<typeof breachRows>['execute']>>[0]

const breachRows = (ctx: Context) => sql(ctx).selectFrom('breaches').selectAll().where('tenant_id', '=', ctx.tenant)

function toBreach(ctx: Context, row: BreachRow): Breach {
  const soon = hoursAfter(new Date(0), DUE_SOON_HOURS).getTime()
  const { value, damaged } = words.show(ctx, row)
  return {
    id: row.id,
    ...(value ?? DAMAGED),
    damaged,
    people: row.people,
    records: row.records,
    dataKinds: Breach.shape.dataKinds.parse(row.data_kinds),
    noticedAt: row.noticed_at.toISOString(),
    pack: known(PACK_NAMES, row.pack),
    dueAt: row.due_at?.toISOString() ?? null,
    clock: row.due_at === null ? 'in_time' : clockOf(row.due_at, row.authority_notified_at, ctx.now, soon),
    authorityNotifiedAt: row.authority_notified_at?.toISOString() ?? null,
    peopleNotifiedAt: row.people_notified_at?.toISOString() ?? null,
    version: row.version,
  }
}
