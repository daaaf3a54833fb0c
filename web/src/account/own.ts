import type { Output } from '@kith/sdk'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { login } from '../session/carry.ts'

export type Me = Output<'getAuthMe'>
export type OwnProfile = Output<'getMe'>
export type OwnSession = Output<'getAuthSessions'>['items'][0]

export const useMe = () => useQuery({ queryKey: ['own', 'me'], queryFn: () => login.getAuthMe() })
export const useOwnPasskeys = () => useQuery({ queryKey: ['own', 'passkeys'], queryFn: () => login.getAuthPasskeys() })
export const useOwnSessions = () => useQuery({ queryKey: ['own', 'sessions'], queryFn: () => login.getAuthSessions() })
export const useOwnLinks = () => useQuery({ queryKey: ['own', 'links'], queryFn: () => login.getAuthLinks() })
export const useProviders = () => useQuery({ queryKey: ['providers'], queryFn: () => login.getAuthOidc() })

/** What is shown of one's own login is asked for anew; most changes show in more than one place. */
export function useReload(): () => Promise<void> {
  const queries = useQueryClient()
  return () => queries.invalidateQueries({ queryKey: ['own'] })
}
