import { TextInput, type TextInputProps } from '@mantine/core'
import { useState } from 'react'
import { useTime } from '../../language/format.ts'
import classes from './dates.module.css'
import { typedTime } from './typed-time.ts'

interface Props extends Pick<TextInputProps, 'label' | 'aria-label' | 'disabled' | 'size' | 'description'> {
  /** As 22:55, or empty. */
  readonly value: string
  readonly onChange: (time: string) => void
  readonly name: string
}

/** A time of day, shown in the format of the language and accepted in any common format. */
export function TimeField({ value, onChange, ...input }: Props) {
  const time = useTime()
  const [typed, setTyped] = useState<string | null>(null)
  return (
    <TextInput
      autoComplete="off"
      classNames={{ input: classes['time-input'] ?? '' }}
      data-time={value}
      error={typed !== null && typedTime(typed) === null}
      onBlur={() => setTyped(null)}
      onChange={(event) => {
        setTyped(event.currentTarget.value)
        const whole = typedTime(event.currentTarget.value)
        if (whole !== null) onChange(whole)
      }}
      value={typed ?? (value && time(value))}
      {...input}
    />
  )
}
