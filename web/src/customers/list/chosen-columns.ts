import { useLocalStorage } from '@mantine/hooks'
import { useOwnFields } from '../../person/own-fields.tsx'
import { COLUMNS_AT_FIRST, type ColumnName, columnsAmong, isOwn, ownName } from './columns.tsx'

/** The user's columns, on this device. */
export function useChosenColumns() {
  const [kept, keep] = useLocalStorage<readonly string[]>({
    key: 'kith.customers.columns',
    defaultValue: COLUMNS_AT_FIRST,
    getInitialValueInEffect: false,
  })
  const own = useOwnFields()?.person.map(({ key }) => ownName(key))
  // A field that the business has no more is no column.
  const chosen = columnsAmong(['name', ...kept]).filter((name) => !isOwn(name) || own?.includes(name))
  return [chosen, keep as (names: readonly ColumnName[]) => void] as const
}
