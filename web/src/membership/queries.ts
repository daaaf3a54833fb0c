import type { Input, Output } from '@kith/sdk'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useSession } from '../session/session.ts'

export type Plans = Output<'membership.list'>
export type HeldPlan = Plans['items'][number]
export type Features = Output<'membership.features'>
export type Flairs = Output<'membership.listFlairs'>
export type HeldFlair = Flairs['items'][number]
export type Catalogue = Output<'membership.readPlans'>['catalogue']
export type Feature = Catalogue['features'][number]
export type Value = Feature['default']
export type When = NonNullable<Input<'membership.preview'>['when']>

const keyOf = (customerId: string) => ['customer', customerId, 'membership'] as const

/** What the tab shows, read together. */
export function useMembership(customerId: string) {
  const { kith } = useSession()
  return useQuery({
    queryKey: keyOf(customerId),
    queryFn: async ({ signal }) => {
      const [plans, features, flairs] = await Promise.all([
        kith.membership.list({ customerId }, { signal }),
        kith.membership.features({ customerId }, { signal }),
        kith.membership.listFlairs({ customerId }, { signal }),
      ])
      return { plans, features, flairs }
    },
  })
}

/** Read when it is asked for. */
export function useExplanation(customerId: string) {
  const { kith } = useSession()
  return useQuery({
    queryKey: [...keyOf(customerId), 'explanation'],
    queryFn: ({ signal }) => kith.membership.explain({ customerId }, { signal }),
    enabled: false,
  })
}

/** The catalogues that the dialogs choose from. */
export function usePlanCatalogue() {
  const { kith } = useSession()
  return useQuery({
    queryKey: ['settings', 'plans'],
    queryFn: ({ signal }) => kith.membership.readPlans({}, { signal }),
  })
}
export function useFlairCatalogue() {
  const { kith } = useSession()
  return useQuery({
    queryKey: ['settings', 'flairs'],
    queryFn: ({ signal }) => kith.membership.readFlairs({}, { signal }),
  })
}

export function usePreview(customerId: string, change: Omit<Input<'membership.preview'>, 'customerId'> | null) {
  const { kith } = useSession()
  return useQuery({
    // Apart from the data of the customer, so that carrying it out does not ask for it once more.
    queryKey: ['plan preview', customerId, change],
    queryFn: ({ signal }) => kith.membership.preview({ customerId, ...change }, { signal }),
    enabled: change !== null,
    retry: false,
  })
}

/** A change of plans or flairs; the customer, whose tier may follow, is read again. */
export function useMembershipAct<In>(customerId: string, act: (input: In) => Promise<unknown>) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: act,
    onSuccess: () => queries.invalidateQueries({ queryKey: ['customer', customerId] }),
  })
}
