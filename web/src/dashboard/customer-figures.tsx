import type { Output } from '@kith/sdk'
import { RingProgress } from '@mantine/core'
import type { UseQueryResult } from '@tanstack/react-query'
import { lazy } from 'react'
import { useTranslation } from 'react-i18next'
import { useNumber, usePercent } from '../language/format.ts'
import classes from './dashboard-page.module.css'
import { FigureCard } from './figure-card.tsx'
import { useDay } from './written.ts'

type Figures = Output<'customers.customersByDay'>
const TYPES = ['guest', 'stub', 'full'] as const
const COLOURS = { guest: 'var(--figure-quiet)', stub: 'var(--figure-warm)', full: 'var(--figure-accent)' }
const DayChart = lazy(() => import('./charts.tsx'))

/** New customers, their types, and verified phones. */
export function CustomerFigures({ figures }: { readonly figures: UseQueryResult<Figures> }) {
  const { t } = useTranslation()
  const [number, percent, day] = [useNumber(), usePercent(), useDay()]
  const isEmpty = ({ total }: Figures) => total.all === 0
  const share = (part: number, of: number) => (of === 0 ? 0 : part / of)
  const steps = ({ total }: Figures) => [
    { key: 'all', label: t('dashboard.came'), count: total.all, colour: COLOURS.guest },
    { key: 'stub', label: t('dashboard.reachedStub'), count: total.reachedStub, colour: COLOURS.stub },
    { key: 'full', label: t('dashboard.reachedFull'), count: total.reachedFull, colour: COLOURS.full },
  ]
  return (
    <>
      <FigureCard
        chart={({ days }) => (
          <DayChart
            data={days}
            day={day}
            kind="bars"
            label={t('dashboard.newCustomers')}
            series={TYPES.map((type) => ({ name: type, label: t(`type.${type}`), color: COLOURS[type] }))}
            value={number}
          />
        )}
        figures={figures}
        isEmpty={isEmpty}
        table={({ days }) => ({
          columns: [t('dashboard.day'), ...TYPES.map((type) => t(`type.${type}`))],
          rows: days.map((one) => [day(one.day), ...TYPES.map((type) => number(one[type]))]),
        })}
        title={t('dashboard.newCustomers')}
        wide
      />
      <FigureCard
        chart={(data) => (
          <ol className={classes.funnel}>
            {steps(data).map(({ key, label, count, colour }) => (
              <li key={key}>
                <div className={classes.step}>
                  <span>{label}</span>
                  <span className="numbers">
                    <b>{number(count)}</b> {percent(share(count, data.total.all))}
                  </span>
                </div>
                <div className={classes.track}>
                  <span style={{ inlineSize: `${100 * share(count, data.total.all)}%`, background: colour }} />
                </div>
              </li>
            ))}
          </ol>
        )}
        figures={figures}
        isEmpty={isEmpty}
        table={(data) => ({
          columns: [t('dashboard.step'), t('dashboard.customers'), t('dashboard.share')],
          rows: steps(data).map(({ label, count }) => [label, number(count), percent(share(count, data.total.all))]),
        })}
        title={t('dashboard.funnel')}
      />
      <FigureCard
        chart={({ total }) => (
          <div className={classes.ring}>
            <RingProgress
              aria-hidden
              label={<span className={classes.ringLabel}>{percent(share(total.phoneVerified, total.all))}</span>}
              roundCaps
              sections={[{ value: 100 * share(total.phoneVerified, total.all), color: COLOURS.full }]}
              size={150}
              thickness={12}
            />
            <p className={classes.ringText}>
              {t('dashboard.provedOf', { proved: number(total.phoneVerified), all: number(total.all) })}
            </p>
          </div>
        )}
        figures={figures}
        isEmpty={isEmpty}
        table={({ days }) => ({
          columns: [t('dashboard.day'), t('dashboard.customers'), t('dashboard.proved')],
          rows: days.map((one) => [day(one.day), number(one.guest + one.stub + one.full), number(one.phoneVerified)]),
        })}
        title={t('dashboard.verified')}
      />
    </>
  )
}
