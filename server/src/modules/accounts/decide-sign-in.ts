import type { Context } from '../../kit/context.ts'
import type { Input } from '../../kit/endpoint.ts'
import type * as api from './contract.ts'
import { endSessions } from './sessions.ts'
import { readSignInSettings, type SignInSettings, writeSignInSettings } from './settings.ts'
import { sql } from './tables.ts'

/** Ends sessions that now lack a required second factor, except the caller's own. */
export async function changeSignInSettings(
  ctx: Context,
  decided: Input<typeof api.changeSettings>,
): Promise<SignInSettings> {
  const before = new Set((await readSignInSettings(ctx)).mfaForRoles)
  const after = await writeSignInSettings(ctx, decided)
  const added = after.mfaForRoles.filter((role) => !before.has(role))
  if (added.length === 0) return after
  const holders = await sql(ctx)
    .selectFrom('accounts')
    .select('id')
    .where('tenant_id', '=', ctx.tenant)
    .where('role', 'in', added)
    .execute()
  const { session } = ctx.caller.signedIn ?? {}
  await endSessions(
    ctx,
    holders.map(({ id }) => id),
    'second_factor_changed',
    { withoutSecondFactor: true, ...(session !== undefined && { except: session }) },
  )
  return after
}
