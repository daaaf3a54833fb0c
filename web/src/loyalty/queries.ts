import type { Output } from '@kith/sdk'
import { type QueryKey, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useSession } from '../session/session.ts'

export type LoyaltyAccount = Output<'loyalty.account'>
type Own = Output<'loyalty.ownEntries'>
/** The note is shown to staff alone. */
export type Entry = Own['items'][number] & { readonly note?: string | null }
type Entries = Omit<Own, 'items'> & { readonly items: readonly Entry[] }
export type ReadEntries = (page: { cursor?: string }, signal: AbortSignal) => Promise<Entries>

export const pointsKey = (customerId: string) => ['customer', customerId, 'loyalty']

export function usePoints(customerId: string) {
  const { kith } = useSession()
  return useQuery({
    queryKey: pointsKey(customerId),
    queryFn: ({ signal }) => kith.loyalty.account({ customerId }, { signal }),
  })
}

/** Page by page, the latest first. */
export function useLedger(queryKey: QueryKey, read: ReadEntries) {
  return useInfiniteQuery({
    queryKey: [...queryKey, 'entries'],
    queryFn: ({ pageParam, signal }) => read(pageParam ? { cursor: pageParam } : {}, signal),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
  })
}

/** Something that changes points; what is shown of them is read again. */
export function usePointsAct<In>(customerId: string, act: (input: In) => Promise<unknown>) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: act,
    onSuccess: () => queries.invalidateQueries({ queryKey: ['customer', customerId] }),
  })
}
