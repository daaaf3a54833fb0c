import { arabicValue } from './arabic-values.ts'
import { ARABIC } from './arabic-words.ts'

/** A key without a translation is shown as English words: `totalOrders` → “Total orders”. */
export function wordFor(name: string, language: 'en' | 'ar'): string {
  const arabic = language === 'ar' && Object.hasOwn(ARABIC, name) ? ARABIC[name] : undefined
  return arabic ?? inWords(name)
}

/** The translation of a fixed value. */
export const valueFor = (field: string, value: string, language: 'en' | 'ar'): string =>
  (language === 'ar' ? arabicValue(field, value) : undefined) ?? value

function inWords(name: string): string {
  // Keys defined by the tenant are shown as they are.
  if (!/^[a-z][A-Za-z0-9]*$/.test(name)) return name
  const words = name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
  return words[0]!.toUpperCase() + words.slice(1)
}
