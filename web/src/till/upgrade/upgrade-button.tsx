import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../design/icons.tsx'
import { type Customer, useSession } from '../../session/session.ts'
import { canBeUpgraded } from './can-be-upgraded.ts'

const UpgradeModal = lazy(() => import('./upgrade-modal.tsx').then(({ UpgradeModal }) => ({ default: UpgradeModal })))

/** For any screen that shows a customer. */
export function UpgradeButton({ customer }: { readonly customer: Customer }) {
  const { t } = useTranslation()
  const { may } = useSession()
  const [opened, { open, close }] = useDisclosure(false)
  if (!opened && !(may('customers:write') && canBeUpgraded(customer))) return null
  return (
    <>
      <Button leftSection={<Icon name="upgrade" size={16} />} onClick={open} size="sm">
        {t('upgrade.act')}
      </Button>
      {opened && (
        <Suspense>
          <UpgradeModal customer={customer} onClose={close} opened />
        </Suspense>
      )}
    </>
  )
}
