import type { Input, Output } from '@kith/sdk'
import { type QueryKey, useQuery, useQueryClient } from '@tanstack/react-query'

export type Address = Output<'addresses.list'>['items'][number]
export type NewAddress = Input<'addresses.addOwn'>
export type AddressChange = Omit<Input<'addresses.changeOwn'>, 'addressId'>

/** Whose addresses they are decides how they are read and written: staff do it for a customer, a person for themself. */
export interface AddressBook {
  readonly keptAs: QueryKey
  /** What else says something different after a change. */
  readonly alsoStale?: QueryKey
  /** Of a new address, until another is chosen. */
  readonly country: string
  readonly mayWrite: boolean
  /** Asks in one script, and for no coordinates. */
  readonly isOwn: boolean
  list(deleted: boolean, signal: AbortSignal): Promise<{ readonly items: readonly Address[] }>
  read(addressId: string): Promise<Address>
  add(address: NewAddress): Promise<Address>
  change(addressId: string, change: AddressChange, version: number): Promise<Address>
  remove(addressId: string): Promise<Address>
  restore(addressId: string): Promise<Address>
  makeDefault(addressId: string): Promise<Address>
}

export function useAddresses({ keptAs, list }: AddressBook, { deleted }: { readonly deleted: boolean }) {
  return useQuery({ queryKey: [...keptAs, deleted], queryFn: ({ signal }) => list(deleted, signal) })
}

export function useAddressWrite({ keptAs, alsoStale }: AddressBook): (work: Promise<Address>) => Promise<Address> {
  const queries = useQueryClient()
  return async (work) => {
    const address = await work
    await queries.invalidateQueries({ queryKey: keptAs })
    if (alsoStale) void queries.invalidateQueries({ queryKey: alsoStale })
    return address
  }
}
