import { NativeSelect, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ActDialog } from '../../design/dialog.tsx'
import { notify } from '../../design/notify.ts'
import { useSession } from '../../session/session.ts'
import { CANCELLED_BECAUSE } from './happened.ts'
import type { Order } from './queries.ts'

interface Props {
  readonly order: Order
  readonly opened: boolean
  readonly onClose: () => void
  readonly onChanged: () => Promise<void>
}

export function CancelDialog({ order, opened, onClose, onChanged }: Props) {
  const { t } = useTranslation()
  const { kith } = useSession()
  const [reason, setReason] = useState<(typeof CANCELLED_BECAUSE)[number]>('customer')
  const [note, setNote] = useState('')
  async function cancel() {
    await kith.orders.cancel({ orderId: order.id, reason, ...(note.trim() && { note: note.trim() }) })
    await onChanged()
    notify(t('order.recorded'))
  }
  return (
    <ActDialog
      act={t('order.cancel')}
      danger
      onAct={cancel}
      onClose={onClose}
      opened={opened}
      title={t('order.cancel')}
    >
      <NativeSelect
        data={CANCELLED_BECAUSE.map((value) => ({ value, label: t(`cancelled.${value}`) }))}
        label={t('order.why')}
        name="reason"
        onChange={({ currentTarget }) => setReason(CANCELLED_BECAUSE.find((one) => one === currentTarget.value)!)}
        value={reason}
      />
      <Textarea
        label={t('order.note')}
        maxLength={500}
        name="note"
        onChange={(event) => setNote(event.currentTarget.value)}
        value={note}
      />
    </ActDialog>
  )
}
