import type { Input, Output } from '@kith/sdk'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useSession } from '../../session/session.ts'

export type Preferences = Output<'getCustomersPreferences'>
export type Schema = Output<'getPreferenceSchema'>

export function usePreferences(customerId: string) {
  const { kith } = useSession()
  return useQuery({
    queryKey: ['customer', customerId, 'preferences'],
    queryFn: ({ signal }) => kith.getCustomersPreferences({ customerId }, { signal }),
  })
}

/** What this business asks its customers about. */
export function usePreferenceSchema() {
  const { kith } = useSession()
  return useQuery({
    queryKey: ['preference-schema'],
    queryFn: ({ signal }) => kith.getPreferenceSchema({}, { signal }),
  })
}

export function useChangePreferences(): (
  change: Input<'patchCustomersPreferences'>,
  version: number,
) => Promise<Preferences> {
  const { kith } = useSession()
  const queries = useQueryClient()
  return async (change, version) => {
    const preferences = await kith.patchCustomersPreferences(change, { ifMatch: version })
    queries.setQueryData(['customer', preferences.customerId, 'preferences'], preferences)
    void queries.invalidateQueries({ queryKey: ['customer', preferences.customerId, 'history'] })
    return preferences
  }
}
