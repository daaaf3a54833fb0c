/** What is being done for the person at the counter. */
export type Doing = 'edit' | 'order' | 'upgrade' | 'consent' | 'address'

/** The key that begins it. */
export const KEYS = { edit: 'F4', order: 'F6', upgrade: 'F8', consent: 'F9', address: 'F10' } as const satisfies Record<
  Doing,
  string
>
