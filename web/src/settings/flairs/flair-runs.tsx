import { Button, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Moment } from '../../design/written.tsx'
import { useNumber } from '../../language/format.ts'
import { useAct, useSetting } from '../act.ts'
import classes from '../settings-page.module.css'

const POLL_MS = 1_000

/** What the rules gave to all customers the last time, and a button to apply them now. */
export function FlairRuns() {
  const { t } = useTranslation()
  const number = useNumber()
  const runs = useSetting(
    ['flairRuns'],
    'plans:manage',
    (kith, signal) => kith.membership.listFlairRuns({}, { signal }),
    { refetchInterval: (data) => (data?.items.some(({ finishedAt }) => finishedAt === null) ? POLL_MS : false) },
  )
  const apply = useAct((kith) => kith.membership.applyFlairs({}), { refreshes: ['flairRuns'] })
  const latest = runs.data?.items[0]
  return (
    <section aria-label={t('flairRules.runs')} className={classes.card} data-narrow>
      <h2 className={classes.cardTitle}>{t('flairRules.runs')}</h2>
      <Text c="dimmed" mb="sm" size="sm">
        {t('flairRules.runsExplained')}
      </Text>
      <Button loading={apply.isPending} onClick={() => apply.mutate(undefined)} size="sm" variant="default">
        {t('flairRules.apply')}
      </Button>
      {latest && (
        <Text data-run={latest.finishedAt ? 'finished' : 'under-way'} mt="sm" size="sm">
          <Moment at={latest.at} exact />
          {': '}
          {t('flairRules.run', { customers: number(latest.done), awarded: number(latest.awarded) })}
        </Text>
      )}
    </section>
  )
}
