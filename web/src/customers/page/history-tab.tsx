import type { Output } from '@kith/sdk'
import { Anchor, Button, Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Drawing } from '../../design/drawing.tsx'
import { Empty, Failure, SkeletonRows } from '../../design/states.tsx'
import { Moment } from '../../design/written.tsx'
import classes from '../../person/history.module.css'
import { ActionWords, Actor } from '../../person/history-words.tsx'
import { useHistory } from '../../person/queries.ts'
import { useSession } from '../../session/session.ts'
import { byMoment } from './by-moment.ts'
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
  if (entries.length === 0) return <Empty drawing={<Drawing of="trail" />} title={t('history.none')} />
  return (
    <>
      {may('audit:read') && (
        <Anchor component={Link} mb="xs" search={{ customer: customerId } as never} size="sm" to="/audit">
          {t('history.inAudit')}
        </Anchor>
      )}
      <RecordThen customerId={customerId} entries={entries} />
      <ol className={classes.entries}>
        {byMoment(entries).map((together) => (
          <li className={classes.entry} key={together[0].id}>
            <OneMoment customerId={customerId} together={together} />
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

interface MomentProps {
  readonly customerId: string
  readonly together: readonly [Entry, ...Entry[]]
}

/** Changes by one caller within a minute are told as one: what was done, and each with its fields. */
function OneMoment({ customerId, together }: MomentProps) {
  const [newest, ...others] = together
  const byline = (
    <Text c="dimmed" component="span" size="xs">
      <Actor actor={newest.actor} /> · <Moment at={newest.at} />
    </Text>
  )
  if (others.length === 0) return <HistoryEntry byline={byline} customerId={customerId} entry={newest} />
  return (
    <ol className={classes.together}>
      {together.map((entry) => (
        <li key={entry.id}>
          <HistoryEntry byline={entry === newest ? byline : null} customerId={customerId} entry={entry} />
        </li>
      ))}
    </ol>
  )
}

interface EntryProps {
  readonly customerId: string
  readonly entry: Entry
  readonly byline: ReactNode
}

function HistoryEntry({ customerId, entry, byline }: EntryProps) {
  const { t } = useTranslation()
  const { id, action, fields, before, after, reason } = entry
  const isEdit = action === 'customer.changed'
  const hasSeveral = fields.length > 1
  return (
    <>
      <div className={classes.line}>
        <Text fw={550} size="sm">
          <ActionWords action={action} />
        </Text>
        {byline}
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
