import { z } from 'zod'
import { itself } from '../../../../kit/caller.ts'
import type { Context } from '../../../../kit/context.ts'
import type { Database } from '../../../../kit/database.ts'
import { inTenant } from '../../../../kit/transaction.ts'
import { readSignInSettings } from '../../login/settings.ts'
import { sql as accounts } from '../../login/tables.ts'
import { TillUnknown } from './refusals.ts'
import { sql } from './tables.ts'

/** The till of a session and the full sign-in of its PIN. Stored with a challenge, so JSON. */
export const TillWish = z.object({ id: z.string(), fullSignInAt: z.string() })
export type TillWish = Readonly<z.output<typeof TillWish>>

export interface OnTill {
  readonly id: string
  readonly provedAt: Date
  readonly awakeUntil: Date
}

/** A till has one session at a time: the earlier one ends. Refused if the till was revoked during the sign-in. */
export async function takeTill(ctx: Context, wish: TillWish | undefined): Promise<OnTill | null> {
  if (!wish) return null
  const { id, fullSignInAt } = wish
  const till = await sql(ctx)
    .updateTable('tills')
    .set({ used_at: ctx.now })
    .where('tenant_id', '=', ctx.tenant)
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  if (!till) throw TillUnknown()
  await endTillSessions(ctx, id, 'till_taken_over')
  return { id, provedAt: new Date(fullSignInAt), awakeUntil: await awakeUntil(ctx) }
}

/** Locked before the rest of a sign-in on it; whether it is still valid is checked where the session begins. */
export async function lockTillRow(ctx: Context, id: string): Promise<void> {
  await sql(ctx)
    .selectFrom('tills')
    .select('id')
    .where('tenant_id', '=', ctx.tenant)
    .where('id', '=', id)
    .forUpdate()
    .execute()
}

export async function endTillSessions(
  ctx: Context,
  tillId: string,
  why: 'till_revoked' | 'till_taken_over',
  except?: string,
): Promise<number> {
  let update = accounts(ctx)
    .updateTable('account_sessions')
    .set({ ended_at: ctx.now, ended_by: why, successor: null })
    .where('tenant_id', '=', ctx.tenant)
    .where('till_id', '=', tillId)
    .where('ended_at', 'is', null)
  if (except !== undefined) update = update.where('id', '!=', except)
  const ended = await update.returning('id').execute()
  if (ended.length > 0) ctx.nudge('sessions')
  return ended.length
}

/** Marks the till as used. A locked one stays locked until the PIN. */
export async function keepAwake(db: Database, tenant: string, session: string): Promise<void> {
  await inTenant(db, itself(tenant, 'sign-in'), async (ctx) => {
    await accounts(ctx)
      .updateTable('account_sessions')
      .set({ awake_until: await awakeUntil(ctx) })
      .where('tenant_id', '=', ctx.tenant)
      .where('id', '=', session)
      .where('awake_until', '>', ctx.now)
      .execute()
  })
}

/** The till that the session of the caller began on; null elsewhere. */
export async function tillOf(ctx: Context): Promise<string | null> {
  if (ctx.caller.signedIn === null) return null
  const row = await accounts(ctx)
    .selectFrom('account_sessions')
    .select('till_id')
    .where('tenant_id', '=', ctx.tenant)
    .where('id', '=', ctx.caller.signedIn.session)
    .executeTakeFirst()
  return row?.till_id ?? null
}

export async function awakeUntil(ctx: Context): Promise<Date> {
  return new Date(ctx.now.getTime() + (await readSignInSettings(ctx)).tillIdleMinutes * 60_000)
}
