import { Button, PasswordInput, Stack } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../design/icons.tsx'
import { digitsOf } from '../../language/digits.ts'
import { useNumber } from '../../language/format.ts'
import { FormError, useSending } from '../form/sending.tsx'
import classes from './till-door.module.css'

const LONGEST = 8
const KEYS = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const

interface Props {
  readonly label: string
  readonly act: string
  readonly description?: string
  readonly onPin: (pin: string) => Promise<unknown>
}

/** Digits for touch; a keyboard types into the field all the same. */
export function PinPad({ label, act, description, onPin }: Props) {
  const { t } = useTranslation()
  const number = useNumber()
  const { busy, formError, fields, submit } = useSending()
  const [pin, setPin] = useState('')
  const add = (digit: number) => setPin((before) => `${before}${digit}`.slice(0, LONGEST))
  const enter = async () => {
    setPin('')
    await onPin(pin)
  }
  const key = (digit: number) => (
    <Button key={digit} onClick={() => add(digit)} size="lg" variant="default">
      {number(digit)}
    </Button>
  )
  return (
    <form onSubmit={submit(enter)}>
      <Stack gap="sm">
        <FormError>{formError}</FormError>
        <PasswordInput
          autoComplete="off"
          autoFocus
          description={description}
          error={fields['pin']}
          inputMode="numeric"
          label={label}
          name="pin"
          onChange={(event) => setPin(digitsOf(event.currentTarget.value).slice(0, LONGEST))}
          size="md"
          value={pin}
          visibilityToggleButtonProps={{ 'aria-label': t('tillDoor.showPin') }}
        />
        <div className={classes.pad}>
          {KEYS.map(key)}
          <span />
          {key(0)}
          <Button
            aria-label={t('tillDoor.deleteDigit')}
            onClick={() => setPin((before) => before.slice(0, -1))}
            size="lg"
            variant="default"
          >
            <Icon name="backspace" size={20} />
          </Button>
        </div>
        <Button fullWidth loading={busy} size="md" type="submit">
          {act}
        </Button>
      </Stack>
    </form>
  )
}
