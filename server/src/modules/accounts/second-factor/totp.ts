import { Secret, TOTP } from 'otpauth'
import type { Context } from '../../../kit/context.ts'
import { open, seal } from '../../../kit/sealing.ts'
import { uuidv7 } from '../../../kit/uuid.ts'
import { tenantDefaults } from '../../tenants/index.ts'
import type { Account } from '../accounts.ts'
import { openLogin, passwordOf } from '../credentials.ts'
import { sql } from '../tables.ts'
import { factorsOfPerson } from './factors.ts'

const PERIOD_SECONDS = 30
/** One step early or late, for clocks that differ. */
const STEPS_APART = 1
const SECRET_BYTES = 20

/** A secret that counts only once it was confirmed by a code. Beginning again replaces it. */
export async function beginTotp(ctx: Context, account: Account): Promise<{ secret: string; uri: string }> {
  const secret = new Secret({ size: SECRET_BYTES })
  const id = uuidv7(ctx.now.getTime())
  await sql(ctx)
    .deleteFrom('account_factors')
    .where('tenant_id', '=', ctx.tenant)
    .where('account_id', '=', account.id)
    .where('kind', '=', 'totp')
    .where('confirmed_at', 'is', null)
    .execute()
  await sql(ctx)
    .insertInto('account_factors')
    .values({
      tenant_id: ctx.tenant,
      id,
      account_id: account.id,
      kind: 'totp',
      sealed: seal(ctx.keys.own, place(ctx, id), Buffer.from(secret.bytes)),
      created_at: ctx.now,
    })
    .execute()
  const credential = await passwordOf(ctx, account.id)
  const label = credential ? await openLogin(ctx, credential) : account.id
  const { name } = await tenantDefaults(ctx)
  return { secret: secret.base32, uri: totpOf(secret, name, label).toString() }
}

/** The secret that was begun becomes the one in use, when the code fits. */
export async function confirmTotp(
  ctx: Context,
  account: Account,
  code: string,
): Promise<'confirmed' | 'wrong' | 'none'> {
  const pending = await sql(ctx)
    .selectFrom('account_factors')
    .select(['id', 'sealed'])
    .where('tenant_id', '=', ctx.tenant)
    .where('account_id', '=', account.id)
    .where('kind', '=', 'totp')
    .where('confirmed_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  if (!pending) return 'none'
  const step = stepOf(ctx, pending, code)
  if (step === null) return 'wrong'
  await removeTotp(ctx, account)
  await sql(ctx)
    .updateTable('account_factors')
    .set({ confirmed_at: ctx.now, last_step: step })
    .where('tenant_id', '=', ctx.tenant)
    .where('id', '=', pending.id)
    .execute()
  return 'confirmed'
}

/** Takes a code of any authenticator of the person. Its time step is noted with it, so of two at once one is too late. */
export async function useTotp(ctx: Context, account: Account, code: string): Promise<boolean> {
  for (const factor of await factorsOfPerson(ctx, account)) {
    if (factor.kind !== 'totp') continue
    const step = stepOf(ctx, factor, code)
    if (step === null) continue
    const taken = await sql(ctx)
      .updateTable('account_factors')
      .set({ last_step: step })
      .where('tenant_id', '=', ctx.tenant)
      .where('id', '=', factor.id)
      .where((q) => q.or([q('last_step', 'is', null), q('last_step', '<', step)]))
      .returning('id')
      .executeTakeFirst()
    if (taken) return true
  }
  return false
}

/** The one in use, of this login. */
export async function removeTotp(ctx: Context, account: Account): Promise<boolean> {
  const removed = await sql(ctx)
    .deleteFrom('account_factors')
    .where('tenant_id', '=', ctx.tenant)
    .where('account_id', '=', account.id)
    .where('kind', '=', 'totp')
    .where('confirmed_at', 'is not', null)
    .returning('id')
    .execute()
  return removed.length > 0
}

function stepOf(ctx: Context, { id, sealed }: { id: string; sealed: Buffer }, code: string): number | null {
  const bytes = open(ctx.keys.own, place(ctx, id), sealed)
  const secret = new Secret({ buffer: new Uint8Array(bytes).buffer })
  const timestamp = ctx.now.getTime()
  const delta = totpOf(secret).validate({ token: code, timestamp, window: STEPS_APART })
  return delta === null ? null : Math.floor(timestamp / 1000 / PERIOD_SECONDS) + delta
}

const totpOf = (secret: Secret, issuer = 'Kith', label = '') =>
  new TOTP({ issuer, label, algorithm: 'SHA1', digits: 6, period: PERIOD_SECONDS, secret })
const place = (ctx: Context, id: string) => `account_factors.sealed|${ctx.tenant}|${id}`
