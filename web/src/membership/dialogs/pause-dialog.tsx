import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DayField } from '../../design/dates/day-field.tsx'
import { ActDialog } from '../../design/dialog.tsx'
import { useTimeZone } from '../../language/here.ts'
import { wallOf } from '../../language/zone.ts'
import { useSession } from '../../session/session.ts'
import { type HeldPlan, useMembershipAct } from '../queries.ts'

interface Props {
  readonly customerId: string
  readonly plan: HeldPlan
  readonly onClose: () => void
}

const DAY_MS = 24 * 3_600_000

/** Until it is resumed, unless a day is chosen on which it goes on by itself. */
export function PauseDialog({ customerId, plan, onClose }: Props) {
  const { t } = useTranslation()
  const { kith } = useSession()
  const tomorrow = wallOf(Date.now() + DAY_MS, useTimeZone()).day
  const [until, setUntil] = useState('')
  const act = useMembershipAct(customerId, () =>
    kith.membership.pause({ customerId, subscriptionId: plan.id, ...(until !== '' && { until }) }),
  )
  return (
    <ActDialog
      act={t('plan.pause')}
      onAct={() => act.mutateAsync(undefined)}
      onClose={onClose}
      opened
      title={t('plan.pauseOf')}
    >
      <DayField
        clearable
        description={t('plan.pauseExplained')}
        label={t('plan.pausedUntil')}
        min={tomorrow}
        name="until"
        onChange={setUntil}
        value={until}
      />
    </ActDialog>
  )
}
