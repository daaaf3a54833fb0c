import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { OrderHead } from './order-lines.tsx'
import classes from './orders.module.css'
import type { BriefOrder } from './queries.ts'

/** On the card of the person who is served; nothing when there is nothing. */
export function LastOrders({ orders }: { readonly orders: readonly BriefOrder[] }) {
  const { t } = useTranslation()
  if (orders.length === 0) return null
  return (
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
  )
}
