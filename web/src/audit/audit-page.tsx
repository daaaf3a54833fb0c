import { Alert, Button, Group } from '@mantine/core'
import { useInfiniteQuery, useMutation } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { save } from '../design/csv.ts'
import { Drawing } from '../design/drawing.tsx'
import { Icon } from '../design/icons.tsx'
import { useNotifyFailure } from '../design/notify.ts'
import { Empty, Failure, NoPermission, SkeletonRows } from '../design/states.tsx'
import { useNumber } from '../language/format.ts'
import { useTimeZone } from '../language/here.ts'
import { wallOf } from '../language/zone.ts'
import { useSession } from '../session/session.ts'
import { AuditFilters } from './audit-filters.tsx'
import classes from './audit-page.module.css'
import { AuditTable } from './audit-table.tsx'
import { toAuditQuery } from './filter.ts'

/** The audit trail of the business by its filters, as a file, and the check of its chain. */
export function AuditPage() {
  const { t } = useTranslation()
  const { kith, may } = useSession()
  const filter = useSearch({ from: '/audit' })
  const timeZone = useTimeZone()
  const query = toAuditQuery(filter, timeZone)
  const trail = useInfiniteQuery({
    queryKey: ['audit', query],
    queryFn: ({ pageParam, signal }) =>
      kith.audit.list({ ...query, ...(pageParam && { cursor: pageParam }) }, { signal }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
    enabled: may('audit:read'),
  })
  const notifyFailure = useNotifyFailure()
  const verify = useMutation({ mutationFn: () => kith.audit.verify(), onError: notifyFailure })
  const saveAll = useMutation({
    mutationFn: async () =>
      save(
        `kith-audit-${wallOf(Date.now(), timeZone).day}.ndjson`,
        new Blob([await kith.audit.exportAudit(query)], { type: 'application/x-ndjson' }),
      ),
    onError: notifyFailure,
  })

  if (!may('audit:read')) return <NoPermission />
  const entries = trail.data?.pages.flatMap(({ items }) => items) ?? []
  return (
    <div className={classes.page}>
      <Group justify="space-between">
        <h1 className={classes.title}>{t('place.audit')}</h1>
        <Group gap="xs">
          <Button
            leftSection={<Icon name="trail" size={16} />}
            loading={verify.isPending}
            onClick={() => verify.mutate()}
            size="sm"
            variant="default"
          >
            {t('audit.verify')}
          </Button>
          <Button
            leftSection={<Icon name="download" size={16} />}
            loading={saveAll.isPending}
            onClick={() => saveAll.mutate()}
            size="sm"
            variant="default"
          >
            {t('audit.export')}
          </Button>
        </Group>
      </Group>
      <AuditFilters filter={filter} />
      {verify.data && <Verified {...verify.data} />}
      {trail.isError && <Failure error={trail.error} onRetry={trail.refetch} />}
      {trail.isPending && <SkeletonRows rows={10} />}
      {trail.data && entries.length === 0 && <Empty drawing={<Drawing of="trail" />} title={t('audit.none')} />}
      {entries.length > 0 && <AuditTable entries={entries} filter={filter} />}
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
  readonly begins: { readonly position: number; readonly anchored: boolean } | null
  readonly anchored: object | null
}

function Verified({ intact, entries, waiting, broken, begins, anchored }: Report) {
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
      {begins && ` ${t('audit.begins', { position: number(begins.position) })}`}
      {begins && anchored && !begins.anchored && ` ${t('audit.beginsUnknown')}`}
    </Alert>
  )
}
