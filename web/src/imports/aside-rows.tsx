import type { Output } from '@kith/sdk'
import { Anchor, Button, Table } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Failure, SkeletonRows } from '../design/states.tsx'
import { Count, Name } from '../design/written.tsx'
import { inOwnDigits } from '../language/digits.ts'
import { useNumber } from '../language/format.ts'
import { Cells } from './cells.tsx'
import classes from './imports.module.css'
import { type Import, type Outcome, useRows } from './queries.ts'

type Row = Output<'imports.listRows'>['items'][0]
const COUNTED = { refused: 'refused', duplicate: 'duplicates', kept: 'kept' } as const
/** As much of a row as tells which one it is. */
const SHOWN_CELLS = 4

/** Rows that were not taken over, with every reason; or customers that an undo kept. */
export function AsideRows({ one, of }: { readonly one: Import; readonly of: Outcome }) {
  const { t } = useTranslation()
  const { data, error, refetch, hasNextPage, fetchNextPage } = useRows(one.id, of, one.counts[COUNTED[of]])
  const items = data?.pages.flatMap((page) => page.items) ?? []
  return (
    <section className={classes.card} data-aside={of} data-table>
      <h2 className={classes.heading}>{t(`importAside.${of}`)}</h2>
      {data ? (
        <Table data-cards verticalSpacing={6}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('imports.row')}</Table.Th>
              <Table.Th>{t('imports.reason')}</Table.Th>
              <Table.Th>{of === 'kept' ? t('imports.customer') : t('imports.content')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {items.map((row) => (
              <AsideRow key={row.row} row={row} />
            ))}
          </Table.Tbody>
        </Table>
      ) : error ? (
        <Failure error={error} onRetry={refetch} />
      ) : (
        <SkeletonRows rows={3} />
      )}
      {hasNextPage && (
        <Button m="sm" onClick={() => void fetchNextPage()} size="compact-sm" variant="default">
          {t('imports.more')}
        </Button>
      )}
    </section>
  )
}

function AsideRow({ row: { row, reasons, cells, customerId, otherRow } }: { readonly row: Row }) {
  const { t } = useTranslation()
  const number = useNumber()
  return (
    <Table.Tr>
      <Table.Td>
        <Count>{row}</Count>
      </Table.Td>
      <Table.Td>
        {reasons.map(({ column, code, message }) => (
          <div key={`${column} ${code}`}>
            {column !== null && (
              <b>
                <Name>{column}</Name>:{' '}
              </b>
            )}
            {inOwnDigits(message)}
          </div>
        ))}
        {otherRow !== null && <div className={classes.quiet}>{t('imports.sameAsRow', { row: number(otherRow) })}</div>}
      </Table.Td>
      <Table.Td>
        <Cells of={cells.filter(Boolean).slice(0, SHOWN_CELLS)} />{' '}
        {customerId !== null && (
          <Anchor component={Link} params={{ customerId } as never} size="sm" to="/customers/$customerId">
            {t('imports.showCustomer')}
          </Anchor>
        )}
      </Table.Td>
    </Table.Tr>
  )
}
