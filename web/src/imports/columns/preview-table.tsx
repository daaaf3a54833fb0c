import type { Output } from '@kith/sdk'
import { Table } from '@mantine/core'
import type { UseQueryResult } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import badges from '../../design/badges.module.css'
import { Failure, SkeletonRows } from '../../design/states.tsx'
import { Count, Name } from '../../design/written.tsx'
import { inOwnDigits } from '../../language/digits.ts'
import { useOwnFields } from '../../person/own-fields.tsx'
import classes from '../imports.module.css'
import { TARGETS } from './targets.ts'

type Preview = Output<'imports.preview'>
const TONES = { created: 'accent', updated: 'blue', unchanged: 'quiet', duplicate: 'warm', refused: 'danger' } as const

/** The first rows as customers: which fields they will have, or why they will not be taken over. */
export function PreviewTable({ preview: { data, error, refetch } }: { readonly preview: UseQueryResult<Preview> }) {
  const { t } = useTranslation()
  if (!data) return error ? <Failure error={error} onRetry={refetch} /> : <SkeletonRows rows={4} />
  return (
    <Table verticalSpacing={6}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('imports.row')}</Table.Th>
          <Table.Th>{t('imports.outcome')}</Table.Th>
          <Table.Th>{t('imports.fields')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {data.rows.map((row) => (
          <Table.Tr key={row.row}>
            <Table.Td>
              <Count>{row.row}</Count>
            </Table.Td>
            <Table.Td>
              <span className={badges.badge} data-tone={TONES[row.outcome]}>
                {t(`importOutcome.${row.outcome}`)}
              </span>
            </Table.Td>
            <Table.Td>
              <Fields row={row} />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}

function Fields({ row: { fields, reasons } }: { readonly row: Preview['rows'][0] }) {
  const { t, i18n } = useTranslation()
  const own = useOwnFields()?.person ?? []
  const named = (field: string) => {
    const label = own.find(({ key }) => `own.${key}` === field)?.label
    if (label) return i18n.language === 'ar' ? label.ar : label.en
    const target = TARGETS.find((one) => one === field)
    return target ? t(`importTarget.${target}`) : field
  }
  if (reasons.length > 0)
    return reasons.map(({ column, code, message }) => (
      <div key={`${column} ${code}`}>
        {column !== null && (
          <b>
            <Name>{column}</Name>:{' '}
          </b>
        )}
        {inOwnDigits(message)}
      </div>
    ))
  return (
    <dl className={classes.fields}>
      {Object.entries(fields).map(([field, value]) => (
        <div key={field}>
          <dt>{named(field)}</dt>
          <dd>
            <Name>{value}</Name>
          </dd>
        </div>
      ))}
    </dl>
  )
}
