import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { inOwnDigits } from '../../language/digits.ts'
import { type Language, toLanguage } from '../../language/language.ts'
import type { Schema } from './queries.ts'

export const CHANNELS = ['sms', 'email', 'whatsapp', 'push', 'phone'] as const
type Channel = (typeof CHANNELS)[number]

/** The names of preferences and their values in the business's schema. */
export function usePreferenceWords(schema: Schema) {
  const { t, i18n } = useTranslation()
  return preferenceWords(schema, t, toLanguage(i18n.language))
}

export function preferenceWords({ items, topics }: Schema, t: TFunction, language: Language) {
  const itemOf = (about: string) => items.find(({ key }) => about === `values.${key}`)
  const yes = (value: string) => (value === 'true' ? t('preference.yes') : t('preference.no'))
  return {
    label(about: string): string {
      const [, channel, topic] = about.split('.')
      if (about === 'quietHours') return t('preference.quietHours')
      const wish = topics.find(({ key }) => key === topic)
      if (wish) return `${t(`channel.${channel as Channel}`)} · ${wish.label[language]}`
      return itemOf(about)?.label[language] ?? about
    },
    word(about: string, value: string): string {
      const item = itemOf(about)
      if (item?.type === 'choice') {
        return item.choices.find((choice) => choice.value === value)?.label[language] ?? value
      }
      if (item?.type === 'number') return inOwnDigits(value)
      return item?.type === 'boolean' || about.startsWith('communication.') ? yes(value) : value
    },
  }
}
