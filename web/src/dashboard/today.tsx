import { Anchor, List } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useNumber } from '../language/format.ts'
import { useSession } from '../session/session.ts'
import classes from './dashboard-page.module.css'

const PLACES = {
  overdue: '/privacy',
  dueSoon: '/privacy',
  breaches: '/privacy',
  duplicates: '/duplicates',
  handOvers: '/duplicates',
  parked: '/settings/events',
  jobs: '/settings/jobs',
  webhooks: '/settings/webhooks',
  tills: '/settings/tills',
  points: '/settings/loyalty',
} as const

interface Task {
  readonly key: keyof typeof PLACES
  readonly count: number
}

/** A till without a sign-in for so long is perhaps offline. */
const SILENT_TILL_MS = 2 * 86_400_000

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
          {open.map(({ key, count }) => (
            <List.Item key={key}>
              <Anchor component={Link} to={PLACES[key]} {...(key === 'handOvers' && { hash: 'hand-overs' })}>
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
      const [privacy, duplicates, handOvers, parked, jobs, webhooks, tills, liability] = await Promise.all([
        of('privacy:read', () => kith.privacy.overview({}, { signal })),
        of('duplicates:read', () => kith.duplicates.statistics({}, { signal })),
        of('customers:merge', () => kith.accounts.listHandOvers({}, { signal })),
        of('events:manage', () => kith.incoming.listParked({}, { signal })),
        of('jobs:run', () => kith.jobs.listJobs({}, { signal })),
        of('webhooks:read', () => kith.webhooks.list({}, { signal })),
        of('tills:manage', () => kith.accounts.listTills({}, { signal })),
        of('loyalty:manage', () => kith.loyalty.liability({}, { signal })),
      ])
      const month = new Date().toISOString().slice(0, 7)
      const isSilent = (usedAt: string | null) => usedAt !== null && Date.now() - Date.parse(usedAt) > SILENT_TILL_MS
      const counts: Record<Task['key'], number | undefined> = {
        overdue: privacy?.requests.overdue,
        dueSoon: privacy?.requests.dueSoon,
        breaches: privacy?.breaches.open,
        duplicates: duplicates?.listed,
        handOvers: handOvers?.items.length,
        parked: parked?.items.length,
        jobs: jobs?.items.filter(({ runs }) => runs[0]?.state === 'failed').length,
        webhooks: webhooks?.items.filter(({ failingSince, dead }) => failingSince !== null || dead > 0).length,
        tills: tills?.items.filter(({ status, usedAt }) => status === 'paired' && isSilent(usedAt)).length,
        points: liability?.months.find((one) => one.month === month)?.points,
      }
      // The keys of a constant.
      return (Object.keys(PLACES) as Task['key'][]).map((key) => ({ key, count: counts[key] ?? 0 }))
    },
  })
  return data
}
