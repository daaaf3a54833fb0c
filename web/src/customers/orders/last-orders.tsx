import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { OrderHead, Signals } from './order-lines.tsx'
import classes from './orders.module.css'
import { useLastOrders, useSignals } from './queries.ts'

/** On the card of the person who is served; nothing when there is nothing. */
export function LastOrders({ customerId }: { readonly customerId: string }) {
  const { t } = useTranslation()
  const orders = useLastOrders(customerId).data?.items ?? []
  const signals = useSignals(customerId).data?.items ?? []
  return (
    <>
      <Signals of={signals} />
      {orders.length > 0 && (
        <section aria-label={t('order.last')}>
          <Text c="dimmed" mb={4} size="xs">
            {t('order.last')}
          </Text>
          <ul className={classes.brief} data-last-orders>
            {orders.map((order) => (
              <li key={order.id}>
                <OrderHead order={order} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}
