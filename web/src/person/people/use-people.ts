import type { Input } from '@kith/sdk'
import { keepPreviousData, type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query'
import { useLayoutEffect, useState, useSyncExternalStore } from 'react'
import { type Session, useSession } from '../../session/session.ts'
import { PAGE } from './pages.ts'
import { type Fetch, PeopleList } from './people-list.ts'

/** The last list and position, for returning to it. */
export interface Shown {
  readonly key: string
  readonly list: PeopleList
  offset: number
}
const KEPT = ['people']
type Query = Input<'customers.list'>

export const shownList = (queries: QueryClient) => queries.getQueryData<Shown>(KEPT)?.list

/** The matching customers as they load. Former results stay while new ones load. */
export function usePeople(query: Query) {
  const { kith } = useSession()
  const queries = useQueryClient()
  const key = JSON.stringify(query)
  const head = useQuery({
    queryKey: ['customers', 'list', query],
    queryFn: ({ signal }) => kith.customers.list({ ...query, limit: PAGE, total: 'exact' }, { signal }),
    placeholderData: keepPreviousData,
  })
  const [shown, show] = useState(() => {
    const kept = queries.getQueryData<Shown>(KEPT)
    return kept?.key === key ? kept : null
  })
  const fresh = head.isPlaceholderData ? undefined : head.data
  useLayoutEffect(() => {
    if (!fresh) return
    const now = shown?.key === key ? shown : { key, list: openList(kith, query), offset: 0 }
    now.list.receive(fresh)
    if (now === shown) return
    queries.setQueryDefaults(KEPT, { gcTime: Number.POSITIVE_INFINITY, structuralSharing: false })
    queries.setQueryData<Shown>(KEPT, now)
    show(now)
  })
  return { head, shown, isOld: shown !== null && shown.key !== key }
}

/** Renders again when the rows of the list change. */
export function useVersion(list: PeopleList): number {
  return useSyncExternalStore(list.subscribe, () => list.version)
}

/** A search without an order has no end: it is sorted by relevance. */
function openList(kith: Session['kith'], query: Query): PeopleList {
  const { order = 'desc', sort = 'created' } = query
  const other = order === 'desc' ? 'asc' : 'desc'
  const ask: Fetch = ({ side, cursor, limit }, signal) =>
    kith.customers.list(
      { ...query, ...(side === 'end' && { sort, order: other }), limit, total: 'none', ...(cursor && { cursor }) },
      { signal },
    )
  return new PeopleList(ask, query.q === undefined)
}
