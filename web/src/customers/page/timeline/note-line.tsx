import { ActionIcon, Group, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../../design/icons.tsx'
import { Moment } from '../../../design/written.tsx'
import { Actor } from '../../../person/history-words.tsx'
import { useSession } from '../../../session/session.ts'
import { type Note, useNoteAct } from './queries.ts'

/** A note with its author and time, and what can be done with it. */
export function NoteLine({ customerId, note }: { readonly customerId: string; readonly note: Note }) {
  const { t } = useTranslation()
  const { kith, may } = useSession()
  const noteId = note.id
  const pin = useNoteAct(customerId, (pinned: boolean) => kith.timeline.pinNote({ customerId, noteId, pinned }))
  const remove = useNoteAct(customerId, () => kith.timeline.removeNote({ customerId, noteId }))
  return (
    <Group align="flex-start" data-note gap="xs" justify="space-between" wrap="nowrap">
      <div>
        <Text dir="auto" size="sm" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
          {note.text ?? t('timeline.unreadable')}
        </Text>
        <Text c="dimmed" component="span" size="xs">
          <Actor actor={note.actor} /> · <Moment at={note.at} />
        </Text>
      </div>
      {may('customers:write') && (
        <Group gap={4} wrap="nowrap">
          <ActionIcon
            aria-label={note.pinned ? t('timeline.unpin') : t('timeline.pin')}
            aria-pressed={note.pinned}
            loading={pin.isPending}
            onClick={() => pin.mutate(!note.pinned)}
            size="lg"
            variant={note.pinned ? 'light' : 'subtle'}
          >
            <Icon name="pin" size={16} />
          </ActionIcon>
          {(note.own || may('customers:history')) && (
            <ActionIcon
              aria-label={t('timeline.removeNote')}
              loading={remove.isPending}
              onClick={() => remove.mutate(undefined)}
              size="lg"
              variant="subtle"
            >
              <Icon name="bin" size={16} />
            </ActionIcon>
          )}
        </Group>
      )}
    </Group>
  )
}
