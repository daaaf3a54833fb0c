import { NoPermission } from '../../design/states.tsx'
import { type Customer, useSession } from '../../session/session.ts'
import { AddressCards } from './address-cards.tsx'
import { useCustomerBook } from './queries.ts'

/** The addresses of this customer. */
export function AddressesTab({ customer }: { readonly customer: Customer }) {
  const { may } = useSession()
  const book = useCustomerBook(customer)
  return may('addresses:read') ? <AddressCards book={book} /> : <NoPermission />
}
