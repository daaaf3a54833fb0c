import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import account from '../account/account-page.module.css'
import { Section } from '../account/section.tsx'
import { CardList } from '../customers/orders/card-list.tsx'
import { CartLines } from '../customers/orders/cart-lines.tsx'
import { OrderHead, OrderLines } from '../customers/orders/order-lines.tsx'
import classes from '../customers/orders/orders.module.css'
import { usePages } from '../customers/orders/queries.ts'
import { Drawing } from '../design/drawing.tsx'
import { Empty, Failure, SkeletonRows } from '../design/states.tsx'
import { login } from '../session/carry.ts'
import { OwnPage } from './page.tsx'

export function OwnOrdersPage() {
  const { t } = useTranslation()
  return (
    <OwnPage explained={t('mine.ordersExplained')} title={t('mine.orders')}>
      <Cart />
      <Orders />
      <Cards />
    </OwnPage>
  )
}

const useOwnOrders = () => usePages(['own', 'orders'], (page, signal) => login.orders.listOwn(page, { signal }))

/** What was put aside in the shop of the business; nothing when there is nothing. */
function Cart() {
  const { t } = useTranslation()
  const currency = useOwnOrders().data?.pages[0]?.currency
  const { data, refetch } = useQuery({
    queryKey: ['own', 'cart'],
    queryFn: ({ signal }) => login.carts.readOwn({}, { signal }),
  })
  if (!data || data.lines.length === 0 || currency === undefined) return null
  const clear = async () => {
    await login.carts.clearOwn({})
    await refetch()
  }
  return (
    <div className={account.section}>
      <CartLines cart={data} currency={currency} explained={t('cart.explained')} onClear={clear} />
    </div>
  )
}

function Orders() {
  const { t } = useTranslation()
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useOwnOrders()
  if (error && !data) return <Failure error={error} onRetry={refetch} />
  if (!data) return <SkeletonRows rows={4} />
  const orders = data.pages.flatMap(({ items }) => items)
  if (orders.length === 0) return <Empty drawing={<Drawing of="orders" />} title={t('mine.noOrders')} />
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

/** What the business knows of one's cards. */
function Cards() {
  const { t } = useTranslation()
  const { data, refetch } = useQuery({
    queryKey: ['own', 'cards'],
    queryFn: ({ signal }) => login.orders.listOwnPaymentMethods({}, { signal }),
  })
  if (!data || data.items.length === 0) return null
  const remove = async (paymentMethodId: string) => {
    await login.orders.removeOwnPaymentMethod({ paymentMethodId })
    await refetch()
  }
  return (
    <Section title={t('order.cards')}>
      <CardList cards={data.items} onRemove={remove} />
    </Section>
  )
}
