import { TextInput } from '@mantine/core'
import { type ComponentProps, type KeyboardEvent, useState } from 'react'
import { useNumber } from '../../language/format.ts'
import { cleanNumber, type Kind, numberOf } from './typed-number.ts'

const WRITTEN = { useGrouping: false, maximumFractionDigits: 6 } as const
const STEPS: Readonly<Record<string, number>> = { ArrowUp: 1, ArrowDown: -1 }

interface Props extends Omit<ComponentProps<typeof TextInput>, 'onChange' | 'value' | 'min' | 'max'>, Kind {
  /** Empty for none. */
  readonly value: number | string
  readonly onChange: (value: number | '') => void
  readonly min?: number
  readonly max?: number
  /** After the number, while it is not being changed. */
  readonly suffix?: string
}

/** A number in the digits of the reader, typed in any digits. The arrow keys count up and down. */
export function NumberField({
  value,
  onChange,
  allowDecimal,
  allowNegative,
  min,
  max,
  suffix = '',
  onKeyDown,
  ...input
}: Props) {
  const number = useNumber(WRITTEN)
  const decimalSign = /[.,\u066b]/.exec(number(1.5))?.[0]
  const [typed, setTyped] = useState<string | null>(null)
  const present = value === '' ? '' : Number(value)
  // Nothing typed stays nothing while one types, even where the parent keeps a number instead.
  const fits = typed !== null && (numberOf(typed) === present || numberOf(typed) === '')
  const shown = present === '' ? '' : number(present) + suffix
  const least = min ?? (allowNegative ? Number.NEGATIVE_INFINITY : 0)
  const within = (one: number) => Math.min(Math.max(one, least), max ?? Number.POSITIVE_INFINITY)

  function step(event: KeyboardEvent<HTMLInputElement>) {
    onKeyDown?.(event)
    const by = STEPS[event.key]
    if (by === undefined || event.defaultPrevented || input.disabled || input.readOnly) return
    event.preventDefault()
    setTyped(null)
    onChange(within((present || 0) + by))
    // Tells the form around it about the change, as typing does.
    event.currentTarget.dispatchEvent(new Event('input', { bubbles: true }))
  }

  return (
    <TextInput
      autoComplete="off"
      // The number pads of phones have no minus.
      inputMode={allowNegative ? 'text' : allowDecimal === false ? 'numeric' : 'decimal'}
      {...input}
      onBlur={(event) => {
        setTyped(null)
        input.onBlur?.(event)
        const bounded = min !== undefined || max !== undefined
        if (bounded && present !== '' && within(present) !== present) onChange(within(present))
      }}
      onChange={(event) => {
        const clean = cleanNumber(event.currentTarget.value, { allowDecimal, allowNegative, decimalSign })
        setTyped(clean)
        onChange(numberOf(clean))
      }}
      onKeyDown={step}
      value={fits ? typed : shown}
    />
  )
}
