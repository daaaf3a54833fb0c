import { timingSafeEqual } from 'node:crypto'
import { type Context, inTenant } from '../../kit/context.ts'
import type { Answered, Entrance, Input } from '../../kit/endpoint.ts'
import type { Refusal } from '../../kit/refusal.ts'
import { codeDigest, handleDigest } from './code-digest.ts'
import { type Contact, contactDigest, readContact } from './contact.ts'
import { CodeInvalid, type verifyOtp } from './contract.ts'
import { countStrayGuess, countWrongGuess, requireGuess } from './guesses.ts'
import type { Purpose } from './purposes.ts'
import { sql } from './tables.ts'
import { makeToken, TOKEN_VALID_MINUTES } from './token.ts'

export const ATTEMPTS = 3
/** Of everybody together who does not show the handle: with it, a customer has three more of their own. */
const STRAY_ATTEMPTS = 10

export interface GivenCode extends Contact {
  readonly purpose: Purpose
  readonly code: string
  /** What `send-otp` answered; `ours` where another proof stands before the code, so that no stranger comes this far. */
  readonly handle: string | 'ours' | undefined
}

interface Which {
  readonly tenant_id: string
  readonly type: Contact['type']
  readonly contact: Buffer
  readonly purpose: Purpose
}

/** The refusal is an answer here, not thrown: thrown inside the transaction, it would take back the attempt. */
export type Checked = { readonly token: string } | Refused
interface Refused {
  readonly refusal: Refusal
  /** Null for a caller who has not shown the handle: it would tell whether another person waits for a code just now. */
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

/**
 * A right code becomes a token, once. **Commit before you throw the refusal**: the attempt is counted in this transaction.
 * The count is one statement that waits for its row, so that however many guess at once, three are looked at.
 */
export async function checkCode(ctx: Context, { code, handle, ...target }: GivenCode): Promise<Checked> {
  const contact = contactDigest(ctx, target)
  const guess = handle === 'ours' ? null : await requireGuess(ctx)
  if (guess && 'refusal' in guess) return { ...guess, triesLeft: null }
  const which: Which = { tenant_id: ctx.tenant, type: target.type, contact, purpose: target.purpose }
  const isAsker = handle === undefined ? isServer(ctx) : handle === 'ours' || (await hasHandle(ctx, which, handle))
  const mayTry = isAsker || (await countStrayGuess(ctx, contact))
  const [counter, most] = isAsker ? (['attempts', ATTEMPTS] as const) : (['stray_attempts', STRAY_ATTEMPTS] as const)
  const tried =
    mayTry &&
    (await sql(ctx)
      .updateTable('verification_codes')
      .set((q) => (isAsker ? { attempts: q('attempts', '+', 1) } : { stray_attempts: q('stray_attempts', '+', 1) }))
      .where('tenant_id', '=', ctx.tenant)
      .where((q) => q.and(which))
      .where(counter, '<', most)
      .where('expires_at', '>', ctx.now)
      .where('verified_at', 'is', null)
      .returning(['code', 'attempts'])
      .executeTakeFirst())
  if (!tried || !timingSafeEqual(tried.code, codeDigest(ctx, target, code))) {
    await countWrongGuess(ctx)
    return { refusal: CodeInvalid(), triesLeft: isAsker ? (tried ? ATTEMPTS - tried.attempts : 0) : null }
  }
  await guess?.giveBack()
  await sql(ctx)
    .updateTable('verification_codes')
    .set({ verified_at: ctx.now })
    .where('tenant_id', '=', ctx.tenant)
    .where((q) => q.and(which))
    .execute()
  return { token: makeToken(ctx, target) }
}

/** The business's own server, which speaks for its customers: their tries are its to watch. */
const isServer = ({ caller }: Context) => caller.actor.startsWith('key:')

async function hasHandle(ctx: Context, which: Which, handle: string): Promise<boolean> {
  const found = await sql(ctx)
    .selectFrom('verification_codes')
    .select('purpose')
    .where('tenant_id', '=', ctx.tenant)
    .where((q) => q.and({ ...which, handle: handleDigest(ctx, handle) }))
    .executeTakeFirst()
  return found !== undefined
}
