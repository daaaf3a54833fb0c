/** The current action for the customer at the counter. */
export type Doing = 'edit' | 'order' | 'points' | 'upgrade' | 'consent' | 'address'

/** Its key. */
export const KEYS = {
  edit: 'F4',
  order: 'F6',
  points: 'F7',
  upgrade: 'F8',
  consent: 'F9',
  address: 'F10',
} as const satisfies Record<Doing, string>
