import { Anchor, Group, Tabs } from '@mantine/core'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { type ComponentType, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../design/icons.tsx'
import { Failure, NoPermission, SkeletonRows } from '../../design/states.tsx'
import { LoyaltyTab } from '../../loyalty/loyalty-tab.tsx'
import { PlanTab } from '../../membership/plan-tab.tsx'
import { PersonHeading } from '../../person/person-card.tsx'
import { useCustomer } from '../../person/queries.ts'
import { RestrictionBanner } from '../../person/restriction-banner.tsx'
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
import { isGone, NoSuchPerson } from './no-such-person.tsx'
import { NotesTab } from './notes-tab.tsx'
import { ProfileTab } from './profile-tab.tsx'
import { StatusActions } from './status-actions.tsx'
import { readTab, TABS, type TabName } from './tabs.ts'
import { TimelineTab } from './timeline/timeline-tab.tsx'

interface ShownBy {
  readonly customer: Customer
}

/** What others say of a customer on this page, put together by the shell. */
export interface Others {
  readonly Upgrade: ComponentType<ShownBy>
  readonly Certificate: ComponentType<{ readonly id: string }>
  readonly Duplicates: ComponentType<ShownBy>
  readonly Privacy: ComponentType<{ readonly customerId: string }>
}

/** One customer with all their data. */
export function CustomerPage({ Upgrade, Certificate, Duplicates, Privacy }: Others) {
  const { t } = useTranslation()
  const { may } = useSession()
  const { customerId } = useParams({ from: '/customers/$customerId' })
  const { data: customer, error, refetch } = useCustomer(customerId)
  if (isGone(error)) return <NoSuchPerson Certificate={Certificate} customerId={customerId} />
  if (error && !customer) return <Failure error={error} onRetry={refetch} />
  return (
    <div className={classes.page}>
      <Anchor className={classes.back} component={Link} size="sm" to="/customers">
        <Icon name="back" size={16} />
        {t('place.customers')}
      </Anchor>
      {!customer ? (
        <SkeletonRows rows={6} />
      ) : (
        <>
          <header className={classes.head}>
            <PersonHeading customer={customer} level={1} />
            <Group gap="xs">
              <Upgrade customer={customer} />
              {may('customers:deactivate') && <StatusActions customer={customer} />}
            </Group>
          </header>
          <RestrictionBanner customer={customer} />
          <PersonTabs customer={customer} Duplicates={Duplicates} Privacy={Privacy} />
        </>
      )}
    </div>
  )
}

function PersonTabs({ customer, Duplicates, Privacy }: ShownBy & Pick<Others, 'Duplicates' | 'Privacy'>) {
  const { t } = useTranslation()
  const navigate = useNavigate({ from: '/customers/$customerId' })
  const { tab = 'profile' }: ReturnType<typeof readTab> = useSearch({ from: '/customers/$customerId' })
  const { may } = useSession()
  const Content = tab === 'privacy' ? null : tab === 'duplicates' ? Duplicates : CONTENTS[tab]
  return (
    <Tabs
      keepMounted={false}
      onChange={(chosen) => navigate({ search: readTab({ tab: chosen }), replace: true })}
      value={tab}
    >
      <Tabs.List>
        {TABS.filter((name) => (NEEDS[name] ?? []).every(may)).map((name) => (
          <Tabs.Tab key={name} value={name}>
            {t(`tab.${name}`)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel className={tab === 'privacy' ? undefined : classes.panel} pt="md" value={tab}>
        <Suspense fallback={<SkeletonRows rows={6} />}>
          {Content ? <Content customer={customer} /> : <Privacy customerId={customer.id} />}
        </Suspense>
      </Tabs.Panel>
    </Tabs>
  )
}

const NEEDS: Readonly<Partial<Record<TabName, readonly string[]>>> = {
  duplicates: ['duplicates:read'],
  loyalty: ['loyalty:read'],
  membership: ['plans:read'],
  orders: ['orders:read'],
  privacy: ['privacy:read'],
  segments: ['segments:read'],
}
const CONTENTS: Readonly<Record<Exclude<TabName, 'duplicates' | 'privacy'>, ComponentType<ShownBy>>> = {
  profile: ProfileTab,
  timeline: TimelineTab,
  orders: OrdersTab,
  loyalty: LoyaltyTab,
  segments: SegmentsTab,
  interactions: InteractionsTab,
  membership: PlanTab,
  addresses: AddressesTab,
  preferences: PreferencesTab,
  consents: ConsentsTab,
  logins: LoginsTab,
  history: AllowedHistory,
  notes: NotesTab,
}

function AllowedHistory({ customer }: ShownBy) {
  const { may } = useSession()
  return may('customers:history') ? <HistoryTab customerId={customer.id} /> : <NoPermission />
}
