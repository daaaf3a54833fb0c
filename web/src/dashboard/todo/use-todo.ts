import type { Output } from '@kith/sdk'
import { useQuery } from '@tanstack/react-query'
import { useSession } from '../../session/session.ts'

export type Task = Output<'statistics.todo'>['items'][number]

export const TODO = ['todo'] as const
/** Who has none of these is asked to do nothing: the server is not asked either. */
const OF_DOERS = [
  'privacy:read',
  'duplicates:read',
  'customers:merge',
  'events:manage',
  'jobs:run',
  'webhooks:read',
  'tills:manage',
]
const NONE: readonly Task[] = []

/** What needs doing, as far as this user may do something about it; undefined until that is known. */
export function useTodo(): readonly Task[] | undefined {
  const { kith, may } = useSession()
  const does = OF_DOERS.some(may)
  const { data } = useQuery({
    queryKey: TODO,
    queryFn: ({ signal }) => kith.statistics.todo({}, { signal }),
    staleTime: 15_000,
    enabled: does,
  })
  return does ? data?.items : NONE
}
