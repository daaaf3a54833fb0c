import type { Output } from '@kith/sdk'
import { Button, NativeSelect, Stack, Text, TextInput } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { TypedDayField } from '../design/dates/typed-day-field.tsx'
import { NumberField } from '../design/numbers/number-field.tsx'
import { refusedFields } from '../design/refused-fields.ts'
import { useSession } from '../session/session.ts'

type Fields = Output<'customers.readOwnFields'>
export type OwnField = Fields['person'][number]
type Value = string | number | boolean
export type OwnValues = Readonly<Record<string, Value | null>>

export function useOwnFields(): Fields | undefined {
  const { kith, may } = useSession()
  return useQuery({
    queryKey: ['settings', 'fields', 'names'],
    queryFn: ({ signal }) => kith.customers.readOwnFields({}, { signal }),
    enabled: may('customers:read'),
    staleTime: 60_000,
  }).data
}

interface Props {
  readonly on: keyof Fields
  readonly values: OwnValues
  readonly mayWrite: boolean
  readonly onSave: (values: OwnValues) => Promise<unknown>
}

/** The fields that the business added, with what is written into them. */
export function OwnFields({ on, values, mayWrite, onSave }: Props) {
  const { t } = useTranslation()
  const fields = useOwnFields()?.[on] ?? []
  const [mine, setMine] = useState(values)
  const save = useMutation({ mutationFn: () => onSave(mine) })
  const errors = refusedFields(save.error)
  if (fields.length === 0) return null
  const isChanged = fields.some(({ key }) => (mine[key] ?? null) !== (values[key] ?? null))
  return (
    <Stack align="flex-start" data-own-fields={on} gap="xs">
      <Text fw={600} size="sm">
        {t('field.ownFields')}
      </Text>
      {fields.map((field) => (
        <OwnInput
          error={errors[`ownFields.${field.key}`]}
          field={field}
          isReadOnly={!mayWrite}
          key={field.key}
          onValue={(value) => setMine({ ...mine, [field.key]: value })}
          value={mine[field.key] ?? null}
        />
      ))}
      {mayWrite && isChanged && (
        <Button loading={save.isPending} onClick={() => save.mutate()} size="sm" variant="default">
          {t('act.save')}
        </Button>
      )}
    </Stack>
  )
}

interface FormProps {
  readonly on: keyof Fields
  readonly values: OwnValues
  /** What was refused, of the whole form. */
  readonly refused: unknown
  readonly onChange: (values: OwnValues) => void
}

/** The same within the form of a new customer or address, which is sent as one. */
export function OwnInputs({ on, values, refused, onChange }: FormProps) {
  const fields = useOwnFields()?.[on] ?? []
  const errors = refusedFields(refused)
  return fields.map((field) => (
    <OwnInput
      error={errors[`ownFields.${field.key}`]}
      field={field}
      isReadOnly={false}
      key={field.key}
      onValue={(value) => onChange({ ...values, [field.key]: value })}
      value={values[field.key] ?? null}
    />
  ))
}

/** What was written into them, or nothing: to be sent with the rest. */
export function ownFieldsOf(values: OwnValues): { readonly ownFields?: Record<string, Value> } {
  const given = Object.entries(values).flatMap(([key, value]) => (value === null ? [] : [[key, value] as const]))
  return given.length === 0 ? {} : { ownFields: Object.fromEntries(given) }
}

interface InputProps {
  readonly field: OwnField
  readonly value: Value | null
  readonly error: string | undefined
  readonly isReadOnly: boolean
  readonly onValue: (value: Value | null) => void
}

function OwnInput({ field, value, error, isReadOnly, onValue }: InputProps) {
  const { t, i18n } = useTranslation()
  const word = (label: OwnField['label']) => (i18n.language === 'ar' ? label.ar : label.en)
  const common = { error, label: word(field.label), disabled: isReadOnly, size: 'sm' } as const
  if (field.type === 'number')
    return (
      <NumberField
        {...common}
        allowNegative
        onChange={(typed) => onValue(typed === '' ? null : Number(typed))}
        value={typeof value === 'number' ? value : ''}
      />
    )
  const written = typeof value === 'string' ? value : ''
  if (field.type === 'date')
    return <TypedDayField {...common} onChange={(day) => onValue(day || null)} value={written} />
  if (field.type === 'text')
    return <TextInput {...common} onChange={(event) => onValue(event.currentTarget.value || null)} value={written} />
  const choices =
    field.type === 'boolean'
      ? (['yes', 'no'] as const).map((one) => ({ value: one, label: t(`preference.${one}`) }))
      : field.choices.map((one) => ({ value: one.value, label: word(one.label) }))
  const shown = typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value ?? '')
  return (
    <NativeSelect
      {...common}
      data={[{ value: '', label: '–' }, ...choices]}
      onChange={({ currentTarget: { value: chosen } }) =>
        onValue(chosen === '' ? null : field.type === 'boolean' ? chosen === 'yes' : chosen)
      }
      value={shown}
    />
  )
}
