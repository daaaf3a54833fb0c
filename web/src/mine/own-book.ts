import { useQuery } from '@tanstack/react-query'
import type { AddressBook } from '../customers/addresses/book.ts'
import { login } from '../session/carry.ts'
import { useBusiness } from '../session/session.ts'

/** The customer's own addresses. */
export function useOwnBook(): AddressBook {
  const business = useBusiness()
  const profile = useQuery({
    queryKey: ['own', 'profile'],
    queryFn: ({ signal }) => login.customers.readOwn({}, { signal }),
  })
  return {
    keptAs: ['own', 'addresses'],
    country: profile.data?.country ?? business.country,
    mayWrite: true,
    isOwn: true,
    list: (deleted, signal) => login.addresses.listOwn(deleted ? { deleted: 'true' } : {}, { signal }),
    async read(addressId) {
      const { items } = await login.addresses.listOwn()
      const found = items.find(({ id }) => id === addressId)
      if (!found) throw new Error('deleted meanwhile')
      return found
    },
    add: (address) => login.addresses.addOwn(address),
    change: (addressId, change, ifMatch) => login.addresses.changeOwn({ addressId, ...change }, { ifMatch }),
    remove: (addressId) => login.addresses.removeOwn({ addressId }),
    restore: (addressId) => login.addresses.restoreOwn({ addressId }),
    makeDefault: (addressId) => login.addresses.makeOwnDefault({ addressId }),
  }
}
