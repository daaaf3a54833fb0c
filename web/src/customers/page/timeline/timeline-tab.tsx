import { Button, Chip, Group, Stack } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Drawing } from '../../../design/drawing.tsx'
import { Empty, Failure, SkeletonRows } from '../../../design/states.tsx'
import history from '../../../person/history.module.css'
import { type Customer, useSession } from '../../../session/session.ts'
import { byMoment } from '../by-moment.ts'
import { MomentLine } from './moment-line.tsx'
import { NoteForm } from './note-form.tsx'
import { NoteLine } from './note-line.tsx'
import { KINDS, type Kind, usePinned, useTimeline } from './queries.ts'

/** Everything that happened with a customer, the latest first. */
export function TimelineTab({ customer: { id: customerId, restricted } }: { readonly customer: Customer }) {
  const { t } = useTranslation()
  const { may } = useSession()
  const [kind, setKind] = useState<Kind | null>(null)
  const pinned = usePinned(customerId).data?.items ?? []
  return (
    <Stack gap="md">
      {may('customers:write') && !restricted && <NoteForm customerId={customerId} />}
      {pinned.length > 0 && kind === null && (
        <Stack aria-label={t('timeline.pinned')} component="section" gap="xs">
          {pinned.map((note) => (
            <NoteLine customerId={customerId} key={note.id} note={note} />
          ))}
        </Stack>
      )}
      <Chip.Group onChange={(chosen) => setKind(KINDS.find((one) => one === chosen) ?? null)} value={kind ?? 'all'}>
        <Group aria-label={t('timeline.show')} gap={6} role="group">
          <Chip size="xs" value="all">
            {t('timeline.all')}
          </Chip>
          {KINDS.filter((one) => one !== 'change' || may('customers:history'))
            .filter((one) => one !== 'order' || may('orders:read'))
            .filter((one) => one !== 'points' || may('loyalty:read'))
            .filter((one) => !['note', 'interaction'].includes(one) || may('notes:read'))
            .map((one) => (
              <Chip key={one} size="xs" value={one}>
                {t(`timelineKind.${one}`)}
              </Chip>
            ))}
        </Group>
      </Chip.Group>
      <Moments customerId={customerId} kind={kind} />
    </Stack>
  )
}

function Moments({ customerId, kind }: { readonly customerId: string; readonly kind: Kind | null }) {
  const { t } = useTranslation()
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useTimeline(customerId, kind)
  if (error && !data) return <Failure error={error} onRetry={refetch} />
  if (!data) return <SkeletonRows rows={5} />
  const moments = data.pages
    .flatMap(({ items }) => items)
    // The pinned ones are above.
    .filter((moment) => kind !== null || moment.kind !== 'note' || !moment.note.pinned)
  if (moments.length === 0) return <Empty drawing={<Drawing of="trail" />} title={t('history.none')} />
  return (
    <>
      <ol className={history.entries} data-timeline>
        {byMoment(moments, ({ kind }) => kind === 'change').map(([newest, ...others], n) => (
          <li className={history.entry} data-kind={newest.kind} key={`${newest.kind} ${newest.at} ${n}`}>
            <MomentLine customerId={customerId} moment={newest} />
            {others.map((moment, below) => (
              <MomentLine customerId={customerId} isJoined key={`${moment.at} ${below}`} moment={moment} />
            ))}
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
