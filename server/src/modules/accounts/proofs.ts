import type { Purpose } from '../verification/index.ts'

/** Which proof is taken where; the same table, in words, is docs/proofs.md. Those of `mfa` and `step_up` never leave the server. */
export const TAKEN = {
  signingIn: ['sign_in', 'register'],
  creating: ['register', 'upgrade', 'verify', 'cod'],
  upgrading: ['upgrade', 'verify', 'cod'],
  verifying: ['verify', 'cod'],
  ordering: ['cod', 'verify'],
  changingOwnContact: ['change_contact'],
} as const satisfies Record<string, readonly Purpose[]>
