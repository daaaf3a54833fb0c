import type { Output } from '@kith/sdk'
import type { UseQueryResult } from '@tanstack/react-query'
import { lazy } from 'react'
import { useTranslation } from 'react-i18next'
import { useNumber } from '../language/format.ts'
import { usePurposeWord } from '../person/purpose-word.ts'
import { Compared, Freshness } from './compared.tsx'
import { FigureCard } from './figure-card.tsx'
import type { Both } from './use-figures.ts'
import { useDay } from './written.ts'

type Points = Output<'statistics.points'>
type Consent = Output<'statistics.consent'>
const DayChart = lazy(() => import('./charts.tsx'))
const KINDS = ['given', 'redeemed', 'expired'] as const
const COLOURS = { given: 'var(--figure-accent)', redeemed: 'var(--figure-blue)', expired: 'var(--figure-quiet)' }

interface Props {
  readonly points: UseQueryResult<Both<Points>>
  readonly consent: UseQueryResult<Both<Consent>>
}

/** Points and consents by day. */
export function LedgerFigures({ points, consent }: Props) {
  const { t } = useTranslation()
  const [number, day, purposeWord] = [useNumber(), useDay(), usePurposeWord()]
  const granted = ({ purposes }: Consent) => purposes.reduce((sum, one) => sum + one.granted, 0)
  const grantedOf = ({ purposes }: Consent, purpose: string) =>
    purposes.find((one) => one.purpose === purpose)?.granted ?? 0
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
        chart={({ now }) => (
          <DayChart
            data={now.days}
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
        foot={({ now, former }) => (
          <>
            {t('dashboard.granted')}: {number(granted(now))} <Compared former={granted(former)} now={granted(now)} />{' '}
            <Freshness of={now} />
          </>
        )}
        isEmpty={({ now }) => now.purposes.length === 0}
        table={({ now, former }) => ({
          columns: [
            t('dashboard.purpose'),
            t('dashboard.granted'),
            t('dashboard.withdrawn'),
            t('dashboard.periodBefore'),
          ],
          rows: now.purposes.map((one) => [
            purposeWord(one.purpose),
            number(one.granted),
            number(one.withdrawn),
            number(grantedOf(former, one.purpose)),
          ]),
        })}
        title={t('dashboard.consents')}
      />
    </>
  )
}
