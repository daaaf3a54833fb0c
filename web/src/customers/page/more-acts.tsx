import { ActionIcon, Menu } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../design/icons.tsx'
import { type Customer, useSession } from '../../session/session.ts'
import { type Act, ConfirmStatus, OFFERED } from './status-acts.tsx'

/** Seldom and dangerous acts. */
export function MoreActs({ customer }: { readonly customer: Customer }) {
  const { t } = useTranslation()
  const { may } = useSession()
  const [act, setAct] = useState<Act | null>(null)
  const offered = may('customers:deactivate') ? OFFERED[customer.status] : []
  if (offered.length === 0) return null
  return (
    <>
      <Menu position="bottom-end" shadow="md" withinPortal>
        <Menu.Target>
          <ActionIcon aria-label={t('person.moreActs')} size="lg" variant="default">
            <Icon name="dots" size={18} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {offered.map((one) => (
            <Menu.Item
              key={one}
              {...(one === 'deactivate' && { color: 'red' })}
              leftSection={
                <Icon name={one === 'reactivate' ? 'check' : one === 'suspend' ? 'pause' : 'close'} size={16} />
              }
              onClick={() => setAct(one)}
            >
              {t(`act.${one}`)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <ConfirmStatus act={act} customer={customer} onClose={() => setAct(null)} />
    </>
  )
}
