import type { Input, Kith, Output } from '@kith/sdk'
import {
  type InfiniteData,
  keepPreviousData,
  type Query,
  type QueryClient,
  useInfiniteQuery,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import { type Customer, useSession } from '../session/session.ts'

const PAGE = 100
/** With less the server would find everybody, and so does not look: one letter, or the code of a country. */
const ASKABLE = /[\p{L}\p{N}].*[\p{L}\p{N}]/u
const COUNTRY_CODE = /^\+(\s*\p{Nd}){0,3}\s*$/u

export const isAskable = (typed: string) => ASKABLE.test(typed) && !COUNTRY_CODE.test(typed)

/** The best few who fit what was typed. Those found before stay until the next are there. */
export function useFound(typed: string, limit: number) {
  const { kith } = useSession()
  return useQuery({
    queryKey: ['customers', 'found', typed, limit],
    queryFn: ({ signal }) => kith.getCustomers({ q: typed, limit, total: 'none' }, { signal }),
    enabled: isAskable(typed),
    ...(isAskable(typed) && { placeholderData: keepPreviousData }),
  })
}

export function useCustomer(customerId: string) {
  const { kith } = useSession()
  return useQuery({
    queryKey: ['customer', customerId],
    queryFn: ({ signal }) => kith.getCustomersById({ customerId }, { signal }),
  })
}

export function useCustomerPages(query: Input<'getCustomers'>) {
  const { kith } = useSession()
  return useInfiniteQuery({
    queryKey: ['customers', 'list', query],
    queryFn: ({ pageParam, signal }) =>
      kith.getCustomers({ ...query, limit: PAGE, ...(pageParam && { cursor: pageParam }) }, { signal }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
    refetchOnMount: isShort,
    refetchOnReconnect: isShort,
    refetchOnWindowFocus: isShort,
  })
}

const FEW_PAGES = 5
/** A long list would be fetched anew page after page. */
const isShort = ({ state }: Pick<Query, 'state'>) =>
  ((state.data as Partial<InfiniteData<unknown>> | undefined)?.pages?.length ?? 0) <= FEW_PAGES

/** Every list shows those who changed as they are now; what can be counted or fetched cheaply is, anew. */
export function showChanged(queries: QueryClient, changed: readonly Customer[]): void {
  const now = new Map(changed.map((customer) => [customer.id, customer]))
  queries.setQueriesData<InfiniteData<Output<'getCustomers'>>>({ queryKey: ['customers', 'list'] }, (list) => {
    if (!list) return list
    const pages = list.pages.map((page) => ({ ...page, items: page.items.map((one) => now.get(one.id) ?? one) }))
    return { ...list, pages }
  })
  void queries.invalidateQueries({ queryKey: ['customers'], predicate: isShort })
}

export function useStatistics() {
  const { kith, may } = useSession()
  return useQuery({
    queryKey: ['customers', 'statistics'],
    queryFn: ({ signal }) => kith.getCustomersStatistics({}, { signal }),
    enabled: may('customers:statistics'),
  })
}

export function useHistory(customerId: string) {
  const { kith } = useSession()
  return useInfiniteQuery({
    queryKey: ['customer', customerId, 'history'],
    queryFn: ({ pageParam, signal }) =>
      kith.getCustomersHistory({ customerId, ...(pageParam && { cursor: pageParam }) }, { signal }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
  })
}

/** A write that answers with the customer as it is now. Every screen that shows it follows. */
export function useWrite(): (write: (kith: Kith) => Promise<Customer>) => Promise<Customer> {
  const { kith } = useSession()
  const queries = useQueryClient()
  return async (write) => {
    const customer = await write(kith)
    queries.setQueryData(['customer', customer.id], customer)
    showChanged(queries, [customer])
    void queries.invalidateQueries({ queryKey: ['customer', customer.id, 'history'] })
    return customer
  }
}
