import { Group, SegmentedControl } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { DayField } from '../design/dates/day-field.tsx'
import { wallOf } from '../language/zone.ts'
import { lastDays, type Period, SPANS, type Span } from './period.ts'

interface Props {
  readonly period: Period
  readonly timeZone: string
  readonly onPeriod: (period: Period) => void
}

export function PeriodBar({ period, timeZone, onPeriod }: Props) {
  const { t } = useTranslation()
  const span = SPANS.find((one) => {
    const { from, to } = lastDays(one, timeZone)
    return from === period.from && to === period.to
  })
  const set = (change: Partial<Period>) => {
    const next = { ...period, ...change }
    if (next.from && next.to && next.from <= next.to) onPeriod(next)
  }
  return (
    <Group gap="xs">
      <SegmentedControl
        aria-label={t('dashboard.period')}
        data={SPANS.map((one) => ({ value: one, label: t(`lastDays.${one}`) }))}
        onChange={(chosen) => onPeriod(lastDays(chosen as Span, timeZone))}
        size="sm"
        value={span ?? ''}
      />
      <Group gap="xs" wrap="nowrap">
        <DayField
          hidesLabel
          label={t('dashboard.from')}
          max={period.to}
          name="from"
          onChange={(from) => set({ from })}
          value={period.from}
        />
        <DayField
          hidesLabel
          label={t('dashboard.to')}
          max={wallOf(Date.now(), timeZone).day}
          min={period.from}
          name="to"
          onChange={(to) => set({ to })}
          value={period.to}
        />
      </Group>
    </Group>
  )
}
