import { Anchor, Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { OrderHead } from '../customers/orders/order-lines.tsx'
import orders from '../customers/orders/orders.module.css'
import { PointsSummary } from '../loyalty/points-summary.tsx'
import { FlairList } from '../membership/flair-list.tsx'
import { PlanList } from '../membership/plan-list.tsx'
import { login } from '../session/carry.ts'
import { useOwnPlan } from './own.ts'
import { Section } from './section.tsx'

const LAST_SHOWN = 3

/** What a customer looks for at home: the points, with what expires when, the last orders, the plan and the flairs. */
export function OwnSummary() {
  return (
    <>
      <Points />
      <LastOrders />
      <Plan />
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

function Plan() {
  const { t } = useTranslation()
  const { data } = useOwnPlan()
  if (!data) return null
  const all = (
    <Anchor component={Link} size="sm" to="/account/plan">
      {t('mine.allOfPlan')}
    </Anchor>
  )
  const now = data.plans.items.filter(({ status }) => status !== 'cancelled' && status !== 'expired')
  return (
    <Section action={all} title={t('mine.plan')}>
      <Stack gap="sm" mt="sm">
        <PlanList plans={{ ...data.plans, items: now }} />
        {data.flairs.items.length > 0 && <FlairList flairs={data.flairs} />}
      </Stack>
    </Section>
  )
}
