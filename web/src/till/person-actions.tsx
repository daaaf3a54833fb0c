import { Button, Group } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { Link } from '@tanstack/react-router'
import { lazy, type ReactNode, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon, type IconName } from '../design/icons.tsx'
import { type Customer, useSession } from '../session/session.ts'
import { type Doing, KEYS } from './doing.ts'
import { canBeUpgraded } from './upgrade/can-be-upgraded.ts'

const UpgradeModal = lazy(() =>
  import('./upgrade/upgrade-modal.tsx').then(({ UpgradeModal }) => ({ default: UpgradeModal })),
)
const PrintMenu = lazy(() => import('../person/print/print-menu.tsx').then(({ PrintMenu }) => ({ default: PrintMenu })))

interface Props {
  readonly customer: Customer
  readonly doing: Doing | null
  readonly onDoing: (doing: Doing | null) => void
  readonly onDone: () => void
}

/** The actions for this customer, each with a key. */
export function PersonActions({ customer, doing, onDoing, onDone }: Props) {
  const { t } = useTranslation()
  const { may } = useSession()
  const write = may('customers:write')
  const offered: Readonly<Record<Doing, boolean>> = {
    // For a restricted customer staff cannot change anything; consents can still be withdrawn.
    edit: write && !customer.restricted,
    order: may('orders:write') && !customer.restricted,
    points: may('loyalty:read') && may('loyalty:write') && !customer.restricted,
    upgrade: write && canBeUpgraded(customer),
    consent: write,
    address: may('addresses:read') && may('addresses:write') && !customer.restricted,
  }
  const begin = (what: Doing) => doing === null && offered[what] && onDoing(what)
  useHotkeys(
    (Object.keys(KEYS) as Doing[]).map((what) => [KEYS[what], () => begin(what)]),
    [],
  )
  const act = (what: Doing, icon: IconName, label: ReactNode, isNext = false) =>
    offered[what] && (
      <Button
        leftSection={<Icon name={icon} size={16} />}
        onClick={() => begin(what)}
        rightSection={<kbd dir="ltr">{KEYS[what]}</kbd>}
        size="sm"
        variant={isNext ? 'filled' : 'default'}
      >
        {label}
      </Button>
    )
  return (
    <Group gap="xs">
      {act('upgrade', 'upgrade', t('upgrade.act'), true)}
      {act('order', 'receipt', t('order.add'))}
      {act('points', 'check', t('points.act'))}
      {act('edit', 'edit', t('act.edit'))}
      {act('consent', 'check', t('spoken.act'))}
      {act('address', 'place', t('quickAddress.act'))}
      <Button
        component={Link}
        params={{ customerId: customer.id } as never}
        size="sm"
        to="/customers/$customerId"
        variant="default"
      >
        {t('till.openProfile')}
      </Button>
      <Suspense>
        <PrintMenu customer={customer} />
      </Suspense>
      <Button onClick={onDone} rightSection={<kbd dir="ltr">Esc</kbd>} size="sm" variant="subtle">
        {t('till.next')}
      </Button>
      {doing === 'upgrade' && (
        <Suspense>
          <UpgradeModal customer={customer} onClose={() => onDoing(null)} opened />
        </Suspense>
      )}
    </Group>
  )
}
