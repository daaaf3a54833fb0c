import { Button, Group, Stack, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../design/icons.tsx'
import { Empty, Failure, NoPermission, SkeletonRows } from '../../design/states.tsx'
import { Code, Name } from '../../design/written.tsx'
import { type Customer, useSession } from '../../session/session.ts'
import { OrderCard } from './order-card.tsx'
import { OrderForm } from './order-form.tsx'
import { Signals } from './order-lines.tsx'
import classes from './orders.module.css'
import { useOrders, usePaymentMethods, useSignals } from './queries.ts'

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
        !adding && <Empty action={add} icon="receipt" title={t('order.none')} />
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
      <Cards customerId={customer.id} />
    </Stack>
  )
}

/** What is known of their cards: never a number. */
function Cards({ customerId }: { readonly customerId: string }) {
  const { t } = useTranslation()
  const methods = usePaymentMethods(customerId).data?.items ?? []
  if (methods.length === 0) return null
  return (
    <section>
      <Title mb="xs" order={2} size="h5">
        {t('order.cards')}
      </Title>
      <ul className={classes.brief}>
        {methods.map(({ id, brand, lastFour, expiryMonth, expiryYear, expired }) => (
          <li key={id}>
            <Text component="span" size="sm">
              <Name>{brand ?? t('order.card')}</Name> <Code>{`•••• ${lastFour}`}</Code>{' '}
              <Code>{`${String(expiryMonth).padStart(2, '0')}/${expiryYear}`}</Code> {expired && t('order.expired')}
            </Text>
          </li>
        ))}
      </ul>
    </section>
  )
}
