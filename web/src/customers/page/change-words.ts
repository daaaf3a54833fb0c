import { useTranslation } from 'react-i18next'
import { toLanguage } from '../../language/language.ts'
import { useFieldName, useValueWord } from '../../person/history-words.tsx'
import { useOwnFields } from '../../person/own-fields.tsx'
import { ownWords } from '../../person/own-words.ts'
import { usePreferenceSchema } from '../preferences/queries.ts'
import { preferenceWords } from '../preferences/words.ts'

const isPreference = (field: string) => /^(values|communication)\./.test(field)

/** Fields and values of a change: preferences and fields of the business by the names that it gave. */
export function useChangeWords() {
  const { t, i18n } = useTranslation()
  const fieldName = useFieldName()
  const valueWord = useValueWord()
  const language = toLanguage(i18n.language)
  const own = useOwnFields()?.person ?? []
  const schema = usePreferenceSchema().data
  const preferences = schema ? preferenceWords(schema, t, language) : null
  return {
    name: (field: string): string => (preferences && isPreference(field) ? preferences.label(field) : fieldName(field)),
    word(field: string, value: unknown): string {
      if (field === 'ownFields' && typeof value === 'object' && value !== null)
        return ownWords(own, value, { language, yes: t('preference.yes'), no: t('preference.no') })
      if (preferences && isPreference(field) && typeof value !== 'object') return preferences.word(field, String(value))
      return valueWord(field, value)
    },
  }
}
