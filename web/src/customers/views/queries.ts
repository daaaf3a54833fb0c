import type { Kith } from '@kith/sdk'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useSession } from '../../session/session.ts'

export function useViews() {
  const { kith } = useSession()
  return useQuery({
    queryKey: ['customer-views'],
    queryFn: ({ signal }) => kith.customers.listViews({}, { signal }),
  })
}

export function useViewWrite(): <Answer>(write: (kith: Kith) => Promise<Answer>) => Promise<Answer> {
  const { kith } = useSession()
  const queries = useQueryClient()
  return async (write) => {
    const answer = await write(kith)
    await queries.invalidateQueries({ queryKey: ['customer-views'] })
    return answer
  }
}
