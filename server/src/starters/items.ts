import type { PreferenceSchema } from '../modules/preferences/contract.ts'

type Item = PreferenceSchema['items'][number]
/** In English and in Arabic. */
type Names = readonly [en: string, ar: string]

const label = ([en, ar]: Names) => ({ en, ar })

export const choice = (key: string, name: Names, choices: Readonly<Record<string, Names>>): Item => ({
  key,
  label: label(name),
  type: 'choice',
  choices: Object.entries(choices).map(([value, names]) => ({ value, label: label(names) })),
  default: Object.keys(choices)[0]!,
})
export const yesNo = (key: string, name: Names): Item => ({ key, label: label(name), type: 'boolean', default: false })
export const words = (key: string, name: Names): Item => ({ key, label: label(name), type: 'text', default: null })

const topic = (key: string, name: Names) => ({ key, label: label(name), default: true })
/** What a business of any kind writes about. */
export const topics = (visits: Names) => [
  topic('orders', visits),
  topic('offers', ['Offers', 'العروض']),
  topic('news', ['News', 'الأخبار']),
]
