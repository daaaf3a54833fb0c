import type { Customer } from '../../session/session.ts'

/** Offered for customers with an unverified phone. The server decides whether it is allowed. */
export const canBeUpgraded = ({ type, status, phone, contactsMasked, restricted }: Customer) =>
  type === 'stub' && status === 'active' && phone !== null && !contactsMasked && !restricted
