import { z } from 'zod'

/** What a code is asked for; a code for one opens nothing else. */
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

/** A second factor is asked for by the sign-in itself, and a recent proof by a caller that is signed in. */
export const isAskedByVisitors = (purpose: Purpose) => purpose !== 'mfa' && purpose !== 'step_up'
const ASKED_BY_VISITORS = PURPOSES.filter(isAskedByVisitors)

/** The names in the sources of the requirements. */
const BEFORE: Readonly<Record<string, Purpose>> = { registration: 'register', login: 'sign_in', verification: 'verify' }

export const AskedPurpose = z
  .enum([...ASKED_BY_VISITORS, 'registration', 'login', 'verification'])
  .transform((asked): Purpose => BEFORE[asked] ?? (asked as Purpose))
  .meta({
    description: '`registration`, `login` and `verification` are other names of `register`, `sign_in` and `verify`',
  })
