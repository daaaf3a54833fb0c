export const TABS = [
  'profile',
  'timeline',
  'orders',
  'loyalty',
  'segments',
  'interactions',
  'membership',
  'addresses',
  'preferences',
  'consents',
  'logins',
  'history',
  'notes',
  'duplicates',
  'privacy',
] as const
export type TabName = (typeof TABS)[number]

/** The tab is in the URL, so that it can be shared and survives a reload. */
export function readTab(search: Record<string, unknown>): { readonly tab?: TabName } {
  const tab = TABS.find((one) => one === search['tab'])
  return tab ? { tab } : {}
}
