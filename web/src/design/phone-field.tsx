import { TextInput } from '@mantine/core'
import type { AsYouType } from 'libphonenumber-js/min'
import { type ComponentProps, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCountryName } from '../language/format.ts'
import { useCountry } from '../language/here.ts'

interface Props extends Omit<ComponentProps<typeof TextInput>, 'onChange' | 'value'> {
  readonly value: string
  readonly onChange: (value: string) => void
}

type Metadata = { readonly AsYouType: new (country: never) => AsYouType }

/** Formats the number while it is typed, in the way of its country. The server decides what it means. */
export function PhoneField({ value, onChange, ...rest }: Props) {
  const { t } = useTranslation()
  const country = useCountry()
  const countryName = useCountryName()
  const [phones, setPhones] = useState<Metadata | null>(null)
  useEffect(() => {
    void import('libphonenumber-js/min').then((loaded) => setPhones(loaded))
  }, [])

  function type(typed: string) {
    // Only growth at the end is reformatted, or the caret would jump and deleting would be impossible.
    const grows = typed.length > value.length && typed.startsWith(value.slice(0, -1))
    onChange(phones && grows ? new phones.AsYouType(country as never).input(typed) : typed)
  }
  return (
    <TextInput
      {...rest}
      description={t('field.phoneHint', { country: countryName(country) })}
      classNames={{ input: 'kith-code-input' }}
      inputMode="tel"
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      onChange={(event) => type(event.currentTarget.value)}
      type="tel"
      value={value}
    />
  )
}
