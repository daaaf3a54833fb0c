import { Button, Group, SegmentedControl, Table } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Empty, Failure, SkeletonRows } from '../../design/states.tsx'
import { Code, Count, Moment } from '../../design/written.tsx'
import { useSession } from '../../session/session.ts'
import { useAct } from '../act.ts'
import classes from '../settings-page.module.css'
import { Tag } from '../tag.tsx'
import { DeliveryLog } from './delivery-log.tsx'
import { type Delivery, MANAGES, WEBHOOKS, type Webhook } from './webhook.ts'

const SHOWN = ['all', 'waiting', 'dead', 'delivered'] as const
const TONES = { waiting: 'warm', sending: 'blue', delivered: 'accent', dead: 'danger' } as const

export function Deliveries({ webhook: { id: webhookId, enabled } }: { readonly webhook: Webhook }) {
  const { t } = useTranslation()
  const { kith } = useSession()
  const [shown, setShown] = useState<(typeof SHOWN)[number]>('all')
  const [opened, setOpened] = useState<string | null>(null)
  const list = useInfiniteQuery({
    queryKey: ['settings', ...WEBHOOKS, webhookId, 'deliveries', shown],
    queryFn: ({ pageParam, signal }) =>
      kith.webhooks.deliveries(
        { webhookId, ...(shown !== 'all' && { status: shown }), ...(pageParam && { cursor: pageParam }) },
        { signal },
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
  })
  const items = list.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <div className={classes.card} data-table>
      <Group p="sm">
        <SegmentedControl
          aria-label={t('webhooks.shown')}
          data={SHOWN.map((value) => ({ value, label: t(`webhookShown.${value}`) }))}
          onChange={(value) => setShown(value as typeof shown)}
          size="xs"
          value={shown}
        />
      </Group>
      {list.isError && <Failure error={list.error} onRetry={list.refetch} />}
      {list.isPending && <SkeletonRows rows={4} />}
      {list.data && items.length === 0 && <Empty icon="trail" title={t('webhooks.noDeliveries')} />}
      {items.length > 0 && <DeliveryTable enabled={enabled} items={items} onOpen={setOpened} webhookId={webhookId} />}
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
      {opened && <DeliveryLog eventId={opened} onClose={() => setOpened(null)} webhookId={webhookId} />}
    </div>
  )
}

interface Props {
  readonly items: readonly Delivery[]
  readonly webhookId: string
  readonly enabled: boolean
  readonly onOpen: (eventId: string) => void
}

function DeliveryTable({ items, webhookId, enabled, onOpen }: Props) {
  const { t } = useTranslation()
  const { may } = useSession()
  const resend = useAct((kith, eventId: string) => kith.webhooks.resend({ webhookId, eventId }), {
    refreshes: WEBHOOKS,
    says: t('webhooks.resentNow'),
  })
  return (
    <Table data-cards verticalSpacing={8}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('webhooks.event')}</Table.Th>
          <Table.Th>{t('column.status')}</Table.Th>
          <Table.Th>{t('webhooks.attempts')}</Table.Th>
          <Table.Th>{t('webhooks.next')}</Table.Th>
          <Table.Th>{t('webhooks.finished')}</Table.Th>
          <Table.Th>{t('settings.actions')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {items.map(({ eventId, type, status, attempts, nextAttemptAt, finishedAt }) => (
          <Table.Tr key={eventId}>
            <Table.Th scope="row">
              <Code>{type}</Code>
            </Table.Th>
            <Table.Td>
              <Tag tone={TONES[status]}>{t(`webhookState.${status}`)}</Tag>
            </Table.Td>
            <Table.Td>
              <Count>{attempts}</Count>
            </Table.Td>
            <Table.Td>{nextAttemptAt ? <Moment at={nextAttemptAt} /> : '–'}</Table.Td>
            <Table.Td>{finishedAt ? <Moment at={finishedAt} /> : '–'}</Table.Td>
            <Table.Td>
              <Group gap="xs" wrap="nowrap">
                <Button onClick={() => onOpen(eventId)} size="compact-sm" variant="default">
                  {t('webhooks.shown')}
                </Button>
                {may(MANAGES) && enabled && (
                  <Button onClick={() => resend.mutate(eventId)} size="compact-sm" variant="default">
                    {t('webhooks.resend')}
                  </Button>
                )}
              </Group>
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}
