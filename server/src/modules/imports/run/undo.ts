import { isDeepStrictEqual } from 'node:util'
import { changedByOthers } from '../../../kit/audit-entries.ts'
import type { Caller } from '../../../kit/caller.ts'
import type { Context } from '../../../kit/context.ts'
import type { Database } from '../../../kit/database.ts'
import { Refusal } from '../../../kit/refusal.ts'
import { inTenant } from '../../../kit/transaction.ts'
import { decideConsent, statesAmong } from '../../consent/index.ts'
import { type Customer, CustomerChange } from '../../customers/contract.ts'
import { changeCustomer, customersAmong, keysOf, ownValuesBack } from '../../customers/index.ts'
import { erase } from '../../privacy/index.ts'
import { ImportUndone } from '../events.ts'
import { dropExternalIds } from '../external-ids.ts'
import { changeImport, countOn, type ImportRow, lockImport, planOf, requireImport } from '../import-row.ts'
import { CHANGED_SINCE, NO_LONGER_THERE } from '../problems.ts'
import { sql } from '../tables.ts'
import { type Replaced, replaced } from './changes.ts'
import { quietly, requestOf } from './worker.ts'

/** Side by side: what an erasure mostly does is to wait for the database. */
const LANES = 4
/** Customers of each lane before the process looks whether it shall stop. */
const AT_ONCE = 5

/** The next customers, each in a transaction of its own, since one that must stay as it is keeps no other. */
export async function undoOn(db: Database, caller: Caller, { id }: ImportRow): Promise<void> {
  await Promise.all(Array.from({ length: LANES }, () => lane(db, caller, id)))
  await inTenant(db, caller, (ctx) => finishIfDone(ctx, id))
}

async function lane(db: Database, caller: Caller, importId: string): Promise<void> {
  for (let n = 0; n < AT_ONCE; n++) {
    let change: ChangeRow | undefined
    try {
      await inTenant(db, caller, async (ctx) => {
        change = await nextChange(ctx, importId)
        if (change) await undoChange(ctx, change)
      })
    } catch (error) {
      if (!(error instanceof Refusal) || !change) throw error
      const { kind } = error
      // What refuses, such as a legal hold, keeps the customer.
      await inTenant(db, caller, (ctx) => keep(ctx, change!, kind.code))
    }
    if (!change) return
  }
}

type ChangeRow = NonNullable<Awaited<ReturnType<typeof nextChange>>>

const changesLeft = (ctx: Context, importId: string) =>
  sql(ctx)
    .selectFrom('import_changes')
    .selectAll()
    .where('tenant_id', '=', ctx.tenant)
    .where('import_id', '=', importId)
    .where('kept', 'is', null)
    .orderBy('at', 'desc')
    .limit(1)

/** The last row of the file that is left, and that no other lane has taken. */
const nextChange = (ctx: Context, importId: string) =>
  changesLeft(ctx, importId).forUpdate().skipLocked().executeTakeFirst()

async function undoChange(ctx: Context, change: ChangeRow): Promise<void> {
  const row = await requireImport(ctx, change.import_id)
  const quiet = planOf(ctx, row).tells ? ctx : quietly(ctx)
  const [customer] = (await customersAmong(ctx, [change.customer_id])).values()
  if (!customer) await keep(ctx, change, NO_LONGER_THERE)
  else if (change.kind === 'created') await removeCreated(quiet, change, customer)
  else await restoreUpdated(quiet, change, customer)
}

async function finishIfDone(ctx: Context, importId: string): Promise<void> {
  const row = await lockImport(ctx, importId)
  if (row.state === 'undoing' && !(await changesLeft(ctx, importId).executeTakeFirst())) await finish(ctx, row)
}

/** A customer that no one has touched since is erased; the number is not given again. */
async function removeCreated(ctx: Context, change: ChangeRow, customer: Customer): Promise<void> {
  const { customer_id: customerId, import_id: importId, changed_at: since } = change
  const edited = await changedByOthers(ctx, [customerId], { requestId: requestOf(importId), since })
  if (edited.size > 0 || new Date(customer.lastSeenAt) > since) return keep(ctx, change, CHANGED_SINCE)
  await erase(ctx, { customerId, reason: 'no_longer_needed' })
  await countOn(ctx, importId, { undone: 1 })
}

/** Each field that still is as the import left it gets its value of before; another stays, and is named. */
async function restoreUpdated(ctx: Context, change: ChangeRow, customer: Customer): Promise<void> {
  const { customer_id: customerId, import_id: importId } = change
  const told = replaced.require(ctx, await keysOf(ctx, [customerId]), change)
  const fields = Object.keys(told.after)
  const now: Readonly<Record<string, unknown>> = { ...customer }
  const changed = fields.filter((field) => !isDeepStrictEqual(now[field], told.after[field]))
  const formerOf = (field: string) =>
    field === 'ownFields' ? ownValuesBack(told.before[field], customer.ownFields) : (told.before[field] ?? null)
  const back = Object.fromEntries(
    fields.filter((field) => !changed.includes(field)).map((field) => [field, formerOf(field)]),
  )
  if (Object.keys(back).length > 0) await changeCustomer(ctx, { customerId, ...CustomerChange.parse(back) })
  await takeBackConsents(ctx, customerId, told)
  await dropExternalIds(ctx, importId, customerId)
  if (changed.length > 0) return keep(ctx, change, CHANGED_SINCE, changed)
  await drop(ctx, change)
  await countOn(ctx, importId, { undone: 1 })
}

/** A decision is never deleted: one that still counts is followed by its withdrawal. */
async function takeBackConsents(ctx: Context, customerId: string, { consents }: Replaced): Promise<void> {
  if (consents.length === 0) return
  const states = (await statesAmong(ctx, [customerId])).get(customerId)
  for (const { purpose, eventId } of consents) {
    const present = states?.get(purpose)
    if (present?.eventId !== eventId || present.state === 'withdrawn') continue
    await decideConsent(ctx, { customerId, purpose, decision: 'withdrawn', source: 'import' })
  }
}

async function keep(ctx: Context, change: ChangeRow, code: string, fields: readonly string[] = []): Promise<void> {
  await sql(ctx)
    .updateTable('import_changes')
    .set({ kept: code, kept_fields: [...fields] })
    .where('tenant_id', '=', ctx.tenant)
    .where('import_id', '=', change.import_id)
    .where('customer_id', '=', change.customer_id)
    .execute()
  await countOn(ctx, change.import_id, { kept: 1 })
}

async function drop(ctx: Context, { import_id, customer_id }: ChangeRow): Promise<void> {
  await sql(ctx)
    .deleteFrom('import_changes')
    .where('tenant_id', '=', ctx.tenant)
    .where('import_id', '=', import_id)
    .where('customer_id', '=', customer_id)
    .execute()
}

async function finish(ctx: Context, { id, sha256, undone, kept }: ImportRow): Promise<void> {
  await changeImport(ctx, id, { state: 'undone', finished_at: ctx.now })
  ctx.emit(ImportUndone({ importId: id, undone, kept }))
  ctx.audit({
    action: 'customers.import_undone',
    customer: null,
    fields: [],
    after: { import: id, sha256, undone, kept },
  })
}
