import type { Output } from '@kith/sdk'
import { type QueryKey, useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import { isUnreachable } from '../../reach/unreachable.ts'
import { useSession } from '../../session/session.ts'

export type Order = Output<'orders.listOfCustomer'>['items'][number]
/** What a person sees of an order of theirs: without what the business notes of it. */
export type OwnOrder = Output<'orders.listOwn'>['items'][number]

/** The least that says something of an order. */
export type BriefOrder = Pick<OwnOrder, 'id' | 'placedAt' | 'state' | 'total' | 'currency'>

const keyOf = (customerId: string) => ['customer', customerId, 'orders']

interface Page<One> {
  readonly items: readonly One[]
  readonly nextCursor: string | null
  readonly currency: string
}

/** Page by page, the latest first. */
export function usePages<One>(
  queryKey: QueryKey,
  list: (page: { cursor?: string }, signal: AbortSignal) => Promise<Page<One>>,
) {
  return useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam, signal }) => list(pageParam ? { cursor: pageParam } : {}, signal),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
  })
}

export function useOrders(customerId: string) {
  const { kith } = useSession()
  return usePages(keyOf(customerId), (page, signal) => kith.orders.listOfCustomer({ customerId, ...page }, { signal }))
}

const LAST_SHOWN = 3

/** The last few, for who serves the person. */
export function useLastOrders(customerId: string) {
  const { kith, may } = useSession()
  return useQuery({
    queryKey: [...keyOf(customerId), 'last'],
    queryFn: ({ signal }) => kith.orders.listOfCustomer({ customerId, limit: LAST_SHOWN }, { signal }),
    enabled: may('orders:read'),
  })
}

export function useSignals(customerId: string) {
  const { kith, may } = useSession()
  return useQuery({
    queryKey: [...keyOf(customerId), 'signals'],
    queryFn: ({ signal }) => kith.orders.signals({ customerId }, { signal }),
    enabled: may('orders:read'),
  })
}

export function usePaymentMethods(customerId: string) {
  const { kith } = useSession()
  return useQuery({
    queryKey: ['customer', customerId, 'payment methods'],
    queryFn: ({ signal }) => kith.orders.listPaymentMethods({ customerId }, { signal }),
  })
}

/** What the shop's website keeps for this customer until it is bought. */
export function useCart(customerId: string) {
  const { kith } = useSession()
  return useQuery({
    queryKey: ['customer', customerId, 'cart'],
    queryFn: ({ signal }) => kith.carts.read({ customerId }, { signal }),
  })
}

const REMEMBERED = 'kith.currency'
export const CURRENCY = ['currency'] as const

/** The currency of the business; remembered, so that a till without network knows it. */
export function useCurrency() {
  const { kith, tenant, may } = useSession()
  const key = `${REMEMBERED}.${tenant.slug}`
  return useQuery({
    queryKey: CURRENCY,
    async queryFn({ signal }) {
      try {
        const { currency } = await kith.orders.readCurrency({}, { signal })
        localStorage.setItem(key, currency)
        return currency
      } catch (error) {
        const known = isUnreachable(error) && localStorage.getItem(key)
        if (known) return known
        throw error
      }
    },
    enabled: may('orders:read'),
    networkMode: 'always',
    staleTime: Number.POSITIVE_INFINITY,
  })
}

/** Every screen that shows the orders or the totals of this customer follows. */
export function useOrdersChanged(): (customerId: string) => Promise<void> {
  const queries = useQueryClient()
  return async (customerId) => {
    void queries.invalidateQueries({ queryKey: ['customers'] })
    await queries.invalidateQueries({ queryKey: ['customer', customerId] })
  }
}
