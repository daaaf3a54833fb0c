import { Group, SegmentedControl, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
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
      <TextInput
        aria-label={t('dashboard.from')}
        max={period.to}
        onChange={(event) => set({ from: event.currentTarget.value })}
        size="sm"
        type="date"
        value={period.from}
      />
      <TextInput
        aria-label={t('dashboard.to')}
        min={period.from}
        onChange={(event) => set({ to: event.currentTarget.value })}
        size="sm"
        type="date"
        value={period.to}
      />
    </Group>
  )
}
