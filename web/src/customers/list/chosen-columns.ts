import { useLocalStorage } from '@mantine/hooks'
import { COLUMNS_AT_FIRST, type ColumnName, columnNames } from './columns.tsx'

/** The user's columns, on this device. */
export function useChosenColumns() {
  const [kept, keep] = useLocalStorage<readonly string[]>({
    key: 'kith.customers.columns',
    defaultValue: COLUMNS_AT_FIRST,
    getInitialValueInEffect: false,
  })
  const chosen = columnNames.filter((name) => name === 'name' || kept.includes(name))
  return [chosen, keep as (names: readonly ColumnName[]) => void] as const
}
