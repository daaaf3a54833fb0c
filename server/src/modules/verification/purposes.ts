import { z } from 'zod'

/** The purpose of a code; it is valid for no other. */
export const PURPOSES = [
  'register',
  'sign_in',
  'verify',
  'upgrade',
  'cod',
  'redeem',
  'change_contact',
  'mfa',
  'step_up',
] as const
export type Purpose = (typeof PURPOSES)[number]

/** Second factors are requested by the sign-in itself, step-up by a signed-in caller. */
export const isAskedByVisitors = (purpose: Purpose) => purpose !== 'mfa' && purpose !== 'step_up'
const ASKED_BY_VISITORS = PURPOSES.filter(isAskedByVisitors)

/** Aliases from the requirements. */
const ALIASES: Readonly<Record<string, Purpose>> = {
  registration: 'register',
  login: 'sign_in',
  verification: 'verify',
}

export const AskedPurpose = z
  .enum([...ASKED_BY_VISITORS, 'registration', 'login', 'verification'])
  .transform((asked): Purpose => PURPOSES.find((purpose) => purpose === asked) ?? ALIASES[asked]!)
  .meta({
    description: '`registration`, `login` and `verification` are aliases of `register`, `sign_in` and `verify`',
  })
