import { Avatar, Button, Group, Stack, Text, Title } from '@mantine/core'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../design/icons.tsx'
import { Phone } from '../../design/written.tsx'
import { useWaiting } from '../../offline/use-waiting.ts'
import { KeptName } from './kept-name.tsx'
import { Note } from './note.tsx'
import { Provisional } from './provisional.tsx'
import { WaitingEntry } from './waiting-entry.tsx'

interface Props {
  readonly id: string
  readonly onPerson: (id: string) => void
  readonly onDone: () => void
}

/** The customer at the counter while only this device knows them. */
export function KeptPerson({ id, onPerson, onDone }: Props) {
  const { t } = useTranslation()
  const known = useWaiting()
  const entry = known?.waiting.find((one) => one.id === id)
  const becameId = known?.sent.find((one) => one.id === id)?.customerId
  useEffect(() => {
    if (becameId) onPerson(becameId)
  }, [becameId, onPerson])
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
            <KeptName stub={entry.stub} />
          </Title>
          <Group gap="xs" mt={6}>
            <Provisional>{entry.provisional}</Provisional>
            {entry.stub.phone && (
              <Text c="dimmed" component="span" size="sm">
                <Phone>{entry.stub.phone}</Phone>
              </Text>
            )}
          </Group>
        </div>
      </Group>
      <Note icon="clock">{t('offline.keptExplained')}</Note>
      <div>
        <Button onClick={onDone} rightSection={<kbd dir="ltr">Esc</kbd>} size="sm" variant="default">
          {t('till.next')}
        </Button>
      </div>
    </Stack>
  )
}
