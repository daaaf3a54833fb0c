import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { onChanges } from './changes.ts'
import { readWaiting } from './waiting.ts'

const KEY = ['offline', 'waiting']

/** What waits on this device. */
export function useWaiting() {
  const queries = useQueryClient()
  useEffect(() => onChanges(() => void lookAgain(queries)), [queries])
  return useQuery({ queryKey: KEY, queryFn: readWaiting }).data
}

/** A browser that lets nobody look keeps nothing either. */
export const useKeepsNothing = () => useQuery({ queryKey: KEY, queryFn: readWaiting }).isError

/** A look that began before the change would miss it, and a first one is not begun anew by itself. */
export async function lookAgain(queries: QueryClient): Promise<void> {
  await queries.cancelQueries({ queryKey: KEY })
  await queries.invalidateQueries({ queryKey: KEY })
}
