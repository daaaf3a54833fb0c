import { Button, Checkbox, Group, Table, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ActDialog } from '../design/dialog.tsx'
import { Drawing } from '../design/drawing.tsx'
import { notify } from '../design/notify.ts'
import { Empty, Failure, SkeletonRows } from '../design/states.tsx'
import { Moment } from '../design/written.tsx'
import { useNumber } from '../language/format.ts'
import { useSession } from '../session/session.ts'
import { More } from './more.tsx'
import { PersonCell } from './person-cell.tsx'
import classes from './privacy.module.css'
import { usePrivacyWrite, useReviews } from './queries.ts'

const DECISIONS = ['keep', 'deactivate', 'erase'] as const
type Decision = (typeof DECISIONS)[number]

/** Inactive customers to decide about; many at once. */
export function ReviewTable() {
  const { t } = useTranslation()
  const { may } = useSession()
  const number = useNumber()
  const reviews = useReviews()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [decision, setDecision] = useState<Decision | null>(null)
  if (reviews.isError) return <Failure error={reviews.error} onRetry={reviews.refetch} />
  if (reviews.isPending) return <SkeletonRows rows={6} />
  if (reviews.items.length === 0) {
    return (
      <Empty drawing={<Drawing of="done" />} title={t('privacyReview.none')}>
        {t('privacyReview.noneExplained')}
      </Empty>
    )
  }
  const all = reviews.items.every(({ id }) => chosen.has(id))
  const toggle = (id: string) => setChosen((before) => new Set(before.has(id) ? without(before, id) : [...before, id]))
  return (
    <div className={classes.list}>
      <Group className={classes.tools} justify="space-between">
        <Text c="dimmed" size="sm">
          {t('privacyReview.chosen', { count: chosen.size, number: number(chosen.size) })}
        </Text>
        {may('privacy:manage') && (
          <Group gap="xs">
            {DECISIONS.map((one) => (
              <Button
                disabled={chosen.size === 0}
                key={one}
                onClick={() => setDecision(one)}
                size="compact-md"
                variant="default"
              >
                {t(`privacyDecision.${one}`)}
              </Button>
            ))}
          </Group>
        )}
      </Group>
      <Table className={classes.table} data-cards>
        <Table.Thead>
          <Table.Tr>
            <Table.Th w={40}>
              <Checkbox
                aria-label={t('privacyReview.all')}
                checked={all}
                indeterminate={!all && chosen.size > 0}
                onChange={() => setChosen(new Set(all ? [] : reviews.items.map(({ id }) => id)))}
                size="xs"
              />
            </Table.Th>
            <Table.Th>{t('privacy.person')}</Table.Th>
            <Table.Th>{t('field.lastSeenAt')}</Table.Th>
            <Table.Th>{t('privacyReview.flagged')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {reviews.items.map(({ id, customerId, person, lastSeenAt, flaggedAt }) => (
            <Table.Tr key={id}>
              <Table.Td>
                <Checkbox
                  aria-label={t('privacyReview.one', { person: person?.name ?? person?.number ?? t('status.erased') })}
                  checked={chosen.has(id)}
                  onChange={() => toggle(id)}
                  size="xs"
                />
              </Table.Td>
              <Table.Td>
                <PersonCell customerId={customerId} person={person} />
              </Table.Td>
              <Table.Td>
                <Moment at={lastSeenAt} />
              </Table.Td>
              <Table.Td>
                <Moment at={flaggedAt} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <More list={reviews} />
      {DECISIONS.map((one) => (
        <Decide
          chosen={[...chosen]}
          decision={one}
          key={one}
          onClose={() => setDecision(null)}
          onDecided={() => setChosen(new Set())}
          opened={decision === one}
        />
      ))}
    </div>
  )
}

const without = (ids: ReadonlySet<string>, gone: string) => [...ids].filter((id) => id !== gone)

interface Deciding {
  readonly chosen: readonly string[]
  readonly decision: Decision
  readonly opened: boolean
  readonly onClose: () => void
  readonly onDecided: () => void
}

function Decide({ chosen, decision, onDecided, ...dialog }: Deciding) {
  const { t } = useTranslation()
  const number = useNumber()
  const write = usePrivacyWrite()
  async function decide() {
    const done = await write((kith) => kith.privacy.decideReviews({ reviewIds: [...chosen], decision }))
    onDecided()
    notify(t('privacyReview.done', { decided: number(done.decided), refused: number(done.refused.length) }))
  }
  return (
    <ActDialog
      act={t(`privacyDecision.${decision}`)}
      danger={decision === 'erase'}
      onAct={decide}
      title={t(`privacyDecision.${decision}`)}
      {...dialog}
    >
      <Text size="sm">{t(`privacyDecides.${decision}`, { count: chosen.length, number: number(chosen.length) })}</Text>
    </ActDialog>
  )
}
