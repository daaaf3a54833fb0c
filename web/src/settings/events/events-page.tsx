import type { Output } from '@kith/sdk'
import { Button, Group, Table } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog, ReasonForm } from '../../design/dialog.tsx'
import { Icon } from '../../design/icons.tsx'
import { Empty } from '../../design/states.tsx'
import { Code, Moment } from '../../design/written.tsx'
import { useNumber } from '../../language/format.ts'
import { useAct, useSetting } from '../act.ts'
import { Section } from '../section.tsx'
import classes from '../settings-page.module.css'
import { Tag } from '../tag.tsx'
import { CorrectForm } from './correct-form.tsx'

type Parked = Output<'incoming.listParked'>['items'][0]
const EVENTS = ['events'] as const
const NEEDS = 'events:manage'

/** Events of other systems that could not be processed, each with its reason. */
export function EventsPage() {
  const { t } = useTranslation()
  const number = useNumber()
  const read = useSetting(EVENTS, NEEDS, (kith, signal) => kith.incoming.listParked({}, { signal }))
  const all = useAct((kith) => kith.incoming.replayAll({}), { refreshes: EVENTS, says: t('parked.replayed') })
  return (
    <Section
      action={
        <Button
          disabled={read.data?.total === 0}
          leftSection={<Icon name="play" size={16} />}
          loading={all.isPending}
          onClick={() => all.mutate(undefined)}
          variant="default"
        >
          {t('parked.replayAll')}
        </Button>
      }
      explained={t('settings.eventsExplained')}
      needs={NEEDS}
      read={read}
      title={t('settings.events')}
    >
      {({ items, total }) =>
        items.length === 0 ? (
          <Empty icon="check" title={t('parked.none')} />
        ) : (
          <div className={classes.card} data-table>
            <Table verticalSpacing={10}>
              <Table.Caption>{t('parked.shown', { shown: number(items.length), all: number(total) })}</Table.Caption>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{t('parked.event')}</Table.Th>
                  <Table.Th>{t('parked.received')}</Table.Th>
                  <Table.Th>{t('parked.why')}</Table.Th>
                  <Table.Th>{t('settings.actions')}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {items.map((event) => (
                  <EventRow event={event} key={event.id} />
                ))}
              </Table.Tbody>
            </Table>
          </div>
        )
      }
    </Section>
  )
}

function EventRow({ event }: { readonly event: Parked }) {
  const { t } = useTranslation()
  const [asking, setAsking] = useState<'correct' | 'drop' | null>(null)
  const replay = useAct((kith) => kith.incoming.replayParked({ parkedId: event.id }), { refreshes: EVENTS })
  const drop = useAct((kith, reason: string) => kith.incoming.dropParked({ parkedId: event.id, reason }), {
    refreshes: EVENTS,
    inForm: true,
  })
  const close = () => setAsking(null)
  return (
    <Table.Tr data-event={event.state}>
      <Table.Th scope="row">
        <Code>{event.type}</Code>
        <span className="second-name">
          <Code>{event.source}</Code> {event.eventId && <Code>{event.eventId}</Code>}
        </span>
      </Table.Th>
      <Table.Td>
        <Moment at={event.receivedAt} />
      </Table.Td>
      <Table.Td>
        <Tag tone={event.state === 'waiting' ? 'blue' : 'warm'}>{t(`parkedState.${event.state}`)}</Tag>{' '}
        {event.reason.text}
      </Table.Td>
      <Table.Td>
        <Group gap="xs">
          <Button
            loading={replay.isPending}
            onClick={() => replay.mutate(undefined)}
            size="compact-sm"
            variant="default"
          >
            {t('parked.replay')}
          </Button>
          <Button onClick={() => setAsking('correct')} size="compact-sm" variant="default">
            {t('parked.correct')}
          </Button>
          <Button onClick={() => setAsking('drop')} size="compact-sm" variant="subtle">
            {t('parked.drop')}
          </Button>
        </Group>
        <Dialog onClose={close} opened={asking === 'correct'} size="lg" title={t('parked.correct')}>
          <CorrectForm onClose={close} parkedId={event.id} refreshes={EVENTS} />
        </Dialog>
        <Dialog onClose={close} opened={asking === 'drop'} title={t('parked.drop')}>
          <ReasonForm
            act={t('parked.drop')}
            danger
            explained={t('parked.dropExplained')}
            needed
            onClose={close}
            onReason={(reason) => drop.mutateAsync(reason ?? '')}
          />
        </Dialog>
      </Table.Td>
    </Table.Tr>
  )
}
