import type { Output } from '@kith/sdk'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useSession } from '../session/session.ts'

export type LoyaltyAccount = Output<'loyalty.account'>
export type Entry = Output<'loyalty.listEntries'>['items'][number]

const keyOf = (customerId: string) => ['customer', customerId, 'loyalty']

export function usePoints(customerId: string) {
  const { kith } = useSession()
  return useQuery({
    queryKey: keyOf(customerId),
    queryFn: ({ signal }) => kith.loyalty.account({ customerId }, { signal }),
  })
}

export function useLedger(customerId: string) {
  const { kith } = useSession()
  return useQuery({
    queryKey: [...keyOf(customerId), 'entries'],
    queryFn: ({ signal }) => kith.loyalty.listEntries({ customerId, limit: '50' }, { signal }),
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
