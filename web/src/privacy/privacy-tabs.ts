export const PRIVACY_TABS = ['requests', 'erasures', 'reviews', 'breaches', 'rules'] as const
export type PrivacyTab = (typeof PRIVACY_TABS)[number]

/** The tabs in the URL; anything else is the first. */
export const readPrivacyTab = ({ tab }: Record<string, unknown>): { tab?: PrivacyTab } => {
  const known = PRIVACY_TABS.find((one) => one === tab)
  return known ? { tab: known } : {}
}
