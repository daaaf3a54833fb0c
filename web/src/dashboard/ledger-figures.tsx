import type { Output } from '@kith/sdk'
import type { UseQueryResult } from '@tanstack/react-query'
import { lazy } from 'react'
import { useTranslation } from 'react-i18next'
import { useNumber } from '../language/format.ts'
import { Compared, Freshness } from './compared.tsx'
import { FigureCard } from './figure-card.tsx'
import { useDay } from './written.ts'

type Points = Output<'statistics.points'>
type Consent = Output<'statistics.consent'>
const DayChart = lazy(() => import('./charts.tsx'))
const KINDS = ['given', 'redeemed', 'expired'] as const
const COLOURS = { given: 'var(--figure-accent)', redeemed: 'var(--figure-blue)', expired: 'var(--figure-quiet)' }

interface Props {
  readonly points: UseQueryResult<{ readonly now: Points; readonly former: Points }>
  readonly consent: UseQueryResult<Consent>
}

/** Points and consents by day. */
export function LedgerFigures({ points, consent }: Props) {
  const { t } = useTranslation()
  const [number, day] = [useNumber(), useDay()]
  return (
    <>
      <FigureCard
        chart={({ now }) => (
          <DayChart
            data={now.days}
            day={day}
            kind="bars"
            label={t('dashboard.points')}
            series={KINDS.map((kind) => ({ name: kind, label: t(`pointsFigure.${kind}`), color: COLOURS[kind] }))}
            value={number}
          />
        )}
        figures={points}
        foot={({ now, former }) => (
          <>
            <Compared former={former.total.given} now={now.total.given} /> <Freshness of={now} />
          </>
        )}
        isEmpty={({ now }) => KINDS.every((kind) => now.total[kind] === 0)}
        table={({ now }) => ({
          columns: [t('dashboard.day'), ...KINDS.map((kind) => t(`pointsFigure.${kind}`))],
          rows: now.days.map((one) => [day(one.day), ...KINDS.map((kind) => number(one[kind]))]),
        })}
        title={t('dashboard.points')}
      />
      <FigureCard
        chart={({ days }) => (
          <DayChart
            data={days}
            day={day}
            kind="bars"
            label={t('dashboard.consents')}
            series={[
              { name: 'granted', label: t('dashboard.granted'), color: 'var(--figure-accent)' },
              { name: 'withdrawn', label: t('dashboard.withdrawn'), color: 'var(--figure-warm)' },
            ]}
            value={number}
          />
        )}
        figures={consent}
        foot={(data) => <Freshness of={data} />}
        isEmpty={({ purposes }) => purposes.length === 0}
        table={({ purposes }) => ({
          columns: [t('dashboard.purpose'), t('dashboard.granted'), t('dashboard.withdrawn')],
          rows: purposes.map((one) => [one.purpose, number(one.granted), number(one.withdrawn)]),
        })}
        title={t('dashboard.consents')}
      />
    </>
  )
}
