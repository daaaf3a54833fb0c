import { Button, Group, Tabs } from '@mantine/core'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../design/icons.tsx'
import { NoPermission } from '../design/states.tsx'
import { useSession } from '../session/session.ts'
import { BreachRegister } from './breach-register.tsx'
import { ErasuresTable } from './erasures-table.tsx'
import classes from './privacy.module.css'
import { PrivacyRules } from './privacy-rules.tsx'
import { PRIVACY_TABS, type PrivacyTab } from './privacy-tabs.ts'
import { RecordRequest } from './record-request.tsx'
import { RequestCounts } from './request-counts.tsx'
import { RequestList } from './request-list.tsx'
import { ReviewTable } from './review-table.tsx'

/** The work of the privacy officer: requests with deadlines, erasures, reviews, breaches. */
export function PrivacyPage() {
  const { t } = useTranslation()
  const { may } = useSession()
  const navigate = useNavigate()
  const { tab = 'requests' } = useSearch({ from: '/privacy' })
  const [recording, setRecording] = useState(false)
  if (!may('privacy:read')) return <NoPermission />
  return (
    <div className={classes.page}>
      <Group justify="space-between" wrap="nowrap">
        <h1 className={classes.title}>{t('place.privacy')}</h1>
        {may('privacy:manage') && (
          <Button leftSection={<Icon name="add" size={16} />} onClick={() => setRecording(true)} size="sm">
            {t('privacy.record')}
          </Button>
        )}
      </Group>
      <RequestCounts />
      <Tabs
        keepMounted={false}
        onChange={(value) => void navigate({ to: '/privacy', search: { tab: value as PrivacyTab } })}
        value={tab}
      >
        <Tabs.List>
          {PRIVACY_TABS.map((one) => (
            <Tabs.Tab key={one} value={one}>
              {t(`privacyTab.${one}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel pt="md" value="requests">
          <RequestList />
        </Tabs.Panel>
        <Tabs.Panel pt="md" value="erasures">
          <ErasuresTable />
        </Tabs.Panel>
        <Tabs.Panel pt="md" value="reviews">
          <ReviewTable />
        </Tabs.Panel>
        <Tabs.Panel pt="md" value="breaches">
          <BreachRegister />
        </Tabs.Panel>
        <Tabs.Panel pt="md" value="rules">
          <PrivacyRules />
        </Tabs.Panel>
      </Tabs>
      <RecordRequest onClose={() => setRecording(false)} opened={recording} />
    </div>
  )
}
