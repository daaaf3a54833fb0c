import { NativeSelect, Table } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Name } from '../../design/written.tsx'
import { useOwnFields } from '../../person/own-fields.tsx'
import { Cells } from '../cells.tsx'
import classes from '../imports.module.css'
import { CONSENTS, type Column, POLICIES, TARGETS } from './targets.ts'

interface Props {
  readonly columns: readonly Column[]
  readonly cells: readonly (readonly string[])[]
  readonly onColumns: (columns: Column[]) => void
}

/** A line for each column: its name and first values, what it is, and what it may write. */
export function ColumnTable({ columns, cells, onColumns }: Props) {
  const { t, i18n } = useTranslation()
  const own = useOwnFields()?.person ?? []
  const targets = [
    { value: '', label: t('imports.leftOut') },
    ...TARGETS.map((value) => ({ value, label: t(`importTarget.${value}`) })),
    ...own.map(({ key, label }) => ({ value: `own.${key}`, label: i18n.language === 'ar' ? label.ar : label.en })),
    ...CONSENTS.map((channel) => ({
      value: `consent.marketing.${channel}`,
      label: t('imports.consentBy', { channel: t(`importChannel.${channel}`) }),
    })),
  ]
  /** Another purpose, such as one of the business itself, is shown as it is called. */
  const targetsWith = (target: string | null) =>
    target === null || targets.some(({ value }) => value === target)
      ? targets
      : [...targets, { value: target, label: target }]
  const change = (index: number, changed: Partial<Column>) =>
    onColumns(columns.map((column, at) => (at === index ? { ...column, ...changed } : column)))
  return (
    <Table verticalSpacing={6}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('imports.column')}</Table.Th>
          <Table.Th>{t('imports.values')}</Table.Th>
          <Table.Th>{t('imports.becomes')}</Table.Th>
          <Table.Th>{t('imports.policy')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {columns.map((column, index) => (
          <Table.Tr data-column={column.name} key={`${index} ${column.name}`}>
            <Table.Th scope="row">
              <Name>{column.name || '–'}</Name>
            </Table.Th>
            <Table.Td className={classes.samples}>
              <Cells of={samples(cells, index)} />
            </Table.Td>
            <Table.Td>
              <NativeSelect
                aria-label={t('imports.becomesOf', { column: column.name })}
                data={targetsWith(column.target)}
                onChange={(event) => change(index, { target: event.currentTarget.value || null })}
                size="xs"
                value={column.target ?? ''}
              />
            </Table.Td>
            <Table.Td>
              {column.target !== null && (
                <NativeSelect
                  aria-label={t('imports.policyOf', { column: column.name })}
                  data={POLICIES.map((value) => ({ value, label: t(`importPolicy.${value}`) }))}
                  onChange={(event) => change(index, { policy: event.currentTarget.value as Column['policy'] })}
                  size="xs"
                  value={column.policy}
                />
              )}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}

const samples = (cells: readonly (readonly string[])[], index: number) =>
  cells
    .map((row) => row[index] ?? '')
    .filter(Boolean)
    .slice(0, 3)
