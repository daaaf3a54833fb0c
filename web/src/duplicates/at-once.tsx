import type { Output } from '@kith/sdk'
import { Badge, Button, Group, Stack, Switch, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { notify } from '../design/notify.ts'
import { NumberField } from '../design/numbers/number-field.tsx'
import { Moment } from '../design/written.tsx'
import { useNumber } from '../language/format.ts'
import { useSession } from '../session/session.ts'
import { type Batch, useDecision } from './queries.ts'

const BITS = { maximumFractionDigits: 1 } as const
/** What the server accepts. */
const [LEAST, MOST] = [5, 60]
const RULES = ['differentBirthDates', 'differentVerifiedPhones'] as const

interface Props {
  readonly settings: Output<'duplicates.settings'>
  readonly batches: readonly Batch[]
}

/** Merging at once, by itself or by hand, what is never merged, and the batches with their undoing. */
export function AtOnce({ settings, batches }: Props) {
  return (
    <>
      <Rules settings={settings} />
      <section>
        <Automatically settings={settings} />
        <Batches batches={batches} />
      </section>
    </>
  )
}

/** While duplicates are merged automatically, what decides which ones is for those who may merge. */
function useMayChange({ autoMerge }: Props['settings']): boolean {
  const { may } = useSession()
  return may('duplicates:decide') && (!autoMerge || may('customers:merge'))
}

const changeOf = (rule: (typeof RULES)[number], value: 'weigh' | 'never_merge') =>
  rule === 'differentBirthDates' ? { differentBirthDates: value } : { differentVerifiedPhones: value }

function Rules({ settings }: Pick<Props, 'settings'>) {
  const { t } = useTranslation()
  const mayChange = useMayChange(settings)
  const change = useDecision()
  return (
    <Stack component="section" gap="xs">
      <Title order={2} size="h5">
        {t('duplicates.never')}
      </Title>
      {RULES.map((rule) => (
        <Switch
          checked={settings[rule] === 'never_merge'}
          disabled={!mayChange || change.isPending}
          key={rule}
          label={t(`duplicateRule.${rule}`)}
          onChange={(event) => {
            const decided = changeOf(rule, event.currentTarget.checked ? 'never_merge' : 'weigh')
            change.mutate((kith) => kith.duplicates.changeSettings(decided))
          }}
        />
      ))}
    </Stack>
  )
}

function Automatically({ settings }: Pick<Props, 'settings'>) {
  const { t } = useTranslation()
  const { may } = useSession()
  const bits = useNumber(BITS)
  const mayChange = useMayChange(settings)
  const [from, setFrom] = useState<number | null>(settings.autoMergeFrom)
  const change = useDecision()
  const merge = useDecision<Batch>(({ merges }) => notify(t('duplicates.batch', { count: merges })))
  const isFit = from !== null && from >= LEAST && from <= MOST
  const mayMerge = may('customers:merge')
  return (
    <Stack align="flex-start" gap="sm">
      <Switch
        checked={settings.autoMerge}
        disabled={!mayMerge || !may('duplicates:decide') || change.isPending}
        label={t('duplicates.autoMerge', { bits: bits(settings.autoMergeFrom) })}
        onChange={(event) => {
          const autoMerge = event.currentTarget.checked
          change.mutate((kith) => kith.duplicates.changeSettings({ autoMerge }))
        }}
      />
      <Group align="flex-end" gap="xs">
        <NumberField
          label={t('duplicates.from')}
          max={MOST}
          min={LEAST}
          onChange={(typed) => setFrom(typed === '' ? null : Number(typed))}
          size="sm"
          value={from ?? ''}
        />
        {mayChange && isFit && from !== settings.autoMergeFrom && (
          <Button
            loading={change.isPending}
            onClick={() => change.mutate((kith) => kith.duplicates.changeSettings({ autoMergeFrom: from }))}
            size="sm"
            variant="default"
          >
            {t('act.save')}
          </Button>
        )}
        {mayMerge && isFit && (
          <Button
            loading={merge.isPending}
            onClick={() => merge.mutate((kith, once) => kith.duplicates.mergeBatch({ from }, once({ from })))}
            size="sm"
            variant="default"
          >
            {t('duplicates.mergeBatch', { bits: bits(from) })}
          </Button>
        )}
      </Group>
    </Stack>
  )
}

function Batches({ batches }: Pick<Props, 'batches'>) {
  const { t } = useTranslation()
  const { may } = useSession()
  const undo = useDecision()
  const mayMerge = may('customers:merge')
  return (
    <Stack gap={4} mt="sm">
      {batches.map(({ id, madeAt, merges, undoneAt }) => (
        <Group gap="sm" key={id}>
          <Text size="sm">
            {t('duplicates.batch', { count: merges })} <Moment at={madeAt} />
          </Text>
          {undoneAt ? (
            <Badge color="gray" variant="light">
              {t('duplicates.undone')}
            </Badge>
          ) : (
            mayMerge &&
            merges > 0 && (
              <Button
                loading={undo.isPending}
                onClick={() => undo.mutate((kith) => kith.duplicates.undoBatch({ batchId: id }))}
                size="compact-xs"
                variant="default"
              >
                {t('act.undo')}
              </Button>
            )
          )}
        </Group>
      ))}
    </Stack>
  )
}
