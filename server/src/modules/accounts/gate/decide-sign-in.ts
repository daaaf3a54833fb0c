import type { Context } from '../../../kit/context.ts'
import type { Input } from '../../../kit/endpoint.ts'
import { readSignInSettings, type SignInSettings, writeSignInSettings } from '../login/settings.ts'
import { sql } from '../login/tables.ts'
import { endSessions } from '../session/sessions.ts'
import type * as api from './contract.ts'

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
