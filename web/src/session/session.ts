import type { Kith, Output } from '@kith/sdk'
import { createContext, useContext } from 'react'

export type Tenant = Output<'getTenant'>
export type Customer = Output<'getCustomersById'>

/** Who works here. How they proved it is nobody's business but `credential.ts` and the sign-in page. */
export interface Session {
  readonly kith: Kith
  readonly tenant: Tenant
  may(scope: string): boolean
  signOut(): void
}

export const SessionContext = createContext<Session | null>(null)

export function useSession(): Session {
  const session = useContext(SessionContext)
  if (!session) throw new Error('Used outside of a session')
  return session
}

/** Also before signing in, when no business is known yet. */
export const useCountry = () => useContext(SessionContext)?.tenant.country ?? 'OM'
