import type { Input } from '@kith/sdk'
import { Alert, Button, List, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../design/dialog.tsx'
import { Failure, SkeletonRows } from '../design/states.tsx'
import { Moment, Name } from '../design/written.tsx'
import { useNumber } from '../language/format.ts'
import { useSession } from '../session/session.ts'

export type Figure = Pick<Input<'statistics.behind'>, 'figure' | 'part' | 'from' | 'to' | 'position'>

interface Props {
  readonly figure: Figure
  readonly count: number
  readonly title: string
}

/** A count that opens the customers behind it, for those who may see them. */
export function BehindButton({ figure, count, title }: Props) {
  const { t } = useTranslation()
  const { may } = useSession()
  const number = useNumber()
  const [opened, { open, close }] = useDisclosure(false)
  // Who sees no customers sees the number alone.
  if (!may('customers:read')) return <b>{number(count)}</b>
  return (
    <>
      <Button
        aria-label={t('dashboard.show', { what: title, number: number(count) })}
        c="var(--kith-ink)"
        data-figure={count}
        h={26}
        miw={26}
        onClick={open}
        size="compact-xs"
        style={{ alignSelf: 'start' }}
        variant="subtle"
      >
        {number(count)}
      </Button>
      <Dialog forgets onClose={close} opened={opened} title={title}>
        <Behind count={count} figure={figure} />
      </Dialog>
    </>
  )
}

function Behind({ figure, count }: Pick<Props, 'figure' | 'count'>) {
  const { t } = useTranslation()
  const { kith } = useSession()
  const queries = useQueryClient()
  const number = useNumber()
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: ['statistics', 'behind', figure],
    queryFn: ({ pageParam, signal }) =>
      kith.statistics.behind({ ...figure, ...(pageParam && { cursor: pageParam }) }, { signal }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
  })
  // The figures and this list, so that both are of the same moment.
  const countAnew = () => void queries.invalidateQueries({ queryKey: ['statistics'] })
  if (error && !data) return <Failure error={error} onRetry={refetch} />
  if (!data) return <SkeletonRows rows={5} />
  const { total, asOf } = data.pages[0]!
  return (
    <>
      <Text c="dimmed" data-behind={total} size="sm">
        {t('dashboard.behind', { total: number(total) })} <Moment at={asOf} />
      </Text>
      {total !== count && (
        <Alert color="yellow" role="status" variant="light">
          {t('dashboard.moved', { count: number(count), total: number(total) })}{' '}
          <Button onClick={countAnew} size="compact-sm" variant="default">
            {t('dashboard.countAnew')}
          </Button>
        </Alert>
      )}
      <List size="sm">
        {data.pages
          .flatMap(({ items }) => items)
          .map(({ customerId, name, number: of, part, day }) => (
            <List.Item key={`${customerId} ${part} ${day}`}>
              <Link params={{ customerId }} to="/customers/$customerId">
                <Name>{name}</Name> <bdi dir="ltr">{of}</bdi>
              </Link>
            </List.Item>
          ))}
      </List>
      {hasNextPage && (
        <Button loading={isFetchingNextPage} onClick={() => fetchNextPage()} size="sm" variant="default">
          {t('act.more')}
        </Button>
      )}
    </>
  )
}
