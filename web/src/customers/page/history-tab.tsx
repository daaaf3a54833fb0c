import type { Output } from '@kith/sdk'
import { Anchor, Button, Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Empty, Failure, SkeletonRows } from '../../design/states.tsx'
import { Moment } from '../../design/written.tsx'
import classes from '../../person/history.module.css'
import { ActionWords, Actor } from '../../person/history-words.tsx'
import { useHistory } from '../../person/queries.ts'
import { useSession } from '../../session/session.ts'
import { HistoryChange } from './history-change.tsx'
import { RecordThen } from './record-then.tsx'
import { RestoreButton } from './restore-button.tsx'

type Entry = Output<'customers.history'>['items'][number]

/** The history of a customer in plain words, newest first. */
export function HistoryTab({ customerId }: { readonly customerId: string }) {
  const { t } = useTranslation()
  const { may } = useSession()
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useHistory(customerId)
  if (error && !data) return <Failure error={error} onRetry={refetch} />
  if (!data) return <SkeletonRows rows={4} />
  const entries = data.pages.flatMap(({ items }) => items)
  if (entries.length === 0) return <Empty icon="clock" title={t('history.none')} />
  return (
    <>
      {may('audit:read') && (
        <Anchor component={Link} mb="xs" search={{ customer: customerId } as never} size="sm" to="/audit">
          {t('history.inAudit')}
        </Anchor>
      )}
      <RecordThen customerId={customerId} entries={entries} />
      <ol className={classes.entries}>
        {entries.map((entry) => (
          <li className={classes.entry} key={entry.id}>
            <HistoryEntry customerId={customerId} entry={entry} />
          </li>
        ))}
      </ol>
      {hasNextPage && (
        <Button loading={isFetchingNextPage} onClick={() => fetchNextPage()} size="sm" variant="default">
          {t('act.more')}
        </Button>
      )}
    </>
  )
}

interface EntryProps {
  readonly customerId: string
  readonly entry: Entry
}

function HistoryEntry({ customerId, entry }: EntryProps) {
  const { t } = useTranslation()
  const { id, at, actor, action, fields, before, after, reason } = entry
  const isEdit = action === 'customer.changed'
  const hasSeveral = fields.length > 1
  return (
    <>
      <div className={classes.line}>
        <Text fw={550} size="sm">
          <ActionWords action={action} />
        </Text>
        <Text c="dimmed" component="span" size="xs">
          <Actor actor={actor} /> · <Moment at={at} />
        </Text>
      </div>
      {fields.length > 0 && (
        <ul className={classes.changes}>
          {fields.map((field) => (
            <HistoryChange after={after[field]} before={before[field]} field={field} key={field}>
              {isEdit && hasSeveral && field in before && (
                <RestoreButton customerId={customerId} entryId={id} field={field} />
              )}
            </HistoryChange>
          ))}
        </ul>
      )}
      {isEdit && <RestoreButton customerId={customerId} entryId={id} hasSeveral={hasSeveral} />}
      {reason && (
        <Text c="dimmed" mt={4} size="sm">
          {t('history.because')} <bdi dir="auto">{reason}</bdi>
        </Text>
      )}
    </>
  )
}
