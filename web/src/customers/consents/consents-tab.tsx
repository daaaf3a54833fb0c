import { Stack, Title } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Empty, Failure, SkeletonRows } from '../../design/states.tsx'
import { useFace } from '../../session/face.tsx'
import { type Customer, useSession } from '../../session/session.ts'
import { ConsentList } from './consent-list.tsx'
import { DecideModal, type Deciding } from './decide-modal.tsx'
import { DecisionList } from './decision-list.tsx'
import { type Heard, HowHeard } from './how-heard.tsx'
import { useConsents, useDecide, useDecisions } from './queries.ts'
import { ReceiptModal } from './receipt-modal.tsx'
import { TimeMachine } from './time-machine.tsx'

/** The consents of this customer, now or at any time, and every decision with its receipt. */
export function ConsentsTab({ customer }: { readonly customer: Customer }) {
  const { t } = useTranslation()
  const { kith, may } = useSession()
  const decide = useDecide(customer.id)
  const [heard, setHeard] = useState<Heard>({ source: 'spoken' })
  const [at, setAt] = useState<string | null>(null)
  const [deciding, setDeciding] = useState<Deciding | null>(null)
  const [receipt, setReceipt] = useState<string | null>(null)
  const face = useFace(kith)
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
      <TimeMachine at={at} decisions={events} onTravel={setAt} since={customer.createdAt} title={t('consent.now')} />
      {consents.data.items.length === 0 ? (
        <Empty icon="trail" title={at === null ? t('consent.none') : t('consent.noneThen')} />
      ) : (
        <ConsentList
          busy={consents.isPlaceholderData}
          grant={t('consent.grant')}
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
      <DecideModal
        deciding={deciding}
        grant={t('consent.grant')}
        grantTitle={t('consent.grantTitle')}
        onClose={() => setDeciding(null)}
        onDecide={(decided) => decide({ customerId: customer.id, ...decided, ...heard })}
      >
        <HowHeard onChange={setHeard} />
      </DecideModal>
      <ReceiptModal
        eventId={receipt}
        face={face}
        keptAs={['customer', customer.id, 'receipt']}
        onClose={() => setReceipt(null)}
        read={(eventId, signal) => kith.consent.receipt({ customerId: customer.id, eventId }, { signal })}
      />
    </Stack>
  )
}
