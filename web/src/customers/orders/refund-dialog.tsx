import { Text, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ActDialog } from '../../design/dialog.tsx'
import { notify } from '../../design/notify.ts'
import { useSession } from '../../session/session.ts'
import { minorFrom } from './money.ts'
import { Money } from './order-lines.tsx'
import type { Order } from './queries.ts'

interface Props {
  readonly order: Order
  readonly opened: boolean
  readonly onClose: () => void
  readonly onChanged: () => Promise<void>
}

/** All of it, unless a part is typed. */
export function RefundDialog({ order, opened, onClose, onChanged }: Props) {
  const { t } = useTranslation()
  const { kith } = useSession()
  const [typed, setTyped] = useState('')
  const [note, setNote] = useState('')
  const { currency } = order
  const amount = typed.trim() === '' ? undefined : minorFrom(typed, currency)
  async function refund() {
    const given = { ...(typeof amount === 'number' && { amount }), ...(note.trim() && { note: note.trim() }) }
    await kith.orders.refund({ orderId: order.id, ...given })
    await onChanged()
    setTyped('')
    notify(t('order.recorded'))
  }
  return (
    <ActDialog
      act={t('order.refund')}
      onAct={refund}
      onClose={onClose}
      opened={opened}
      ready={amount !== null && amount !== 0}
      title={t('order.refund')}
    >
      <Text size="sm">
        {t('order.total')} <Money amount={order.total} currency={currency} /> · {t('order.refunded')}{' '}
        <Money amount={order.refunded} currency={currency} />
      </Text>
      <TextInput
        classNames={{ input: 'kith-code-input' }}
        description={t('order.refundAll')}
        error={amount === null && t('order.noAmount')}
        inputMode="decimal"
        label={t('order.amount')}
        name="amount"
        onChange={(event) => setTyped(event.currentTarget.value)}
        value={typed}
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
