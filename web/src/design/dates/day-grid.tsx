import { ActionIcon, Group, Text } from '@mantine/core'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCalendarWords } from '../../language/format.ts'
import { Icon } from '../icons.tsx'
import { addDays, addMonths, firstWeekdayOf, weekdayOf, weeksOf, within } from './calendar.ts'
import classes from './dates.module.css'

interface Props {
  readonly value: string
  readonly today: string
  readonly min?: string | undefined
  readonly max?: string | undefined
  readonly onChoose: (day: string) => void
}

/** A month to pick a date from, by pointer or arrow keys. */
export function DayGrid({ value, today, min, max, onChoose }: Props) {
  const { t, i18n } = useTranslation()
  const words = useCalendarWords()
  const table = useRef<HTMLTableElement>(null)
  const [at, setAt] = useState(() => within(value || today, min, max))
  const [moved, setMoved] = useState(false)
  const firstWeekday = firstWeekdayOf(words.locale)
  const weeks = weeksOf(at, firstWeekday)
  const forward = i18n.dir() === 'rtl' ? 'ArrowLeft' : 'ArrowRight'
  const backward = forward === 'ArrowLeft' ? 'ArrowRight' : 'ArrowLeft'
  const steps: Readonly<Record<string, () => string>> = {
    [forward]: () => addDays(at, 1),
    [backward]: () => addDays(at, -1),
    ArrowDown: () => addDays(at, 7),
    ArrowUp: () => addDays(at, -7),
    Home: () => addDays(at, -((weekdayOf(at) - firstWeekday + 7) % 7)),
    End: () => addDays(at, 6 - ((weekdayOf(at) - firstWeekday + 7) % 7)),
    PageUp: () => addMonths(at, -1),
    PageDown: () => addMonths(at, 1),
  }
  function move(event: KeyboardEvent) {
    const step = steps[event.key]
    if (!step) return
    event.preventDefault()
    setMoved(true)
    setAt(within(step(), min, max))
  }
  useEffect(() => {
    if (moved) table.current?.querySelector<HTMLElement>(`[data-day="${at}"]`)?.focus()
  }, [at, moved])
  function turn(months: -1 | 1) {
    setMoved(false)
    setAt(within(addMonths(at, months), min, max))
  }
  const isOut = (day: string) => within(day, min, max) !== day
  return (
    <div className={classes.month}>
      <Group justify="space-between" wrap="nowrap">
        <ActionIcon
          aria-label={t('date.monthBefore')}
          color="gray"
          disabled={isOut(addDays(`${at.slice(0, 7)}-01`, -1))}
          onClick={() => turn(-1)}
          size="lg"
          variant="subtle"
        >
          <Icon name="earlier" />
        </ActionIcon>
        <Text aria-live="polite" fw={600} size="sm">
          {words.month(at)}
        </Text>
        <ActionIcon
          aria-label={t('date.monthAfter')}
          color="gray"
          disabled={isOut(addMonths(`${at.slice(0, 7)}-01`, 1))}
          onClick={() => turn(1)}
          size="lg"
          variant="subtle"
        >
          <Icon name="forward" />
        </ActionIcon>
      </Group>
      <table onKeyDown={move} ref={table}>
        <thead>
          <tr>
            {weeks[1]!.map((day) => (
              <th abbr={words.weekday(day!, 'long')} key={day} scope="col">
                {words.weekday(day!, 'short')}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week.find(Boolean)}>
              {week.map((day, n) => (
                <td key={day ?? n}>
                  {day && (
                    <button
                      aria-current={day === today ? 'date' : undefined}
                      aria-label={words.whole(day)}
                      aria-pressed={day === value}
                      className={classes.day}
                      data-autofocus={day === at || undefined}
                      data-day={day}
                      data-mantine-stop-propagation
                      disabled={isOut(day)}
                      onClick={() => onChoose(day)}
                      tabIndex={day === at ? 0 : -1}
                      type="button"
                    >
                      {words.date(day)}
                    </button>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
