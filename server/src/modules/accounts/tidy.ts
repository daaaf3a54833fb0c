import type { Context } from '../../kit/context.ts'
import { forgetOldCounts } from '../../kit/counted.ts'
import { forgetOldGuestTokens } from './gate/guests/forget.ts'
import { dropOldFlows } from './login/flows.ts'
import { sql } from './login/tables.ts'
import { RETRY_GRACE_SECONDS } from './session/tokens/validity.ts'

const SESSIONS_KEPT_DAYS = 90
const TOKENS_KEPT_DAYS = 1
/** The window of the slow-down. */
const ATTEMPTS_KEPT_MINUTES = 60
const DAY_MS = 86_400_000

/** Deletes what is kept only for a while: retries, links, attempts, and sessions after 90 days. */
export async function tidySignIns(ctx: Context): Promise<void> {
  await dropOldFlows(ctx)
  const ago = (ms: number) => new Date(ctx.now.getTime() - ms)
  await sql(ctx)
    .updateTable('account_sessions')
    .set({ successor: null })
    .where('tenant_id', '=', ctx.tenant)
    .where('rotated_at', '<', ago(RETRY_GRACE_SECONDS * 1000))
    .where('successor', 'is not', null)
    .execute()
  await sql(ctx)
    .deleteFrom('account_sessions')
    .where('tenant_id', '=', ctx.tenant)
    .where('expires_at', '<', ago(SESSIONS_KEPT_DAYS * DAY_MS))
    .execute()
  await sql(ctx)
    .deleteFrom('account_tokens')
    .where('tenant_id', '=', ctx.tenant)
    .where('expires_at', '<', ago(TOKENS_KEPT_DAYS * DAY_MS))
    .execute()
  await sql(ctx)
    .deleteFrom('sign_in_attempts')
    .where('tenant_id', '=', ctx.tenant)
    .where('until', '<', ago(ATTEMPTS_KEPT_MINUTES * 60_000))
    .execute()
  await forgetOldCounts(ctx)
  await forgetOldGuestTokens(ctx)
}
