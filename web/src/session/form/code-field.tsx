import { TextInput } from '@mantine/core'
import type { ComponentProps } from 'react'
import { digitsOf } from '../../language/digits.ts'

const DIGITS = 6
interface Props extends Omit<ComponentProps<typeof TextInput>, 'onChange' | 'value'> {
  readonly value: string
  readonly onChange: (code: string) => void
  /** Called with the sixth digit. */
  readonly onWhole?: (code: string) => void
}

/** The six digits of a code, typed in any digits, or pasted with surrounding text. */
export function CodeField({ value, onChange, onWhole, ...rest }: Props) {
  function type(typed: string) {
    const code = digitsOf(typed).slice(0, DIGITS)
    onChange(code)
    if (code.length === DIGITS && value.length < DIGITS) onWhole?.(code)
  }
  return (
    <TextInput
      autoComplete="one-time-code"
      classNames={{ input: 'kith-code-input' }}
      inputMode="numeric"
      name="code"
      onChange={(event) => type(event.currentTarget.value)}
      placeholder="000000"
      size="md"
      styles={{ input: { letterSpacing: '0.3em', fontVariantNumeric: 'tabular-nums' } }}
      value={value}
      {...rest}
    />
  )
}
