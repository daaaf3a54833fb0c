import type { Output } from '@kith/sdk'
import type { UseQueryResult } from '@tanstack/react-query'
import { lazy } from 'react'
import { useTranslation } from 'react-i18next'
import { useNumber } from '../language/format.ts'
import { FigureCard } from './figure-card.tsx'
import { useDay } from './written.ts'

type Figures = Output<'accounts.signInsByDay'>
const DayChart = lazy(() => import('./charts.tsx'))

export function SignInFigures({ figures }: { readonly figures: UseQueryResult<Figures> }) {
  const { t } = useTranslation()
  const [number, day] = [useNumber(), useDay()]
  return (
    <FigureCard
      chart={({ days }) => (
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
      isEmpty={({ days }) => days.every(({ customers, staff }) => customers + staff === 0)}
      table={({ days }) => ({
        columns: [t('dashboard.day'), t('dashboard.customers'), t('dashboard.staff')],
        rows: days.map((one) => [day(one.day), number(one.customers), number(one.staff)]),
      })}
      title={t('dashboard.signIns')}
    />
  )
}
