import { Anchor, Group, SegmentedControl, Select, Table } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import badge from '../design/badges.module.css'
import { Drawing } from '../design/drawing.tsx'
import { Empty, Failure, SkeletonRows } from '../design/states.tsx'
import { Moment } from '../design/written.tsx'
import { Actor } from '../person/history-words.tsx'
import { ClockBadge } from './clock-badge.tsx'
import { More } from './more.tsx'
import { PersonCell } from './person-cell.tsx'
import classes from './privacy.module.css'
import { KINDS, type Kind, type PrivacyRequest, type RequestFilter, useRequests } from './queries.ts'

const SHOWN = ['open', 'overdue', 'due_soon', 'closed'] as const
type Shown = (typeof SHOWN)[number]
const FILTERS: Readonly<Record<Shown, RequestFilter>> = {
  open: { status: 'open' },
  overdue: { status: 'open', clock: 'overdue' },
  due_soon: { status: 'open', clock: 'due_soon' },
  closed: { status: 'completed' },
}

export function RequestList() {
  const { t } = useTranslation()
  const [shown, setShown] = useState<Shown>('open')
  const [kind, setKind] = useState<Kind | null>(null)
  const requests = useRequests({ ...FILTERS[shown], ...(kind && { kind }) })
  return (
    <div className={classes.list}>
      <Group className={classes.tools} gap="sm">
        <SegmentedControl
          aria-label={t('privacy.show')}
          data={SHOWN.map((value) => ({ value, label: t(`privacyShown.${value}`) }))}
          onChange={(value) => setShown(value as Shown)}
          size="xs"
          value={shown}
        />
        <Select
          aria-label={t('privacy.kind')}
          clearable
          clearButtonProps={{ 'aria-label': t('filter.clear') }}
          data={KINDS.map((value) => ({ value, label: t(`privacyKind.${value}`) }))}
          onChange={(value) => setKind(value as Kind | null)}
          placeholder={t('privacy.kind')}
          size="xs"
          value={kind}
        />
      </Group>
      {requests.isError && <Failure error={requests.error} onRetry={requests.refetch} />}
      {requests.isPending && <SkeletonRows rows={6} />}
      {requests.data && requests.items.length === 0 && (
        <Empty drawing={<Drawing of="done" />} title={t('privacy.none')}>
          {t('privacy.noneExplained')}
        </Empty>
      )}
      {requests.items.length > 0 && <RequestTable requests={requests.items} />}
      <More list={requests} />
    </div>
  )
}

interface TableProps {
  readonly requests: readonly PrivacyRequest[]
  /** On the customer's page, which need not be named in each row. */
  readonly ofOne?: boolean
}

export function RequestTable({ requests, ofOne = false }: TableProps) {
  const { t } = useTranslation()
  return (
    <Table className={classes.table} data-cards verticalSpacing={10}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('privacy.kind')}</Table.Th>
          <Table.Th>{t('privacy.clock')}</Table.Th>
          <Table.Th>{t('privacy.received')}</Table.Th>
          {!ofOne && <Table.Th>{t('privacy.person')}</Table.Th>}
          <Table.Th>{t('privacy.identity')}</Table.Th>
          <Table.Th>{t('privacy.assignee')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {requests.map(({ id, kind, clock, dueAt, receivedAt, customerId, person, identityProof, assignee, status }) => (
          <Table.Tr key={id}>
            <Table.Td>
              <Anchor
                component={Link}
                fw={550}
                params={{ requestId: id } as never}
                size="sm"
                to="/privacy/requests/$requestId"
              >
                {t(`privacyKind.${kind}`)}
              </Anchor>
            </Table.Td>
            <Table.Td>
              {status === 'open' || status === 'completed' ? (
                <ClockBadge clock={clock} dueAt={dueAt} ended={status !== 'open'} />
              ) : (
                <span className={badge.badge} data-tone="quiet">
                  {t(`privacyStatus.${status}`)}
                </span>
              )}
            </Table.Td>
            <Table.Td>
              <Moment at={receivedAt} />
            </Table.Td>
            {!ofOne && (
              <Table.Td>
                <PersonCell customerId={customerId} person={person} />
              </Table.Td>
            )}
            <Table.Td>{identityProof ? t(`privacyProof.${identityProof}`) : t('privacy.notYet')}</Table.Td>
            <Table.Td>{assignee ? <Actor actor={assignee} /> : t('privacy.nobody')}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}
