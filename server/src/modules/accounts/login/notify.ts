import type { Context } from '../../../kit/context.ts'
import { publicUrl } from '../../../kit/public-url.ts'
import { sendMessage } from '../../messages/index.ts'
import type { Account } from './accounts.ts'
import { openLogin, passwordOf } from './credentials.ts'

/** The web pages of links in messages. The token is behind the #, so that servers on the way do not log it. */
const link = (ctx: Context, page: string, token: string) =>
  `${publicUrl(ctx.config)}/account/${page}#tenant=${ctx.tenant}&token=${token}`

export const invitationLink = (ctx: Context, token: string) => link(ctx, 'accept-invitation', token)

export async function sendVerifyEmail(
  ctx: Context,
  account: Account,
  to: string,
  { token, code, minutes }: { token: string; code: string; minutes: number },
): Promise<void> {
  const values = { link: link(ctx, 'verify-email', token), code, hours: String(minutes / 60) }
  await send(ctx, account, to, 'verify_email', values, minutes)
}

export async function sendResetPassword(
  ctx: Context,
  account: Account,
  to: string,
  { token, minutes }: { token: string; minutes: number },
): Promise<void> {
  await send(
    ctx,
    account,
    to,
    'reset_password',
    { link: link(ctx, 'reset-password', token), minutes: String(minutes) },
    minutes,
  )
}

export async function sendInvitation(
  ctx: Context,
  account: Account,
  to: string,
  { token, minutes }: { token: string; minutes: number },
): Promise<void> {
  const values = { link: invitationLink(ctx, token), role: account.role! }
  await send(ctx, account, to, 'staff_invitation', values, minutes)
}

export const notifyPasswordChanged = (ctx: Context, account: Account) => notifyHolder(ctx, account, 'password_changed')
export const notifyLoginAdded = (ctx: Context, account: Account) => notifyHolder(ctx, account, 'login_added')
export const notifyNewSignIn = (ctx: Context, account: Account) => notifyHolder(ctx, account, 'new_sign_in')

/** Only to a verified e-mail: another may be a stranger's. */
async function notifyHolder(
  ctx: Context,
  account: Account,
  template: 'password_changed' | 'new_sign_in' | 'login_added',
) {
  const credential = await passwordOf(ctx, account.id)
  if (!credential?.proved_at) return
  await send(ctx, account, await openLogin(ctx, credential), template, {})
}

async function send(
  ctx: Context,
  { customerId, language }: Account,
  to: string,
  template: 'verify_email' | 'reset_password' | 'staff_invitation' | 'password_changed' | 'new_sign_in' | 'login_added',
  values: Record<string, string>,
  minutes?: number,
): Promise<void> {
  const expiresAt = minutes === undefined ? {} : { expiresAt: new Date(ctx.now.getTime() + minutes * 60_000) }
  await sendMessage(ctx, { channel: 'email', to, template, values, language, customerId, ...expiresAt })
}
