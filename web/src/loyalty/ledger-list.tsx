import { Button, Table, Text } from '@mantine/core'
import type { QueryKey } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Empty, Failure, SkeletonRows } from '../design/states.tsx'
import { Count, Moment, Name } from '../design/written.tsx'
import { inOwnDigits } from '../language/digits.ts'
import { useNumber } from '../language/format.ts'
import { type Entry, type ReadEntries, useLedger } from './queries.ts'

interface Props {
  readonly keptAs: QueryKey
  readonly read: ReadEntries
}

/** Where points came from and went, each line with its reason and with what there was afterwards. */
export function LedgerList({ keptAs, read }: Props) {
  const { t } = useTranslation()
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useLedger(keptAs, read)
  if (error && !data) return <Failure error={error} onRetry={refetch} />
  if (!data) return <SkeletonRows rows={4} />
  const entries = data.pages.flatMap(({ items }) => items)
  if (entries.length === 0) return <Empty icon="trail" title={t('points.none')} />
  return (
    <>
      <Table data-ledger>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('points.when')}</Table.Th>
            <Table.Th>{t('points.what')}</Table.Th>
            <Table.Th ta="end">{t('points.change')}</Table.Th>
            <Table.Th ta="end">{t('points.balance')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {entries.map((entry) => (
            <Row entry={entry} key={`${entry.customerId} ${entry.seq}`} />
          ))}
        </Table.Tbody>
      </Table>
      {hasNextPage && (
        <Button loading={isFetchingNextPage} onClick={() => fetchNextPage()} size="sm" variant="default">
          {t('act.more')}
        </Button>
      )}
    </>
  )
}

function Row({ entry: { at, kind, points, balance, text, note } }: { readonly entry: Entry }) {
  const { t } = useTranslation()
  const number = useNumber()
  return (
    <Table.Tr data-kind={kind}>
      <Table.Td>
        <Moment at={at} />
      </Table.Td>
      <Table.Td>
        <Text size="sm">{t(`pointsKind.${kind}`)}</Text>
        <Text c="dimmed" size="xs">
          {inOwnDigits(text)}
        </Text>
        {note && (
          <Text c="dimmed" size="xs">
            <Name>{note}</Name>
          </Text>
        )}
      </Table.Td>
      <Table.Td ta="end">
        <bdi dir="ltr">{points > 0 ? `+${number(points)}` : number(points)}</bdi>
      </Table.Td>
      <Table.Td ta="end">
        <Count>{balance}</Count>
      </Table.Td>
    </Table.Tr>
  )
}
