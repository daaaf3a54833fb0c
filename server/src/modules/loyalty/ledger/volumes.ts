/** What a customer has: to spend, not yet to spend, set aside for a sale, and owed. */
export const VOLUMES = ['balance', 'pending', 'reserved', 'debt'] as const
export type Volumes = Readonly<Record<(typeof VOLUMES)[number], number>>

export const NOTHING: Volumes = { balance: 0, pending: 0, reserved: 0, debt: 0 }

const each = (value: (name: (typeof VOLUMES)[number]) => number): Volumes => ({
  balance: value('balance'),
  pending: value('pending'),
  reserved: value('reserved'),
  debt: value('debt'),
})

export const plus = (some: Volumes, change: Partial<Volumes>): Volumes =>
  each((name) => some[name] + (change[name] ?? 0))
export const difference = (after: Volumes, before: Volumes): Volumes => each((name) => after[name] - before[name])
export const volumesIn = (row: Volumes): Volumes => each((name) => row[name])
