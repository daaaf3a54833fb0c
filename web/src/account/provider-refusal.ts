import { useTranslation } from 'react-i18next'

const KNOWN = {
  'auth.cancelled': 'cancelled',
  'auth.flow_over': 'flowOver',
  'auth.provider_refused': 'refused',
  'auth.provider_down': 'down',
  'auth.provider_says_no_time': 'saysNoTime',
  'auth.link_first': 'linkFirst',
  'auth.login_taken': 'taken',
  'auth.blocked': 'blocked',
} as const

/** A browser returning from a provider has only an error code; the texts are here. */
export function useProviderRefusal(code: string | null): string | null {
  const { t } = useTranslation()
  if (code === null) return null
  return t(`provider.${KNOWN[code as keyof typeof KNOWN] ?? 'other'}`)
}
