import type { Output } from '@kith/sdk'
import { Badge, Button, Group, Stack, Table, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Failure, SkeletonRows } from '../design/states.tsx'
import { Moment } from '../design/written.tsx'
import { useNumber } from '../language/format.ts'
import { useSession } from '../session/session.ts'
import { AtOnce } from './at-once.tsx'
import { useDecision } from './queries.ts'

const PERCENT = { style: 'percent', maximumFractionDigits: 1 } as const
const BITS = { maximumFractionDigits: 1 } as const
const SIGNED = { maximumFractionDigits: 1, signDisplay: 'exceptZero' } as const

/** How duplicates are found: how often that was right, the threshold with what it would show, the model, and merging at once. */
export function How() {
  const { kith } = useSession()
  const found = useQuery({
    queryKey: ['duplicates', 'how'],
    queryFn: async ({ signal }) => {
      const [statistics, settings, models, batches] = await Promise.all([
        kith.duplicates.statistics({}, { signal }),
        kith.duplicates.settings({}, { signal }),
        kith.duplicates.models({}, { signal }),
        kith.duplicates.batches({}, { signal }),
      ])
      return { statistics, settings, models: models.items, batches: batches.items }
    },
  })
  if (found.error && !found.data) return <Failure error={found.error} onRetry={found.refetch} />
  if (!found.data) return <SkeletonRows rows={8} />
  return (
    <Stack gap="xl">
      <Stack gap={4}>
        <Right {...found.data.statistics} />
        <LeftOut {...found.data.statistics.leftOut} />
      </Stack>
      <Thresholds {...found.data} />
      <Models models={found.data.models} />
      <AtOnce {...found.data} />
    </Stack>
  )
}

function Right({ precision }: Output<'duplicates.statistics'>) {
  const { t } = useTranslation()
  const percent = useNumber(PERCENT)
  const number = useNumber()
  return (
    <Text size="sm">
      {precision
        ? t('duplicates.precision', {
            decided: number(precision.decided),
            estimate: percent(precision.estimate),
            low: percent(precision.low),
            high: percent(precision.high),
          })
        : t('duplicates.noPrecision')}
    </Text>
  )
}

function LeftOut({ blocks, cap, largest }: Output<'duplicates.statistics'>['leftOut']) {
  const { t } = useTranslation()
  const number = useNumber()
  if (blocks === 0) return null
  return (
    <Text c="dimmed" size="sm">
      {t('duplicates.leftOut', { count: blocks, blocks: number(blocks), cap: number(cap), largest: number(largest) })}
    </Text>
  )
}

interface Shown {
  readonly statistics: Output<'duplicates.statistics'>
  readonly settings: Output<'duplicates.settings'>
}

function Thresholds({ statistics: { thresholds, threshold }, settings }: Shown) {
  const { t } = useTranslation()
  const { may } = useSession()
  const bits = useNumber(BITS)
  const number = useNumber()
  const change = useDecision()
  const choose = (wanted: number | null) =>
    change.mutate((kith) => kith.duplicates.changeSettings({ threshold: wanted }))
  const mayDecide = may('duplicates:decide')
  return (
    <section>
      <Title order={2} size="h5">
        {t('duplicates.threshold', { bits: bits(threshold) })}
      </Title>
      <Table maw="36rem">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('duplicates.from')}</Table.Th>
            <Table.Th>{t('duplicates.shown')}</Table.Th>
            <Table.Th>{t('duplicates.wrong')}</Table.Th>
            <Table.Th />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {thresholds.map(({ threshold: from, open, expectedWrong }) => (
            <Table.Tr key={from}>
              <Table.Td>{bits(from)}</Table.Td>
              <Table.Td>{number(open)}</Table.Td>
              <Table.Td>{bits(expectedWrong)}</Table.Td>
              <Table.Td>
                {mayDecide && from !== settings.threshold && (
                  <Button loading={change.isPending} onClick={() => choose(from)} size="compact-xs" variant="default">
                    {t('duplicates.use')}
                  </Button>
                )}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {mayDecide && settings.threshold !== null && (
        <Button onClick={() => choose(null)} size="compact-sm" variant="subtle">
          {t('duplicates.useFound')}
        </Button>
      )}
    </section>
  )
}

type Model = Output<'duplicates.models'>['items'][number]

/** What each likeness says for or against, in bits. */
function Weights({ fields }: Pick<Model, 'fields'>) {
  const { t } = useTranslation()
  const bits = useNumber(SIGNED)
  if (fields.length === 0) return null
  return (
    <details data-weights>
      <summary>{t('duplicates.weights')}</summary>
      <Table maw="36rem">
        <Table.Tbody>
          {fields.map(({ field, levels }) => (
            <Table.Tr key={field}>
              <Table.Th scope="row">{t(`field.${field}`)}</Table.Th>
              <Table.Td>
                {levels.map(({ level, bits: said }) => (
                  <div key={level}>
                    {t(`duplicateLevel.${level}`)} <bdi dir="ltr">{bits(said)}</bdi>
                  </div>
                ))}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </details>
  )
}

function Models({ models }: { readonly models: Output<'duplicates.models'>['items'] }) {
  const { t } = useTranslation()
  const { may } = useSession()
  const number = useNumber()
  const activate = useDecision()
  return (
    <section>
      <Title order={2} size="h5">
        {t('duplicates.models')}
      </Title>
      <Stack gap={4} mt="xs">
        {models.map(({ version, active, madeAt, customers, fields }) => (
          <div key={version}>
            <Group gap="sm">
              <Text size="sm">
                {version === 0
                  ? t('duplicates.usual')
                  : t('duplicates.learned', { version, customers: number(customers) })}{' '}
                {madeAt && <Moment at={madeAt} />}
              </Text>
              {active ? (
                <Badge color="gray" variant="light">
                  {t('duplicates.inUse')}
                </Badge>
              ) : (
                may('duplicates:decide') && (
                  <Button
                    loading={activate.isPending}
                    onClick={() => activate.mutate((kith) => kith.duplicates.activate({ version: String(version) }))}
                    size="compact-xs"
                    variant="default"
                  >
                    {t('duplicates.use')}
                  </Button>
                )
              )}
            </Group>
            <Weights fields={fields} />
          </div>
        ))}
      </Stack>
    </section>
  )
}
