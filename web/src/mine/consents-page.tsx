import { Alert } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import account from '../account/account-page.module.css'
import { Section } from '../account/section.tsx'
import { ConsentList } from '../customers/consents/consent-list.tsx'
import { type Decided, DecideModal, type Deciding } from '../customers/consents/decide-modal.tsx'
import { DecisionList } from '../customers/consents/decision-list.tsx'
import { allOf } from '../customers/consents/queries.ts'
import { ReceiptModal } from '../customers/consents/receipt-modal.tsx'
import { Icon } from '../design/icons.tsx'
import { notify } from '../design/notify.ts'
import { Empty, Failure, SkeletonRows } from '../design/states.tsx'
import { login } from '../session/carry.ts'
import { useFaceHere } from '../session/face.tsx'
import classes from './mine.module.css'
import { OwnPage } from './page.tsx'

const KEY = ['own', 'consents']

export function OwnConsentsPage() {
  const { t } = useTranslation()
  return (
    <OwnPage explained={t('mine.consentsExplained')} title={t('mine.consents')}>
      <Consents />
    </OwnPage>
  )
}

/** The customer's consents, every decision, and new decisions. */
function Consents() {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const [deciding, setDeciding] = useState<Deciding | null>(null)
  const [receipt, setReceipt] = useState<string | null>(null)
  const face = useFaceHere()
  const consents = useQuery({ queryKey: [...KEY, 'now'], queryFn: () => login.consent.readOwn() })
  const decisions = useQuery({
    queryKey: [...KEY, 'decisions'],
    queryFn: async () => ({ items: await allOf(login.consent.listOwnEvents({})) }),
  })
  const error = consents.error ?? decisions.error
  if (!consents.data || !decisions.data) {
    if (!error) return <SkeletonRows rows={5} />
    return <Failure error={error} onRetry={() => Promise.all([consents.refetch(), decisions.refetch()])} />
  }
  const { items } = consents.data
  async function decide(decided: Decided) {
    await login.consent.decideOwn(decided)
    await queries.invalidateQueries({ queryKey: KEY })
    notify(decided.decision === 'withdrawn' ? t('mine.withdrawn') : t('mine.saved'))
  }
  return (
    <>
      {items.some(({ state }) => state === 'pending') && (
        <Alert color="gray" icon={<Icon name="inbox" />} role="status" variant="light">
          {t('mine.pending')}
        </Alert>
      )}
      <div className={account.section}>
        {items.length === 0 ? (
          <Empty icon="trail" title={t('consent.none')} />
        ) : (
          <ConsentList
            busy={false}
            grant={t('mine.agree')}
            items={items}
            onDecide={setDeciding}
            onReceipt={setReceipt}
          />
        )}
      </div>
      <Section title={t('mine.decisions')}>
        <div className={classes.copies}>
          <DecisionList at={null} decisions={decisions.data.items} onReceipt={setReceipt} onTravel={null} />
        </div>
      </Section>
      <DecideModal
        deciding={deciding}
        grant={t('mine.agree')}
        grantTitle={t('mine.agreeTitle')}
        onClose={() => setDeciding(null)}
        onDecide={decide}
      />
      <ReceiptModal
        face={face}
        eventId={receipt}
        keptAs={[...KEY, 'receipt']}
        onClose={() => setReceipt(null)}
        read={(eventId, signal) => login.consent.ownReceipt({ eventId }, { signal })}
      />
    </>
  )
}
