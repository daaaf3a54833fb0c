import { useTranslation } from 'react-i18next'

export const PURPOSES = [
  'terms',
  'privacy',
  'marketing.sms',
  'marketing.email',
  'marketing.whatsapp',
  'marketing.phone',
  'marketing.push',
] as const

/** `marketing.sms` in words; a custom name stays as it is. */
export function usePurposeWord(): (purpose: string) => string {
  const { t } = useTranslation()
  return (purpose) => {
    const known = PURPOSES.find((one) => one === purpose)
    return known ? t(`purpose.${known.replace('.', '_') as 'terms'}`) : purpose.replace(/^custom\./, '')
  }
}
