import { Avatar, Button, Group, Stack, Text, Title } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { lazy, Suspense, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../design/icons.tsx'
import { SkeletonRows } from '../../design/states.tsx'
import { Phone } from '../../design/written.tsx'
import { useWaiting } from '../../offline/use-waiting.ts'
import { useSession } from '../../session/session.ts'
import { type Doing, KEYS } from '../doing.ts'
import { KeptName } from './kept-name.tsx'
import { Note } from './note.tsx'
import { Provisional } from './provisional.tsx'
import { WaitingEntry } from './waiting-entry.tsx'

const OrderPanel = lazy(() => import('../order-panel.tsx').then(({ OrderPanel }) => ({ default: OrderPanel })))

interface Props {
  readonly id: string
  readonly doing: Doing | null
  readonly onDoing: (doing: Doing | null) => void
  readonly onPerson: (id: string) => void
  readonly onDone: () => void
}

/** The customer at the counter while only this device knows them. */
export function KeptPerson({ id, doing, onDoing, onPerson, onDone }: Props) {
  const { t } = useTranslation()
  const { may } = useSession()
  const order = () => may('orders:write') && onDoing('order')
  useHotkeys([[KEYS.order, order]], [])
  const known = useWaiting()
  const entry = known?.waiting.find((one) => one.id === id)
  const becameId = known?.sent.find((one) => one.id === id)?.customerId
  useEffect(() => {
    // What is being typed is finished first.
    if (becameId && doing === null) onPerson(becameId)
  }, [becameId, doing, onPerson])
  const name = [entry?.stub?.firstName, entry?.stub?.lastName].filter(Boolean).join(' ')
  const orderer = becameId ? { customerId: becameId, name } : entry && { entry, name }
  if (doing === 'order' && orderer) {
    return (
      <Suspense fallback={<SkeletonRows rows={3} />}>
        <OrderPanel onDone={() => onDoing(null)} orderer={orderer} />
      </Suspense>
    )
  }
  if (!entry) return null
  if (entry.state === 'refused') return <WaitingEntry entry={entry} onPerson={onPerson} />
  return (
    <Stack gap="lg">
      <Group align="flex-start" gap="md" wrap="nowrap">
        <Avatar aria-hidden="true" color="yellow" radius="xl" size={48}>
          <Icon name="offline" />
        </Avatar>
        <div>
          <Title order={2} size="h3">
            <KeptName entry={entry} />
          </Title>
          <Group gap="xs" mt={6}>
            <Provisional>{entry.provisional}</Provisional>
            {entry.stub?.phone && (
              <Text c="dimmed" component="span" size="sm">
                <Phone>{entry.stub.phone}</Phone>
              </Text>
            )}
          </Group>
        </div>
      </Group>
      <Note icon="clock">{t('offline.keptExplained')}</Note>
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
        <Button onClick={onDone} rightSection={<kbd dir="ltr">Esc</kbd>} size="sm" variant="default">
          {t('till.next')}
        </Button>
      </Group>
    </Stack>
  )
}
