import arFirst from '../web/src/language/ar.json' with { type: 'json' }
import arMore from '../web/src/language/ar.more.json' with { type: 'json' }
import enFirst from '../web/src/language/en.json' with { type: 'json' }
import enMore from '../web/src/language/en.more.json' with { type: 'json' }
import type { Language } from './screen.ts'

const en = { ...enFirst, ...enMore }
const ar = { ...arFirst, ...arMore }
type Words = typeof en
type Key = { [G in keyof Words & string]: `${G}.${keyof Words[G] & string}` }[keyof Words & string]

/** The label of a button or a field, as a business in Oman reads it, so that a journey presses what a person would. */
export function wordsOf(language: Language): (key: Key) => string {
  const number = new Intl.NumberFormat(`${language}-OM`, { useGrouping: false })
  const words = { en, ar }[language] as unknown as Record<string, Record<string, string>>
  return (key) => {
    const [group = '', name = ''] = key.split(/\.(.*)/)
    return words[group]![name]!.replace(/{{(\d+)}}/g, (_, figure) => number.format(figure))
  }
}
