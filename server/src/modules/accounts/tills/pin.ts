import { timingSafeEqual } from 'node:crypto'
import type { Context } from '../../../kit/context.ts'
import { unfitField } from '../../../kit/invalid.ts'
import { sql as accounts } from '../tables.ts'
import { SESSION_SPAN } from '../tokens/validity.ts'
import { PIN_TRIES } from './contract.ts'
import { sql } from './tables.ts'

interface Whose {
  readonly till: string
  readonly account: string
}

export interface FullSignIn {
  readonly at: Date
  readonly secondFactor: boolean
}

/** For this account on this till; what was counted against an earlier one is forgotten. */
export async function keepPin(ctx: Context, whose: Whose, pin: string, signIn: FullSignIn): Promise<void> {
  if (isGuessedFirst(pin)) throw unfitField('pin', 'pin_common')
  const fresh = {
    digest: digestOf(ctx, whose, pin),
    attempts: 0,
    second_factor: signIn.secondFactor,
    signed_in_at: signIn.at,
    set_at: ctx.now,
  }
  await sql(ctx)
    .insertInto('till_pins')
    .values({ tenant_id: ctx.tenant, till_id: whose.till, account_id: whose.account, ...fresh })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'till_id', 'account_id']).doUpdateSet(fresh))
    .execute()
}

/**
 * Counts the try with the statement that reads the PIN, so that however many guess at once, five are looked at. Commit
 * whatever it says.
 */
export async function tryPin(ctx: Context, whose: Whose, pin: string): Promise<FullSignIn | 'wrong' | 'over'> {
  const given = digestOf(ctx, whose, pin)
  const tried = await sql(ctx)
    .updateTable('till_pins')
    .set((q) => ({ attempts: q('attempts', '+', 1) }))
    .where('tenant_id', '=', ctx.tenant)
    .where('till_id', '=', whose.till)
    .where('account_id', '=', whose.account)
    .where('attempts', '<', PIN_TRIES)
    .returning(['digest', 'attempts', 'second_factor', 'signed_in_at', 'set_at'])
    .executeTakeFirst()
  if (!tried) return (await hasPin(ctx, whose)) ? 'over' : 'wrong'
  if (!timingSafeEqual(tried.digest, given)) {
    if (tried.attempts === PIN_TRIES)
      ctx.audit({ action: 'till.pin_locked', customer: null, fields: [], after: { ...whose } })
    return 'wrong'
  }
  if (isTooOld(ctx, tried.signed_in_at) || (await passwordChangedSince(ctx, whose, tried.set_at))) return 'over'
  await sql(ctx)
    .updateTable('till_pins')
    .set({ attempts: 0 })
    .where('tenant_id', '=', ctx.tenant)
    .where('till_id', '=', whose.till)
    .where('account_id', '=', whose.account)
    .execute()
  return { at: tried.signed_in_at, secondFactor: tried.second_factor }
}

export const isTooOld = (ctx: Context, signedInAt: Date) =>
  signedInAt.getTime() + SESSION_SPAN.till.mostMs <= ctx.now.getTime()

async function hasPin(ctx: Context, { till, account }: Whose): Promise<boolean> {
  const found = await sql(ctx)
    .selectFrom('till_pins')
    .select('account_id')
    .where('tenant_id', '=', ctx.tenant)
    .where('till_id', '=', till)
    .where('account_id', '=', account)
    .executeTakeFirst()
  return found !== undefined
}

/** Whoever changes a password that somebody knew wants that one out everywhere. */
async function passwordChangedSince(ctx: Context, { account }: Whose, setAt: Date): Promise<boolean> {
  const changed = await accounts(ctx)
    .selectFrom('account_credentials')
    .select('id')
    .where('tenant_id', '=', ctx.tenant)
    .where('account_id', '=', account)
    .where('kind', '=', 'password')
    .where('changed_at', '>', setAt)
    .executeTakeFirst()
  return changed !== undefined
}

/** A part over and over (1212), each digit twice (1122), there and back (1221), or a year. */
const GUESSED_FIRST = /^(?:(\d+?)\1+|(?:(\d)\2)+|(\d)(\d)\4\3|(?:19|20)\d\d)$/
/** Columns and corners of the keys, and what everybody takes beside them. */
const TAKEN_MOST = ['2580', '0852', '1470', '0741', '3690', '0963', '1397', '1379', '7931', '1004', '1342']

/** A pattern, or digits in a row. */
export function isGuessedFirst(pin: string): boolean {
  const steps = [...pin].slice(1).map((digit, index) => Number(digit) - Number(pin[index]))
  const isRow = steps.every((step) => step === steps[0] && Math.abs(step) <= 1)
  return isRow || GUESSED_FIRST.test(pin) || TAKEN_MOST.includes(pin)
}

/** Short as a PIN is, a hash that is slow would not hide it: this one needs the tenant's key, which no dump has. */
const digestOf = (ctx: Context, { till, account }: Whose, pin: string) =>
  ctx.keys.digest('till pin', `${till} ${account} ${pin}`)
