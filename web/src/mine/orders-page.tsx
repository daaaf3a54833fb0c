import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { OrderHead, OrderLines } from '../customers/orders/order-lines.tsx'
import classes from '../customers/orders/orders.module.css'
import { usePages } from '../customers/orders/queries.ts'
import { Empty, Failure, SkeletonRows } from '../design/states.tsx'
import { login } from '../session/carry.ts'
import { OwnPage } from './page.tsx'

export function OwnOrdersPage() {
  const { t } = useTranslation()
  return (
    <OwnPage explained={t('mine.ordersExplained')} title={t('mine.orders')}>
      <Orders />
    </OwnPage>
  )
}

function Orders() {
  const { t } = useTranslation()
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = usePages(
    ['own', 'orders'],
    (page, signal) => login.orders.listOwn(page, { signal }),
  )
  if (error && !data) return <Failure error={error} onRetry={refetch} />
  if (!data) return <SkeletonRows rows={4} />
  const orders = data.pages.flatMap(({ items }) => items)
  if (orders.length === 0) return <Empty icon="receipt" title={t('mine.noOrders')} />
  return (
    <>
      <ul className={classes.list}>
        {orders.map((order) => (
          <li className={classes.order} data-order={order.state} key={order.id}>
            <OrderHead order={order} />
            <OrderLines order={order} />
          </li>
        ))}
      </ul>
      {hasNextPage && (
        <Button loading={isFetchingNextPage} onClick={() => fetchNextPage()} variant="default">
          {t('order.earlier')}
        </Button>
      )}
    </>
  )
}
