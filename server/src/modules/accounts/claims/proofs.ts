import type { Purpose } from '../../verification/index.ts'

/** Where each purpose is accepted; docs/proofs.md has the same table. Tokens for `mfa` and `step_up` never leave the server. */
export const TAKEN = {
  signingIn: ['sign_in', 'register'],
  creating: ['register', 'upgrade', 'verify', 'cod'],
  upgrading: ['upgrade', 'verify', 'cod'],
  verifying: ['verify', 'cod'],
  ordering: ['cod', 'verify'],
  changingOwnContact: ['change_contact'],
} as const satisfies Record<string, readonly Purpose[]>
