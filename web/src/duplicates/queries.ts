import type { Input, Kith, Output } from '@kith/sdk'
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { useNotifyFailure } from '../design/notify.ts'
import { useSameKey } from '../reach/same-key.ts'
import { useSession } from '../session/session.ts'
import { askStoppedMoves, MOVES, stopMoves } from './stopped-moves.ts'

export type Suggestion = Output<'duplicates.list'>['items'][number]
export type State = Suggestion['state']
export type Explanation = Output<'duplicates.explain'>
export type Merge = Output<'merging.merge'>
export type NamedMerge = Output<'merging.get'>
export type Choices = NonNullable<Input<'merging.merge'>['choices']>
export type Group = Output<'duplicates.group'>
export type GroupChoices = NonNullable<Input<'duplicates.mergeGroup'>['choices']>
export type Batch = Output<'duplicates.mergeGroup'>
export type Doubt = Output<'duplicates.doubts'>['items'][number]
export type Person = Suggestion['customers'][number]

/** What was looked at: a group is refused where one of them has changed since. */
export const versionsOf = (people: readonly Person[]) => people.map(({ id, version }) => ({ id, version }))

interface Which {
  readonly customerId?: string
  readonly state?: State
}

export function useSuggestions({ customerId, state = 'open' }: Which) {
  const { kith, may } = useSession()
  return useInfiniteQuery({
    queryKey: ['duplicates', customerId ?? 'all', state],
    queryFn: ({ pageParam, signal }) =>
      kith.duplicates.list(
        { state, ...(customerId && { customerId }), ...(pageParam && { cursor: pageParam }) },
        { signal },
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
    enabled: may('duplicates:read'),
  })
}

export function useExplanation(one: string, other: string) {
  const { kith } = useSession()
  return useQuery({
    // As below: after a merge there are no two any more.
    queryKey: ['duplicate-why', one, other],
    queryFn: ({ signal }) => kith.duplicates.explain({ one, other }, { signal }),
  })
}

/** What a merge would move: the merge itself, rolled back by the server. */
export function useMoves(from: string, into: string, choices: Choices) {
  const { kith, may } = useSession()
  return useQuery({
    // Not asked again after the decision, when there is nothing to move.
    queryKey: [...MOVES, from, into, choices],
    queryFn: ({ signal }) => kith.merging.merge({ from, into, choices, reason: 'Preview', dryRun: true }, { signal }),
    enabled: may('customers:merge'),
    retry: false,
  })
}

/** The same of a group, the survivor first. */
export function useGroupMoves(suggestionId: string, people: readonly Person[], choices: GroupChoices) {
  const { kith, may } = useSession()
  const customers = versionsOf(people)
  return useQuery({
    queryKey: [...MOVES, suggestionId, customers, choices],
    queryFn: ({ signal }) => kith.duplicates.mergeGroup({ suggestionId, customers, choices, dryRun: true }, { signal }),
    enabled: may('customers:merge'),
    retry: false,
    // Each look is up to 49 merges, which others wait for.
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
  })
}

/** Before a merge: what it would move is not asked while it is made. */
export function useStopMoves(): () => Promise<void> {
  const queries = useQueryClient()
  return () => stopMoves(queries)
}

/** All that are probably one person with the two of a suggestion, as far as none speaks against another. */
export function useGroup(suggestionId: string) {
  const { kith } = useSession()
  return useQuery({
    // Nor is this: there is no suggestion any more.
    queryKey: ['duplicate-group', suggestionId],
    queryFn: ({ signal }) => kith.duplicates.group({ suggestionId }, { signal }),
    // What a merge would move is refused for the versions from before one that was undone.
    gcTime: 0,
  })
}

/** Merges that no longer look right. */
export function useDoubts(customerId?: string) {
  const { kith, may } = useSession()
  return useInfiniteQuery({
    queryKey: ['duplicates', 'doubts', customerId ?? 'all'],
    queryFn: ({ pageParam, signal }) =>
      kith.duplicates.doubts(
        { ...(customerId && { customerId }), ...(pageParam && { cursor: pageParam }) },
        { signal },
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
    enabled: may('duplicates:read') && may('customers:read'),
  })
}

export function useMerges(customerId?: string) {
  const { kith, may } = useSession()
  return useInfiniteQuery({
    queryKey: ['merges', customerId ?? 'all'],
    queryFn: ({ pageParam, signal }) => {
      const page = pageParam ? { cursor: pageParam } : {}
      return customerId
        ? kith.merging.list({ customerId, ...page }, { signal })
        : kith.merging.listAll(page, { signal })
    },
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
    enabled: may('customers:history'),
  })
}

type Once = (content: unknown) => { readonly idempotencyKey: string }

/** A decision: what is shown of customers, merges and suggestions is asked again. What had no answer keeps its key, so that the server finishes it. */
export function useDecision<Answer>(then?: (answer: Answer) => unknown) {
  const { kith } = useSession()
  const queries = useQueryClient()
  const notifyFailure = useNotifyFailure()
  const keyFor = useSameKey()
  const answered = useRef(0)
  const once: Once = (content) => ({ idempotencyKey: keyFor([answered.current, content]) })
  return useMutation({
    mutationFn: (decide: (kith: Kith, once: Once) => Promise<Answer>) => decide(kith, once),
    onSuccess: async (answer) => {
      answered.current += 1
      then?.(answer)
      await Promise.all(
        ['duplicates', 'merges', 'customers', 'customer', 'todo'].map((name) =>
          queries.invalidateQueries({ queryKey: [name] }),
        ),
      )
    },
    onError: (error) => {
      notifyFailure(error)
      void askStoppedMoves(queries)
    },
  })
}
