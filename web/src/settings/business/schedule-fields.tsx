import type { Output } from '@kith/sdk'
import { ActionIcon, Button, Fieldset, Group, Stack, Switch, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { addDays, firstWeekdayOf } from '../../design/dates/calendar.ts'
import { DayField } from '../../design/dates/day-field.tsx'
import { TimeField } from '../../design/dates/time-field.tsx'
import { Icon } from '../../design/icons.tsx'
import { useCalendarWords } from '../../language/format.ts'
import classes from '../settings-page.module.css'

type Schedule = NonNullable<Output<'tenants.face'>['schedule']>
type Spans = Schedule['mon']

/** From Sunday on, as the calendar of the browser counts. */
const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const
/** To name the weekdays. */
const SUNDAY = '2024-01-07'
const USUAL = { opens: '08:00', closes: '22:00' }
const MOST_SPANS = 3
const CLOSED: Schedule = { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [], closedOn: [] }

interface Props {
  readonly schedule: Schedule | null
  readonly errors: Readonly<Record<string, string>>
  readonly onSchedule: (schedule: Schedule | null) => void
}

/** When the business is open on each weekday, and the days on which it is not. */
export function ScheduleFields({ schedule, errors, onSchedule }: Props) {
  const { t } = useTranslation()
  const { locale, weekday } = useCalendarWords()
  const first = firstWeekdayOf(locale)
  const inOrder = [...WEEKDAYS.keys()].map((n) => (n + first) % WEEKDAYS.length)
  const isRefused = Object.keys(errors).find((path) => path.startsWith('schedule'))
  return (
    <Fieldset data-schedule legend={t('settings.hours')} variant="unstyled">
      <Stack gap="xs">
        <Switch
          checked={schedule !== null}
          description={t('schedule.explained')}
          label={t('schedule.uses')}
          name="schedule"
          onChange={(event) => onSchedule(event.currentTarget.checked ? CLOSED : null)}
        />
        {schedule && (
          <>
            {inOrder.map((n) => {
              const day = WEEKDAYS[n]!
              return (
                <OneDay
                  day={day}
                  key={day}
                  name={weekday(addDays(SUNDAY, n), 'long')}
                  onSpans={(spans) => onSchedule({ ...schedule, [day]: spans })}
                  spans={schedule[day]}
                />
              )
            })}
            <SameEveryDay inOrder={inOrder} onSchedule={onSchedule} schedule={schedule} />
            <ClosedDays days={schedule.closedOn} onDays={(closedOn) => onSchedule({ ...schedule, closedOn })} />
          </>
        )}
        {isRefused && (
          <Text c="red" role="alert" size="sm">
            {errors[isRefused]}
          </Text>
        )}
      </Stack>
    </Fieldset>
  )
}

interface DayProps {
  readonly day: string
  readonly name: string
  readonly spans: Spans
  readonly onSpans: (spans: Spans) => void
}

function OneDay({ day, name, spans, onSpans }: DayProps) {
  const { t } = useTranslation()
  return (
    <Group className={classes.weekday} data-weekday={day} gap="sm">
      <Switch
        checked={spans.length > 0}
        label={name}
        onChange={(event) => onSpans(event.currentTarget.checked ? [USUAL] : [])}
        w="9rem"
      />
      {spans.length === 0 && (
        <Text c="dimmed" size="sm">
          {t('schedule.closed')}
        </Text>
      )}
      {spans.map((span, at) => (
        <Group gap={4} key={at} wrap="nowrap">
          {(['opens', 'closes'] as const).map((end) => (
            <TimeField
              aria-label={`${name}: ${t(end === 'opens' ? 'schedule.opens' : 'schedule.closes')}`}
              key={end}
              name={`schedule.${day}.${at}.${end}`}
              onChange={(time) => onSpans(spans.map((one, n) => (n === at ? { ...one, [end]: time } : one)))}
              size="sm"
              value={span[end]}
            />
          ))}
          {at > 0 && (
            <ActionIcon
              aria-label={`${t('schedule.remove')}: ${name}`}
              onClick={() => onSpans(spans.filter((_, n) => n !== at))}
              size="lg"
              variant="subtle"
            >
              <Icon name="close" size={16} />
            </ActionIcon>
          )}
        </Group>
      ))}
      {spans.length > 0 && spans.length < MOST_SPANS && (
        <ActionIcon
          aria-label={`${t('schedule.add')}: ${name}`}
          onClick={() => onSpans([...spans, { opens: spans.at(-1)!.closes, closes: USUAL.closes }])}
          size="lg"
          variant="subtle"
        >
          <Icon name="add" size={16} />
        </ActionIcon>
      )}
    </Group>
  )
}

interface SameProps {
  readonly schedule: Schedule
  readonly inOrder: readonly number[]
  readonly onSchedule: (schedule: Schedule) => void
}

/** Most businesses have the same hours on most days. */
function SameEveryDay({ schedule, inOrder, onSchedule }: SameProps) {
  const { t } = useTranslation()
  const open = inOrder.map((n) => schedule[WEEKDAYS[n]!]).find((spans) => spans.length > 0)
  if (!open) return null
  return (
    <Button
      onClick={() => onSchedule({ ...schedule, ...Object.fromEntries(WEEKDAYS.map((day) => [day, open])) })}
      size="compact-sm"
      style={{ alignSelf: 'flex-start' }}
      variant="subtle"
    >
      {t('schedule.copy')}
    </Button>
  )
}

function ClosedDays({ days, onDays }: { readonly days: readonly string[]; readonly onDays: (days: string[]) => void }) {
  const { t } = useTranslation()
  const words = useCalendarWords()
  return (
    <Group align="flex-end" gap="xs">
      <DayField
        label={t('schedule.closedOn')}
        name="closedOn"
        onChange={(day) => onDays([...new Set([...days, day])].sort())}
        size="sm"
        value=""
      />
      {days.map((day) => (
        <Button
          aria-label={t('schedule.reopen', { day: words.day(day) })}
          data-closed={day}
          key={day}
          onClick={() => onDays(days.filter((one) => one !== day))}
          rightSection={<Icon name="close" size={14} />}
          size="sm"
          variant="default"
        >
          {words.day(day)}
        </Button>
      ))}
    </Group>
  )
}
