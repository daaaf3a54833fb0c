import { arabicValue } from './arabic-values.ts'
import { ARABIC } from './arabic-words.ts'

/** What has no word is shown in English, as words: `totalOrders` → “Total orders”. */
export function wordFor(name: string, language: 'en' | 'ar'): string {
  const arabic = language === 'ar' && Object.hasOwn(ARABIC, name) ? ARABIC[name] : undefined
  return arabic ?? inWords(name)
}

/** What a field says, where that is a word of ours. */
export const valueFor = (field: string, value: string, language: 'en' | 'ar'): string =>
  (language === 'ar' ? arabicValue(field, value) : undefined) ?? value

function inWords(name: string): string {
  // A key of the tenant's own is shown as it is.
  if (!/^[a-z][A-Za-z0-9]*$/.test(name)) return name
  const words = name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
  return words[0]!.toUpperCase() + words.slice(1)
}
