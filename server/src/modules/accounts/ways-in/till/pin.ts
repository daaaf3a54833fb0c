import { timingSafeEqual } from 'node:crypto'
import type { Context } from '../../../../kit/context.ts'
import { sql as accounts } from '../../login/tables.ts'
import { sql } from '../../session/till/tables.ts'
import { SESSION_SPAN } from '../../session/tokens/validity.ts'
import { PIN_TRIES } from './contract.ts'

/** An account without a PIN answers like one after a first wrong attempt. */
const AS_IF_FIRST = { triesLeft: PIN_TRIES - 1 }

interface Whose {
  readonly till: string
  readonly account: string
}

export interface FullSignIn {
  readonly at: Date
  readonly secondFactor: boolean
}

/** For this account on this till; attempts against an earlier PIN are reset. */
export async function keepPin(ctx: Context, whose: Whose, pin: string, signIn: FullSignIn): Promise<void> {
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
 * Counts the attempt in the statement that reads the PIN, so that of many concurrent guesses five are checked. Commit
 * it in any case.
 */
export async function tryPin(
  ctx: Context,
  whose: Whose,
  pin: string,
): Promise<FullSignIn | 'over' | { readonly triesLeft: number }> {
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
  if (!tried) return (await hasPin(ctx, whose)) ? 'over' : AS_IF_FIRST
  if (!timingSafeEqual(tried.digest, given)) {
    if (tried.attempts === PIN_TRIES)
      ctx.audit({ action: 'till.pin_locked', customer: null, fields: [], after: { ...whose } })
    return { triesLeft: PIN_TRIES - tried.attempts }
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

/** Whether the password was changed since, which invalidates the account's PINs on every till. */
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

/** A slow hash would not protect a short PIN: this one needs the tenant's key, which is in no dump. */
const digestOf = (ctx: Context, { till, account }: Whose, pin: string) =>
  ctx.keys.digest('till pin', `${till} ${account} ${pin}`)
