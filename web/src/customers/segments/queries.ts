import type { Output } from '@kith/sdk'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNotifyFailure } from '../../design/notify.ts'
import { useSession } from '../../session/session.ts'

export type OfCustomer = Output<'segments.ofOne'>

const keyOf = (customerId: string) => ['customer', customerId, 'segments']

/** The segment and the tags of a customer. */
export function useSegmentsOf(customerId: string) {
  const { kith } = useSession()
  return useQuery({
    queryKey: keyOf(customerId),
    queryFn: ({ signal }) => kith.segments.ofOne({ customerId }, { signal }),
  })
}

/** Gives a tag or takes it. */
export function useTagging(customerId: string) {
  const { kith } = useSession()
  const queries = useQueryClient()
  const notifyFailure = useNotifyFailure()
  return useMutation({
    mutationFn: ({ tag, give }: { tag: string; give: boolean }) =>
      give ? kith.segments.giveTag({ customerId, tag }) : kith.segments.takeTag({ customerId, tag }),
    onSuccess: (after) => queries.setQueryData(keyOf(customerId), after),
    onError: notifyFailure,
  })
}
