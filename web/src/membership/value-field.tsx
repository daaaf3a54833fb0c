import { Select, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { NumberField } from '../design/numbers/number-field.tsx'
import { useOwnName } from './names.ts'
import type { Feature, Value } from './queries.ts'

interface Props {
  readonly feature: Pick<Feature, 'type' | 'choices'>
  readonly label: string
  readonly value: Value | undefined
  /** Undefined: nothing is said. */
  readonly onValue: (value: Value | undefined) => void
  readonly error: string | undefined
}

/** A value of a feature, or none. */
export function ValueField({ feature: { type, choices }, label, value, onValue, error }: Props) {
  const { t } = useTranslation()
  const nameOf = useOwnName()
  const common = { error, label, size: 'sm', placeholder: t('plan.nothing') } as const
  switch (type) {
    case 'boolean':
      return (
        <Select
          {...common}
          clearable
          data={(['true', 'false'] as const).map((one) => ({
            value: one as string,
            label: t(one === 'true' ? 'preference.yes' : 'preference.no'),
          }))}
          onChange={(chosen) => onValue(chosen === null ? undefined : chosen === 'true')}
          value={value === undefined ? null : String(value)}
        />
      )
    case 'number':
      return (
        <NumberField
          allowNegative
          {...common}
          onChange={(typed) => onValue(typed === '' ? undefined : Number(typed))}
          value={typeof value === 'number' ? value : ''}
        />
      )
    case 'choice':
      return (
        <Select
          {...common}
          clearable
          data={choices
            .filter(({ key }) => key !== '')
            .map(({ key, name }) => ({ value: key, label: nameOf(name) || key }))}
          onChange={(chosen) => onValue(chosen ?? undefined)}
          value={typeof value === 'string' ? value : null}
        />
      )
    case 'text':
      return (
        <TextInput
          {...common}
          maxLength={500}
          onChange={(event) => onValue(event.currentTarget.value || undefined)}
          value={typeof value === 'string' ? value : ''}
        />
      )
  }
}
