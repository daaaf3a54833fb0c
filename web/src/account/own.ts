import type { Output } from '@kith/sdk'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { login } from '../session/carry.ts'

export type Me = Output<'accounts.me'>
export type OwnProfile = Output<'customers.readOwn'>
export type OwnSession = Output<'accounts.sessions'>['items'][0]

export const useMe = () => useQuery({ queryKey: ['own', 'me'], queryFn: () => login.accounts.me() })
export const useOwnPasskeys = () =>
  useQuery({ queryKey: ['own', 'passkeys'], queryFn: () => login.accounts.listPasskeys() })
export const useOwnSessions = () =>
  useQuery({ queryKey: ['own', 'sessions'], queryFn: () => login.accounts.sessions() })
export const useOwnLinks = () => useQuery({ queryKey: ['own', 'links'], queryFn: () => login.accounts.listLinks() })
export const useProviders = () => useQuery({ queryKey: ['providers'], queryFn: () => login.accounts.listProviders() })

/** The plan one has, what it gives, and the flairs one has earned. */
export const useOwnPlan = () =>
  useQuery({
    queryKey: ['own', 'plan'],
    queryFn: async () => {
      const [plans, features, flairs] = await Promise.all([
        login.membership.own(),
        login.membership.ownFeatures(),
        login.membership.ownFlairs(),
      ])
      return { plans, features, flairs }
    },
  })

/** Refetches the account data; most changes show in more than one place. */
export function useReload(): () => Promise<void> {
  const queries = useQueryClient()
  return () => queries.invalidateQueries({ queryKey: ['own'] })
}
