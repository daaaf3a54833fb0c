import { Group, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'

export interface Names {
  readonly firstName: string
  readonly lastName: string
}
export const NO_NAMES: Names = { firstName: '', lastName: '' }

/** Empty fields are not sent. */
export const namesOf = ({ firstName, lastName }: Names) => ({
  firstName: firstName.trim(),
  ...(lastName.trim() && { lastName: lastName.trim() }),
})

interface Props {
  readonly value: Names
  readonly errors: Readonly<Record<string, string>>
  readonly onChange: (names: Names) => void
}

export function NameFields({ value, errors, onChange }: Props) {
  const { t } = useTranslation()
  return (
    <Group align="flex-start" grow>
      <TextInput
        autoComplete="given-name"
        autoFocus
        error={errors['firstName']}
        label={t('field.firstName')}
        name="firstName"
        onChange={(event) => onChange({ ...value, firstName: event.currentTarget.value })}
        value={value.firstName}
      />
      <TextInput
        autoComplete="family-name"
        error={errors['lastName']}
        label={t('field.lastName')}
        name="lastName"
        onChange={(event) => onChange({ ...value, lastName: event.currentTarget.value })}
        value={value.lastName}
      />
    </Group>
  )
}
