import { Badge, Button, Group, Stack, Text, VisuallyHidden } from '@mantine/core'
import { useLocation } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Drawing } from '../../design/drawing.tsx'
import { Icon } from '../../design/icons.tsx'
import { Empty, Failure, SkeletonRows } from '../../design/states.tsx'
import { Code, Moment, Name } from '../../design/written.tsx'
import { Actor, useFieldName } from '../../person/history-words.tsx'
import { useSession } from '../../session/session.ts'
import classes from '../duplicates.module.css'
import { type NamedMerge, useMerges } from '../queries.ts'
import { LaterMerge, placeOf } from './later-merge.tsx'
import { MergedPerson } from './merged-person.tsx'
import { useUndo } from './use-undo.ts'

/** The merges of the business, or of one customer, each with its undoing. */
export function Merges({ customerId }: { readonly customerId?: string }) {
  const { t } = useTranslation()
  const merges = useMerges(customerId)
  const shown = merges.data?.pages.flatMap(({ items }) => items) ?? []
  if (merges.error) return <Failure error={merges.error} onRetry={merges.refetch} />
  if (merges.isPending) return <SkeletonRows rows={4} />
  if (shown.length === 0) return <Empty drawing={<Drawing of="pair" />} title={t('duplicates.noMerges')} />
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

function OneMerge({ merge }: { readonly merge: NamedMerge }) {
  const { t } = useTranslation()
  const { id, from, into, people, mergedAt, mergedBy, reason, undone } = merge
  const { may } = useSession()
  const undo = useUndo()
  const isMeant = useLocation({ select: ({ hash }) => hash === placeOf(id) })
  const here = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (isMeant) here.current?.scrollIntoView({ block: 'center' })
  }, [isMeant])
  return (
    <div className={classes.merge} data-meant={isMeant || undefined} data-merge={id} id={placeOf(id)} ref={here}>
      <div>
        <Group gap="xs">
          <MergedPerson person={people.from} {...(undone && { customerId: from })} />
          <Icon name="forward" size={14} />
          <VisuallyHidden component="span">{t('duplicates.intoOne')}</VisuallyHidden>
          <MergedPerson customerId={into} person={people.into} />
          <Text c="dimmed" size="xs">
            <Actor actor={mergedBy} /> · <Moment at={mergedAt} />
          </Text>
          {undone && (
            <Badge color="gray" variant="light">
              {t('duplicates.undone')}
            </Badge>
          )}
        </Group>
        {reason && (
          <Text size="sm">
            <Name>{reason}</Name>
          </Text>
        )}
        {undone && undone.needsHuman.length > 0 && <NeedsHuman merge={merge} of={undone.needsHuman} />}
        {undo.later !== null && <LaterMerge mergeId={undo.later} />}
      </div>
      {!undone && may('customers:merge') && (
        <Button loading={undo.isPending} onClick={() => undo.run(id)} size="compact-sm" variant="default">
          {t('act.undo')}
        </Button>
      )}
    </div>
  )
}

interface NeedsProps {
  readonly merge: NamedMerge
  readonly of: NonNullable<NamedMerge['undone']>['needsHuman']
}

/** What an undo could not set right by itself, of which of the two. */
function NeedsHuman({ merge: { into, people }, of }: NeedsProps) {
  const { t } = useTranslation()
  const named = useFieldName()
  // `cart.SKU-1`, `address.addr_…`: the kind, and which one.
  const words = (field: string) => {
    const [kind = '', ...which] = field.split('.')
    return { name: named(kind), which: kind === 'cart' ? which.join('.') : '' }
  }
  return (
    <div data-needs-human>
      <Text c="var(--kith-warm-ink)" size="sm">
        {t('duplicates.needsHuman', { count: of.length })}
      </Text>
      <ul>
        {of.map(({ customerId, module, field, what }) => {
          const { name, which } = words(field)
          return (
            <li key={`${customerId} ${module} ${field} ${what}`}>
              <MergedPerson customerId={customerId} person={customerId === into ? people.into : people.from} /> {name}{' '}
              {which && <Code>{which}</Code>} · {t(`mergeNeed.${what}`)}
            </li>
          )
        })}
      </ul>
    </div>
  )
}
