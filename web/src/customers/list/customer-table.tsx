import type { Input } from '@kith/sdk'
import { useMediaQuery } from '@mantine/hooks'
import { useTranslation } from 'react-i18next'
import { Drawing } from '../../design/drawing.tsx'
import { Empty, Failure, SkeletonRows } from '../../design/states.tsx'
import { usePeople } from '../../person/people/use-people.ts'
import type { Filter } from '../filter/filter.ts'
import type { Selection } from '../selection/selection.ts'
import { type ColumnName, column } from './columns.tsx'
import { CustomerRows } from './customer-rows.tsx'

interface Props {
  readonly query: Input<'customers.list'>
  readonly filter: Filter
  readonly columns: readonly ColumnName[]
  /** Null without permission for bulk actions. */
  readonly selection: Selection | null
  readonly onFilter: (filter: Filter) => void
}

/** For narrow screens: on a phone the phone number is below the name, and nothing scrolls sideways. */
const IN_HAND: readonly ColumnName[] = ['name', 'type']
const UPRIGHT: readonly ColumnName[] = ['name', 'phone', 'type', 'status']

const NARROW: Partial<Record<ColumnName, string>> = { name: 'minmax(0, 1fr)', phone: '9.5rem' }

/** Known at the first render, so that no column appears or disappears. */
const useMedia = (query: string) => useMediaQuery(query, undefined, { getInitialValueInEffect: false })

/** Sixteen are in view on 1366 × 768; a finger needs more than a mouse. */
const ROW = { mouse: 34, finger: 44 }

/** Virtualised: only the rows in view exist. */
export function CustomerTable({ query, columns, selection, ...sorting }: Props) {
  const { t } = useTranslation()
  const { head, shown, isOld } = usePeople(query)
  const [isHand, isUpright] = [useMedia('(max-width: 48em)'), useMedia('(max-width: 54em)')]
  const isFinger = useMedia('(pointer: coarse)')
  const shownColumns = isHand ? IN_HAND : isUpright ? UPRIGHT : columns
  const widths = shownColumns.map((name) => (isUpright && NARROW[name]) || column(name).width)
  if (selection) widths.unshift('1.25rem')

  if (head.isError && (!shown || isOld)) return <Failure error={head.error} onRetry={head.refetch} />
  if (!shown) return <SkeletonRows rows={10} />
  if (shown.list.count === 0) {
    return (
      <Empty drawing={<Drawing of="people" />} title={t('customers.none')}>
        {t('customers.noneExplained')}
      </Empty>
    )
  }
  return (
    <CustomerRows
      {...sorting}
      busy={isOld}
      columns={shownColumns}
      key={shown.key}
      rowHeight={isFinger || isUpright ? ROW.finger : ROW.mouse}
      selection={selection}
      shown={shown}
      template={widths.join(' ')}
    />
  )
}
