import type { Kith, Output } from '@kith/sdk'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useSession } from '../../session/session.ts'

export type Account = Output<'accounts.accountsOfCustomer'>['items'][number]
export type SignedIn = Output<'accounts.sessionsOfCustomer'>['items'][number]

export function useAccounts(customerId: string) {
  const { kith } = useSession()
  return useQuery({
    queryKey: ['customer', customerId, 'accounts'],
    queryFn: ({ signal }) => kith.accounts.accountsOfCustomer({ customerId }, { signal }),
  })
}

/** Current sessions. */
export function useSessions(customerId: string) {
  const { kith, may } = useSession()
  return useQuery({
    queryKey: ['customer', customerId, 'sessions'],
    queryFn: ({ signal }) => kith.accounts.sessionsOfCustomer({ customerId }, { signal }),
    enabled: may('customers:history'),
  })
}

export function useEndSessions(customerId: string): (end: (kith: Kith) => Promise<unknown>) => Promise<void> {
  const { kith } = useSession()
  const queries = useQueryClient()
  return async (end) => {
    await end(kith)
    await Promise.all(
      ['sessions', 'history'].map((part) => queries.invalidateQueries({ queryKey: ['customer', customerId, part] })),
    )
  }
}
