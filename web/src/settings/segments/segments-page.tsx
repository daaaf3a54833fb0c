import { Button, Group, Progress, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useNumber } from '../../language/format.ts'
import { useAct, useSetting } from '../act.ts'
import { Section } from '../section.tsx'
import settings from '../settings-page.module.css'
import { Decisions } from './decisions.tsx'
import type { Segments } from './rule.ts'
import { SegmentsEditor } from './segments-editor.tsx'

const NEEDS = 'segments:manage'
const POLL_MS = 1_000

/** Who is in which segment, by rules in order. */
export function SegmentsPage() {
  const { t } = useTranslation()
  const read = useSetting(
    ['segments'],
    NEEDS,
    async (kith, signal) => {
      const [segments, attributes] = await Promise.all([
        kith.segments.read({}, { signal }),
        kith.segments.attributes({}, { signal }),
      ])
      return { segments, attributes }
    },
    { refetchInterval: (data) => (data?.segments.applying ? POLL_MS : false) },
  )
  return (
    <Section explained={t('settings.segmentsExplained')} needs={NEEDS} read={read} title={t('settings.segments')}>
      {({ segments, attributes }) => (
        <>
          <LastDecision segments={segments} />
          <SegmentsEditor attributes={attributes} key={segments.version} segments={segments} />
          <Decisions />
        </>
      )}
    </Section>
  )
}

/** How far it has come, and the way back. */
function LastDecision({ segments: { version, applying } }: { readonly segments: Segments }) {
  const { t } = useTranslation()
  const number = useNumber()
  const undo = useAct((kith) => kith.segments.undo({}), { refreshes: ['segments'], says: t('segments.undone') })
  if (version === 0) return null
  if (applying) {
    const { done, total } = applying
    return (
      <div className={settings.card} role="status">
        <Text size="sm">{t('segments.applying', { done: number(done), total: number(total) })}</Text>
        <Progress aria-label={t('settings.segments')} mt="xs" value={(100 * done) / Math.max(1, total)} />
      </div>
    )
  }
  return (
    <Group justify="flex-end">
      <Button
        disabled={version < 2}
        loading={undo.isPending}
        onClick={() => undo.mutate(undefined)}
        size="sm"
        variant="default"
      >
        {t('segments.undo')}
      </Button>
    </Group>
  )
}
