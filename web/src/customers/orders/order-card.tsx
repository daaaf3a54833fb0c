import { Button, Group } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../design/icons.tsx'
import { notify, useNotifyFailure } from '../../design/notify.ts'
import { type Customer, useSession } from '../../session/session.ts'
import { CancelDialog } from './cancel-dialog.tsx'
import { OrderHistory } from './order-history.tsx'
import { OrderHead, OrderLines, Signals } from './order-lines.tsx'
import { PrintReceipt } from './order-receipt.tsx'
import classes from './orders.module.css'
import { type Order, useOrdersChanged } from './queries.ts'
import { RefundDialog } from './refund-dialog.tsx'

interface Props {
  readonly customer: Customer
  readonly order: Order
}

/** One order, and what can be recorded of it. */
export function OrderCard({ customer, order }: Props) {
  const { may } = useSession()
  return (
    <article aria-label={order.externalId ?? order.placedAt} className={classes.order} data-order={order.state}>
      <OrderHead order={order} />
      <Signals of={order.signals} />
      <OrderLines order={order} />
      <OrderHistory order={order} />
      {may('orders:write') && !customer.restricted && <Acts customer={customer} order={order} />}
      <PrintReceipt customer={customer} order={order} />
    </article>
  )
}

function Acts({ customer, order }: Props) {
  const { t } = useTranslation()
  const { kith } = useSession()
  const tellChanged = useOrdersChanged()
  const changed = () => tellChanged(customer.id)
  const notifyFailure = useNotifyFailure()
  const [busy, setBusy] = useState(false)
  const [asking, setAsking] = useState<'cancel' | 'refund' | null>(null)
  const { id: orderId, state } = order
  async function record(what: 'pay' | 'deliver') {
    setBusy(true)
    try {
      await kith.orders[what]({ orderId })
      await changed()
      notify(t('order.recorded'))
    } catch (error) {
      notifyFailure(error)
    }
    setBusy(false)
  }
  if (state === 'cancelled' || state === 'refunded') return null
  return (
    <Group gap="xs">
      {!order.paidAt && (
        <Button disabled={busy} onClick={() => record('pay')} size="compact-sm" variant="default">
          {t('order.pay')}
        </Button>
      )}
      {!order.deliveredAt && (
        <Button disabled={busy} onClick={() => record('deliver')} size="compact-sm" variant="default">
          {t('order.deliver')}
        </Button>
      )}
      <Button
        leftSection={<Icon name="undo" size={14} />}
        onClick={() => setAsking('refund')}
        size="compact-sm"
        variant="default"
      >
        {t('order.refund')}
      </Button>
      <Button onClick={() => setAsking('cancel')} size="compact-sm" variant="subtle">
        {t('order.cancel')}
      </Button>
      <RefundDialog onChanged={changed} onClose={() => setAsking(null)} opened={asking === 'refund'} order={order} />
      <CancelDialog onChanged={changed} onClose={() => setAsking(null)} opened={asking === 'cancel'} order={order} />
    </Group>
  )
}
