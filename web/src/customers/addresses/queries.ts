import type { Output } from '@kith/sdk'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useKith } from '../../session/kith.ts'
import { type Customer, useSession } from '../../session/session.ts'
import type { AddressBook } from './book.ts'

export type AddressRules = Output<'addresses.rules'>

/** The addresses of a customer, for staff. */
export function useCustomerBook({ id: customerId, country }: Pick<Customer, 'id' | 'country'>): AddressBook {
  const { kith, may } = useSession()
  return {
    keptAs: ['customer', customerId, 'addresses'],
    alsoStale: ['customer', customerId, 'history'],
    country,
    mayWrite: may('addresses:write'),
    isOwn: false,
    list: (deleted, signal) => kith.addresses.list({ customerId, ...(deleted && { deleted: 'true' }) }, { signal }),
    read: (addressId) => kith.addresses.get({ customerId, addressId }),
    add: (address) => kith.addresses.add({ customerId, ...address }),
    change: (addressId, change, ifMatch) => kith.addresses.change({ customerId, addressId, ...change }, { ifMatch }),
    remove: (addressId) => kith.addresses.remove({ customerId, addressId }),
    restore: (addressId) => kith.addresses.restore({ customerId, addressId }),
    makeDefault: (addressId) => kith.addresses.makeDefault({ customerId, addressId }),
  }
}

/** The address fields of a country. Those of the country before stay until they are loaded. */
export function useAddressRules(country: string) {
  const kith = useKith()
  return useQuery({
    queryKey: ['address-rules', country],
    queryFn: ({ signal }) => kith.addresses.rules({ country }, { signal }),
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
  })
}
