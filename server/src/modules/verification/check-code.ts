import { timingSafeEqual } from 'node:crypto'
import type { Context } from '../../kit/context.ts'
import type { Answered, Entrance, Input } from '../../kit/endpoint.ts'
import type { Refusal } from '../../kit/refusal.ts'
import { inTenant } from '../../kit/transaction.ts'
import { codeDigest } from './code-digest.ts'
import { type Contact, contactDigest, readContact } from './contact.ts'
import { CodeInvalid, type verifyOtp } from './contract.ts'
import { countStrayGuess, countWrongGuess, requireGuess } from './guesses.ts'
import { isAskedByVisitors, type Purpose } from './purposes.ts'
import { sql } from './tables.ts'
import { makeToken, TOKEN_VALID_MINUTES } from './token.ts'
import { countLooks, endAllCodes, type Which, waitingCodes } from './waiting-codes.ts'

export interface GivenCode extends Contact {
  readonly purpose: Purpose
  readonly code: string
  /** The handle of `send-otp`: only this code is checked, and the attempts are the caller's own. */
  readonly handle?: string | undefined
}

/** The refusal is returned, not thrown: thrown inside the transaction, it would roll back the attempt. */
export type Checked = { readonly token: string } | Refused
interface Refused {
  readonly refusal: Refusal
  /** Null without the handle: a number would reveal whether another person is waiting for a code. */
  readonly triesLeft: number | null
}

export async function verifyOtpOf(
  { db, caller }: Entrance,
  { phone, email, purpose, code, handle }: Input<typeof verifyOtp>,
): Promise<Answered<{ verificationToken: string; expiresInSeconds: number }>> {
  const checked = await inTenant(db, caller, async (ctx) =>
    checkCode(ctx, { ...(await readContact(ctx, { phone, email })), purpose, code, handle }),
  )
  if ('refusal' in checked) throw codeRefused(checked)
  return { body: { verificationToken: checked.token, expiresInSeconds: TOKEN_VALID_MINUTES * 60 } }
}

export const codeRefused = ({ refusal, triesLeft }: Refused) =>
  triesLeft === null ? refusal : CodeInvalid({ triesLeft })

/** The purposes with a pending code for this contact. */
export async function purposesWaiting(
  ctx: Context,
  target: Contact,
  purposes: readonly Purpose[],
): Promise<readonly Purpose[]> {
  const rows = await sql(ctx)
    .selectFrom('verification_codes')
    .select('purpose')
    .distinct()
    .where('tenant_id', '=', ctx.tenant)
    .where('type', '=', target.type)
    .where('contact', '=', contactDigest(ctx, target))
    .where('expires_at', '>', ctx.now)
    .where('verified_at', 'is', null)
    .execute()
  return purposes.filter((purpose) => rows.some((row) => row.purpose === purpose))
}

/**
 * A right code becomes a token, once, and ends all codes for this contact and purpose.
 * **Commit before you throw the refusal**: the attempt is counted in this transaction.
 */
export async function checkCode(ctx: Context, { code, handle, ...target }: GivenCode): Promise<Checked> {
  const contact = contactDigest(ctx, target)
  const guess = isAskedByVisitors(target.purpose) ? await requireGuess(ctx) : null
  if (guess && 'refusal' in guess) return { ...guess, triesLeft: null }
  const which: Which = { tenant_id: ctx.tenant, type: target.type, contact, purpose: target.purpose }
  const waiting = await waitingCodes(ctx, which, handle)
  const own = waiting.own?.open ?? []
  const others = waiting.own || (await countStrayGuess(ctx, contact)) ? waiting.others : []
  await countLooks(ctx, 'attempts', own)
  await countLooks(ctx, 'stray_attempts', others)
  const given = codeDigest(ctx, target, code)
  const right = [...own, ...others].find((sent) => timingSafeEqual(sent.code, given))
  if (!right) {
    await countWrongGuess(ctx)
    // Without a code of the caller's own, the count would reveal whether another person is waiting for one.
    return { refusal: CodeInvalid(), triesLeft: waiting.own && Math.max(0, waiting.own.triesLeft - 1) }
  }
  await guess?.giveBack()
  await endAllCodes(ctx, which, right)
  return { token: makeToken(ctx, target) }
}
