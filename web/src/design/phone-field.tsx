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

/** Writes the number as people of its country do, while it is typed. What it means is for the server to say. */
export function PhoneField({ value, onChange, ...rest }: Props) {
  const { t } = useTranslation()
  const country = useCountry()
  const countryName = useCountryName()
  const [phones, setPhones] = useState<Metadata | null>(null)
  useEffect(() => {
    void import('libphonenumber-js/min').then((loaded) => setPhones(loaded))
  }, [])

  function type(typed: string) {
    // Only what grows at its end is written anew, or the caret would jump and nothing could be deleted.
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
