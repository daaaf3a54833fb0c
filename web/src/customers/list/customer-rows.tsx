import { useNavigate } from '@tanstack/react-router'
import { useVirtualizer } from '@tanstack/react-virtual'
import { type CSSProperties, Fragment, type MouseEvent, memo, useCallback, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useNotifyFailure } from '../../design/notify.ts'
import { type Shown, useVersion } from '../../person/people/use-people.ts'
import type { Found } from '../../person/queries.ts'
import type { Customer } from '../../session/session.ts'
import type { Filter } from '../filter/filter.ts'
import { SelectAll, SelectOne } from '../selection/checkboxes.tsx'
import type { Selection } from '../selection/selection.ts'
import { type ColumnName, column } from './columns.tsx'
import classes from './customer-table.module.css'
import { useRowKeys } from './row-keys.ts'
import { RowsFoot } from './rows-foot.tsx'
import { SortHeader } from './sort-header.tsx'

const HEADING_HEIGHT = 28
const HEAD_HEIGHT = 30
const ROWS_BESIDE = 12

interface Props {
  readonly shown: Shown
  readonly columns: readonly ColumnName[]
  readonly selection: Selection | null
  readonly filter: Filter
  readonly onFilter: (filter: Filter) => void
  /** New results are loading: these are the former ones. */
  readonly busy: boolean
  readonly template: string
  readonly rowHeight: number
}

export function CustomerRows({ shown, columns, filter, selection, busy, template, rowHeight, onFilter }: Props) {
  const { t } = useTranslation()
  const { list } = shown
  useVersion(list)
  const scroller = useRef<HTMLDivElement>(null)
  // In another order they are among the others, and have badges only.
  const headed = filter.sort === undefined ? firstSoundAlike(list) : null
  const rows = useVirtualizer({
    count: list.count,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => rowHeight + (index === headed ? HEADING_HEIGHT : 0),
    overscan: ROWS_BESIDE,
    initialOffset: shown.offset,
    scrollPaddingEnd: HEAD_HEIGHT,
  })
  const { startIndex: first, endIndex: last } = rows.range ?? { startIndex: 0, endIndex: 0 }
  useEffect(() => list.look(first, last), [list, first, last])
  useEffect(() => rows.measure(), [rows, headed, rowHeight])
  const choose = useChoose(shown, selection)
  const navigate = useNavigate()
  const openCustomer = useCallback(
    (customerId: string) => void navigate({ to: '/customers/$customerId', params: { customerId } }),
    [navigate],
  )
  const notifyFailure = useNotifyFailure()
  useRowKeys({
    scroller,
    count: list.count,
    first,
    onScrollTo: (place) => rows.scrollToIndex(place),
    onSelect: (place, range) => {
      const person = list.at(place)
      if (person && selection) choose(person, place, range)
    },
    onReach: (from, to) => void selection?.reach(list, from, to).catch(notifyFailure),
  })
  return (
    <>
      {/* biome-ignore-start lint/a11y: a table element cannot hold rows that are placed freely; what scrolls must be reachable with the keys */}
      <div
        className={classes.scroller}
        data-busy={busy || undefined}
        onScroll={(event) => {
          shown.offset = event.currentTarget.scrollTop
        }}
        ref={scroller}
        style={{ '--columns': template, '--row': `${rowHeight}px` } as CSSProperties}
        tabIndex={0}
      >
        <div
          aria-label={t('customers.list')}
          aria-rowcount={list.counted ? list.count + 1 : -1}
          className={classes.table}
          role="table"
        >
          <div aria-rowindex={1} className={classes.head} role="row">
            {selection && <SelectAll list={list} selection={selection} />}
            {columns.map((name) => (
              <SortHeader filter={filter} key={name} name={name} onFilter={onFilter} />
            ))}
          </div>
          <div
            className={classes.body}
            data-headed={headed !== null || undefined}
            role="rowgroup"
            style={{ blockSize: rows.getTotalSize() }}
          >
            {rows.getVirtualItems().map(({ index, start, end }) => {
              const person = list.at(index)
              return (
                <Fragment key={index}>
                  {index === headed && (
                    <div className={classes.heading} role="row" style={{ transform: `translateY(${start}px)` }}>
                      <div aria-colspan={columns.length + (selection ? 1 : 0)} role="rowheader">
                        {t('found.soundsLike')}
                      </div>
                    </div>
                  )}
                  <Row
                    chosen={selection && person ? selection.chosen.has(person.id) : null}
                    columns={columns}
                    onChoose={choose}
                    onOpen={openCustomer}
                    person={person}
                    place={index}
                    start={end - rowHeight}
                  />
                </Fragment>
              )
            })}
          </div>
        </div>
      </div>
      {/* biome-ignore-end lint/a11y: as above */}
      <RowsFoot first={first} last={last} list={list} />
    </>
  )
}

/** Of a search: those who only sound alike come last. */
function firstSoundAlike(list: Shown['list']): number | null {
  if (!isSoundAlike(list.at(list.count - 1))) return null
  let first = list.count - 1
  while (first > 0 && isSoundAlike(list.at(first - 1))) first--
  return first
}

const isSoundAlike = (one: Found | null) => one?.match === 'sounds_like'

type Choose = (person: Customer, place: number, range: boolean) => void

/** A stable function, so that only changed rows render again. */
function useChoose({ list }: Shown, selection: Selection | null): Choose {
  const notifyFailure = useNotifyFailure()
  const latest = useRef<Choose>(() => {})
  useEffect(() => {
    latest.current = (person, place, range) => void selection?.toggle(list, person, place, range).catch(notifyFailure)
  })
  return useRef<Choose>((...chosen) => latest.current(...chosen)).current
}

interface RowProps {
  readonly person: Customer | null
  readonly place: number
  readonly start: number
  readonly columns: readonly ColumnName[]
  readonly chosen: boolean | null
  readonly onChoose: Choose
  readonly onOpen: (customerId: string) => void
}

/** Anywhere but on what does something else, and not at the end of marking a text. */
const isPlain = ({ target, ctrlKey, metaKey, shiftKey }: MouseEvent<HTMLElement>) =>
  !(ctrlKey || metaKey || shiftKey) &&
  !(target instanceof Element && target.closest('a, button, input, label, [data-select]')) &&
  getSelection()?.isCollapsed !== false

const Row = memo(function Row({ person, place, start, columns, chosen, onChoose, onOpen }: RowProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a table element cannot hold rows that are placed freely
    // biome-ignore lint/a11y/useFocusableInteractive: its name is the link
    // biome-ignore lint/a11y/useKeyWithClickEvents: as above
    <div
      aria-busy={person === null || undefined}
      aria-rowindex={place + 2}
      aria-selected={chosen ?? undefined}
      className={classes.row}
      onClick={(event) => person && isPlain(event) && onOpen(person.id)}
      role="row"
      style={{ transform: `translateY(${start}px)` }}
    >
      {chosen !== null && person && (
        <SelectOne chosen={chosen} onChoose={(range) => onChoose(person, place, range)} person={person} />
      )}
      {columns.map((name) => (
        // biome-ignore lint/a11y/useSemanticElements: as above
        <div className={classes.cell} data-numeric={column(name).numeric} key={name} role="cell">
          {person ? (
            column(name).cell(person) || <span className={classes.nothing}>—</span>
          ) : (
            <span className={classes.coming} />
          )}
        </div>
      ))}
    </div>
  )
})
