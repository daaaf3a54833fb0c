/** What needs room. The first is shown when none is chosen. */
export const TABS = ['timeline', 'orders', 'loyalty', 'membership', 'addresses', 'duplicates', 'privacy'] as const
/** Opened from the facts beside; a tab only while it is open. */
const BESIDE = ['segments', 'preferences', 'consents', 'interactions', 'logins', 'history', 'notes'] as const
export type BesideName = (typeof BESIDE)[number]
export type TabName = (typeof TABS)[number] | BesideName

/** The tab is in the URL, so that it can be shared and survives a reload. */
export function readTab(search: Record<string, unknown>): { readonly tab?: TabName } {
  const tab = [...TABS, ...BESIDE].find((one) => one === search['tab'])
  return tab ? { tab } : {}
}
