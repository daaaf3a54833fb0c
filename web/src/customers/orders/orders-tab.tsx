import { Button, Group, Stack, Title } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Drawing } from '../../design/drawing.tsx'
import { Icon } from '../../design/icons.tsx'
import { Empty, Failure, NoPermission, SkeletonRows } from '../../design/states.tsx'
import { type Customer, useSession } from '../../session/session.ts'
import { CardList } from './card-list.tsx'
import { CartLines } from './cart-lines.tsx'
import { OrderCard } from './order-card.tsx'
import { OrderForm } from './order-form.tsx'
import { Signals } from './order-lines.tsx'
import classes from './orders.module.css'
import { useCart, useOrders, usePaymentMethods, useSignals } from './queries.ts'

/** Everything that this person ordered, through whichever login. */
export function OrdersTab({ customer }: { readonly customer: Customer }) {
  const { may } = useSession()
  return may('orders:read') ? <Orders customer={customer} /> : <NoPermission />
}

function Orders({ customer }: { readonly customer: Customer }) {
  const { t } = useTranslation()
  const { may } = useSession()
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useOrders(customer.id)
  const signals = useSignals(customer.id).data?.items ?? []
  const [adding, setAdding] = useState(false)
  if (error && !data) return <Failure error={error} onRetry={refetch} />
  if (!data) return <SkeletonRows rows={5} />
  const orders = data.pages.flatMap(({ items }) => items)
  const add = may('orders:write') && !customer.restricted && !adding && (
    <Button leftSection={<Icon name="add" size={16} />} onClick={() => setAdding(true)} size="sm" variant="default">
      {t('order.add')}
    </Button>
  )
  return (
    <Stack gap="md">
      <Signals of={signals} />
      {adding && (
        <OrderForm
          currency={data.pages[0]!.currency}
          onDone={() => setAdding(false)}
          orderer={{ customerId: customer.id, name: customer.name }}
        />
      )}
      {orders.length === 0 ? (
        !adding && <Empty action={add} drawing={<Drawing of="orders" />} title={t('order.none')} />
      ) : (
        <>
          <Group justify="flex-end">{add}</Group>
          <ul className={classes.list}>
            {orders.map((order) => (
              <li key={order.id}>
                <OrderCard customer={customer} order={order} />
              </li>
            ))}
          </ul>
          {hasNextPage && (
            <Button loading={isFetchingNextPage} onClick={() => fetchNextPage()} variant="default">
              {t('order.earlier')}
            </Button>
          )}
        </>
      )}
      <Cart currency={data.pages[0]!.currency} customer={customer} />
      <Cards customer={customer} />
    </Stack>
  )
}

function Cart({ customer, currency }: { readonly customer: Customer; readonly currency: string }) {
  const { kith, may } = useSession()
  const { data, refetch } = useCart(customer.id)
  if (!data) return null
  const clear = async () => {
    await kith.carts.clear({ customerId: customer.id })
    await refetch()
  }
  const mayClear = may('customers:write') && !customer.restricted && customer.status === 'active'
  return <CartLines cart={data} currency={currency} onClear={mayClear ? clear : null} />
}

function Cards({ customer }: { readonly customer: Customer }) {
  const { t } = useTranslation()
  const { kith, may } = useSession()
  const { data, refetch } = usePaymentMethods(customer.id)
  if (!data || data.items.length === 0) return null
  const remove = async (paymentMethodId: string) => {
    await kith.orders.removePaymentMethod({ customerId: customer.id, paymentMethodId })
    await refetch()
  }
  return (
    <section>
      <Title mb="xs" order={2} size="h5">
        {t('order.cards')}
      </Title>
      <CardList cards={data.items} onRemove={may('orders:write') && !customer.restricted ? remove : null} />
    </section>
  )
}
