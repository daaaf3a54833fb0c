import type { Output } from '@kith/sdk'
import { Button, Group, SegmentedControl, Table } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog, ReasonForm } from '../../design/dialog.tsx'
import { Drawing } from '../../design/drawing.tsx'
import { Icon } from '../../design/icons.tsx'
import { Empty, Failure, NoPermission, SkeletonRows } from '../../design/states.tsx'
import { Code, Moment } from '../../design/written.tsx'
import { inOwnDigits } from '../../language/digits.ts'
import { useNumber } from '../../language/format.ts'
import { useSession } from '../../session/session.ts'
import { useAct } from '../act.ts'
import { SectionHead } from '../section.tsx'
import classes from '../settings-page.module.css'
import { Tag } from '../tag.tsx'
import { CorrectForm } from './correct-form.tsx'

type Parked = Output<'incoming.listParked'>['items'][0]
const EVENTS = ['events'] as const
const NEEDS = 'events:manage'

const SHOWN = ['all', 'parked', 'waiting'] as const

/** Events of other systems that could not be processed, each with its reason. */
export function EventsPage() {
  const { may } = useSession()
  return may(NEEDS) ? <Events /> : <NoPermission />
}

function Events() {
  const { t } = useTranslation()
  const { kith } = useSession()
  const [shown, setShown] = useState<(typeof SHOWN)[number]>('all')
  const list = useInfiniteQuery({
    queryKey: ['settings', ...EVENTS, 'list', shown],
    queryFn: ({ pageParam, signal }) =>
      kith.incoming.listParked(
        { ...(shown !== 'all' && { state: shown }), ...(pageParam && { cursor: pageParam }) },
        { signal },
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
  })
  const all = useAct((kith) => kith.incoming.replayAll({}), { refreshes: EVENTS, says: t('parked.replayed') })
  const items = list.data?.pages.flatMap((page) => page.items) ?? []
  const total = list.data?.pages.at(-1)?.total ?? 0
  return (
    <>
      <SectionHead
        action={
          <Button
            disabled={shown === 'all' && total === 0}
            leftSection={<Icon name="play" size={16} />}
            loading={all.isPending}
            onClick={() => all.mutate(undefined)}
            variant="default"
          >
            {t('parked.replayAll')}
          </Button>
        }
        explained={t('settings.eventsExplained')}
        title={t('settings.events')}
      />
      <div className={classes.card} data-table>
        <Group p="sm">
          <SegmentedControl
            aria-label={t('parked.state')}
            data={SHOWN.map((value) => ({ value, label: t(value === 'all' ? 'parked.all' : `parkedState.${value}`) }))}
            onChange={(value) => setShown(value as typeof shown)}
            size="xs"
            value={shown}
          />
        </Group>
        {list.isError && <Failure error={list.error} onRetry={list.refetch} />}
        {list.isPending && <SkeletonRows rows={6} />}
        {list.data && items.length === 0 && (
          <Empty drawing={<Drawing of="done" />} title={t(shown === 'all' ? 'parked.none' : 'parked.noneOfState')} />
        )}
        {items.length > 0 && <EventTable items={items} total={total} />}
        {list.hasNextPage && (
          <Button
            display="block"
            loading={list.isFetchingNextPage}
            m="sm"
            mx="auto"
            onClick={() => void list.fetchNextPage()}
            size="sm"
            variant="default"
          >
            {t('act.more')}
          </Button>
        )}
      </div>
    </>
  )
}

function EventTable({ items, total }: { readonly items: readonly Parked[]; readonly total: number }) {
  const { t } = useTranslation()
  const number = useNumber()
  return (
    <Table data-cards verticalSpacing={10}>
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
        {inOwnDigits(event.reason.text)}
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
