import { TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'

interface Both {
  readonly en: string
  readonly ar: string
}
interface Props<Names extends Both> {
  readonly name: Names
  readonly onName: (name: Both) => void
  readonly errors: Readonly<Record<string, string>>
  /** Where the names are in the body. */
  readonly path: string
}

/** A name in both languages. */
export function NamedFields<Names extends Both>({ name, onName, errors, path }: Props<Names>) {
  const { t } = useTranslation()
  return (
    <>
      <TextInput
        error={errors[`${path}.en`]}
        label={t('catalogue.nameEn')}
        maxLength={60}
        onChange={(event) => onName({ ...name, en: event.currentTarget.value })}
        size="sm"
        value={name.en}
      />
      <TextInput
        dir="rtl"
        error={errors[`${path}.ar`]}
        label={t('catalogue.nameAr')}
        maxLength={60}
        onChange={(event) => onName({ ...name, ar: event.currentTarget.value })}
        size="sm"
        value={name.ar}
      />
    </>
  )
}
