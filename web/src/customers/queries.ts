import type { Input, Kith } from '@kith/sdk'
import { keepPreviousData, useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import { type Customer, useSession } from '../session/session.ts'

const PAGE = 100
/** With less the server would find everybody, and so does not look. */
const ASKABLE = /[\p{L}\p{N}].*[\p{L}\p{N}]/u

export const isAskable = (typed: string) => ASKABLE.test(typed)

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
  })
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
    void queries.invalidateQueries({ queryKey: ['customers'] })
    void queries.invalidateQueries({ queryKey: ['customer', customer.id, 'history'] })
    return customer
  }
}
