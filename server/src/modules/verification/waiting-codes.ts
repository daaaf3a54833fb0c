import { sql as raw } from 'kysely'
import type { Context } from '../../kit/context.ts'
import { knownAskerOf } from './asker.ts'
import { handleDigest } from './code-digest.ts'
import type { Contact } from './contact.ts'
import type { Purpose } from './purposes.ts'
import { sql } from './tables.ts'

export const ATTEMPTS = 3
/** Attempts at one code by all callers without its handle together; the customer with the handle has three of their own. */
const STRAY_ATTEMPTS = 10

export interface Which {
  readonly tenant_id: string
  readonly type: Contact['type']
  readonly contact: Buffer
  readonly purpose: Purpose
}

export interface WaitingCode {
  readonly id: string
  readonly code: Buffer
}

interface Waiting {
  /** The caller's own code and its attempts left; null if the caller has none. */
  readonly own: { readonly triesLeft: number; readonly open: readonly WaitingCode[] } | null
  /** The codes that a caller without a handle may guess at: the newest of each other asker. */
  readonly others: readonly WaitingCode[]
}

/** Locked in one order, so that concurrent guesses see each other's counts. */
export async function waitingCodes(ctx: Context, which: Which, handle: string | undefined): Promise<Waiting> {
  const codes = await sql(ctx)
    .selectFrom('verification_codes')
    .select(['id', 'code', 'handle', 'asker', 'attempts', 'stray_attempts', 'expires_at', 'verified_at'])
    .where('tenant_id', '=', ctx.tenant)
    .where((q) => q.and(which))
    .orderBy('id', 'desc')
    .forUpdate()
    .execute()
  const shown = handle === undefined ? null : handleDigest(ctx, handle)
  const asker = shown === null ? knownAskerOf(ctx, which.purpose) : null
  const own = codes.find((code) => isSame(code.handle, shown) || isSame(code.asker, asker))
  const isOpen = (code: (typeof codes)[number]) => code.expires_at > ctx.now && code.verified_at === null
  const isNewest = (code: (typeof codes)[number]) => code === codes.find(({ asker }) => isSame(code.asker, asker))
  const others = codes.filter(
    (code) =>
      code !== own && isOpen(code) && code.stray_attempts < STRAY_ATTEMPTS && (code.asker === null || isNewest(code)),
  )
  if (!own) return { own: null, others }
  const triesLeft = isOpen(own) ? Math.max(0, ATTEMPTS - own.attempts) : 0
  return { own: { triesLeft, open: triesLeft > 0 ? [own] : [] }, others: shown === null ? others : [] }
}

const isSame = (one: Buffer | null, other: Buffer | null) => one !== null && other !== null && one.equals(other)

/** A check of a code is an attempt of its asker, or one of those shared by all others. */
export async function countLooks(
  ctx: Context,
  counter: 'attempts' | 'stray_attempts',
  codes: readonly WaitingCode[],
): Promise<void> {
  if (codes.length === 0) return
  await sql(ctx)
    .updateTable('verification_codes')
    .set((q) => (counter === 'attempts' ? { attempts: q(counter, '+', 1) } : { stray_attempts: q(counter, '+', 1) }))
    .where('tenant_id', '=', ctx.tenant)
    .where(
      'id',
      'in',
      codes.map(({ id }) => id),
    )
    .execute()
}

/** The contact is verified: all other codes for it and this purpose become invalid. */
export async function endAllCodes(ctx: Context, which: Which, { id }: WaitingCode): Promise<void> {
  await sql(ctx)
    .updateTable('verification_codes')
    .set({
      verified_at: raw<Date>`case when id = ${id} then ${ctx.now} else verified_at end`,
      expires_at: raw<Date>`least(expires_at, ${ctx.now})`,
    })
    .where('tenant_id', '=', ctx.tenant)
    .where((q) => q.and(which))
    .execute()
}

/** A resend with the handle: the earlier code becomes invalid, and the asker stays the same. */
export async function endShownCode(ctx: Context, which: Which, handle: string): Promise<Buffer | null> {
  const ended = await sql(ctx)
    .updateTable('verification_codes')
    .set({ expires_at: ctx.now })
    .where('tenant_id', '=', ctx.tenant)
    .where((q) => q.and({ ...which, handle: handleDigest(ctx, handle) }))
    .returning('asker')
    .executeTakeFirst()
  return ended?.asker ?? null
}
