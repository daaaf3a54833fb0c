import type { Output } from '@kith/sdk'
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useSession } from '../../../session/session.ts'

export type Moment = Output<'timeline.read'>['items'][number]
export type Kind = Moment['kind']
export type Note = Output<'timeline.addNote'>
export const KINDS = [
  'order',
  'points',
  'consent',
  'message',
  'interaction',
  'note',
  'change',
] as const satisfies readonly Kind[]

const keyOf = (customerId: string) => ['customer', customerId, 'timeline'] as const

export function useTimeline(customerId: string, kind: Kind | null) {
  const { kith } = useSession()
  return useInfiniteQuery({
    queryKey: [...keyOf(customerId), kind],
    queryFn: ({ pageParam, signal }) =>
      kith.timeline.read(
        { customerId, limit: 30, ...(kind && { kind }), ...(pageParam && { cursor: pageParam }) },
        { signal },
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
  })
}

export function usePinned(customerId: string) {
  const { kith } = useSession()
  return useQuery({
    queryKey: [...keyOf(customerId), 'pinned'],
    queryFn: ({ signal }) => kith.timeline.listPinned({ customerId }, { signal }),
  })
}

/** What changes notes; the timeline is read again. */
export function useNoteAct<In>(customerId: string, act: (input: In) => Promise<unknown>) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: act,
    onSuccess: () => queries.invalidateQueries({ queryKey: keyOf(customerId) }),
  })
}
