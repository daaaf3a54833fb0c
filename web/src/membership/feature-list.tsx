import { Table, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Code, Count, Name } from '../design/written.tsx'
import { useOwnName } from './names.ts'
import type { Catalogue, Features, Value } from './queries.ts'

interface Props {
  readonly features: Features
  /** With the sources of the values, for staff. */
  readonly catalogue?: Catalogue | undefined
  /** What may be done with one of them. */
  readonly acts?: (feature: Features['features'][number]) => ReactNode
}

/** What a customer may use, and for staff who says so. */
export function FeatureList({ features: { features }, catalogue, acts }: Props) {
  const { t } = useTranslation()
  const nameOf = useOwnName()
  if (features.length === 0)
    return (
      <Text c="dimmed" size="sm">
        {t('plan.noFeatures')}
      </Text>
    )
  return (
    <Table data-features>
      <Table.Tbody>
        {features.map((feature) => {
          const { key, name, value, valueName, source, from } = feature
          return (
            <Table.Tr data-feature={key} key={key}>
              <Table.Th fw={500}>{name ? <Name>{nameOf(name)}</Name> : <Code>{key}</Code>}</Table.Th>
              <Table.Td>
                <Written value={valueName ? nameOf(valueName) : value} />
              </Table.Td>
              {catalogue && (
                <Table.Td>
                  <Text c="dimmed" size="sm">
                    {t(`featureSource.${source}`)}
                    {from && ` · ${sourceName(catalogue, from, nameOf)}`}
                  </Text>
                </Table.Td>
              )}
              {acts && <Table.Td ta="end">{acts(feature)}</Table.Td>}
            </Table.Tr>
          )
        })}
      </Table.Tbody>
    </Table>
  )
}

function sourceName({ plans, tiers }: Catalogue, key: string, nameOf: ReturnType<typeof useOwnName>): string {
  const found = plans.find((one) => one.key === key) ?? tiers.find((one) => one.key === key)
  return found ? nameOf(found.name) : key
}

export function Written({ value }: { readonly value: Value }) {
  const { t } = useTranslation()
  if (typeof value === 'boolean') return t(value ? 'preference.yes' : 'preference.no')
  return typeof value === 'number' ? <Count>{value}</Count> : <Name>{value}</Name>
}
