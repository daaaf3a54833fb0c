import { Button, Group, Stack } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { notify, useNotifyFailure } from '../design/notify.ts'
import { Failure, NoPermission, SkeletonRows } from '../design/states.tsx'
import { type Customer, useSession } from '../session/session.ts'
import { AdjustDialog } from './adjust-dialog.tsx'
import { WhyPoints } from './explanation.tsx'
import { LedgerList } from './ledger-list.tsx'
import { PointsSummary } from './points-summary.tsx'
import { pointsKey, usePoints, usePointsAct } from './queries.ts'

/** Points and tier of one customer, with the ledger behind them. */
export function LoyaltyTab({ customer }: { readonly customer: Customer }) {
  const { may } = useSession()
  return may('loyalty:read') ? <Points customer={customer} /> : <NoPermission />
}

function Points({ customer: { id: customerId, restricted } }: { readonly customer: Customer }) {
  const { t } = useTranslation()
  const { kith, may } = useSession()
  const [adjusting, setAdjusting] = useState(false)
  const notifyFailure = useNotifyFailure()
  const review = usePointsAct<void>(customerId, async () => {
    await kith.loyalty.reviewOne({ customerId }).then(() => notify(t('points.tierReviewed')), notifyFailure)
  })
  const { data, error, refetch } = usePoints(customerId)
  if (error && !data) return <Failure error={error} onRetry={refetch} />
  if (!data) return <SkeletonRows rows={5} />
  return (
    <Stack gap="lg">
      <Group align="flex-start" justify="space-between">
        <PointsSummary account={data} />
        {may('loyalty:manage') && !restricted && (
          <Group gap="xs">
            <Button onClick={() => setAdjusting(true)} size="sm" variant="default">
              {t('points.adjust')}
            </Button>
            <Button
              data-review-tier
              loading={review.isPending}
              onClick={() => review.mutate()}
              size="sm"
              variant="default"
            >
              {t('points.reviewTier')}
            </Button>
          </Group>
        )}
      </Group>
      <WhyPoints customerId={customerId} />
      <LedgerList
        keptAs={pointsKey(customerId)}
        read={(page, signal) => kith.loyalty.listEntries({ customerId, ...page }, { signal })}
      />
      {adjusting && <AdjustDialog customerId={customerId} onClose={() => setAdjusting(false)} />}
    </Stack>
  )
}
