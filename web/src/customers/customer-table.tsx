import type { Input } from '@kith/sdk'
import { useVirtualizer } from '@tanstack/react-virtual'
import { type CSSProperties, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Empty, Failure, SkeletonRows } from '../design/states.tsx'
import { Count } from '../design/written.tsx'
import type { Customer } from '../session/session.ts'
import { type ColumnName, column } from './columns.tsx'
import classes from './customer-table.module.css'
import type { Filter } from './filter.ts'
import { useCustomerPages } from './queries.ts'
import { SelectAll, SelectOne } from './selection/checkboxes.tsx'
import type { Selection } from './selection/selection.ts'
import { SortHeader } from './sort-header.tsx'

const ROW_HEIGHT = 44
const ROWS_AHEAD = 12
/** So many before the end the next page is asked for, so that nobody gets there first. */
const FETCHED_AHEAD = 60

interface Props {
  readonly query: Input<'getCustomers'>
  readonly filter: Filter
  readonly columns: readonly ColumnName[]
  /** Null for somebody who may do nothing with many at once. */
  readonly selection: Selection | null
  readonly onFilter: (filter: Filter) => void
}

/** As many people as there are, of whom only those in view exist. */
export function CustomerTable({ query, filter, columns, selection, onFilter }: Props) {
  const { t } = useTranslation()
  const pages = useCustomerPages(query)
  const people = pages.data?.pages.flatMap(({ items }) => items) ?? []
  const total = pages.data?.pages[0]?.total ?? null
  const widths = [...(selection ? ['1.25rem'] : []), ...columns.map((name) => column(name).width)]
  const template = { '--columns': widths.join(' ') } as CSSProperties

  if (pages.isError && people.length === 0) return <Failure error={pages.error} onRetry={pages.refetch} />
  if (pages.isPending) return <SkeletonRows rows={10} />
  if (people.length === 0) {
    return (
      <Empty icon="people" title={t('customers.none')}>
        {t('customers.noneExplained')}
      </Empty>
    )
  }
  return (
    <>
      <Rows
        busy={pages.isFetching}
        columns={columns}
        filter={filter}
        key={JSON.stringify(query)}
        onEnd={() => pages.hasNextPage && !pages.isFetchingNextPage && void pages.fetchNextPage()}
        onFilter={onFilter}
        people={people}
        selection={selection}
        style={template}
        total={total}
      />
      <footer className={classes.foot}>
        {total === null ? (
          t('customers.shown', { count: people.length })
        ) : (
          <span>
            <Count>{people.length}</Count> / <Count>{total}</Count>
          </span>
        )}
      </footer>
    </>
  )
}

interface RowsProps extends Omit<Props, 'query'> {
  readonly people: readonly Customer[]
  readonly total: number | null
  readonly busy: boolean
  readonly style: CSSProperties
  readonly onEnd: () => void
}

function Rows({ people, total, busy, columns, filter, selection, style, onEnd, onFilter }: RowsProps) {
  const { t } = useTranslation()
  const scroller = useRef<HTMLDivElement>(null)
  const rows = useVirtualizer({
    count: people.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: ROWS_AHEAD,
  })
  const shown = rows.getVirtualItems()
  const last = shown.at(-1)?.index ?? 0
  useEffect(() => {
    if (last >= people.length - FETCHED_AHEAD) onEnd()
  })
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable with the keys
    <div className={classes.scroller} data-busy={busy || undefined} ref={scroller} style={style} tabIndex={0}>
      {/* biome-ignore lint/a11y/useSemanticElements: a table element cannot hold rows that are placed freely */}
      <div aria-label={t('customers.list')} aria-rowcount={total ?? -1} className={classes.table} role="table">
        {/* biome-ignore lint/a11y/useSemanticElements: as above */}
        {/* biome-ignore lint/a11y/useFocusableInteractive: its headers have the buttons */}
        <div className={classes.head} role="row">
          {selection && <SelectAll people={people} selection={selection} />}
          {columns.map((name) => (
            <SortHeader filter={filter} key={name} name={name} onFilter={onFilter} />
          ))}
        </div>
        {/* biome-ignore lint/a11y/useSemanticElements: as above */}
        <div className={classes.body} role="rowgroup" style={{ blockSize: rows.getTotalSize() }}>
          {shown.map(({ index, start }) => (
            <Row
              columns={columns}
              key={people[index]!.id}
              people={people}
              person={people[index]!}
              place={index}
              selection={selection}
              start={start}
            />
          ))}
        </div>
      </div>
    </div>
  )
}

interface RowProps extends Pick<Props, 'columns' | 'selection'> {
  readonly people: readonly Customer[]
  readonly person: Customer
  readonly place: number
  readonly start: number
}

function Row({ people, person, columns, place, selection, start }: RowProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a table element cannot hold rows that are placed freely
    // biome-ignore lint/a11y/useFocusableInteractive: its name is the link
    <div
      aria-rowindex={place + 2}
      aria-selected={selection ? selection.chosen.has(person.id) : undefined}
      className={classes.row}
      role="row"
      style={{ transform: `translateY(${start}px)` }}
    >
      {selection && <SelectOne people={people} person={person} selection={selection} />}
      {columns.map((name) => (
        // biome-ignore lint/a11y/useSemanticElements: as above
        <div className={classes.cell} data-numeric={column(name).numeric} key={name} role="cell">
          {column(name).cell(person) || <span className={classes.nothing}>—</span>}
        </div>
      ))}
    </div>
  )
}
