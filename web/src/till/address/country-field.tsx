import { NativeSelect } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCountryName } from '../../language/format.ts'

interface Props {
  readonly value: string
  readonly onChange: (country: string) => void
}

export function CountryField({ value, onChange }: Props) {
  const { t, i18n } = useTranslation()
  const nameOf = useCountryName()
  const [countries, setCountries] = useState<readonly string[]>([value])
  useEffect(() => {
    void import('libphonenumber-js/min').then(({ getCountries }) => setCountries(getCountries()))
  }, [])
  const data = [...new Set([value, ...countries])]
    .map((country) => ({ value: country, label: nameOf(country) }))
    .sort((a, b) => a.label.localeCompare(b.label, i18n.language))
  return (
    <NativeSelect
      data={data}
      label={t('field.country')}
      name="country"
      onChange={(event) => onChange(event.currentTarget.value)}
      value={value}
    />
  )
}
