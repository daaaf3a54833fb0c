import { z } from 'zod'
import type { Context } from '../../../kit/context.ts'
import { changeSettings, readSettings, type Section } from '../../tenants/index.ts'
import { RoleName, VERIFICATION_POLICIES } from './shapes.ts'

/** Sign-in settings for phones and tills. */
export const PhoneSettings = {
  handOverMonths: z.int().min(1).max(120).meta({
    description:
      'After this many months of inactivity a number may have a new owner, so the name must match. Default 12',
  }),
  tillIdleMinutes: z
    .int()
    .min(1)
    .max(720)
    .meta({ description: 'Minutes of inactivity after which a till asks for the PIN. Default 5' }),
}

export const SignInSettings = z.object({
  emailVerification: z
    .enum(VERIFICATION_POLICIES)
    .default('before_checkout')
    .meta({ description: 'Whether e-mails must be confirmed; with `off`, unconfirmed e-mails can sign in' }),
  mfaForRoles: z.array(RoleName).max(10).default([]).meta({ description: 'Roles that need a second factor' }),
  handOverMonths: PhoneSettings.handOverMonths.default(12),
  tillIdleMinutes: PhoneSettings.tillIdleMinutes.default(5),
})
export type SignInSettings = z.output<typeof SignInSettings>

const section: Section<typeof SignInSettings> = { name: 'sign-in', schema: SignInSettings }

export const readSignInSettings = (ctx: Context) => readSettings(ctx, section)
export const writeSignInSettings = (ctx: Context, decided: z.input<typeof SignInSettings>) =>
  changeSettings(ctx, section, decided)
