import { CustomerId } from '../customers/contract.ts'

/** `cust_…` as a uuid. */
export const inside = (id: string): string => CustomerId.parse(id)
