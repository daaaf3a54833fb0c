import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { onChanges } from './changes.ts'
import { readWaiting } from './waiting.ts'

const KEY = ['offline', 'waiting']

/** The waiting entries of this device. */
export function useWaiting() {
  const queries = useQueryClient()
  useEffect(() => onChanges(() => void lookAgain(queries)), [queries])
  return useQuery({ queryKey: KEY, queryFn: readWaiting }).data
}

/** A browser without access to storage has no entries. */
export const useKeepsNothing = () => useQuery({ queryKey: KEY, queryFn: readWaiting }).isError

/** A query started before the change would miss it, and a first one is not repeated automatically. */
export async function lookAgain(queries: QueryClient): Promise<void> {
  await queries.cancelQueries({ queryKey: KEY })
  await queries.invalidateQueries({ queryKey: KEY })
}
