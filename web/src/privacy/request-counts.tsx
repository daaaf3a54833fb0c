import { Skeleton } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Failure } from '../design/states.tsx'
import { Count } from '../design/written.tsx'
import { usePercent } from '../language/format.ts'
import cards from './counts.module.css'
import classes from './privacy.module.css'
import { useRequestCounts } from './queries.ts'

/** The most urgent first. */
export function RequestCounts() {
  const { t } = useTranslation()
  const percent = usePercent()
  const { data, error, refetch } = useRequestCounts()
  if (error) return <Failure error={error} onRetry={refetch} />
  if (!data) return <Skeleton height={84} radius="lg" />
  const { overdue, dueSoon, open, unassigned, answered, answeredInTime } = data
  const tiles = [
    { name: 'overdue', count: overdue, tone: overdue > 0 ? 'danger' : undefined },
    { name: 'dueSoon', count: dueSoon, tone: dueSoon > 0 ? 'warm' : undefined },
    { name: 'open', count: open },
    { name: 'unassigned', count: unassigned },
  ] as const
  return (
    <section aria-label={t('statistics.title')} className={classes.counts}>
      {tiles.map(({ name, count, ...rest }) => (
        <div className={cards.card} data-tone={'tone' in rest ? rest.tone : undefined} key={name}>
          <span className={cards.label}>{t(`privacyCount.${name}`)}</span>
          <span className={cards.figure}>
            <Count>{count}</Count>
          </span>
        </div>
      ))}
      <div className={cards.card}>
        <span className={cards.label}>{t('privacyCount.inTime')}</span>
        <span className={cards.figure}>{answered === 0 ? '—' : percent(answeredInTime / answered)}</span>
      </div>
    </section>
  )
}
