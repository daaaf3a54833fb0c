import { Button, Group, Stack } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Failure, NoPermission, SkeletonRows } from '../design/states.tsx'
import { type Customer, useSession } from '../session/session.ts'
import { AdjustDialog } from './adjust-dialog.tsx'
import { LedgerList } from './ledger-list.tsx'
import { PointsSummary } from './points-summary.tsx'
import { useLedger, usePoints } from './queries.ts'

/** Points and tier of one customer, with the ledger behind them. */
export function LoyaltyTab({ customer }: { readonly customer: Customer }) {
  const { may } = useSession()
  return may('loyalty:read') ? <Points customer={customer} /> : <NoPermission />
}

function Points({ customer: { id, restricted } }: { readonly customer: Customer }) {
  const { t } = useTranslation()
  const { may } = useSession()
  const [adjusting, setAdjusting] = useState(false)
  const account = usePoints(id)
  const ledger = useLedger(id)
  const error = account.error ?? ledger.error
  if (!account.data || !ledger.data) {
    if (!error) return <SkeletonRows rows={5} />
    return <Failure error={error} onRetry={() => Promise.all([account.refetch(), ledger.refetch()])} />
  }
  return (
    <Stack gap="lg">
      <Group align="flex-start" justify="space-between">
        <PointsSummary account={account.data} />
        {may('loyalty:manage') && !restricted && (
          <Button onClick={() => setAdjusting(true)} size="sm" variant="default">
            {t('points.adjust')}
          </Button>
        )}
      </Group>
      <LedgerList entries={ledger.data.items} />
      {adjusting && <AdjustDialog customerId={id} onClose={() => setAdjusting(false)} />}
    </Stack>
  )
}
