import { Badge, Button, Group, Stack, Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { notify } from '../design/notify.ts'
import { Empty, Failure, SkeletonRows } from '../design/states.tsx'
import { Moment, Name } from '../design/written.tsx'
import { useSession } from '../session/session.ts'
import classes from './duplicates.module.css'
import { type Merge, useDecision, useMerges } from './queries.ts'

/** The merges of the business, or of one customer, each with its undoing. */
export function Merges({ customerId }: { readonly customerId?: string }) {
  const { t } = useTranslation()
  const merges = useMerges(customerId)
  const shown = merges.data?.pages.flatMap(({ items }) => items) ?? []
  if (merges.error) return <Failure error={merges.error} onRetry={merges.refetch} />
  if (merges.isPending) return <SkeletonRows rows={4} />
  if (shown.length === 0) return <Empty icon="merge" title={t('duplicates.noMerges')} />
  return (
    <Stack gap="xs">
      {shown.map((merge) => (
        <OneMerge key={merge.id} merge={merge} />
      ))}
      {merges.hasNextPage && (
        <Button loading={merges.isFetchingNextPage} onClick={() => merges.fetchNextPage()} size="sm" variant="default">
          {t('act.more')}
        </Button>
      )}
    </Stack>
  )
}

function OneMerge({ merge: { id, into, mergedAt, reason, undone } }: { readonly merge: Merge }) {
  const { t } = useTranslation()
  const { may } = useSession()
  const undo = useUndo()
  return (
    <div className={classes.merge} data-merge={id}>
      <div>
        <Group gap="xs">
          <Link params={{ customerId: into }} to="/customers/$customerId">
            {t('duplicates.openSurvivor')}
          </Link>
          <Text c="dimmed" size="xs">
            <Moment at={mergedAt} />
          </Text>
          {undone && <Badge variant="light">{t('duplicates.undone')}</Badge>}
        </Group>
        {reason && (
          <Text size="sm">
            <Name>{reason}</Name>
          </Text>
        )}
        {undone && undone.needsHuman.length > 0 && (
          <Text c="var(--kith-warm-ink)" size="sm">
            {t('duplicates.needsHuman', { count: undone.needsHuman.length })}
          </Text>
        )}
      </div>
      {!undone && may('customers:merge') && (
        <Button loading={undo.isPending} onClick={() => undo.run(id)} size="compact-sm" variant="default">
          {t('act.undo')}
        </Button>
      )}
    </div>
  )
}

export function useUndo() {
  const { t } = useTranslation()
  const decision = useDecision(() => notify(t('duplicates.undone')))
  return {
    isPending: decision.isPending,
    run: (mergeId: string) =>
      decision.mutate((kith) => kith.merging.undo({ mergeId, reason: t('duplicates.undoReason') })),
  }
}
