import type { Output } from '@kith/sdk'
import { Button, Group, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Empty } from '../../design/states.tsx'
import { Code, Moment, Name } from '../../design/written.tsx'
import { Actor } from '../../person/history-words.tsx'
import { useAct, useSetting } from '../act.ts'
import { Section } from '../section.tsx'
import classes from '../settings-page.module.css'

type Proposal = Output<'assistants.listProposals'>['items'][0]
const PROPOSALS = ['assistants'] as const
const NEEDS = 'assistants:confirm'

/** What assistants propose: a person decides. */
export function AssistantsPage() {
  const { t } = useTranslation()
  const read = useSetting(PROPOSALS, NEEDS, (kith, signal) => kith.assistants.listProposals({}, { signal }), {
    refetchInterval: () => 10_000,
  })
  return (
    <Section explained={t('settings.assistantsExplained')} needs={NEEDS} read={read} title={t('settings.assistants')}>
      {({ items }) =>
        items.length === 0 ? (
          <div className={classes.card}>
            <Empty icon="check" title={t('assistants.none')}>
              {t('assistants.noneExplained')}
            </Empty>
          </div>
        ) : (
          items.map((proposal) => <OneProposal key={proposal.id} proposal={proposal} />)
        )
      }
    </Section>
  )
}

function OneProposal({ proposal }: { readonly proposal: Proposal }) {
  const { t } = useTranslation()
  const { id: proposalId, hash, operation, input, purpose, wouldAnswer, askedBy, askedAt, damaged } = proposal
  const confirm = useAct((kith) => kith.assistants.confirm({ proposalId, hash }), {
    refreshes: PROPOSALS,
    says: t('assistants.confirmed'),
  })
  const refuse = useAct((kith) => kith.assistants.refuse({ proposalId }), {
    refreshes: PROPOSALS,
    says: t('assistants.refused'),
  })
  return (
    <div className={classes.card}>
      <Stack gap="xs" p="md">
        <Group gap="xs">
          <Code>{operation}</Code>
          <Actor actor={askedBy} />
          <Moment at={askedAt} />
        </Group>
        <Text component="div" size="sm">
          <Name>{purpose}</Name>
        </Text>
        <Written title={t('assistants.input')} value={input} />
        <Written title={t('assistants.wouldAnswer')} value={wouldAnswer} />
        <Group gap="xs">
          <Button disabled={damaged} loading={confirm.isPending} onClick={() => confirm.mutate(undefined)} size="sm">
            {t('assistants.confirm')}
          </Button>
          <Button loading={refuse.isPending} onClick={() => refuse.mutate(undefined)} size="sm" variant="default">
            {t('assistants.refuse')}
          </Button>
        </Group>
      </Stack>
    </div>
  )
}

/** For people who know the API: what exactly is done. */
const Written = ({ title, value }: { readonly title: string; readonly value: unknown }) => (
  <details>
    <summary>{title}</summary>
    <pre dir="ltr" style={{ overflowX: 'auto', whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
      {JSON.stringify(value, null, 2)}
    </pre>
  </details>
)
