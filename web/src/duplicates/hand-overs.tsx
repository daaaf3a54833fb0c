import type { Output } from '@kith/sdk'
import { Button, Group, Stack, Text, VisuallyHidden } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Drawing } from '../design/drawing.tsx'
import { Icon } from '../design/icons.tsx'
import { notify } from '../design/notify.ts'
import { Empty, Failure, NoPermission, SkeletonRows } from '../design/states.tsx'
import { Moment } from '../design/written.tsx'
import { CustomerOf } from '../person/history-words.tsx'
import { useSession } from '../session/session.ts'
import classes from './duplicates.module.css'
import { useDecision } from './queries.ts'

type HandOver = Output<'accounts.listHandOvers'>['items'][number]

/** Numbers that were verified by one customer while another held them: one person or two? */
export function HandOvers() {
  const { t } = useTranslation()
  const { kith, may } = useSession()
  const list = useInfiniteQuery({
    queryKey: ['duplicates', 'hand-overs'],
    queryFn: ({ pageParam, signal }) =>
      kith.accounts.listHandOvers({ ...(pageParam && { cursor: pageParam }) }, { signal }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
    enabled: may('customers:merge'),
  })
  if (!may('customers:merge')) return <NoPermission />
  if (list.isError) return <Failure error={list.error} onRetry={list.refetch} />
  if (list.isPending) return <SkeletonRows rows={4} />
  const open = list.data.pages.flatMap(({ items }) => items)
  return (
    <Stack gap="xs">
      <Text c="dimmed" size="sm">
        {t('handOver.explained')}
      </Text>
      {open.length === 0 && <Empty drawing={<Drawing of="done" />} title={t('handOver.none')} />}
      {open.map((one) => (
        <OneHandOver key={one.id} one={one} />
      ))}
      {list.hasNextPage && (
        <Button loading={list.isFetchingNextPage} onClick={() => list.fetchNextPage()} size="sm" variant="default">
          {t('act.more')}
        </Button>
      )}
    </Stack>
  )
}

function OneHandOver({ one }: { readonly one: HandOver }) {
  const { t } = useTranslation()
  const { id: handOverId, formerCustomerId, presentCustomerId, why, at } = one
  const merge = useDecision(() => notify(t('handOver.merged')))
  const dismiss = useDecision(() => notify(t('handOver.dismissed')))
  return (
    <div className={classes.merge} data-hand-over={handOverId}>
      <div>
        <Group gap="xs">
          <Link params={{ customerId: formerCustomerId }} to="/customers/$customerId">
            <CustomerOf customerId={formerCustomerId} />
          </Link>
          <Icon name="forward" size={14} />
          <VisuallyHidden component="span">{t('handOver.passedTo')}</VisuallyHidden>
          <Link params={{ customerId: presentCustomerId }} to="/customers/$customerId">
            <CustomerOf customerId={presentCustomerId} />
          </Link>
          <Text c="dimmed" size="xs">
            <Moment at={at} />
          </Text>
        </Group>
        <Text size="sm">{t(`handOverWhy.${why}`)}</Text>
      </div>
      <Group gap="xs">
        <Button
          loading={merge.isPending}
          onClick={() => merge.mutate((kith, once) => kith.accounts.mergeHandOver({ handOverId }, once(handOverId)))}
          size="compact-sm"
          variant="default"
        >
          {t('handOver.same')}
        </Button>
        <Button
          loading={dismiss.isPending}
          onClick={() =>
            dismiss.mutate((kith, once) => kith.accounts.dismissHandOver({ handOverId }, once(handOverId)))
          }
          size="compact-sm"
          variant="default"
        >
          {t('handOver.different')}
        </Button>
      </Group>
    </div>
  )
}
