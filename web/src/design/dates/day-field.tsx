import { CloseButton, Input, InputBase, Popover } from '@mantine/core'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCalendarWords } from '../../language/format.ts'
import { useTimeZone } from '../../language/here.ts'
import { wallOf } from '../../language/zone.ts'
import { Icon } from '../icons.tsx'
import classes from './dates.module.css'
import { DayGrid } from './day-grid.tsx'

interface Props {
  /** As 2026-11-29, or empty. */
  readonly value: string
  readonly onChange: (day: string) => void
  readonly name: string
  readonly label: string
  /** If the label is outside the field. */
  readonly hidesLabel?: boolean
  readonly description?: string
  readonly min?: string | undefined
  readonly max?: string | undefined
  readonly clearable?: boolean
  readonly size?: 'xs' | 'sm'
}

/** A date field in the language of the screen and the country of the business, which the browser's own field ignores. */
export function DayField({ value, onChange, label, hidesLabel, clearable, min, max, ...input }: Props) {
  const { t } = useTranslation()
  const words = useCalendarWords()
  const today = wallOf(Date.now(), useTimeZone()).day
  const [opened, setOpened] = useState(false)
  const field = useRef<HTMLButtonElement>(null)
  function choose(day: string) {
    onChange(day)
    setOpened(false)
    // Tells the form around it about the change, as a typed field does.
    field.current?.dispatchEvent(new Event('input', { bubbles: true }))
  }
  const isClearable = clearable && value !== ''
  const shown = value ? words.day(value) : t('date.choose')
  return (
    <Popover
      onChange={setOpened}
      opened={opened}
      position="bottom-start"
      returnFocus
      shadow="md"
      trapFocus
      withinPortal
    >
      <Popover.Target>
        <InputBase
          aria-label={`${label}: ${shown}`}
          classNames={{ input: classes['day-input'] ?? '' }}
          component="button"
          label={hidesLabel ? undefined : label}
          leftSection={<Icon name="calendar" size={16} />}
          onClick={() => setOpened(!opened)}
          pointer
          ref={field}
          rightSection={
            isClearable && <CloseButton aria-label={t('act.clear')} onClick={() => choose('')} size="sm" tabIndex={0} />
          }
          rightSectionPointerEvents="all"
          type="button"
          {...input}
        >
          {value ? shown : <Input.Placeholder>{shown}</Input.Placeholder>}
        </InputBase>
      </Popover.Target>
      <Popover.Dropdown aria-label={label}>
        <DayGrid max={max} min={min} onChoose={choose} today={today} value={value} />
      </Popover.Dropdown>
    </Popover>
  )
}
