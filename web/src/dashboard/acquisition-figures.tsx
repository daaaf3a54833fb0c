import type { Output } from '@kith/sdk'
import type { UseQueryResult } from '@tanstack/react-query'
import { lazy } from 'react'
import { useTranslation } from 'react-i18next'
import { useNumber, usePercent } from '../language/format.ts'
import { BehindButton } from './behind.tsx'
import { Compared, Freshness } from './compared.tsx'
import classes from './dashboard-page.module.css'
import { FigureCard } from './figure-card.tsx'
import type { Both } from './use-figures.ts'
import { useDay, useDuration } from './written.ts'

type Acquisition = Output<'statistics.acquisition'>
type Figures = Both<Acquisition>
interface Props {
  readonly figures: UseQueryResult<Figures>
}

const TYPES = ['guest', 'stub', 'full'] as const
const COLOURS = { guest: 'var(--figure-quiet)', stub: 'var(--figure-warm)', full: 'var(--figure-accent)' }
const DayChart = lazy(() => import('./charts.tsx'))
const isEmpty = ({ now }: Figures) => now.total === 0
const period = ({ now: { from, to, position } }: Figures) => ({ from, to, position })

/** Who came by day, by what, and how far and how fast they went on. */
export function AcquisitionFigures({ figures }: Props) {
  return (
    <>
      <NewCustomers figures={figures} />
      <Funnel figures={figures} />
      <Sources figures={figures} />
      <Channels figures={figures} />
    </>
  )
}

function NewCustomers({ figures }: Props) {
  const { t } = useTranslation()
  const [number, day] = [useNumber(), useDay()]
  const title = t('dashboard.newCustomers')
  return (
    <FigureCard
      chart={({ now }) => (
        <DayChart
          data={now.days}
          day={day}
          kind="bars"
          label={title}
          series={TYPES.map((type) => ({ name: type, label: t(`type.${type}`), color: COLOURS[type] }))}
          value={number}
        />
      )}
      figures={figures}
      foot={(data) => (
        <>
          <BehindButton count={data.now.total} figure={{ figure: 'new', ...period(data) }} title={title} />{' '}
          <Compared former={data.former.total} now={data.now.total} /> <Freshness of={data.now} />
        </>
      )}
      isEmpty={isEmpty}
      table={({ now }) => ({
        columns: [t('dashboard.day'), ...TYPES.map((type) => t(`type.${type}`))],
        rows: now.days.map((one) => [day(one.day), ...TYPES.map((type) => number(one[type]))]),
      })}
      title={title}
      wide
    />
  )
}

function Funnel({ figures }: Props) {
  const { t } = useTranslation()
  const [number, percent, duration] = [useNumber(), usePercent(), useDuration()]
  const steps = ({ now, former }: Figures) => [
    { key: 'guest' as const, label: t('dashboard.came'), count: now.total, before: former.total, median: null },
    ...now.funnel.map(({ step, reached, medianMinutes }) => ({
      key: step,
      label: t(step === 'stub' ? 'dashboard.reachedStub' : 'dashboard.reachedFull'),
      count: reached,
      before: former.funnel.find((one) => one.step === step)?.reached ?? 0,
      median: medianMinutes,
    })),
  ]
  const share = (count: number, { now }: Figures) => count / Math.max(1, now.total)
  return (
    <FigureCard
      chart={(data) => (
        <ol className={classes.funnel}>
          {steps(data).map(({ key, label, count, before, median }) => (
            <li key={key}>
              <div className={classes.step}>
                <span>{label}</span>
                <span className="numbers">
                  <BehindButton
                    count={count}
                    figure={
                      key === 'guest'
                        ? { figure: 'new', ...period(data) }
                        : { figure: 'step', part: `${key}.`, ...period(data) }
                    }
                    title={label}
                  />{' '}
                  {percent(share(count, data))} <Compared former={before} now={count} />
                </span>
              </div>
              <div className={classes.track}>
                <span style={{ inlineSize: `${100 * share(count, data)}%`, background: COLOURS[key] }} />
              </div>
              {median !== null && (
                <span className={classes.quiet}>{t('dashboard.halfAfter', { time: duration(median) })}</span>
              )}
            </li>
          ))}
        </ol>
      )}
      figures={figures}
      foot={({ now }) => <Freshness of={now} />}
      isEmpty={isEmpty}
      table={(data) => ({
        columns: [
          t('dashboard.step'),
          t('dashboard.customers'),
          t('dashboard.share'),
          t('dashboard.periodBefore'),
          t('dashboard.medianTime'),
        ],
        rows: steps(data).map(({ label, count, before, median }) => [
          label,
          number(count),
          percent(share(count, data)),
          number(before),
          median === null ? '–' : duration(median),
        ]),
      })}
      title={t('dashboard.funnel')}
    />
  )
}

function Sources({ figures }: Props) {
  const { t } = useTranslation()
  return (
    <Breakdown
      column={t('dashboard.source')}
      counts={({ bySource }) => bySource}
      figures={figures}
      partOf={(source) => `.${source}.`}
      title={t('dashboard.sources')}
      word={(source) => t(`source.${source as 'web'}`)}
    />
  )
}

function Channels({ figures }: Props) {
  const { t } = useTranslation()
  return (
    <Breakdown
      column={t('dashboard.channel')}
      counts={({ byChannel }) => byChannel}
      figures={figures}
      partOf={(channel) => `.${channel}`}
      title={t('dashboard.channels')}
      word={(channel) => t(`enteredAt.${channel as 'till'}`)}
    />
  )
}

interface BreakdownProps extends Props {
  readonly title: string
  readonly column: string
  readonly counts: (figures: Acquisition) => Readonly<Record<string, number>>
  readonly word: (key: string) => string
  readonly partOf: (key: string) => string
}

/** Who came, by something of them: each with the customers behind it. */
function Breakdown({ figures, title, column, counts, word, partOf }: BreakdownProps) {
  const { t } = useTranslation()
  const number = useNumber()
  const parts = (both: Figures) => {
    const [now, former] = [counts(both.now), counts(both.former)]
    return [...new Set([...Object.keys(now), ...Object.keys(former)])]
      .map((key) => ({ key, now: now[key] ?? 0, former: former[key] ?? 0 }))
      .sort((a, b) => b.now - a.now)
  }
  return (
    <FigureCard
      chart={(data) => (
        <ul className={classes.shares}>
          {parts(data).map(({ key, now, former }) => (
            <li key={key}>
              <div className={classes.step}>
                <span>{word(key)}</span>
                <span className="numbers">
                  <BehindButton
                    count={now}
                    figure={{ figure: 'new', part: partOf(key), ...period(data) }}
                    title={word(key)}
                  />{' '}
                  <Compared former={former} now={now} />
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
      isEmpty={isEmpty}
      table={(data) => ({
        columns: [column, t('dashboard.customers'), t('dashboard.periodBefore')],
        rows: parts(data).map((one) => [word(one.key), number(one.now), number(one.former)]),
      })}
      title={title}
    />
  )
}
