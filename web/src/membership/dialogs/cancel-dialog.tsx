import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ActDialog } from '../../design/dialog.tsx'
import { useSession } from '../../session/session.ts'
import { type HeldPlan, useMembershipAct, type When } from '../queries.ts'
import { WhenField } from './plan-dialog.tsx'
import { ChangePreview } from './preview.tsx'

interface Props {
  readonly customerId: string
  readonly plan: HeldPlan
  readonly onClose: () => void
}

/** At the end of the period, unless now is chosen. */
export function CancelDialog({ customerId, plan, onClose }: Props) {
  const { t } = useTranslation()
  const { kith } = useSession()
  const [when, setWhen] = useState<When>(plan.renewalDate ? 'period_end' : 'now')
  const act = useMembershipAct(customerId, () => kith.membership.cancel({ customerId, subscriptionId: plan.id, when }))
  return (
    <ActDialog
      act={t('plan.cancel')}
      danger
      onAct={() => act.mutateAsync(undefined)}
      onClose={onClose}
      opened
      title={t('plan.cancel')}
    >
      <WhenField onWhen={setWhen} when={when} />
      <ChangePreview change={{ subscriptionId: plan.id, cancel: true, when }} customerId={customerId} />
    </ActDialog>
  )
}
