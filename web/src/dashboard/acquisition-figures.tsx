import type { Output } from '@kith/sdk'
import type { UseQueryResult } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useNumber, usePercent } from '../language/format.ts'
import { BehindButton } from './behind.tsx'
import { Compared, Freshness } from './compared.tsx'
import classes from './dashboard-page.module.css'
import { FigureCard } from './figure-card.tsx'
import { useDuration } from './written.ts'

type Acquisition = Output<'statistics.acquisition'>
interface Figures {
  readonly now: Acquisition
  readonly former: Acquisition
}

/** By what customers came, and how fast they went on. */
export function AcquisitionFigures({ figures }: { readonly figures: UseQueryResult<Figures> }) {
  const { t } = useTranslation()
  const [number, percent, duration] = [useNumber(), usePercent(), useDuration()]
  const sources = ({ now, former }: Figures) =>
    [...new Set([...Object.keys(now.bySource), ...Object.keys(former.bySource)])]
      .map((source) => ({ source, now: now.bySource[source] ?? 0, former: former.bySource[source] ?? 0 }))
      .sort((a, b) => b.now - a.now)
  const word = (source: string) => t(`source.${source as 'web'}`)
  const period = ({ now: { from, to } }: Figures) => ({ from, to })
  return (
    <>
      <FigureCard
        chart={(data) => (
          <ul className={classes.shares}>
            {sources(data).map(({ source, now, former }) => (
              <li key={source}>
                <div className={classes.step}>
                  <span>{word(source)}</span>
                  <span className="numbers">
                    <b>{number(now)}</b> <Compared former={former} now={now} />
                  </span>
                </div>
                <div className={classes.track}>
                  <span
                    style={{
                      inlineSize: `${(100 * now) / Math.max(1, data.now.total)}%`,
                      background: 'var(--figure-accent)',
                    }}
                  />
                </div>
              </li>
            ))}
          </ul>
        )}
        figures={figures}
        foot={({ now }) => <Freshness of={now} />}
        isEmpty={({ now }) => now.total === 0}
        table={(data) => ({
          columns: [t('dashboard.source'), t('dashboard.customers'), t('dashboard.periodBefore')],
          rows: sources(data).map((one) => [word(one.source), number(one.now), number(one.former)]),
        })}
        title={t('dashboard.sources')}
      />
      <FigureCard
        chart={(data) => (
          <ul className={classes.shares}>
            {data.now.funnel.map(({ step, reached, medianMinutes }) => (
              <li className={classes.step} key={step}>
                <span>{t(step === 'stub' ? 'dashboard.reachedStub' : 'dashboard.reachedFull')}</span>
                <span className="numbers">
                  <BehindButton
                    count={reached}
                    figure={{ figure: 'step', part: `${step}.`, ...period(data) }}
                    title={t(step === 'stub' ? 'dashboard.reachedStub' : 'dashboard.reachedFull')}
                  />{' '}
                  {percent(reached / Math.max(1, data.now.total))}
                  {medianMinutes !== null && ` · ${t('dashboard.halfAfter', { time: duration(medianMinutes) })}`}
                </span>
              </li>
            ))}
          </ul>
        )}
        figures={figures}
        foot={({ now }) => <Freshness of={now} />}
        isEmpty={({ now }) => now.total === 0}
        table={({ now }) => ({
          columns: [t('dashboard.step'), t('dashboard.customers'), t('dashboard.medianTime')],
          rows: now.funnel.map(({ step, reached, medianMinutes }) => [
            t(step === 'stub' ? 'dashboard.reachedStub' : 'dashboard.reachedFull'),
            number(reached),
            medianMinutes === null ? '–' : duration(medianMinutes),
          ]),
        })}
        title={t('dashboard.speed')}
      />
    </>
  )
}
