import { Badge, Button, Group, SegmentedControl, Tabs, Text } from '@mantine/core'
import { useLocation } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Drawing } from '../design/drawing.tsx'
import { Empty, Failure, NoPermission, SkeletonRows } from '../design/states.tsx'
import { Name } from '../design/written.tsx'
import { useNumber } from '../language/format.ts'
import { useSession } from '../session/session.ts'
import { Decision } from './decision.tsx'
import classes from './duplicates.module.css'
import { HandOvers } from './hand-overs.tsx'
import { How } from './how.tsx'
import { Doubts } from './merges/doubts.tsx'
import { Merges } from './merges/merges.tsx'
import { type State, type Suggestion, useDoubts, useSuggestions } from './queries.ts'
import { useKeys } from './use-keys.ts'

/** What is decided without a merge can be reopened; merges have a list of their own. */
const SHOWN_STATES = ['open', 'put_off', 'rejected', 'family'] as const satisfies readonly State[]

/** Likely duplicates, decided one by one with the keyboard; and the merges. */
export function DuplicatesPage() {
  const { t } = useTranslation()
  const { may } = useSession()
  const number = useNumber()
  const isForHandOvers = useLocation({ select: ({ hash }) => hash === 'hand-overs' })
  const doubts = useDoubts().data?.pages.flatMap(({ items }) => items).length ?? 0
  if (!may('duplicates:read') || !may('customers:read')) return <NoPermission />
  return (
    <div className={classes.page}>
      <h1 className={classes.title}>{t('place.duplicates')}</h1>
      <Tabs defaultValue={isForHandOvers ? 'hand-overs' : 'open'} keepMounted={false} key={String(isForHandOvers)}>
        <Tabs.List>
          <Tabs.Tab value="open">{t('duplicates.open')}</Tabs.Tab>
          {may('customers:history') && (
            <Tabs.Tab rightSection={doubts > 0 && <Badge size="sm">{number(doubts)}</Badge>} value="merges">
              {t('duplicates.merges')}
            </Tabs.Tab>
          )}
          <Tabs.Tab value="how">{t('duplicates.how')}</Tabs.Tab>
          {may('customers:merge') && <Tabs.Tab value="hand-overs">{t('handOver.title')}</Tabs.Tab>}
        </Tabs.List>
        <Tabs.Panel pt="md" value="open">
          <Inbox />
        </Tabs.Panel>
        <Tabs.Panel pt="md" value="merges">
          <Doubts />
          <Merges />
        </Tabs.Panel>
        <Tabs.Panel pt="md" value="how">
          <How />
        </Tabs.Panel>
        <Tabs.Panel pt="md" value="hand-overs">
          <HandOvers />
        </Tabs.Panel>
      </Tabs>
    </div>
  )
}

function Inbox() {
  const { t } = useTranslation()
  const [state, setState] = useState<(typeof SHOWN_STATES)[number]>('open')
  const found = useSuggestions({ state })
  const [at, setAt] = useState(0)
  const pace = usePace()
  const items = found.data?.pages.flatMap((page) => page.items) ?? []
  const waiting = found.data?.pages[0]?.waiting ?? 0
  const shown = items[Math.min(at, items.length - 1)]
  const go = (by: number) => setAt((before) => Math.max(0, Math.min(items.length - 1, before + by)))
  useKeys({ j: () => go(1), k: () => go(-1) })
  if (found.error && !found.data) return <Failure error={found.error} onRetry={found.refetch} />
  return (
    <>
      <SegmentedControl
        aria-label={t('duplicates.state')}
        data={SHOWN_STATES.map((value) => ({ value, label: t(`duplicateState.${value}`) }))}
        onChange={(value) => {
          setState(value)
          setAt(0)
        }}
        size="xs"
        value={state}
      />
      <Group justify="space-between">
        <Text c="dimmed" size="sm">
          {waiting > 0 && t('duplicates.waiting', { count: waiting })}
        </Text>
        <Pace {...pace} />
      </Group>
      {!found.data && <SkeletonRows rows={8} />}
      {shown && (
        <div className={classes.inbox}>
          <List chosen={shown} found={found} items={items} onChoose={setAt} />
          <Decision isDecided={state !== 'open'} key={shown.id} onDecided={pace.noteDecided} suggestion={shown} />
        </div>
      )}
      {found.data && !shown && (
        <Empty drawing={<Drawing of="pair" />} title={t('duplicates.none')}>
          {state === 'open' && t('duplicates.noneExplained')}
        </Empty>
      )}
    </>
  )
}

interface ListProps {
  readonly items: readonly Suggestion[]
  readonly chosen: Suggestion
  readonly onChoose: (at: number) => void
  readonly found: ReturnType<typeof useSuggestions>
}

const PERCENT = { style: 'percent' } as const
const TENTHS = { maximumFractionDigits: 1 } as const

function List({ items, chosen, onChoose, found }: ListProps) {
  const { t } = useTranslation()
  const percent = useNumber(PERCENT)
  return (
    <nav aria-label={t('duplicates.open')} className={classes.list}>
      {items.map(({ id, customers, explanation }, index) => (
        <button aria-current={id === chosen.id} key={id} onClick={() => onChoose(index)} type="button">
          <span>
            {customers.map((person) => (
              <Name key={person.id}>{person.name}</Name>
            ))}
          </span>
          {explanation && <small>{percent(explanation.probability)}</small>}
        </button>
      ))}
      {found.hasNextPage && (
        <Button
          loading={found.isFetchingNextPage}
          onClick={() => found.fetchNextPage()}
          size="compact-sm"
          variant="default"
        >
          {t('act.more')}
        </Button>
      )}
    </nav>
  )
}

/** How many were decided here, and how long one took. */
function usePace() {
  const last = useRef(Date.now())
  const [{ decided, seconds }, setPace] = useState({ decided: 0, seconds: 0 })
  return {
    decided,
    seconds,
    noteDecided() {
      const took = (Date.now() - last.current) / 1_000
      last.current = Date.now()
      setPace((before) => ({ decided: before.decided + 1, seconds: before.seconds + took }))
    },
  }
}

function Pace({ decided, seconds }: Pick<ReturnType<typeof usePace>, 'decided' | 'seconds'>) {
  const { t } = useTranslation()
  const number = useNumber(TENTHS)
  if (decided === 0) return null
  return (
    <Text c="dimmed" size="sm">
      {t('duplicates.pace', {
        decided: number(decided),
        seconds: number(seconds / decided),
      })}
    </Text>
  )
}
