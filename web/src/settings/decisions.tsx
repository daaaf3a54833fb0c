import { Table } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Count, Moment } from '../design/written.tsx'
import { Actor } from '../person/history-words.tsx'
import settings from './settings-page.module.css'

interface Decision {
  readonly version: number
  readonly at: string | null
  readonly by: string | null
  /** What was decided, a cell for each of the other columns. */
  readonly what?: readonly ReactNode[]
}

interface Props {
  readonly title: string
  readonly decisions: readonly Decision[] | undefined
  readonly columns?: readonly string[]
}

/** Since when which rules are in force, and whose decision they were; the audit trail has the fields. */
export function DecisionList({ title, decisions, columns = [] }: Props) {
  const { t } = useTranslation()
  if (!decisions || decisions.length === 0) return null
  return (
    <details className={settings.card} data-decisions>
      <summary>{title}</summary>
      <Table verticalSpacing={8}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('audit.position')}</Table.Th>
            <Table.Th>{t('audit.at')}</Table.Th>
            <Table.Th>{t('audit.actor')}</Table.Th>
            {columns.map((column) => (
              <Table.Th key={column}>{column}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {decisions.map(({ version, at, by, what = [] }) => (
            <Table.Tr key={version}>
              <Table.Td>
                <Count>{version}</Count>
              </Table.Td>
              <Table.Td>{at === null ? '–' : <Moment at={at} exact />}</Table.Td>
              <Table.Td>{by === null ? '–' : <Actor actor={by} />}</Table.Td>
              {columns.map((column, n) => (
                <Table.Td key={column}>{what[n]}</Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </details>
  )
}
