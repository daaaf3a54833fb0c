import type { Output } from '@kith/sdk'
import { NativeSelect, Switch, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { NumberField } from '../../design/numbers/number-field.tsx'
import { toLanguage } from '../../language/language.ts'

type Item = Output<'preferences.readSchema'>['items'][number]
export type GivenPreferences = Readonly<Record<string, string | number | boolean>>

interface Props {
  readonly items: readonly Item[]
  readonly values: GivenPreferences
  readonly onChange: (key: string, value: string | number | boolean) => void
}

/** The preference schema of this business. */
export function PreferenceFields({ items, values, onChange }: Props) {
  const language = toLanguage(useTranslation().i18n.language)
  return items.map((item) => {
    const { key } = item
    const common = { label: item.label[language], name: `wish-${key}` }
    const value = values[key] ?? item.default
    if (item.type === 'boolean') {
      return (
        <Switch
          {...common}
          checked={value === true}
          key={key}
          onChange={(event) => onChange(key, event.currentTarget.checked)}
        />
      )
    }
    if (item.type === 'choice') {
      const data = item.choices.map((choice) => ({ value: choice.value, label: choice.label[language] }))
      return (
        <NativeSelect
          {...common}
          data={data}
          key={key}
          onChange={(event) => onChange(key, event.currentTarget.value)}
          value={String(value)}
        />
      )
    }
    if (item.type === 'number') {
      return (
        <NumberField
          allowNegative
          {...common}
          key={key}
          onChange={(typed) => typeof typed === 'number' && onChange(key, typed)}
          value={typeof value === 'number' ? value : ''}
        />
      )
    }
    return (
      <TextInput
        {...common}
        key={key}
        onChange={(event) => onChange(key, event.currentTarget.value)}
        value={typeof value === 'string' ? value : ''}
      />
    )
  })
}
