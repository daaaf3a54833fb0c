import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { onChanges } from './changes.ts'
import { type Served, servedLately } from './served.ts'

const KEY = ['offline', 'served']
const NONE: readonly Served[] = []

/** The customers that this till can serve without network. */
export function useServed(enabled = true): readonly Served[] {
  const queries = useQueryClient()
  useEffect(() => onChanges(() => void queries.invalidateQueries({ queryKey: KEY })), [queries])
  return useQuery({ queryKey: KEY, queryFn: servedLately, enabled, staleTime: 0 }).data ?? NONE
}
