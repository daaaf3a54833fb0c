import { Button, Group, Stack, Text, Title } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { useTranslation } from 'react-i18next'
import { LastOrders } from '../../customers/orders/last-orders.tsx'
import { Wishes } from '../../customers/preferences/wishes.tsx'
import { Icon } from '../../design/icons.tsx'
import { Code, Name, Phone, useNames } from '../../design/written.tsx'
import type { Served } from '../../offline/served.ts'
import { useSession } from '../../session/session.ts'
import { type Doing, KEYS } from '../doing.ts'
import { OrderPanel } from '../order-panel.tsx'
import { WarningNote } from '../warning-note.tsx'
import { RedeemOffline } from './redeem-offline.tsx'

interface Props {
  readonly served: Served
  readonly doing: Doing | null
  readonly onDoing: (doing: Doing | null) => void
  readonly onDone: () => void
}

/** The customer at the counter without network: what this till still knows of them. */
export function LatelyServed({ served, doing, onDoing, onDone }: Props) {
  const { t } = useTranslation()
  const { customer, wishes, orders } = served
  const { first } = useNames(customer)
  const { may } = useSession()
  const order = () => may('orders:write') && onDoing('order')
  useHotkeys([[KEYS.order, order]], [])
  if (doing === 'order')
    return <OrderPanel onDone={() => onDoing(null)} orderer={{ customerId: customer.id, name: customer.name }} />
  return (
    <Stack data-lately-served gap="lg">
      <div>
        <Title order={2} size="h3">
          <Name>{first}</Name>
        </Title>
        <Group gap="sm" mt={6}>
          {customer.phone && (
            <Text component="span" fw={600} size="lg">
              <Phone>{customer.phone}</Phone>
            </Text>
          )}
          <Text c="dimmed" component="span" size="sm">
            <Code>{customer.number}</Code>
          </Text>
        </Group>
      </div>
      {customer.notes && <WarningNote>{customer.notes}</WarningNote>}
      <Wishes of={wishes} />
      <LastOrders orders={orders} />
      <RedeemOffline onDone={onDone} served={served} />
      <Group gap="xs">
        {may('orders:write') && (
          <Button
            leftSection={<Icon name="receipt" size={16} />}
            onClick={order}
            rightSection={<kbd dir="ltr">{KEYS.order}</kbd>}
            size="sm"
            variant="default"
          >
            {t('order.add')}
          </Button>
        )}
        <Button onClick={onDone} rightSection={<kbd dir="ltr">Esc</kbd>} size="sm" variant="subtle">
          {t('till.next')}
        </Button>
      </Group>
      <Text c="dimmed" size="sm">
        {t('offline.latelyExplained')}
      </Text>
    </Stack>
  )
}
