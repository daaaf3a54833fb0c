import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import { numbersInTexts, writeIn } from './digits.ts'

export const LANGUAGES = ['en', 'ar'] as const
export type Language = (typeof LANGUAGES)[number]
const KEPT = 'kith.language'

/** Texts of the till, the sign-in and the lists load first; others load with the first screen that needs them. */
const texts = {
  en: { first: () => import('./en.json'), more: () => import('./en.more.json') },
  ar: { first: () => import('./ar.json'), more: () => import('./ar.more.json') },
} as const
let saysMore = false

/** Uses the language chosen on this device, else that of the browser. */
export async function startLanguage(): Promise<void> {
  await i18next
    .use(initReactI18next)
    .use(numbersInTexts)
    .init({
      lng: 'en',
      fallbackLng: false,
      resources: {},
      partialBundledLanguages: true,
      interpolation: { escapeValue: false, alwaysFormat: true },
      returnNull: false,
      parseMissingKeyHandler: (key) => {
        // biome-ignore lint/suspicious/noConsole: a screen without its texts is a defect that no journey may pass by
        console.error(`There is no text for ${key}`)
        return key
      },
    })
  const kept = localStorage.getItem(KEPT)
  await speak(kept ? toLanguage(kept) : toLanguage(navigator.language))
}

export async function chooseLanguage(language: Language): Promise<void> {
  localStorage.setItem(KEPT, language)
  await speak(language)
}

/** Without storing the choice: for a window in the language of its reader. */
export async function speak(language: Language): Promise<void> {
  await Promise.all([learn(language, 'first'), saysMore && learn(language, 'more')])
  document.documentElement.lang = language
  document.documentElement.dir = directionOf(language)
  writeIn(language)
  await i18next.changeLanguage(language)
}

/** For a screen with more texts, which load with it. */
export function withMoreTexts<Screen>(load: () => Promise<Screen>): () => Promise<Screen> {
  return async () => {
    saysMore = true
    const [screen] = await Promise.all([load(), learn(present(), 'more')])
    return screen
  }
}

async function learn(language: Language, part: 'first' | 'more'): Promise<void> {
  const { default: words } = await texts[language][part]()
  i18next.addResourceBundle(language, 'translation', words)
}

export const present = (): Language => toLanguage(i18next.language)
export const toLanguage = (written: string): Language => (written.startsWith('ar') ? 'ar' : 'en')
export const directionOf = (language: string) => (language === 'ar' ? 'rtl' : 'ltr')
