import { NativeSelect, Textarea, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { TypedDayField } from '../../design/dates/typed-day-field.tsx'
import { PhoneField } from '../../design/phone-field.tsx'
import type { Field } from './fields.ts'

const LOCALES = ['en', 'ar'] as const

interface Props {
  readonly field: Field
  readonly value: string
  readonly error: string | undefined
  readonly autoFocus: boolean
  readonly onChange: (value: string) => void
}

/** One field of a customer, in its writing direction. */
export function EditField({ field, value, error, autoFocus, onChange }: Props) {
  const { t } = useTranslation()
  const label = t(`field.${field}`)
  const common = { autoComplete: 'off', autoFocus, error, label, value }
  if (field === 'phone') return <PhoneField {...common} onChange={onChange} />
  if (field === 'locale') {
    return (
      <NativeSelect
        data={LOCALES.map((one) => ({ value: one, label: t(`locale.${one}`) }))}
        description={t('field.localeHint')}
        error={error}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        label={label}
        name="locale"
        onChange={(event) => onChange(event.currentTarget.value)}
        value={value}
      />
    )
  }
  if (field === 'notes') {
    return <Textarea {...common} maxRows={16} minRows={3} onChange={(event) => onChange(event.target.value)} />
  }
  if (field === 'birthDate') {
    return <TypedDayField {...common} onChange={onChange} />
  }
  const classNames = field === 'email' ? { input: 'kith-code-input' } : {}
  return <TextInput {...common} classNames={classNames} onChange={(event) => onChange(event.currentTarget.value)} />
}
