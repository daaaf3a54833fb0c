import type { Kith, Output } from '@kith/sdk'
import { createContext, useContext } from 'react'

export type Tenant = Output<'tenants.get'>
export type Business = Output<'tenants.business'>
export type Customer = Output<'customers.get'>

/** The signed-in user. The credential is known only to this folder. */
export interface Session {
  readonly kith: Kith
  readonly tenant: Tenant
  /** Whether there is an account page, at /account. */
  readonly hasLogin: boolean
  may(scope: string): boolean
  signOut(): void
}

export const SessionContext = createContext<Session | null>(null)
/** The business of the sign-in page. */
export const BusinessContext = createContext<Business | null>(null)

export function useSession(): Session {
  const session = useContext(SessionContext)
  if (!session) throw new Error('Used outside of a session')
  return session
}

export function useBusiness(): Business {
  const business = useContext(BusinessContext)
  if (!business) throw new Error('Used outside of a business')
  return business
}
