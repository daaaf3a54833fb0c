import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'

export const LANGUAGES = ['en', 'ar'] as const
export type Language = (typeof LANGUAGES)[number]
const KEPT = 'kith.language'

const texts = { en: () => import('./en.json'), ar: () => import('./ar.json') }

/** Speaks the language that was chosen here before, else that of the browser. */
export async function startLanguage(): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: 'en',
    fallbackLng: false,
    resources: {},
    partialBundledLanguages: true,
    interpolation: { escapeValue: false },
    returnNull: false,
  })
  const kept = localStorage.getItem(KEPT)
  await speak(kept ? toLanguage(kept) : toLanguage(navigator.language))
}

export async function chooseLanguage(language: Language): Promise<void> {
  localStorage.setItem(KEPT, language)
  await speak(language)
}

/** Without remembering it: for a window that speaks as its reader does. */
export async function speak(language: Language): Promise<void> {
  const { default: words } = await texts[language]()
  i18next.addResourceBundle(language, 'translation', words)
  document.documentElement.lang = language
  document.documentElement.dir = directionOf(language)
  await i18next.changeLanguage(language)
}

export const present = (): Language => toLanguage(i18next.language)
export const toLanguage = (written: string): Language => (written.startsWith('ar') ? 'ar' : 'en')
export const directionOf = (language: string) => (language === 'ar' ? 'rtl' : 'ltr')
