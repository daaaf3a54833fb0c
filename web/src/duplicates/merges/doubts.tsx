import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Code, Name } from '../../design/written.tsx'
import { useNumber } from '../../language/format.ts'
import { useSession } from '../../session/session.ts'
import { type Doubt, useDecision, useDoubts } from '../queries.ts'
import { Why } from '../why.tsx'
import { LaterMerge } from './later-merge.tsx'
import { useUndo } from './use-undo.ts'

const BITS = { maximumFractionDigits: 1, signDisplay: 'exceptZero' } as const

/** Merges that no longer look right, of the business or of one customer: each is undone, or kept. */
export function Doubts({ customerId }: { readonly customerId?: string }) {
  const { t } = useTranslation()
  const doubts = useDoubts(customerId)
  const shown = doubts.data?.pages.flatMap((page) => page.items) ?? []
  if (shown.length === 0 && !doubts.hasNextPage) return null
  return (
    <Stack component="section" gap="sm" mb="lg">
      <Title order={2} size="h5">
        {t('duplicates.doubts')}
      </Title>
      {shown.map((doubt) => (
        <OneDoubt doubt={doubt} key={doubt.mergeId} />
      ))}
      {doubts.hasNextPage && (
        <Button loading={doubts.isFetchingNextPage} onClick={() => doubts.fetchNextPage()} size="sm" variant="default">
          {t('act.more')}
        </Button>
      )}
    </Stack>
  )
}

function OneDoubt({ doubt: { mergeId, customers, explanation, scoreThen } }: { readonly doubt: Doubt }) {
  const { t } = useTranslation()
  const { may } = useSession()
  const bits = useNumber(BITS)
  const undo = useUndo()
  const keep = useDecision()
  return (
    <Paper bg="var(--kith-warm-soft)" data-doubt={mergeId} p="md">
      <Stack gap="xs">
        <Text fw={550} size="sm">
          {customers.map((person, index) => (
            <span key={person.id}>
              {index > 0 && ' · '}
              <Name>{person.name}</Name> <Code>{person.number}</Code>
            </span>
          ))}
        </Text>
        <Text c="var(--kith-warm-ink)" size="sm">
          {t('duplicates.doubted', { before: bits(scoreThen), now: bits(explanation.score) })}
        </Text>
        <Why of={explanation} />
        <Group gap="xs">
          {may('customers:merge') && (
            <Button loading={undo.isPending} onClick={() => undo.run(mergeId)} size="compact-sm">
              {t('duplicates.undoMerge')}
            </Button>
          )}
          {may('duplicates:decide') && (
            <Button
              loading={keep.isPending}
              onClick={() => keep.mutate((kith) => kith.duplicates.keep({ mergeId }))}
              size="compact-sm"
              variant="default"
            >
              {t('duplicates.keepMerge')}
            </Button>
          )}
        </Group>
        {undo.later !== null && <LaterMerge mergeId={undo.later} />}
      </Stack>
    </Paper>
  )
}
