import { isDeepStrictEqual } from 'node:util'
import { changedByOthers } from '../../../kit/audit-entries.ts'
import type { Caller } from '../../../kit/caller.ts'
import type { Context } from '../../../kit/context.ts'
import type { Database } from '../../../kit/database.ts'
import { Refusal } from '../../../kit/refusal.ts'
import { inTenant } from '../../../kit/transaction.ts'
import { decideConsent, statesAmong } from '../../consent/index.ts'
import { type Customer, CustomerChange } from '../../customers/contract.ts'
import { changeCustomer, customersAmong, keysOf } from '../../customers/index.ts'
import { erase } from '../../privacy/index.ts'
import { ImportUndone } from '../events.ts'
import { dropExternalIds } from '../external-ids.ts'
import { changeImport, countOn, type ImportRow, lockImport, planOf } from '../import-row.ts'
import { CHANGED_SINCE, NO_LONGER_THERE } from '../problems.ts'
import { sql } from '../tables.ts'
import { type Replaced, replaced } from './changes.ts'
import { quietly, requestOf } from './worker.ts'

/** Customers undone before the process looks whether it shall stop. */
const AT_ONCE = 20

/** The next customers, the last row first: each in a transaction of its own, since one that must stay as it is keeps no other. */
export async function undoOn(db: Database, caller: Caller, { id }: ImportRow): Promise<void> {
  for (let n = 0; n < AT_ONCE; n++) {
    try {
      if (!(await inTenant(db, caller, (ctx) => undoNext(ctx, id)))) return
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      await inTenant(db, caller, (ctx) => keepNext(ctx, id, error))
    }
  }
}

type ChangeRow = NonNullable<Awaited<ReturnType<typeof nextChange>>>

const nextChange = (ctx: Context, importId: string) =>
  sql(ctx)
    .selectFrom('import_changes')
    .selectAll()
    .where('tenant_id', '=', ctx.tenant)
    .where('import_id', '=', importId)
    .where('kept', 'is', null)
    .orderBy('at', 'desc')
    .limit(1)
    .executeTakeFirst()

async function undoNext(ctx: Context, importId: string): Promise<boolean> {
  const row = await lockImport(ctx, importId)
  if (row.state !== 'undoing') return false
  const change = await nextChange(ctx, importId)
  if (!change) {
    await finish(ctx, row)
    return false
  }
  const quiet = planOf(ctx, row).tells ? ctx : quietly(ctx)
  const [customer] = (await customersAmong(ctx, [change.customer_id])).values()
  if (!customer) await keep(ctx, change, NO_LONGER_THERE)
  else if (change.kind === 'created') await removeCreated(quiet, change, customer)
  else await restoreUpdated(quiet, change, customer)
  return true
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
  const changed = fields.filter((field) => !isDeepStrictEqual(customer[field as keyof Customer], told.after[field]))
  const back = Object.fromEntries(
    fields.filter((field) => !changed.includes(field)).map((field) => [field, told.before[field] ?? null]),
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

/** What refuses, such as a legal hold, keeps the customer. */
async function keepNext(ctx: Context, importId: string, { kind }: Refusal): Promise<void> {
  const row = await lockImport(ctx, importId)
  const change = row.state === 'undoing' ? await nextChange(ctx, importId) : undefined
  if (change) await keep(ctx, change, kind.code)
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
