import { Button, Table, Text } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Drawing } from '../../design/drawing.tsx'
import { Empty, Failure, SkeletonRows } from '../../design/states.tsx'
import { Code, Names } from '../../design/written.tsx'
import { useNumber } from '../../language/format.ts'
import { useSession } from '../../session/session.ts'
import { type Asked, addedUp } from './asked.ts'
import classes from './marketing.module.css'

/** The customers, with how many were left out and why. */
export function ListOf({ asked }: { readonly asked: Asked }) {
  const { t } = useTranslation()
  const { kith } = useSession()
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: ['customers', 'marketing', asked],
    queryFn: ({ pageParam, signal }) =>
      kith.segments.listCustomers({ ...asked, ...(pageParam && { cursor: pageParam }) }, { signal }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
  })
  if (error && !data) return <Failure error={error} onRetry={refetch} />
  if (!data) return <SkeletonRows rows={8} />
  const items = data.pages.flatMap((page) => page.items)
  const looked = data.pages.reduce((sum, page) => sum + page.looked, 0)
  return (
    <>
      <Left
        looked={looked}
        of={addedUp(data.pages.map(({ leftOut }) => leftOut))}
        shown={items.length}
        total={data.pages[0]!.total}
      />
      <section aria-label={t('marketingList.title')} className={classes.card}>
        {items.length === 0 ? (
          <Empty drawing={<Drawing of="people" />} title={t('marketingList.none')} />
        ) : (
          <Table data-cards verticalSpacing={8}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('column.number')}</Table.Th>
                <Table.Th>{t('column.name')}</Table.Th>
                {asked.channel && <Table.Th>{t(`channel.${asked.channel}`)}</Table.Th>}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {items.map(({ customerId, number, name, name2, contact }) => (
                <Table.Tr key={customerId}>
                  <Table.Td>
                    <Code>{number}</Code>
                  </Table.Td>
                  <Table.Td>
                    <Link params={{ customerId }} to="/customers/$customerId">
                      <Names of={{ name, name2 }} />
                    </Link>
                  </Table.Td>
                  {asked.channel && <Table.Td>{contact && <Code>{contact}</Code>}</Table.Td>}
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        )}
      </section>
      {hasNextPage && (
        <Button
          loading={isFetchingNextPage}
          onClick={() => fetchNextPage()}
          style={{ alignSelf: 'center' }}
          variant="default"
        >
          {t('act.more')}
        </Button>
      )}
    </>
  )
}

interface LeftProps {
  readonly shown: number
  /** Null: all. */
  readonly looked: number | null
  readonly total: number | null
  readonly of: ReturnType<typeof addedUp>
}

/** “180 on the list, of 200 looked at (1,200 in all). Left out: 20, no consent.” */
export function Left({ shown, looked, total, of }: LeftProps) {
  const { t } = useTranslation()
  const number = useNumber()
  return (
    <div data-left-out role="status">
      <Text size="sm">
        {looked === null || total === null
          ? t('marketingList.written', { shown: number(shown) })
          : t('marketingList.shown', { shown: number(shown), looked: number(looked), total: number(total) })}
      </Text>
      {of.map(({ reason, count }) => (
        <Text c="dimmed" key={reason} size="sm">
          {t(`marketingLeft.${reason}`)}: {number(count)}
        </Text>
      ))}
    </div>
  )
}
