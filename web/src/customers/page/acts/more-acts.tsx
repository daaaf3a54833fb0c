import { ActionIcon, Menu } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../../../design/dialog.tsx'
import { Icon, type IconName } from '../../../design/icons.tsx'
import { type Customer, useSession } from '../../../session/session.ts'
import { BulkExport } from '../../selection/bulk-export.tsx'
import { ConfirmStatus, OFFERED, type StatusAct } from './confirm-status.tsx'

type Act = StatusAct | 'export'
const ICONS: Readonly<Record<Act, IconName>> = {
  export: 'download',
  reactivate: 'check',
  suspend: 'pause',
  deactivate: 'close',
}

/** Seldom and dangerous acts, the dangerous ones last. */
export function MoreActs({ customer }: { readonly customer: Customer }) {
  const { t } = useTranslation()
  const { may } = useSession()
  const [act, setAct] = useState<Act | null>(null)
  const offered: readonly Act[] = [
    ...(may('customers:export') ? (['export'] as const) : []),
    ...(may('customers:deactivate') ? OFFERED[customer.status] : []),
  ]
  if (offered.length === 0) return null
  const nameOf = (one: Act) => (one === 'export' ? t('bulk.export') : t(`act.${one}`))
  const close = () => setAct(null)
  return (
    <>
      <Menu position="bottom-end" shadow="md" withinPortal>
        <Menu.Target>
          <ActionIcon aria-label={t('person.moreActs')} data-more-acts size={36} variant="default">
            <Icon name="dots" />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {offered.map((one) => (
            <Menu.Item
              {...(one === 'deactivate' && { c: 'var(--kith-danger-ink)' })}
              key={one}
              leftSection={<Icon name={ICONS[one]} size={16} />}
              onClick={() => setAct(one)}
            >
              {nameOf(one)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <Dialog onClose={close} opened={act !== null} title={act && nameOf(act)}>
        {act === 'export' && <BulkExport onClose={close} people={[customer]} />}
        {act !== null && act !== 'export' && <ConfirmStatus act={act} customer={customer} onClose={close} />}
      </Dialog>
    </>
  )
}
