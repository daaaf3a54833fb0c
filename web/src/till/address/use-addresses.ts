import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useSession } from '../../session/session.ts'

const addressesKey = (customerId: string) => ['customer', customerId, 'addresses']

export function useAddresses(customerId: string) {
  const { kith } = useSession()
  return useQuery({
    queryKey: addressesKey(customerId),
    queryFn: ({ signal }) => kith.addresses.list({ customerId }, { signal }),
  })
}

/** Every screen with the addresses of this customer is updated. */
export function useAddressesChanged(customerId: string): () => Promise<void> {
  const queries = useQueryClient()
  return () => queries.invalidateQueries({ queryKey: addressesKey(customerId) })
}

/** The address fields of a country, named by the server. */
export function useAddressRules(country: string) {
  const { kith } = useSession()
  return useQuery({
    queryKey: ['address rules', country],
    queryFn: ({ signal }) => kith.addresses.rules({ country }, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  })
}
