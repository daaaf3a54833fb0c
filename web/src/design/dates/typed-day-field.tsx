import { TextInput } from '@mantine/core'
import { type ComponentProps, useState } from 'react'
import { useCalendarWords } from '../../language/format.ts'
import { isDay, typedDay } from './typed-day.ts'

const EXAMPLE = '1990-12-31'

interface Props extends Omit<ComponentProps<typeof TextInput>, 'onChange' | 'value'> {
  /** As 1958-10-23, or empty. */
  readonly value: string
  /** Text that is no day is passed as it is, for the server to refuse. */
  readonly onChange: (day: string) => void
}

/** A day far from today, such as a date of birth: typed, not looked for in a calendar. */
export function TypedDayField({ value, onChange, error, ...input }: Props) {
  const words = useCalendarWords()
  const [typed, setTyped] = useState<string | null>(null)
  const shown = isDay(value) ? words.day(value) : value
  const isWrong = typed !== null && typed.trim() !== '' && typedDay(typed, words.locale) === null
  return (
    <TextInput
      autoComplete="off"
      inputMode="numeric"
      placeholder={words.numeric(EXAMPLE)}
      {...input}
      data-value={value}
      error={error || isWrong}
      onBlur={() => setTyped(null)}
      onChange={(event) => {
        const text = event.currentTarget.value
        setTyped(text)
        onChange(typedDay(text, words.locale) ?? text.trim())
      }}
      onFocus={() => setTyped(isDay(value) ? words.numeric(value).replace(/[\u200e\u200f]/g, '') : value)}
      value={typed ?? shown}
    />
  )
}
