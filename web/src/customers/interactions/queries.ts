import type { Output } from '@kith/sdk'
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import { useSession } from '../../session/session.ts'

export type Interaction = Output<'incoming.listInteractions'>['items'][number]

const keyOf = (customerId: string) => ['customer', customerId, 'interactions']

export function useInteractions(customerId: string) {
  const { kith } = useSession()
  return useInfiniteQuery({
    queryKey: keyOf(customerId),
    queryFn: ({ pageParam, signal }) =>
      kith.incoming.listInteractions({ customerId, ...(pageParam && { cursor: pageParam }) }, { signal }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
  })
}

export function useInterests(customerId: string) {
  const { kith } = useSession()
  return useQuery({
    queryKey: [...keyOf(customerId), 'interests'],
    queryFn: ({ signal }) => kith.incoming.listInterests({ customerId }, { signal }),
  })
}

export function useAddInteraction(customerId: string) {
  const { kith } = useSession()
  const queries = useQueryClient()
  return async (said: { readonly text: string; readonly channel: string }, idempotencyKey: string) => {
    await kith.incoming.addInteraction({ customerId, ...said }, { idempotencyKey })
    await queries.invalidateQueries({ queryKey: keyOf(customerId) })
  }
}
