import { Alert, Button, Group } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog, ReasonForm } from '../design/dialog.tsx'
import { Icon } from '../design/icons.tsx'
import { type Customer, useSession } from '../session/session.ts'

/** Shows on every page of a customer that staff cannot change anything, with the lifting for users who may. */
export function RestrictionBanner({ customer }: { readonly customer: Customer }) {
  const { t } = useTranslation()
  const { kith, may } = useSession()
  const queries = useQueryClient()
  const [lifting, setLifting] = useState(false)
  if (!customer.restricted) return null
  const { id: customerId } = customer
  async function lift(reason: string | undefined) {
    await kith.privacy.liftRestriction({ customerId, reason: reason! })
    await Promise.all(
      [['customer', customerId], ['customers'], ['privacy']].map((queryKey) => queries.invalidateQueries({ queryKey })),
    )
  }
  return (
    <Alert
      color="red"
      data-restricted
      icon={<Icon name="lock" />}
      role="status"
      title={t('restriction.title')}
      variant="light"
    >
      {t('restriction.explained')}
      {may('privacy:manage') && (
        <Group mt="xs">
          <Button onClick={() => setLifting(true)} size="xs" variant="default">
            {t('restriction.lift')}
          </Button>
        </Group>
      )}
      <Dialog onClose={() => setLifting(false)} opened={lifting} title={t('restriction.lift')}>
        <ReasonForm
          act={t('restriction.lift')}
          explained={t('restriction.liftExplained')}
          needed
          onClose={() => setLifting(false)}
          onReason={lift}
        />
      </Dialog>
    </Alert>
  )
}
