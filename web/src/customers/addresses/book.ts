import type { Input, Output } from '@kith/sdk'
import { type QueryKey, useQuery, useQueryClient } from '@tanstack/react-query'

export type Address = Output<'addresses.list'>['items'][number]
export type NewAddress = Input<'addresses.addOwn'>
export type AddressChange = Omit<Input<'addresses.changeOwn'>, 'addressId'>

/** How addresses are read and written: by staff for a customer, or by the customer. */
export interface AddressBook {
  readonly keptAs: QueryKey
  /** Other queries affected by a change. */
  readonly alsoStale?: QueryKey
  /** The default country of a new address. */
  readonly country: string
  readonly mayWrite: boolean
  /** Fields in one script, without coordinates. */
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
