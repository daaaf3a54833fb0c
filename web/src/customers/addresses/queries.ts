import type { Output } from '@kith/sdk'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useKith } from '../../session/kith.ts'
import { type Customer, useSession } from '../../session/session.ts'
import type { AddressBook } from './book.ts'

export type AddressRules = Output<'getAddressRulesById'>

/** The addresses of a customer, in the hands of the staff. */
export function useCustomerBook({ id: customerId, country }: Pick<Customer, 'id' | 'country'>): AddressBook {
  const { kith, may } = useSession()
  return {
    keptAs: ['customer', customerId, 'addresses'],
    alsoStale: ['customer', customerId, 'history'],
    country,
    mayWrite: may('addresses:write'),
    isOwn: false,
    list: (deleted, signal) =>
      kith.getCustomersAddresses({ customerId, ...(deleted && { deleted: 'true' }) }, { signal }),
    read: (addressId) => kith.getCustomersAddressesById({ customerId, addressId }),
    add: (address) => kith.postCustomersAddresses({ customerId, ...address }),
    change: (addressId, change, ifMatch) =>
      kith.patchCustomersAddressesById({ customerId, addressId, ...change }, { ifMatch }),
    remove: (addressId) => kith.deleteCustomersAddressesById({ customerId, addressId }),
    restore: (addressId) => kith.postCustomersAddressesRestore({ customerId, addressId }),
    makeDefault: (addressId) => kith.postCustomersAddressesDefault({ customerId, addressId }),
  }
}

/** What an address needs there. Those of the country before stay until they have come. */
export function useAddressRules(country: string) {
  const kith = useKith()
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
