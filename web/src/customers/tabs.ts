export const TABS = [
  'profile',
  'orders',
  'loyalty',
  'addresses',
  'preferences',
  'consents',
  'logins',
  'history',
  'notes',
  'privacy',
] as const
export type TabName = (typeof TABS)[number]

/** Which tab stands in the address, so that it can be sent to a colleague and is still there after a reload. */
export function readTab(search: Record<string, unknown>): { readonly tab?: TabName } {
  const tab = TABS.find((one) => one === search['tab'])
  return tab ? { tab } : {}
}
