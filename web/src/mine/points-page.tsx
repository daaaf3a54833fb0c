import { Button, Group, Text } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import account from '../account/account-page.module.css'
import { Section } from '../account/section.tsx'
import { QrCode } from '../design/qr-code.tsx'
import { Failure, SkeletonRows, useReason } from '../design/states.tsx'
import { LedgerList } from '../loyalty/ledger-list.tsx'
import { PointsSummary } from '../loyalty/points-summary.tsx'
import { login } from '../session/carry.ts'
import { OwnPage } from './page.tsx'

export function OwnPointsPage() {
  const { t } = useTranslation()
  return (
    <OwnPage explained={t('mine.pointsExplained')} title={t('mine.points')}>
      <Points />
    </OwnPage>
  )
}

const KEY = ['own', 'points']

/** What one has, what expires when, and the card for the counter. */
function Points() {
  const { t } = useTranslation()
  const { data, error, refetch } = useQuery({ queryKey: KEY, queryFn: () => login.loyalty.own() })
  if (error && !data) return <Failure error={error} onRetry={refetch} />
  if (!data) return <SkeletonRows rows={5} />
  return (
    <>
      <div className={account.section}>
        <PointsSummary account={data} endings={data.ending.length} />
      </div>
      <Card />
      <Section title={t('mine.pointsHistory')}>
        <LedgerList keptAs={KEY} read={(page, signal) => login.loyalty.ownEntries(page, { signal })} />
      </Section>
    </>
  )
}

/** Proves at the counter who one is; good for two minutes and once. */
function Card() {
  const { t } = useTranslation()
  const reason = useReason()
  const show = useMutation({ mutationFn: () => login.loyalty.card() })
  return (
    <Section explained={t('mine.cardExplained')} title={t('mine.card')}>
      <Group mt="sm">
        {show.data && <QrCode label={t('mine.card')} text={show.data.card} />}
        <Button
          loading={show.isPending}
          onClick={() => show.mutate()}
          size="sm"
          variant={show.data ? 'default' : 'filled'}
        >
          {t(show.data ? 'mine.cardAgain' : 'mine.cardShow')}
        </Button>
      </Group>
      {show.error && (
        <Text c="red" role="alert" size="sm">
          {reason(show.error)}
        </Text>
      )}
    </Section>
  )
}
