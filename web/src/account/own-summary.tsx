import { Anchor } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { OrderHead } from '../customers/orders/order-lines.tsx'
import orders from '../customers/orders/orders.module.css'
import { PointsSummary } from '../loyalty/points-summary.tsx'
import { login } from '../session/carry.ts'
import { Section } from './section.tsx'

const LAST_SHOWN = 3

/** What a customer looks for at home: the points, with what expires when, and the last orders. */
export function OwnSummary() {
  return (
    <>
      <Points />
      <LastOrders />
    </>
  )
}

function Points() {
  const { t } = useTranslation()
  const { data } = useQuery({ queryKey: ['own', 'points'], queryFn: () => login.loyalty.own() })
  if (!data) return null
  const all = (
    <Anchor component={Link} size="sm" to="/account/points">
      {t('mine.pointsHistory')}
    </Anchor>
  )
  return (
    <Section action={all} title={t('mine.points')}>
      <PointsSummary account={data} />
    </Section>
  )
}

function LastOrders() {
  const { t } = useTranslation()
  const { data } = useQuery({
    queryKey: ['own', 'orders', 'last'],
    queryFn: () => login.orders.listOwn({ limit: LAST_SHOWN }),
  })
  if (!data || data.items.length === 0) return null
  const all = (
    <Anchor component={Link} size="sm" to="/account/orders">
      {t('mine.allOrders')}
    </Anchor>
  )
  return (
    <Section action={all} title={t('order.last')}>
      <ul className={orders.brief} data-last-orders>
        {data.items.map((order) => (
          <li key={order.id}>
            <OrderHead order={order} />
          </li>
        ))}
      </ul>
    </Section>
  )
}
