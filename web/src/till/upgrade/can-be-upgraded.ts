import type { Customer } from '../../session/session.ts'

/** Whom to offer it for: somebody with a number that nobody has proved yet. Whether it may be, the server decides. */
export const canBeUpgraded = ({ type, status, phone, contactsMasked, restricted }: Customer) =>
  type === 'stub' && status === 'active' && phone !== null && !contactsMasked && !restricted
