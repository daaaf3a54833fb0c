import type { Input, Kith, Output } from '@kith/sdk'
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { useSession } from '../../session/session.ts'

export type Address = Output<'getCustomersAddresses'>['items'][number]
export type AddressRules = Output<'getAddressRulesById'>

export function useAddresses(customerId: string, { deleted }: { readonly deleted: boolean }) {
  const { kith } = useSession()
  const query: Input<'getCustomersAddresses'> = { customerId, ...(deleted && { deleted: 'true' }) }
  return useQuery({
    queryKey: ['customer', customerId, 'addresses', deleted],
    queryFn: ({ signal }) => kith.getCustomersAddresses(query, { signal }),
  })
}

/** What an address needs there. Those of the country before stay until they have come. */
export function useAddressRules(country: string) {
  const { kith } = useSession()
  return useQuery({
    queryKey: ['address-rules', country],
    queryFn: ({ signal }) => kith.getAddressRulesById({ country }, { signal }),
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
  })
}

/** Which countries there are: their codes. */
export function useCountries(): readonly string[] {
  const { data } = useQuery({
    queryKey: ['countries'],
    queryFn: async () => (await import('libphonenumber-js/min')).getCountries() as string[],
    staleTime: Number.POSITIVE_INFINITY,
  })
  return data ?? []
}

export function useAddressWrite(customerId: string): (write: (kith: Kith) => Promise<Address>) => Promise<Address> {
  const { kith } = useSession()
  const queries = useQueryClient()
  return async (write) => {
    const address = await write(kith)
    await queries.invalidateQueries({ queryKey: ['customer', customerId, 'addresses'] })
    void queries.invalidateQueries({ queryKey: ['customer', customerId, 'history'] })
    return address
  }
}
