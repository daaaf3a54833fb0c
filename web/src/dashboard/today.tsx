import { Anchor, List } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useNumber } from '../language/format.ts'
import { useSession } from '../session/session.ts'
import classes from './dashboard-page.module.css'

interface Task {
  readonly key: 'overdue' | 'dueSoon' | 'breaches' | 'handOvers' | 'parked' | 'jobs' | 'points'
  readonly count: number
  readonly to: '/privacy' | '/customers' | '/settings/events' | '/settings/jobs' | '/settings/loyalty'
}

/** What needs doing today, before any chart: each with the way to it. */
export function Today() {
  const { t } = useTranslation()
  const number = useNumber()
  const tasks = useTasks()
  if (!tasks) return null
  const open = tasks.filter(({ count }) => count > 0)
  return (
    <section aria-label={t('today.title')} className={classes.card} data-today data-wide>
      <h2 className={classes.cardTitle}>{t('today.title')}</h2>
      {open.length === 0 ? (
        <p className={classes.quiet}>{t('today.nothing')}</p>
      ) : (
        <List size="sm">
          {open.map(({ key, count, to }) => (
            <List.Item key={key}>
              <Anchor component={Link} to={to}>
                {t(`todo.${key}`, { number: number(count) })}
              </Anchor>
            </List.Item>
          ))}
        </List>
      )}
    </section>
  )
}

/** Only what this user may do something about. */
function useTasks(): readonly Task[] | undefined {
  const { kith, may } = useSession()
  const { data } = useQuery({
    queryKey: ['statistics', 'today'],
    staleTime: 60_000,
    queryFn: async ({ signal }): Promise<Task[]> => {
      const of = <Out,>(scope: string, read: () => Promise<Out>) => (may(scope) ? read() : Promise.resolve(null))
      const [privacy, jobs, parked, handOvers, liability] = await Promise.all([
        of('privacy:read', () => kith.privacy.overview({}, { signal })),
        of('jobs:run', () => kith.jobs.listJobs({}, { signal })),
        of('events:manage', () => kith.incoming.listParked({}, { signal })),
        of('customers:merge', () => kith.accounts.listHandOvers({}, { signal })),
        of('loyalty:manage', () => kith.loyalty.liability({}, { signal })),
      ])
      const month = new Date().toISOString().slice(0, 7)
      return [
        { key: 'overdue', count: privacy?.requests.overdue ?? 0, to: '/privacy' },
        { key: 'dueSoon', count: privacy?.requests.dueSoon ?? 0, to: '/privacy' },
        { key: 'breaches', count: privacy?.breaches.open ?? 0, to: '/privacy' },
        { key: 'handOvers', count: handOvers?.items.length ?? 0, to: '/customers' },
        { key: 'parked', count: parked?.items.length ?? 0, to: '/settings/events' },
        {
          key: 'jobs',
          count: jobs?.items.filter(({ runs }) => runs[0]?.state === 'failed').length ?? 0,
          to: '/settings/jobs',
        },
        {
          key: 'points',
          count: liability?.months.find((one) => one.month === month)?.points ?? 0,
          to: '/settings/loyalty',
        },
      ]
    },
  })
  return data
}
