import type { Kith, Output } from '@kith/sdk'
import { keepPreviousData, type QueryClient, useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import { type Customer, useSession } from '../session/session.ts'
import { shownList } from './people/use-people.ts'

/** A shorter text would match everyone, so the server does not search: one letter, or a country code. */
const ASKABLE = /[\p{L}\p{N}].*[\p{L}\p{N}]/u
const COUNTRY_CODE = /^\+(\s*\p{Nd}){0,3}\s*$/u

export const isAskable = (typed: string) => ASKABLE.test(typed) && !COUNTRY_CODE.test(typed)

/** The best few matches. Former results stay until the new ones are loaded. */
export function useFound(typed: string, limit: number) {
  const { kith } = useSession()
  return useQuery({
    queryKey: ['customers', 'found', typed, limit],
    queryFn: ({ signal }) => kith.customers.list({ q: typed, limit, total: 'none' }, { signal }),
    enabled: isAskable(typed),
    ...(isAskable(typed) && { placeholderData: keepPreviousData }),
  })
}

export type Found = Output<'customers.list'>['items'][number]

/** Matches, and customers whose names only sound similar; the server says which is which. */
export const byMatch = (found: readonly Found[]) => ({
  matches: found.filter(({ match }) => match !== 'sounds_like'),
  soundsLike: found.filter(({ match }) => match === 'sounds_like'),
})

export function useCustomer(customerId: string) {
  const { kith } = useSession()
  return useQuery({
    queryKey: ['customer', customerId],
    queryFn: ({ signal }) => kith.customers.get({ customerId }, { signal }),
  })
}

/** Updates changed customers in every list; counts and cheap queries are fetched again. */
export function showChanged(queries: QueryClient, changed: readonly Customer[]): void {
  const now = new Map(changed.map((customer) => [customer.id, customer]))
  queries.setQueriesData<Output<'customers.list'>>({ queryKey: ['customers', 'list'] }, (head) =>
    head ? { ...head, items: head.items.map((one) => now.get(one.id) ?? one) } : head,
  )
  shownList(queries)?.change(now)
  void queries.invalidateQueries({ queryKey: ['customers'] })
}

export function useStatistics() {
  const { kith, may } = useSession()
  return useQuery({
    queryKey: ['customers', 'statistics'],
    queryFn: ({ signal }) => kith.customers.statistics({}, { signal }),
    enabled: may('customers:statistics'),
  })
}

export function useHistory(customerId: string) {
  const { kith } = useSession()
  return useInfiniteQuery({
    queryKey: ['customer', customerId, 'history'],
    queryFn: ({ pageParam, signal }) =>
      kith.customers.history({ customerId, ...(pageParam && { cursor: pageParam }) }, { signal }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
  })
}

/** A write that answers the changed customer. Every screen that shows it is updated. */
export function useWrite(): (write: (kith: Kith) => Promise<Customer>) => Promise<Customer> {
  const { kith } = useSession()
  const queries = useQueryClient()
  return async (write) => {
    const customer = await write(kith)
    // What was asked before the change and answers after it is older.
    await queries.cancelQueries({ queryKey: ['customer', customer.id], exact: true })
    queries.setQueryData(['customer', customer.id], customer)
    showChanged(queries, [customer])
    void queries.invalidateQueries({ queryKey: ['customer', customer.id, 'history'] })
    return customer
  }
}
