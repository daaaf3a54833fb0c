import type { Output } from '@kith/sdk'
import { useQuery } from '@tanstack/react-query'
import { useKith } from '../../session/kith.ts'
import { useSession } from '../../session/session.ts'

export type Preferences = Output<'preferences.get'>
export type Schema = Output<'preferences.readSchema'>

export function usePreferences(customerId: string) {
  const { kith } = useSession()
  return useQuery({
    queryKey: ['customer', customerId, 'preferences'],
    queryFn: ({ signal }) => kith.preferences.get({ customerId }, { signal }),
  })
}

/** The preference schema of this business. */
export function usePreferenceSchema() {
  const kith = useKith()
  return useQuery({
    queryKey: ['preference-schema'],
    queryFn: ({ signal }) => kith.preferences.readSchema({}, { signal }),
  })
}
