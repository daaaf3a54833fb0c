import { z } from 'zod'
import type { Context } from '../../../kit/context.ts'
import { changeSettings, readSettings, type Section } from '../../tenants/index.ts'
import { RoleName, VERIFICATION_POLICIES } from './shapes.ts'

/** How people sign in, by phone and at the till. */
export const PhoneSettings = {
  handOverMonths: z.int().min(1).max(120).meta({
    description: 'After so many silent months a number may have a new owner: the name must fit. 12 by default',
  }),
  tillIdleMinutes: z
    .int()
    .min(1)
    .max(720)
    .meta({ description: 'After so long unused a till wants the PIN. 5 by default' }),
}

export const SignInSettings = z.object({
  emailVerification: z
    .enum(VERIFICATION_POLICIES)
    .default('before_checkout')
    .meta({ description: 'Whether an e-mail must be confirmed; with `off` an unconfirmed one can sign in' }),
  mfaForRoles: z.array(RoleName).max(10).default([]).meta({ description: 'Roles that need a second factor' }),
  handOverMonths: PhoneSettings.handOverMonths.default(12),
  tillIdleMinutes: PhoneSettings.tillIdleMinutes.default(5),
})
export type SignInSettings = z.output<typeof SignInSettings>

const section: Section<typeof SignInSettings> = { name: 'sign-in', schema: SignInSettings }

export const readSignInSettings = (ctx: Context) => readSettings(ctx, section)
export const writeSignInSettings = (ctx: Context, decided: z.input<typeof SignInSettings>) =>
  changeSettings(ctx, section, decided)
