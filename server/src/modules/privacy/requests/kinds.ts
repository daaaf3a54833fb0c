export const REQUEST_KINDS = ['access', 'rectification', 'erasure', 'restriction', 'objection'] as const
export const REQUEST_STATUSES = ['open', 'completed', 'refused', 'obsolete'] as const
/** How the identity of the person was confirmed. */
export const IDENTITY_PROOFS = ['contact_code', 'account', 'document', 'known_in_person', 'representative'] as const
