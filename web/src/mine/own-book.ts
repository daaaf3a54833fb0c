import { useQuery } from '@tanstack/react-query'
import type { AddressBook } from '../customers/addresses/book.ts'
import { login } from '../session/carry.ts'
import { useBusiness } from '../session/session.ts'

/** One's own addresses, in one's own hands. */
export function useOwnBook(): AddressBook {
  const business = useBusiness()
  const profile = useQuery({ queryKey: ['own', 'profile'], queryFn: ({ signal }) => login.getMe({}, { signal }) })
  return {
    keptAs: ['own', 'addresses'],
    country: profile.data?.country ?? business.country,
    mayWrite: true,
    isOwn: true,
    list: (deleted, signal) => login.getMeAddresses(deleted ? { deleted: 'true' } : {}, { signal }),
    async read(addressId) {
      const { items } = await login.getMeAddresses()
      const found = items.find(({ id }) => id === addressId)
      if (!found) throw new Error('deleted meanwhile')
      return found
    },
    add: (address) => login.postMeAddresses(address),
    change: (addressId, change, ifMatch) => login.patchMeAddressesById({ addressId, ...change }, { ifMatch }),
    remove: (addressId) => login.deleteMeAddressesById({ addressId }),
    restore: (addressId) => login.postMeAddressesRestore({ addressId }),
    makeDefault: (addressId) => login.postMeAddressesDefault({ addressId }),
  }
}
