import { Anchor, List } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Icon } from '../design/icons.tsx'
import { useSession } from '../session/session.ts'
import classes from './dashboard-page.module.css'

const ENOUGH_CUSTOMERS = 20

interface Step {
  readonly key: 'customers' | 'staff' | 'tills' | 'consents' | 'segments'
  readonly done: boolean
  readonly to: '/customers' | '/settings/staff' | '/settings/tills' | '/settings/consents' | '/settings/segments'
}

interface Props {
  readonly steps: readonly Step[]
}

/** The way of a new business, until it has customers of its own. */
export function FirstSteps({ steps }: Props) {
  const { t } = useTranslation()
  if (steps.every(({ done }) => done)) return null
  return (
    <section aria-label={t('steps.title')} className={classes.card} data-first-steps data-wide>
      <h2 className={classes.cardTitle}>{t('steps.title')}</h2>
      <List listStyleType="none" size="sm">
        {steps.map(({ key, done, to }) => (
          <List.Item icon={<Icon name={done ? 'check' : 'forward'} size={16} />} key={key}>
            {done ? (
              <s>{t(`firstStep.${key}`)}</s>
            ) : (
              <Anchor component={Link} display="inline-block" py={4} to={to}>
                {t(`firstStep.${key}`)}
              </Anchor>
            )}
          </List.Item>
        ))}
      </List>
    </section>
  )
}

interface Beginning {
  readonly hasCustomers: boolean
  readonly steps: readonly Step[]
}

/** Only for those who may do something about it. */
export function useBeginning(): Beginning | undefined {
  const { kith, may } = useSession()
  const { data } = useQuery({
    queryKey: ['statistics', 'first-steps'],
    enabled: may('settings:manage'),
    staleTime: 300_000,
    queryFn: async ({ signal }): Promise<Beginning> => {
      const { total } = await kith.customers.statistics({}, { signal })
      if (total >= ENOUGH_CUSTOMERS) return { hasCustomers: true, steps: [] }
      const of = <Out,>(scope: string, read: () => Promise<Out>) => (may(scope) ? read() : Promise.resolve(null))
      const [staff, tills, documents, segments] = await Promise.all([
        of('staff:manage', () => kith.accounts.listStaff({}, { signal })),
        of('tills:manage', () => kith.accounts.listTills({}, { signal })),
        kith.consent.listDocuments({}, { signal }),
        of('segments:read', () => kith.segments.read({}, { signal })),
      ])
      const steps: Step[] = [
        { key: 'customers', done: total > 0, to: '/customers' },
        { key: 'staff', done: (staff?.items.length ?? 2) > 1, to: '/settings/staff' },
        { key: 'tills', done: (tills?.items.length ?? 1) > 0, to: '/settings/tills' },
        { key: 'consents', done: documents.items.length > 0, to: '/settings/consents' },
        { key: 'segments', done: (segments?.version ?? 1) > 0, to: '/settings/segments' },
      ]
      return { hasCustomers: total > 0, steps }
    },
  })
  return data
}
