import type { Kith, Output } from '@kith/sdk'
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNotifyFailure } from '../design/notify.ts'
import { useSession } from '../session/session.ts'

export type Import = Output<'imports.get'>
export type Outcome = 'refused' | 'duplicate' | 'kept'

const LOOKS_AGAIN_MS = 600
const KEY = 'imports'

const isAtWork = ({ state }: Pick<Import, 'state'>) => ['checking', 'running', 'undoing'].includes(state)

export function useImports() {
  const { kith, may } = useSession()
  return useInfiniteQuery({
    queryKey: [KEY, 'list'],
    queryFn: ({ signal, pageParam }) =>
      kith.imports.list({ ...(pageParam !== null && { cursor: pageParam }) }, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    enabled: may('customers:import'),
  })
}

/** One import, again and again while something is done with it. */
export function useImport(importId: string) {
  const { kith, may } = useSession()
  return useQuery({
    queryKey: [KEY, importId],
    queryFn: ({ signal }) => kith.imports.get({ importId }, { signal }),
    enabled: may('customers:import'),
    refetchInterval: ({ state: { data } }) => (data && isAtWork(data) ? LOOKS_AGAIN_MS : false),
  })
}

/** The first rows, as they become with the present columns and rules. */
export function usePreview(importId: string, plan: unknown) {
  const { kith } = useSession()
  return useQuery({
    queryKey: [KEY, importId, 'preview', plan],
    queryFn: ({ signal }) => kith.imports.preview({ importId }, { signal }),
    placeholderData: (before) => before,
  })
}

export function useRows(importId: string, outcome: Outcome, counted: number) {
  const { kith } = useSession()
  return useInfiniteQuery({
    queryKey: [KEY, importId, 'rows', outcome, counted],
    queryFn: ({ signal, pageParam }) =>
      kith.imports.listRows({ importId, outcome, ...(pageParam !== null && { cursor: pageParam }) }, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  })
}

/** A step of an import: its answer is the import as it is now. */
export function useStep<In = void>(importId: string, act: (kith: Kith, input: In) => Promise<Import>) {
  const { kith } = useSession()
  const queries = useQueryClient()
  const notifyFailure = useNotifyFailure()
  return useMutation({
    mutationFn: (input: In) => act(kith, input),
    onSuccess: async (now) => {
      // What was asked before the step and answers after it is older.
      await queries.cancelQueries({ queryKey: [KEY, importId], exact: true })
      queries.setQueryData([KEY, importId], now)
      void queries.invalidateQueries({ queryKey: [KEY, 'list'] })
      void queries.invalidateQueries({ queryKey: ['customers'] })
    },
    onError: notifyFailure,
  })
}
