import type { Output } from '@kith/sdk'
import { SegmentedControl } from '@mantine/core'
import type { UseQueryResult } from '@tanstack/react-query'
import { lazy, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNumber } from '../language/format.ts'
import { Compared, Freshness } from './compared.tsx'
import { FigureCard } from './figure-card.tsx'
import type { Both } from './use-figures.ts'
import { useDay, useSeconds } from './written.ts'

type Figures = Output<'messages.messagesByDay'>
const CHANNELS = ['sms', 'email'] as const
type Channel = (typeof CHANNELS)[number]
const DayChart = lazy(() => import('./charts.tsx'))

/** The delivery time of messages. */
export function MessageFigures({ figures }: { readonly figures: UseQueryResult<Both<Figures>> }) {
  const { t } = useTranslation()
  const [number, day, seconds] = [useNumber(), useDay(), useSeconds()]
  const [channel, setChannel] = useState<Channel>('sms')
  const of = ({ days }: Figures) =>
    days.map(({ day, channels }) => ({ day, ...channels.find((one) => one.channel === channel)! }))
  const sent = (data: Figures) => of(data).reduce((sum, { messages }) => sum + messages, 0)
  const isTimed = (data: Figures) => of(data).some((one) => one.seconds !== null)
  const times = (data: Figures) => (
    <DayChart
      data={of(data).map((one) => ({ day: one.day, p50: one.seconds?.p50 ?? null, p95: one.seconds?.p95 ?? null }))}
      day={day}
      kind="lines"
      label={t('dashboard.delivery')}
      series={[
        { name: 'p50', label: t('dashboard.half'), color: 'var(--figure-accent)' },
        { name: 'p95', label: t('dashboard.nearlyAll'), color: 'var(--figure-warm)' },
      ]}
      value={seconds}
    />
  )
  // Without a provider there is no delivery time; then the number of messages is shown.
  const counts = (data: Figures) => (
    <DayChart
      data={of(data).map((one) => ({ day: one.day, messages: one.messages }))}
      day={day}
      kind="bars"
      label={t('dashboard.messages')}
      series={[{ name: 'messages', label: t('dashboard.messages'), color: 'var(--figure-accent)' }]}
      value={number}
    />
  )
  return (
    <FigureCard
      chart={({ now }) => (isTimed(now) ? times(now) : counts(now))}
      controls={
        <SegmentedControl
          aria-label={t('dashboard.channel')}
          data={CHANNELS.map((one) => ({ value: one, label: t(`channel.${one}`) }))}
          onChange={(chosen) => setChannel(chosen as Channel)}
          size="xs"
          value={channel}
        />
      }
      empty={t('dashboard.nothingSent')}
      figures={figures}
      foot={({ now, former }) => (
        <>
          {t('dashboard.messages')}: {number(sent(now))} <Compared former={sent(former)} now={sent(now)} />{' '}
          <Freshness of={now} />
        </>
      )}
      isEmpty={({ now }) => sent(now) === 0}
      table={({ now }) => ({
        columns: [
          t('dashboard.day'),
          t('dashboard.messages'),
          t('dashboard.lost'),
          t('dashboard.half'),
          t('dashboard.nearlyAll'),
        ],
        rows: of(now).map((one) => [
          day(one.day),
          number(one.messages),
          number(one.lost),
          one.seconds ? seconds(one.seconds.p50) : '–',
          one.seconds ? seconds(one.seconds.p95) : '–',
        ]),
      })}
      title={t('dashboard.delivery')}
    />
  )
}
