import { Skeleton } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Failure } from '../design/states.tsx'
import { Count, Moment } from '../design/written.tsx'
import { usePercent } from '../language/format.ts'
import { useStatistics } from '../person/queries.ts'
import classes from './statistics-cards.module.css'

const STEPS = ['guest', 'stub', 'full'] as const

/** Figures of all customers: number, types, new ones. */
export function StatisticsCards() {
  const { t } = useTranslation()
  const percent = usePercent()
  const { data, error, refetch } = useStatistics()
  if (error) return <Failure error={error} onRetry={refetch} />
  if (!data) return <Skeleton height={84} radius="lg" />
  const share = (count: number) => (data.total === 0 ? 0 : count / data.total)
  const steps = STEPS.map((type) => ({ type, count: data.byType[type] ?? 0 }))
  return (
    <section aria-label={t('statistics.title')} className={classes.cards}>
      <div className={classes.card}>
        <span className={classes.label}>{t('statistics.total')}</span>
        <span className={classes.figure}>
          <Count>{data.total}</Count>
        </span>
      </div>
      <div className={classes.card} data-wide>
        <span className={classes.label}>{t('statistics.way')}</span>
        <div aria-hidden="true" className={classes.bar}>
          {steps.map(({ type, count }) => (
            <span data-type={type} key={type} style={{ flexGrow: share(count) }} />
          ))}
        </div>
        <ul className={classes.steps}>
          {steps.map(({ type, count }) => (
            <li data-type={type} key={type}>
              {t(`type.${type}`)}{' '}
              <b>
                <Count>{count}</Count>
              </b>{' '}
              <span className="numbers">{percent(share(count))}</span>
            </li>
          ))}
        </ul>
      </div>
      <div className={classes.card}>
        <span className={classes.label}>{t('statistics.verified')}</span>
        <span className={classes.figure}>
          <span className="numbers">{percent(share(data.phoneVerified))}</span>
        </span>
      </div>
      <div className={classes.card}>
        <span className={classes.label}>{t('statistics.newThisMonth')}</span>
        <span className={classes.figure}>
          <Count>{data.newThisMonth}</Count>
        </span>
      </div>
      <div className={classes.card}>
        <span className={classes.label}>{t('statistics.newToday')}</span>
        <span className={classes.figure}>
          <Count>{data.newToday}</Count>
        </span>
      </div>
      <p className={classes.fresh}>
        {t('statistics.counted')} <Moment at={data.asOf} />
      </p>
    </section>
  )
}
