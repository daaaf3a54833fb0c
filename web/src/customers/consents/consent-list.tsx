import { Button, Group, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import badges from '../../design/badges.module.css'
import { Moment, Name } from '../../design/written.tsx'
import { useNumber } from '../../language/format.ts'
import classes from './consents.module.css'
import type { Deciding } from './decide-modal.tsx'
import type { ConsentState } from './queries.ts'

const TONES = { none: 'quiet', pending: 'warm', granted: 'accent', outdated: 'warm', withdrawn: 'danger' } as const

interface Props {
  readonly items: readonly ConsentState[]
  readonly busy: boolean
  /** Null where no decision is possible: in the past, or without permission. */
  readonly onDecide: ((deciding: Deciding) => void) | null
  /** The label of the button that opens a consent. */
  readonly grant: string
  readonly onReceipt: (eventId: string) => void
}

/** The consents per document. */
export function ConsentList({ items, busy, ...acts }: Props) {
  return (
    <ul aria-busy={busy} className={classes.states}>
      {inOrder(items).map((item) => (
        <li className={classes.state} key={item.documentId}>
          <StateOf item={item} />
          <Actions item={item} {...acts} />
        </li>
      ))}
    </ul>
  )
}

const KINDS = ['terms', 'privacy', 'marketing', 'custom'] as const
/** Mandatory documents first; the order does not depend on the state. */
const inOrder = (items: readonly ConsentState[]) =>
  [...items].sort(
    (a, b) =>
      KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) || (a.purpose < b.purpose ? -1 : a.purpose > b.purpose ? 1 : 0),
  )

function StateOf({ item }: { readonly item: ConsentState }) {
  const { t } = useTranslation()
  const number = useNumber()
  const { title, state, version, latestVersion, since, status } = item
  return (
    <div className={classes.about}>
      <Text fw={550} size="sm">
        <Name>{title}</Name>
      </Text>
      <Group gap="xs">
        <span className={badges.badge} data-dot data-tone={TONES[state]}>
          {t(`consentState.${state}`)}
        </span>
        <Text c="dimmed" component="span" size="xs">
          {version === null
            ? t('consent.latest', { version: number(latestVersion) })
            : t('consent.version', { version: number(version), latest: number(latestVersion) })}
          {since && (
            <>
              {' · '}
              <Moment at={since} exact />
            </>
          )}
          {status === 'retired' && ` · ${t('consent.retired')}`}
        </Text>
      </Group>
    </div>
  )
}

function Actions({
  item,
  grant,
  onDecide,
  onReceipt,
}: Omit<Props, 'items' | 'busy'> & { readonly item: ConsentState }) {
  const { t } = useTranslation()
  const { eventId, state, status } = item
  const decide = (decision: Deciding['decision'], label: string) => (
    <Button
      onClick={() => onDecide?.({ item, decision })}
      size="compact-sm"
      variant={decision === 'granted' ? 'light' : 'default'}
    >
      {label}
    </Button>
  )
  return (
    <Group gap="xs">
      {eventId && (
        <Button onClick={() => onReceipt(eventId)} size="compact-sm" variant="subtle">
          {t('consent.receipt')}
        </Button>
      )}
      {onDecide && status === 'published' && state !== 'granted' && decide('granted', grant)}
      {onDecide && state !== 'none' && state !== 'withdrawn' && decide('withdrawn', t('consent.withdraw'))}
    </Group>
  )
}
