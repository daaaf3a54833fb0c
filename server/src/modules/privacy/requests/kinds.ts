export const REQUEST_KINDS = ['access', 'rectification', 'erasure', 'restriction', 'objection'] as const
export const REQUEST_STATUSES = ['open', 'completed', 'refused', 'obsolete'] as const
/** How the officer knows that it is the person who asks. */
export const IDENTITY_PROOFS = ['contact_code', 'account', 'document', 'known_in_person', 'representative'] as const
