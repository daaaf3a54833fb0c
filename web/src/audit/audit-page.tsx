import { Alert, Button, Group } from '@mantine/core'
import { useInfiniteQuery, useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Icon } from '../design/icons.tsx'
import { useNotifyFailure } from '../design/notify.ts'
import { Empty, Failure, NoPermission, SkeletonRows } from '../design/states.tsx'
import { useNumber } from '../language/format.ts'
import { useSession } from '../session/session.ts'
import classes from './audit-page.module.css'
import { AuditTable } from './audit-table.tsx'

/** The audit trail of the business, and the check of its chain. */
export function AuditPage() {
  const { t } = useTranslation()
  const { kith, may } = useSession()
  const trail = useInfiniteQuery({
    queryKey: ['audit'],
    queryFn: ({ pageParam, signal }) => kith.audit.list({ ...(pageParam && { cursor: pageParam }) }, { signal }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
    enabled: may('audit:read'),
  })
  const notifyFailure = useNotifyFailure()
  const verify = useMutation({ mutationFn: () => kith.audit.verify(), onError: notifyFailure })

  if (!may('audit:read')) return <NoPermission />
  const entries = trail.data?.pages.flatMap(({ items }) => items) ?? []
  return (
    <div className={classes.page}>
      <Group justify="space-between" wrap="nowrap">
        <h1 className={classes.title}>{t('place.audit')}</h1>
        <Button
          leftSection={<Icon name="trail" size={16} />}
          loading={verify.isPending}
          onClick={() => verify.mutate()}
          size="sm"
          variant="default"
        >
          {t('audit.verify')}
        </Button>
      </Group>
      {verify.data && <Verified {...verify.data} />}
      {trail.isError && <Failure error={trail.error} onRetry={trail.refetch} />}
      {trail.isPending && <SkeletonRows rows={10} />}
      {trail.data && entries.length === 0 && <Empty icon="trail" title={t('history.none')} />}
      {entries.length > 0 && <AuditTable entries={entries} />}
      {trail.hasNextPage && (
        <Button
          loading={trail.isFetchingNextPage}
          onClick={() => trail.fetchNextPage()}
          size="sm"
          style={{ alignSelf: 'center' }}
          variant="default"
        >
          {t('act.more')}
        </Button>
      )}
    </div>
  )
}

interface Report {
  readonly intact: boolean
  readonly entries: number
  readonly waiting: number
  readonly broken: { readonly position: number } | null
}

function Verified({ intact, entries, waiting, broken }: Report) {
  const { t } = useTranslation()
  const number = useNumber()
  return (
    <Alert
      color={intact ? 'kith' : 'red'}
      icon={<Icon name={intact ? 'check' : 'warning'} />}
      role={intact ? 'status' : 'alert'}
      title={intact ? t('audit.intact') : t('audit.broken', { position: number(broken?.position ?? 0) })}
      variant="light"
    >
      {t('audit.counted', { entries: number(entries), waiting: number(waiting) })}
    </Alert>
  )
}
