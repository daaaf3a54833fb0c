import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { digitsOf } from '../../language/digits.ts'
import classes from './code-boxes.module.css'

const LENGTH = 6
const PLACES = [0, 1, 2, 3, 4, 5] as const

interface Props {
  readonly value: string
  readonly wrong: boolean
  readonly disabled: boolean
  readonly describedBy: string
  readonly onChange: (code: string) => void
}

/**
 * Six visible boxes over one field, for fingers, screen readers, pasting and autofill. Left-to-right
 * in every language.
 */
export function CodeBoxes({ value, wrong, disabled, describedBy, onChange }: Props) {
  const { t } = useTranslation()
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (!disabled) field.current?.focus()
  }, [disabled])
  return (
    <div className={classes.code} data-disabled={disabled || undefined} data-wrong={wrong || undefined} dir="ltr">
      <input
        aria-describedby={describedBy}
        aria-invalid={wrong}
        aria-label={t('upgrade.code')}
        autoComplete="one-time-code"
        className={classes.field}
        data-autofocus
        disabled={disabled}
        inputMode="numeric"
        name="code"
        ref={field}
        onChange={(event) => onChange(digitsOf(event.currentTarget.value).slice(0, LENGTH))}
        spellCheck={false}
        value={value}
      />
      <div aria-hidden="true" className={classes.boxes}>
        {PLACES.map((place) => (
          <span
            className={classes.box}
            data-next={place === Math.min(value.length, LENGTH - 1) || undefined}
            key={place}
          >
            {value[place]}
          </span>
        ))}
      </div>
    </div>
  )
}

export const isWhole = (code: string) => code.length === LENGTH
