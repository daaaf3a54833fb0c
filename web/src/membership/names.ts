import { useTranslation } from 'react-i18next'

interface Both {
  readonly en: string
  readonly ar: string
}

/** What the business calls a plan, a feature or a flair, in the language of the reader. */
export function useOwnName(): (names: Both) => string {
  const { i18n } = useTranslation()
  return ({ en, ar }) => (i18n.language === 'ar' ? ar : en)
}
