import type { Input, Output } from '@kith/sdk'
import { chosen, type Filter, readFilter } from '../filter/filter.ts'
import { type ColumnName, columnsAmong } from '../list/columns.tsx'

export type View = Output<'customers.listViews'>['items'][number]
type Saved = Pick<Input<'customers.saveView'>, 'filter' | 'columns'>

/** The state of the list, as a view stores it. */
export function toSaved(filter: Filter, columns: readonly ColumnName[]): Saved {
  const [type, status, tier] = (['type', 'status', 'tier'] as const).map((name) => chosen(filter, name))
  const { verified, restricted, severalLogins, ordered, spentFrom, since, sort, order, segment, tag } = filter
  const kept = {
    ...(type!.length > 0 && { type }),
    ...(status!.length > 0 && { status }),
    ...(tier!.length > 0 && { tier }),
    ...(verified && { verified: verified === 'yes' }),
    ...(restricted && { restricted: restricted === 'yes' }),
    ...(severalLogins && { severalLogins: severalLogins === 'yes' }),
    ...(ordered && { ordered: ordered === 'yes' }),
    ...(spentFrom && { spentFrom }),
    ...(since && { sinceDays: Number(since) }),
    ...(segment && { segment }),
    ...(tag && { tag }),
    ...(sort && { sort, order }),
  }
  return { filter: kept as Saved['filter'], columns: [...columns] }
}

export function filterOf({ filter: { sinceDays, ...filter } }: Pick<View, 'filter'>): Filter {
  const written = Object.entries(filter).map(([name, value]) => [name, wordOf(value)])
  return readFilter({ ...Object.fromEntries(written), ...(sinceDays !== undefined && { since: sinceDays }) })
}

const wordOf = (value: unknown) => (typeof value === 'boolean' ? (value ? 'yes' : 'no') : [value].flat().join(','))

/** Those known to this version of the screens. */
export const columnsOf = ({ columns }: Pick<View, 'columns'>): readonly ColumnName[] => columnsAmong(columns)

export const isShown = (view: View, now: Saved) =>
  JSON.stringify(toSaved(filterOf(view), columnsOf(view))) === JSON.stringify(now)
