import { Group } from '@mantine/core'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import badge from '../../design/badges.module.css'
import { toLanguage } from '../../language/language.ts'
import { usePreferenceSchema, usePreferences } from './queries.ts'
import { preferenceWords } from './words.ts'

/** In words, what this customer wants other than the business does it for everyone. */
export function useWishes(customerId: string): readonly string[] {
  const { t, i18n } = useTranslation()
  const language = toLanguage(i18n.language)
  const schema = usePreferenceSchema().data
  const values = usePreferences(customerId).data?.values
  return useMemo(() => {
    if (!schema || !values) return []
    const { label, word } = preferenceWords(schema, t, language)
    return schema.items.flatMap((item) => {
      const value = values[item.key] ?? null
      if (value === null || value === item.default) return []
      const about = `values.${item.key}`
      if (value === true) return [label(about)]
      return [`${label(about)}: ${word(about, String(value))}`]
    })
  }, [schema, values, t, language])
}

export function Wishes({ of }: { readonly of: readonly string[] }) {
  const { t } = useTranslation()
  if (of.length === 0) return null
  return (
    <Group
      aria-label={t('tab.preferences')}
      component="ul"
      data-wishes
      gap={6}
      m={0}
      p={0}
      style={{ listStyle: 'none' }}
    >
      {of.map((wish) => (
        <li className={badge.badge} data-tone="blue" key={wish}>
          <bdi dir="auto">{wish}</bdi>
        </li>
      ))}
    </Group>
  )
}
