import type { Output } from '@kith/sdk'
import type { Language } from '../../language/language.ts'

type Document = Output<'consent.listDocuments'>['items'][number]

const KINDS: readonly Document['kind'][] = ['terms', 'privacy', 'marketing']
const placeOf = ({ kind }: Document) => KINDS.indexOf(kind)

/** Terms first. Marketing by e-mail is asked for later: the server refuses it until the e-mail is confirmed. */
export const askedOf = (documents: readonly Document[]): Document[] =>
  documents
    .filter((one) => placeOf(one) >= 0 && one.purpose !== 'marketing.email')
    .sort((one, other) => placeOf(one) - placeOf(other))

/** The text in the language of the screen, else in the other. */
export function textOf({ latest: { texts } }: Document, wanted: Language) {
  const other = wanted === 'ar' ? 'en' : 'ar'
  const language = texts[wanted] ? wanted : other
  return { language, title: texts[language]?.title ?? '', text: texts[language]?.text ?? '' }
}
