import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog, ReasonForm } from '../design/dialog.tsx'
import { Icon } from '../design/icons.tsx'
import { type Customer, useSession } from '../session/session.ts'

export type Contacts = Pick<Customer, 'phone' | 'email'>

interface Props {
  readonly customer: Customer
  readonly onRevealed: (contacts: Contacts) => void
}

/** For roles with masked contacts: one customer at a time, with a reason that the customer's history records. */
export function RevealContacts({ customer, onRevealed }: Props) {
  const { t } = useTranslation()
  const { kith, may } = useSession()
  const [asking, setAsking] = useState(false)
  if (!customer.contactsMasked || !may('customers:reveal')) return null
  return (
    <>
      <Button
        leftSection={<Icon name="lock" size={14} />}
        onClick={() => setAsking(true)}
        size="xs"
        style={{ alignSelf: 'flex-start' }}
        variant="default"
      >
        {t('reveal.act')}
      </Button>
      <Dialog onClose={() => setAsking(false)} opened={asking} title={t('reveal.act')}>
        <ReasonForm
          act={t('reveal.act')}
          explained={t('reveal.explained')}
          needed
          onClose={() => setAsking(false)}
          onReason={async (reason) =>
            onRevealed(await kith.customers.revealContacts({ customerId: customer.id, reason: reason! }))
          }
        />
      </Dialog>
    </>
  )
}
