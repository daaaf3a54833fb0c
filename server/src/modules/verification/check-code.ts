import { timingSafeEqual } from 'node:crypto'
import type { Caller } from '../../kit/caller.ts'
import { type Context, inTenant } from '../../kit/context.ts'
import type { Answered, Entrance, Input } from '../../kit/endpoint.ts'
import type { Refusal } from '../../kit/refusal.ts'
import { codeDigest } from './code-digest.ts'
import { type Contact, contactDigest, readContact } from './contact.ts'
import { CodeInvalid, type verifyOtp } from './contract.ts'
import type { Purpose } from './purposes.ts'
import { sql } from './tables.ts'
import { makeToken, TOKEN_VALID_MINUTES } from './token.ts'

export const ATTEMPTS = 3

export interface GivenCode extends Contact {
  readonly purpose: Purpose
  readonly code: string
}

/** The refusal is an answer here, not thrown: thrown inside the transaction, it would take back the attempt. */
export type Checked = { readonly token: string } | Refused
interface Refused {
  readonly refusal: Refusal
  readonly triesLeft: number
}

export async function verifyOtpOf(
  { db, caller }: Entrance,
  { phone, email, purpose, code }: Input<typeof verifyOtp>,
): Promise<Answered<{ verificationToken: string; expiresInSeconds: number }>> {
  const checked = await inTenant(db, caller, async (ctx) =>
    checkCode(ctx, { ...(await readContact(ctx, { phone, email })), purpose, code }),
  )
  if ('refusal' in checked) throw codeRefused(caller, checked)
  return { body: { verificationToken: checked.token, expiresInSeconds: TOKEN_VALID_MINUTES * 60 } }
}

/** A visitor would learn whether another person is waiting for a code just now; a server of the business may know. */
export const codeRefused = ({ actor }: Caller, { refusal, triesLeft }: Refused) =>
  actor.startsWith('key:') ? CodeInvalid({ triesLeft }) : refusal

/**
 * A right code becomes a token, once. **Commit before you throw the refusal**: the attempt is counted in this transaction.
 * The count is one statement that waits for its row, so that however many guess at once, three are looked at.
 */
export async function checkCode(ctx: Context, { code, ...target }: GivenCode): Promise<Checked> {
  const contact = contactDigest(ctx, target)
  const which = { tenant_id: ctx.tenant, type: target.type, contact, purpose: target.purpose }
  const tried = await sql(ctx)
    .updateTable('verification_codes')
    .set((q) => ({ attempts: q('attempts', '+', 1) }))
    .where('tenant_id', '=', ctx.tenant)
    .where((q) => q.and(which))
    .where('attempts', '<', ATTEMPTS)
    .where('expires_at', '>', ctx.now)
    .where('verified_at', 'is', null)
    .returning(['code', 'attempts'])
    .executeTakeFirst()
  if (!tried || !timingSafeEqual(tried.code, codeDigest(ctx, target, code)))
    return { refusal: CodeInvalid(), triesLeft: tried ? ATTEMPTS - tried.attempts : 0 }
  await sql(ctx)
    .updateTable('verification_codes')
    .set({ verified_at: ctx.now })
    .where('tenant_id', '=', ctx.tenant)
    .where((q) => q.and(which))
    .execute()
  return { token: makeToken(ctx, target) }
}
