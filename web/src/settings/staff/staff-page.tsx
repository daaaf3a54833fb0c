import { Button, Tabs } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../design/icons.tsx'
import { useSetting } from '../act.ts'
import { Section } from '../section.tsx'
import { InviteDialog } from './invite-dialog.tsx'
import { RoleTable } from './role-table.tsx'
import { StaffTable } from './staff-table.tsx'

const STAFF = ['staff'] as const
const NEEDS = 'staff:manage'

/** The staff and their permissions. */
export function StaffPage() {
  const { t } = useTranslation()
  const [inviting, setInviting] = useState(false)
  const read = useSetting(STAFF, NEEDS, async (kith, signal) => {
    const [{ items }, roles] = await Promise.all([
      kith.accounts.listStaff({}, { signal }),
      kith.tenants.listRoles({}, { signal }),
    ])
    return { items, ...roles }
  })
  const invite = (
    <Button leftSection={<Icon name="add" size={16} />} onClick={() => setInviting(true)} size="sm">
      {t('staff.invite')}
    </Button>
  )
  return (
    <Section
      action={invite}
      explained={t('settings.staffExplained')}
      needs={NEEDS}
      read={read}
      title={t('settings.staff')}
    >
      {({ items, roles, scopes }) => (
        <>
          <Tabs defaultValue="people">
            <Tabs.List mb="md">
              <Tabs.Tab value="people">{t('staff.people')}</Tabs.Tab>
              <Tabs.Tab value="roles">{t('staff.roles')}</Tabs.Tab>
            </Tabs.List>
            <Tabs.Panel value="people">
              <StaffTable members={items} roles={roles} />
            </Tabs.Panel>
            <Tabs.Panel value="roles">
              <RoleTable roles={roles} scopes={scopes} />
            </Tabs.Panel>
          </Tabs>
          {inviting && <InviteDialog onClose={() => setInviting(false)} roles={roles} />}
        </>
      )}
    </Section>
  )
}
