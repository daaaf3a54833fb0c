import { randomBytes, randomInt, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import type { Context } from '../../../kit/context.ts'
import { document, sealedForTenant } from '../../../kit/sealed.ts'
import { uuidv7 } from '../../../kit/uuid.ts'
import { sql } from './tables.ts'

export type Purpose = 'verify_email' | 'reset_password' | 'invitation' | 'mfa'
const CODE_ATTEMPTS = 5

const Remembered = z.record(z.string(), z.unknown())
const remembered = sealedForTenant('account_tokens', 'sealed', document(Remembered), { mend: 'drop' })

interface Wanted {
  readonly accountId: string
  readonly purpose: Purpose
  readonly validMinutes: number
  /** Payload returned when the token is redeemed. */
  readonly remember?: Readonly<Record<string, unknown>>
  /** Also as six digits, for the account itself. */
  readonly withCode?: boolean
}

/** Creates a single-use token. Earlier ones of the same purpose become invalid: the newest message counts. */
export async function issueToken(ctx: Context, wanted: Wanted): Promise<{ id: string; token: string; code: string }> {
  const { accountId, purpose, validMinutes, remember, withCode = false } = wanted
  if (purpose !== 'mfa') await endTokens(ctx, accountId, [purpose])
  const id = uuidv7(ctx.now.getTime())
  const token = randomBytes(32).toString('base64url')
  const code = String(randomInt(1_000_000)).padStart(6, '0')
  await sql(ctx)
    .insertInto('account_tokens')
    .values({
      tenant_id: ctx.tenant,
      id,
      account_id: accountId,
      purpose,
      digest: digestOf(ctx, purpose, token),
      code_digest: withCode ? digestOf(ctx, purpose, `${id} ${code}`) : null,
      sealed: remember ? remembered.seal(ctx, { id }, remember) : null,
      created_at: ctx.now,
      expires_at: new Date(ctx.now.getTime() + validMinutes * 60_000),
    })
    .execute()
  return { id, token, code }
}

export interface LiveToken {
  readonly id: string
  readonly accountId: string
  readonly attempts: number
  readonly expiresAt: Date
  readonly remembered: Readonly<Record<string, unknown>>
}

/** A token that can be redeemed now. Locked, so that of two concurrent uses the second finds it used. */
export async function findToken(
  ctx: Context,
  purpose: Purpose,
  token: string,
  lock?: 'for update',
): Promise<LiveToken | null> {
  let query = liveTokens(ctx, purpose).where('digest', '=', digestOf(ctx, purpose, token))
  if (lock) query = query.forUpdate()
  const row = await query.executeTakeFirst()
  return row ? toToken(ctx, row) : null
}

/** Counts the attempt first: after too many wrong codes even the right one is refused. */
export async function findByCode(
  ctx: Context,
  purpose: Purpose,
  accountId: string,
  code: string,
): Promise<LiveToken | null> {
  const row = await liveTokens(ctx, purpose)
    .where('account_id', '=', accountId)
    .where('code_digest', 'is not', null)
    .orderBy('created_at', 'desc')
    .limit(1)
    .forUpdate()
    .executeTakeFirst()
  if (!row || row.attempts >= CODE_ATTEMPTS) return null
  await countAttempt(ctx, row.id)
  return timingSafeEqual(row.code_digest!, digestOf(ctx, purpose, `${row.id} ${code}`)) ? toToken(ctx, row) : null
}

export async function countAttempt(ctx: Context, id: string): Promise<void> {
  await sql(ctx)
    .updateTable('account_tokens')
    .set((q) => ({ attempts: q('attempts', '+', 1) }))
    .where('tenant_id', '=', ctx.tenant)
    .where('id', '=', id)
    .execute()
}

/** Whether it still existed. */
export async function useToken(ctx: Context, id: string): Promise<boolean> {
  const used = await sql(ctx)
    .updateTable('account_tokens')
    .set({ used_at: ctx.now })
    .where('tenant_id', '=', ctx.tenant)
    .where('id', '=', id)
    .where('used_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return used !== undefined
}

export async function endTokens(ctx: Context, accountId: string, purposes: readonly Purpose[]): Promise<void> {
  await sql(ctx)
    .updateTable('account_tokens')
    .set({ used_at: ctx.now })
    .where('tenant_id', '=', ctx.tenant)
    .where('account_id', '=', accountId)
    .where('purpose', 'in', purposes)
    .where('used_at', 'is', null)
    .execute()
}

const liveTokens = (ctx: Context, purpose: Purpose) =>
  sql(ctx)
    .selectFrom('account_tokens')
    .select(['id', 'account_id', 'attempts', 'code_digest', 'sealed', 'expires_at'])
    .where('tenant_id', '=', ctx.tenant)
    .where('purpose', '=', purpose)
    .where('used_at', 'is', null)
    .where('expires_at', '>', ctx.now)

type Row = Awaited<ReturnType<ReturnType<typeof liveTokens>['execute']>>[0]

const toToken = (ctx: Context, row: Row): LiveToken => ({
  id: row.id,
  accountId: row.account_id,
  attempts: row.attempts,
  expiresAt: row.expires_at,
  remembered: remembered.open(ctx, row) ?? {},
})

const digestOf = (ctx: Context, purpose: Purpose, value: string) => ctx.keys.digest(`account token ${purpose}`, value)
