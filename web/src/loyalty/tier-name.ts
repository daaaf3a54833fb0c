import { useTranslation } from 'react-i18next'

/** What the business calls a tier, in the language of the reader. */
export function useTierName(): (tier: { readonly name: { readonly en: string; readonly ar: string } }) => string {
  const { i18n } = useTranslation()
  return ({ name }) => (i18n.language === 'ar' ? name.ar : name.en)
}
