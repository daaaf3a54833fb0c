/** What needs room. The first is shown when none is chosen. */
export const TABS = ['timeline', 'orders', 'loyalty', 'membership', 'addresses', 'privacy'] as const
/** Opened from the facts beside. */
export const BESIDE = ['preferences', 'consents', 'interactions', 'logins', 'history', 'notes'] as const
export type TabName = (typeof TABS)[number] | (typeof BESIDE)[number]

/** The tab is in the URL, so that it can be shared and survives a reload. */
export function readTab(search: Record<string, unknown>): { readonly tab?: TabName } {
  const tab = [...TABS, ...BESIDE].find((one) => one === search['tab'])
  return tab ? { tab } : {}
}
