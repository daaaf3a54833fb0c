import { useTranslation } from 'react-i18next'
import { Dialog } from '../../design/dialog.tsx'
import type { Customer } from '../../session/session.ts'
import { UpgradeSteps } from './upgrade-steps.tsx'

interface Props {
  readonly customer: Customer
  readonly opened: boolean
  readonly onClose: () => void
}

export function UpgradeModal({ customer, opened, onClose }: Props) {
  const { t } = useTranslation()
  return (
    <Dialog
      closeOnClickOutside={false}
      onClose={onClose}
      opened={opened}
      size="lg"
      title={t('upgrade.title', { name: customer.name })}
    >
      {customer.phone !== null && <UpgradeSteps customer={customer} onClose={onClose} phone={customer.phone} />}
    </Dialog>
  )
}
