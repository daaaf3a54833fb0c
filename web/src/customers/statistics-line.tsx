import { Button, Skeleton, VisuallyHidden } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useReason } from '../design/states.tsx'
import { Count, Moment } from '../design/written.tsx'
import { usePercent } from '../language/format.ts'
import { useStatistics } from '../person/queries.ts'
import classes from './statistics-line.module.css'

const STEPS = ['guest', 'stub', 'full'] as const

/** Figures of all customers beside the title: as many as fit, the overview has the others. */
export function StatisticsLine() {
  const { t } = useTranslation()
  const percent = usePercent()
  const reason = useReason()
  const { data, error, refetch } = useStatistics()
  if (error) {
    return (
      <p className={classes.failed} role="alert">
        {reason(error)}{' '}
        <Button onClick={() => refetch()} size="compact-xs" variant="default">
          {t('state.retry')}
        </Button>
      </p>
    )
  }
  if (!data) return <Skeleton className={classes.coming} height={16} width="16rem" />
  return (
    <section aria-label={t('statistics.title')} className={classes.line}>
      <span className={classes.figure}>
        <VisuallyHidden>{t('statistics.total')}</VisuallyHidden>
        <b>
          <Count>{data.total}</Count>
        </b>
      </span>
      <Figure label={t('statistics.newToday')}>
        <Count>{data.newToday}</Count>
      </Figure>
      <Figure label={t('statistics.newThisMonth')}>
        <Count>{data.newThisMonth}</Count>
      </Figure>
      <Figure label={t('statistics.verified')}>
        <span className="numbers">{percent(data.total === 0 ? 0 : data.phoneVerified / data.total)}</span>
      </Figure>
      <ul aria-label={t('statistics.way')} className={classes.steps}>
        {STEPS.map((type) => (
          <li className={classes.figure} data-type={type} key={type}>
            {t(`type.${type}`)}{' '}
            <b>
              <Count>{data.byType[type] ?? 0}</Count>
            </b>
          </li>
        ))}
      </ul>
      <span className={classes.figure}>
        {t('statistics.counted')} <Moment at={data.asOf} />
      </span>
    </section>
  )
}

function Figure({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <span className={classes.figure}>
      {label} <b>{children}</b>
    </span>
  )
}
