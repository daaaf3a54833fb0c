import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { itself, visitor } from '../../../../kit/caller.ts'
import type { Context } from '../../../../kit/context.ts'
import type { Database } from '../../../../kit/database.ts'
import type { Answered, Entrance, Input } from '../../../../kit/endpoint.ts'
import { LANGUAGES } from '../../../../kit/language.ts'
import type { Errand } from '../../../../kit/module.ts'
import { inTenant } from '../../../../kit/transaction.ts'
import { auditAccount, findAccount, mayComeIn } from '../../login/accounts.ts'
import {
  BEGINNINGS_BY_ADDRESS,
  byAddress,
  MAILS_BY_DEVICE,
  MAILS_BY_LOGIN,
  takeTurns,
  tryNow,
} from '../../login/attempts.ts'
import { findCredential } from '../../login/credentials.ts'
import { beginFlow, endFlow, type FlowKind, nextFlow, takeBackFlows } from '../../login/flows.ts'
import { sendResetPassword } from '../../login/notify.ts'
import { issueToken } from '../../login/single-use.ts'
import { type KnownDevice, knownDevice } from '../../session/known-device.ts'
import type * as api from './contract.ts'

const VALID_MINUTES = 30

const ResetAsked = z.object({
  email: z.string(),
  device: z.object({ account: z.string(), id: z.string() }).nullable().exactOptional(),
  origin: z.object({ ip: z.string().exactOptional(), userAgent: z.string().exactOptional() }),
  requestId: z.string(),
  language: z.enum(LANGUAGES),
})
const RESET_ASKED: FlowKind<z.output<typeof ResetAsked>> = { name: 'reset_asked', remembers: ResetAsked }

/**
 * Only records the request and nudges: the account is looked up after the response. So work and time are the same
 * for an unknown e-mail.
 */
export async function askForReset(
  { db, caller, cookies }: Entrance,
  { email }: Input<typeof api.forgotPassword>,
): Promise<Answered<{ done: true }>> {
  const device = await knownDevice(db, { caller, cookies })
  await takeTurns(db, caller, [byAddress(BEGINNINGS_BY_ADDRESS, caller)])
  await inTenant(db, caller, async (ctx) => {
    const { origin, requestId, language } = caller
    const remember = { email, device, origin, requestId, language }
    const secret = randomBytes(32).toString('base64url')
    await beginFlow(ctx, { kind: RESET_ASKED, secret, validMinutes: VALID_MINUTES, remember })
    ctx.nudge('resets')
  })
  return { body: { done: true } }
}

export const sendResetLinks: Errand = {
  name: 'send-reset-links',
  nudge: 'resets',
  everyMs: 5_000,
  find: `select distinct tenant_id from sign_in_flows where kind = 'reset_asked'`,
  run: sendNextLink,
}

/** Whether the limit allows another. The audit trail has caller and IP address. */
export async function sendNextLink(db: Database, tenant: string): Promise<boolean> {
  const here = itself(tenant, 'errand:send-reset-links')
  const next = await inTenant(db, here, (ctx) => nextFlow(ctx, RESET_ASKED), { readOnly: true })
  if (!next) return false
  const { id, tooLate, remembered } = next
  if (remembered === null) {
    await inTenant(db, here, (ctx) => endFlow(ctx, id))
    return true
  }
  const { email, device, ...asked } = remembered
  await inTenant(db, visitor(tenant, asked), async (ctx) => {
    if ((await endFlow(ctx, id)) && !tooLate) await sendLink(ctx, email, device)
  })
  return true
}

/** For an erasure: deletes pending requests for the customer's e-mails. */
export function forgetResets(ctx: Context, emails: ReadonlySet<string>): Promise<void> {
  return takeBackFlows(ctx, RESET_ASKED, ({ email }) => emails.has(email))
}

async function sendLink(ctx: Context, email: string, device?: KnownDevice | null): Promise<void> {
  const credential = await findCredential(ctx, 'password', email)
  const account = credential && (await findAccount(ctx, credential.account_id))
  const own = device && device.account === account?.id ? { limit: MAILS_BY_DEVICE, subject: device.id } : null
  const allowed = await tryNow(ctx, own ?? { limit: MAILS_BY_LOGIN, subject: email })
  if (!allowed || account?.status !== 'active' || !(await mayComeIn(ctx, account))) return
  const { token } = await issueToken(ctx, {
    accountId: account.id,
    purpose: 'reset_password',
    validMinutes: VALID_MINUTES,
  })
  await sendResetPassword(ctx, account, email, { token, minutes: VALID_MINUTES })
  auditAccount(ctx, account, 'account.reset_asked')
}
