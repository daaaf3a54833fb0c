import { itself } from '../../../kit/caller.ts'
import type { Context } from '../../../kit/context.ts'
import type { Database } from '../../../kit/database.ts'
import { known } from '../../../kit/known.ts'
import { LANGUAGES } from '../../../kit/language.ts'
import type { Errand } from '../../../kit/module.ts'
import { Refusal } from '../../../kit/refusal.ts'
import { BYTES, sealedForPerson } from '../../../kit/sealed.ts'
import { inTenant } from '../../../kit/transaction.ts'
import { customerKey, requireRow } from '../../customers/index.ts'
import { PrivacyExportReady } from '../events.ts'
import { daysAfter } from '../packs.ts'
import { answerOwnAccess } from '../requests/answer-access.ts'
import { readPrivacySettings } from '../settings.ts'
import { sql } from '../tables.ts'
import { pack, TooLarge } from './archive.ts'
import type { Export } from './contract.ts'
import type { Part } from './page.ts'

/** An unreadable archive is dropped; the export can be requested again. */
export const archives = sealedForPerson('privacy_exports', 'archive', BYTES, { mend: 'drop' })

const ATTEMPTS = 5
/** Longer than any export may take: a builder that has not reported by then has died. */
const LEASE_SECONDS = 300

/** Calls one module after the other, each in a transaction of its own, and packs the results outside of any. */
export const buildExports: Errand = {
  name: 'build-privacy-exports',
  nudge: 'privacy',
  everyMs: 5_000,
  find: 'select distinct tenant_id from privacy_exports where due_at <= now()',
  run: build,
}

async function build(db: Database, tenant: string): Promise<boolean> {
  const caller = itself(tenant, `errand:${buildExports.name}`)
  const claimed = await inTenant(db, caller, claim)
  if (!claimed) return false
  try {
    const parts: Part[] = []
    for (const [name, hooks] of db.personalData) {
      const gather = (ctx: Context) => partOf(ctx, name, hooks.export, claimed.customer_id)
      parts.push(await inTenant(db, caller, gather, { readOnly: true }))
      await inTenant(db, caller, (ctx) => change(ctx, claimed.id, { parts_done: parts.length }))
    }
    const archive = await pack(parts, known(LANGUAGES, claimed.language), new Date())
    await inTenant(db, caller, (ctx) => keep(ctx, claimed, archive))
  } catch (error) {
    const failure = failureOf(error, claimed.attempts)
    // Anything else is a bug or a database failure: logged, and retried when the lease ends.
    if (failure === null) throw error
    await inTenant(db, caller, (ctx) => change(ctx, claimed.id, { status: 'failed', due_at: null, failure }))
  }
  return true
}

/** One at a time; a lease that ended is taken over. */
async function claim(ctx: Context) {
  const row = await sql(ctx)
    .selectFrom('privacy_exports')
    .select(['id', 'customer_id', 'language', 'attempts'])
    .where('tenant_id', '=', ctx.tenant)
    .where('due_at', '<=', ctx.now)
    .orderBy('due_at')
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst()
  if (!row) return null
  // A failure of one export must not stop the next.
  if (row.attempts >= ATTEMPTS) {
    await change(ctx, row.id, { status: 'failed', due_at: null, failure: 'gave_up' })
    return null
  }
  const attempts = row.attempts + 1
  await change(ctx, row.id, { attempts, parts_done: 0, due_at: new Date(ctx.now.getTime() + LEASE_SECONDS * 1000) })
  return { ...row, attempts }
}

async function partOf(
  ctx: Context,
  name: string,
  hook: (ctx: Context, customerId: string) => Promise<Readonly<Record<string, unknown>>>,
  customerId: string,
): Promise<Part> {
  await requireRow(ctx, customerId)
  return { name, held: await hook(ctx, customerId) }
}

interface Claimed {
  readonly id: string
  readonly customer_id: string
}

async function keep(ctx: Context, { id, customer_id: customerId }: Claimed, archive: Uint8Array): Promise<void> {
  const key = await customerKey(ctx, customerId)
  const { exportKeptDays } = await readPrivacySettings(ctx)
  const kept = await change(ctx, id, {
    status: 'ready',
    due_at: null,
    archive: archives.seal(ctx, key, { id }, Buffer.from(archive)),
    bytes: archive.length,
    ready_at: ctx.now,
    delete_at: daysAfter(ctx.now, exportKeptDays),
  })
  // Another process took the lease over and was faster.
  if (!kept) return
  ctx.emit(PrivacyExportReady({ customerId, exportId: id }))
  await answerOwnAccess(ctx, customerId, id)
}

const failureOf = (error: unknown, attempts: number): Export['failure'] => {
  if (error instanceof TooLarge) return 'too_large'
  if (error instanceof Refusal) return 'person_gone'
  return attempts >= ATTEMPTS ? 'gave_up' : null
}

async function change(ctx: Context, id: string, set: Partial<Changed>): Promise<boolean> {
  const { numUpdatedRows } = await sql(ctx)
    .updateTable('privacy_exports')
    .set(set)
    .where('tenant_id', '=', ctx.tenant)
    .where('id', '=', id)
    .where('status', '=', 'waiting')
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

interface Changed {
  readonly status: Export['status']
  readonly attempts: number
  readonly parts_done: number
  readonly due_at: Date | null
  readonly failure: string
  readonly archive: Buffer
  readonly bytes: number
  readonly ready_at: Date
  readonly delete_at: Date
}
