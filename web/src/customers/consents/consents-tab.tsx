import { Stack, Title } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Empty, Failure, SkeletonRows } from '../../design/states.tsx'
import { type Customer, useSession } from '../../session/session.ts'
import { ConsentList } from './consent-list.tsx'
import { DecideModal, type Deciding } from './decide-modal.tsx'
import { DecisionList } from './decision-list.tsx'
import { useConsents, useDecisions } from './queries.ts'
import { ReceiptModal } from './receipt-modal.tsx'
import { TimeMachine } from './time-machine.tsx'

/** What this person allows, what they allowed at any time before, and every decision with its receipt. */
export function ConsentsTab({ customer }: { readonly customer: Customer }) {
  const { t } = useTranslation()
  const { may } = useSession()
  const [at, setAt] = useState<string | null>(null)
  const [deciding, setDeciding] = useState<Deciding | null>(null)
  const [receipt, setReceipt] = useState<string | null>(null)
  const consents = useConsents(customer.id, at)
  const decisions = useDecisions(customer.id)
  const error = consents.error ?? decisions.error
  if (error && !(consents.data && decisions.data)) {
    return <Failure error={error} onRetry={() => Promise.all([consents.refetch(), decisions.refetch()])} />
  }
  if (!consents.data || !decisions.data) return <SkeletonRows rows={5} />
  const events = decisions.data.items
  return (
    <Stack gap="lg">
      <TimeMachine at={at} decisions={events} onTravel={setAt} since={customer.createdAt} />
      {consents.data.items.length === 0 ? (
        <Empty icon="trail" title={at === null ? t('consent.none') : t('consent.noneThen')} />
      ) : (
        <ConsentList
          busy={consents.isPlaceholderData}
          items={consents.data.items}
          onDecide={at === null && may('customers:write') ? setDeciding : null}
          onReceipt={setReceipt}
        />
      )}
      <section>
        <Title mb="sm" order={2} size="h5">
          {t('consent.decisions')}
        </Title>
        <DecisionList at={at} decisions={events} onReceipt={setReceipt} onTravel={setAt} />
      </section>
      <DecideModal customerId={customer.id} deciding={deciding} onClose={() => setDeciding(null)} />
      <ReceiptModal customerId={customer.id} eventId={receipt} onClose={() => setReceipt(null)} />
    </Stack>
  )
}
