import { z } from 'zod'
import type { Context } from '../../../kit/context.ts'
import type { Account } from '../login/accounts.ts'
import { readSignInSettings } from '../login/settings.ts'
import { FIRST_FACTORS, type FirstFactor, type MFA_METHODS } from '../login/shapes.ts'
import { findToken, issueToken, type LiveToken } from '../login/single-use.ts'
import { Wish } from '../session/sessions.ts'
import type { FactorKind } from './factors.ts'

const VALID_MINUTES = 10
export const CHALLENGE_TRIES = 5

export interface Challenge {
  readonly token: string
  readonly expiresAt: Date
  readonly methods: readonly (typeof MFA_METHODS)[number][]
}

/** The first factor and how the session shall be answered; kept with the challenge. */
const HalfSignedIn = z.object({ factor: z.enum(FIRST_FACTORS), wish: Wish, enrol: z.boolean() })
export type HalfSignedIn = Readonly<z.output<typeof HalfSignedIn>>

/** Null if the first factor is enough. */
export async function askForSecondFactor(
  ctx: Context,
  account: Account,
  { factors, factor, wish }: { factors: readonly FactorKind[]; factor: FirstFactor; wish: Wish },
): Promise<Challenge | null> {
  const enrol = factors.length === 0 && (await isRequired(ctx, account))
  if (factors.length === 0 && !enrol) return null
  const remember: HalfSignedIn = { factor, wish, enrol }
  const { token } = await issueToken(ctx, {
    accountId: account.id,
    purpose: 'mfa',
    validMinutes: VALID_MINUTES,
    remember: { ...remember },
  })
  return {
    token,
    expiresAt: new Date(ctx.now.getTime() + VALID_MINUTES * 60_000),
    methods: enrol ? ['enrol'] : [...factors, 'recovery'],
  }
}

/** Whether the tenant requires a second factor for this role. */
export async function isRequired(ctx: Context, { role }: Pick<Account, 'role'>): Promise<boolean> {
  return role !== null && (await readSignInSettings(ctx)).mfaForRoles.includes(role)
}

export async function findChallenge(
  ctx: Context,
  challenge: string,
  lock?: 'for update',
): Promise<(LiveToken & { half: HalfSignedIn }) | null> {
  const found = await findToken(ctx, 'mfa', challenge, lock)
  if (!found || found.attempts >= CHALLENGE_TRIES) return null
  return { ...found, half: HalfSignedIn.parse(found.remembered) }
}
