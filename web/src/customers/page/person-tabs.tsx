import { Tabs } from '@mantine/core'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { type ComponentType, Suspense, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { NoPermission, SkeletonRows } from '../../design/states.tsx'
import { LoyaltyTab } from '../../loyalty/loyalty-tab.tsx'
import { PlanTab } from '../../membership/plan-tab.tsx'
import { type Customer, useSession } from '../../session/session.ts'
import { AddressesTab } from '../addresses/addresses-tab.tsx'
import { ConsentsTab } from '../consents/consents-tab.tsx'
import { InteractionsTab } from '../interactions/interactions-tab.tsx'
import { LoginsTab } from '../logins/logins-tab.tsx'
import { OrdersTab } from '../orders/orders-tab.tsx'
import { PreferencesTab } from '../preferences/preferences-tab.tsx'
import { SegmentsTab } from '../segments/segments-tab.tsx'
import classes from './customer-page.module.css'
import { HistoryTab } from './history-tab.tsx'
import { NotesTab } from './notes-tab.tsx'
import { readTab, TABS, type TabName } from './tabs.ts'
import { TimelineTab } from './timeline/timeline-tab.tsx'

interface ShownBy {
  readonly customer: Customer
}

interface Props extends ShownBy {
  readonly Duplicates: ComponentType<ShownBy>
  readonly Privacy: ComponentType<{ readonly customerId: string }>
}

const NEEDS: Readonly<Partial<Record<TabName, string>>> = {
  duplicates: 'duplicates:read',
  loyalty: 'loyalty:read',
  membership: 'plans:read',
  orders: 'orders:read',
  privacy: 'privacy:read',
}

/** The timeline, and what needs room. */
export function PersonTabs({ customer, Duplicates, Privacy }: Props) {
  const { t } = useTranslation()
  const navigate = useNavigate({ from: '/customers/$customerId' })
  const { tab = TABS[0] }: ReturnType<typeof readTab> = useSearch({ from: '/customers/$customerId' })
  const { may } = useSession()
  const list = useRef<HTMLDivElement>(null)
  const Content = tab === 'privacy' ? null : tab === 'duplicates' ? Duplicates : CONTENTS[tab]
  const isOpenedBeside = !TABS.some((one) => one === tab)
  useEffect(() => {
    // On a narrow screen the facts, from which it was opened, are above.
    if (isOpenedBeside && list.current && list.current.getBoundingClientRect().top > innerHeight / 2)
      list.current.scrollIntoView({ block: 'start' })
  }, [isOpenedBeside])
  return (
    <Tabs
      className={classes.middle}
      keepMounted={false}
      onChange={(chosen) => navigate({ search: readTab({ tab: chosen }), replace: true })}
      value={tab}
    >
      <Tabs.List className={classes.tabs} ref={list}>
        {TABS.filter((name) => NEEDS[name] === undefined || may(NEEDS[name])).map((name) => (
          <Tabs.Tab key={name} value={name}>
            {t(`tab.${name}`)}
          </Tabs.Tab>
        ))}
        {isOpenedBeside && <Tabs.Tab value={tab}>{t(`tab.${tab}`)}</Tabs.Tab>}
      </Tabs.List>
      <Tabs.Panel className={tab === 'privacy' ? undefined : classes.panel} pt="md" value={tab}>
        <Suspense fallback={<SkeletonRows rows={6} />}>
          {Content ? <Content customer={customer} /> : <Privacy customerId={customer.id} />}
        </Suspense>
      </Tabs.Panel>
    </Tabs>
  )
}

const CONTENTS: Readonly<Record<Exclude<TabName, 'duplicates' | 'privacy'>, ComponentType<ShownBy>>> = {
  timeline: TimelineTab,
  orders: OrdersTab,
  loyalty: LoyaltyTab,
  membership: PlanTab,
  addresses: AddressesTab,
  segments: AllowedSegments,
  preferences: PreferencesTab,
  consents: ConsentsTab,
  interactions: InteractionsTab,
  logins: LoginsTab,
  history: AllowedHistory,
  notes: NotesTab,
}

function AllowedHistory({ customer }: ShownBy) {
  const { may } = useSession()
  return may('customers:history') ? <HistoryTab customerId={customer.id} /> : <NoPermission />
}

function AllowedSegments({ customer }: ShownBy) {
  const { may } = useSession()
  return may('segments:read') ? <SegmentsTab customer={customer} /> : <NoPermission />
}
