import type { Kith, Output } from '@kith/sdk'
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import { useSession } from '../session/session.ts'

export type PrivacyRequest = Output<'privacy.getRequest'>
export type Kind = PrivacyRequest['kind']
export type Clock = PrivacyRequest['clock']
export type Erasure = Output<'privacy.getErasure'>
export type Breach = Output<'privacy.getBreach'>

export const KINDS: readonly Kind[] = ['access', 'rectification', 'erasure', 'restriction', 'objection']
/** An export takes seconds, and the user waits for it. */
const BUILDING_MS = 1_000

interface Page<Item> {
  readonly items: readonly Item[]
  readonly nextCursor: string | null
}

function useList<Item>(
  key: readonly unknown[],
  read: (kith: Kith, cursor: object, signal: AbortSignal) => Promise<Page<Item>>,
) {
  const { kith } = useSession()
  const list = useInfiniteQuery({
    queryKey: ['privacy', ...key],
    queryFn: ({ pageParam, signal }) => read(kith, pageParam === '' ? {} : { cursor: pageParam }, signal),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
  })
  return { ...list, items: list.data?.pages.flatMap(({ items }) => items) ?? [] }
}

export interface RequestFilter {
  readonly status?: PrivacyRequest['status']
  readonly kind?: Kind
  readonly clock?: Clock
  readonly customerId?: string
}
export const useRequests = (filter: RequestFilter) =>
  useList(['requests', filter], (kith, cursor, signal) =>
    kith.privacy.listRequests({ ...filter, ...cursor }, { signal }),
  )
export const useErasures = () =>
  useList(['erasures'], (kith, cursor, signal) => kith.privacy.listErasures(cursor, { signal }))
export const useReviews = () =>
  useList(['reviews'], (kith, cursor, signal) => kith.privacy.listReviews(cursor, { signal }))
export const useBreaches = () =>
  useList(['breaches'], (kith, cursor, signal) => kith.privacy.listBreaches(cursor, { signal }))

export function useRequestCounts() {
  const { kith } = useSession()
  return useQuery({
    queryKey: ['privacy', 'counts'],
    queryFn: ({ signal }) => kith.privacy.requestStatistics({}, { signal }),
  })
}

export function useRequest(requestId: string) {
  const { kith } = useSession()
  return useQuery({
    queryKey: ['privacy', 'request', requestId],
    queryFn: ({ signal }) => kith.privacy.getRequest({ requestId }, { signal }),
  })
}

export function useExports(customerId: string) {
  const { kith } = useSession()
  return useQuery({
    queryKey: ['privacy', 'exports', customerId],
    queryFn: ({ signal }) => kith.privacy.listExports({ customerId }, { signal }),
    refetchInterval: ({ state }) => state.data?.items.some(({ status }) => status === 'waiting') && BUILDING_MS,
  })
}

/** After an action every list of this area is fetched again. */
export function usePrivacyWrite(): <T>(write: (kith: Kith) => Promise<T>) => Promise<T> {
  const { kith } = useSession()
  const queries = useQueryClient()
  return async (write) => {
    const done = await write(kith)
    await queries.invalidateQueries({ queryKey: ['privacy'] })
    return done
  }
}
