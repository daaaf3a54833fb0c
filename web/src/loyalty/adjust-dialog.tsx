import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ActDialog } from '../design/dialog.tsx'
import { NumberField } from '../design/numbers/number-field.tsx'
import { useSession } from '../session/session.ts'
import { usePointsAct } from './queries.ts'

interface Props {
  readonly customerId: string
  readonly onClose: () => void
}

/** Points given or taken by hand, and why. */
export function AdjustDialog({ customerId, onClose }: Props) {
  const { t } = useTranslation()
  const { kith } = useSession()
  const [points, setPoints] = useState<number | string>('')
  const [reason, setReason] = useState('')
  const adjust = usePointsAct(customerId, () =>
    kith.loyalty.adjust({ customerId, points: Number(points), reason: reason.trim() }),
  )
  return (
    <ActDialog
      act={t('act.save')}
      onAct={() => adjust.mutateAsync(undefined)}
      onClose={onClose}
      opened
      ready={Number(points) !== 0 && reason.trim() !== ''}
      title={t('points.adjust')}
    >
      <NumberField
        allowNegative
        allowDecimal={false}
        data-autofocus
        description={t('points.adjustExplained')}
        label={t('points.count')}
        name="points"
        onChange={setPoints}
        value={points}
      />
      <TextInput
        label={t('points.reason')}
        maxLength={500}
        name="reason"
        onChange={(event) => setReason(event.currentTarget.value)}
        value={reason}
      />
    </ActDialog>
  )
}
