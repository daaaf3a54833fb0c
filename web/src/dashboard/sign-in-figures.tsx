import type { Output } from '@kith/sdk'
import type { UseQueryResult } from '@tanstack/react-query'
import { lazy } from 'react'
import { useTranslation } from 'react-i18next'
import { useNumber } from '../language/format.ts'
import { Compared, Freshness } from './compared.tsx'
import { FigureCard } from './figure-card.tsx'
import type { Both } from './use-figures.ts'
import { useDay } from './written.ts'

type Figures = Output<'accounts.signInsByDay'>
const all = ({ days }: Figures) => days.reduce((sum, { customers, staff }) => sum + customers + staff, 0)
const DayChart = lazy(() => import('./charts.tsx'))

export function SignInFigures({ figures }: { readonly figures: UseQueryResult<Both<Figures>> }) {
  const { t } = useTranslation()
  const [number, day] = [useNumber(), useDay()]
  return (
    <FigureCard
      chart={({ now: { days } }) => (
        <DayChart
          data={days}
          day={day}
          kind="bars"
          label={t('dashboard.signIns')}
          series={[
            { name: 'customers', label: t('dashboard.customers'), color: 'var(--figure-accent)' },
            { name: 'staff', label: t('dashboard.staff'), color: 'var(--figure-blue)' },
          ]}
          value={number}
        />
      )}
      empty={t('dashboard.nobodySignedIn')}
      figures={figures}
      foot={({ now, former }) => (
        <>
          {t('dashboard.signIns')}: {number(all(now))} <Compared former={all(former)} now={all(now)} />{' '}
          <Freshness of={now} />
        </>
      )}
      isEmpty={({ now }) => all(now) === 0}
      table={({ now: { days } }) => ({
        columns: [t('dashboard.day'), t('dashboard.customers'), t('dashboard.staff')],
        rows: days.map((one) => [day(one.day), number(one.customers), number(one.staff)]),
      })}
      title={t('dashboard.signIns')}
    />
  )
}
