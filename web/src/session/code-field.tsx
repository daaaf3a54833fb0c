import { TextInput } from '@mantine/core'
import type { ComponentProps } from 'react'

const DIGITS = 6
const EASTERN_DIGITS = /[\u0660-\u0669\u06f0-\u06f9]/g

/** Arabic keyboards have digits of their own; what stands between them was pasted along. */
export const toDigits = (typed: string): string =>
  typed.replace(EASTERN_DIGITS, (digit) => String(digit.charCodeAt(0) & 0xf)).replace(/\D/g, '')

interface Props extends Omit<ComponentProps<typeof TextInput>, 'onChange' | 'value'> {
  readonly value: string
  readonly onChange: (code: string) => void
  /** As soon as the sixth digit stands there. */
  readonly onWhole?: (code: string) => void
}

/** The six digits of a code, typed in whatever digits the keyboard has, or pasted with what stands around them. */
export function CodeField({ value, onChange, onWhole, ...rest }: Props) {
  function type(typed: string) {
    const code = toDigits(typed).slice(0, DIGITS)
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
