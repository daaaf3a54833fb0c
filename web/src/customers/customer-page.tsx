import { Anchor, Group, Tabs } from '@mantine/core'
import { Link, useParams } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../design/icons.tsx'
import { Failure, NoPermission, SkeletonRows } from '../design/states.tsx'
import { useSession } from '../session/session.ts'
import { UpgradeButton } from '../till/upgrade/upgrade-button.tsx'
import classes from './customer-page.module.css'
import { HistoryTab } from './history-tab.tsx'
import { NotesTab } from './notes-tab.tsx'
import { PersonHeading } from './person-card.tsx'
import { ProfileTab } from './profile-tab.tsx'
import { useCustomer } from './queries.ts'
import { StatusActions } from './status-actions.tsx'

const PersonPrivacy = lazy(async () => ({ default: (await import('../privacy/person-privacy.tsx')).PersonPrivacy }))

/** One person, with everything that is known. */
export function CustomerPage() {
  const { t } = useTranslation()
  const { may } = useSession()
  const { customerId } = useParams({ from: '/customers/$customerId' })
  const { data: customer, error, refetch } = useCustomer(customerId)
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
              <UpgradeButton customer={customer} />
              {may('customers:deactivate') && <StatusActions customer={customer} />}
            </Group>
          </header>
          <Tabs defaultValue="profile" keepMounted={false}>
            <Tabs.List>
              <Tabs.Tab value="profile">{t('tab.profile')}</Tabs.Tab>
              <Tabs.Tab value="history">{t('tab.history')}</Tabs.Tab>
              <Tabs.Tab value="notes">{t('tab.notes')}</Tabs.Tab>
              {may('privacy:read') && <Tabs.Tab value="privacy">{t('place.privacy')}</Tabs.Tab>}
            </Tabs.List>
            <Tabs.Panel className={classes.panel} value="profile">
              <ProfileTab customer={customer} />
            </Tabs.Panel>
            <Tabs.Panel className={classes.panel} value="history">
              {may('customers:history') ? <HistoryTab customerId={customer.id} /> : <NoPermission />}
            </Tabs.Panel>
            <Tabs.Panel className={classes.panel} value="notes">
              <NotesTab customer={customer} />
            </Tabs.Panel>
            <Tabs.Panel pt="md" value="privacy">
              <Suspense fallback={<SkeletonRows rows={6} />}>
                <PersonPrivacy customerId={customer.id} />
              </Suspense>
            </Tabs.Panel>
          </Tabs>
        </>
      )}
    </div>
  )
}
