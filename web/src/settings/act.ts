import type { Kith } from '@kith/sdk'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { notify, useNotifyFailure } from '../design/notify.ts'
import { useSession } from '../session/session.ts'

type Key = readonly [section: string, ...within: string[]]

export function useSetting<Data>(
  key: Key,
  needs: string,
  read: (kith: Kith, signal: AbortSignal) => Promise<Data>,
  options: { readonly refetchInterval?: (data: Data | undefined) => number | false; readonly paused?: boolean } = {},
) {
  const { kith, may } = useSession()
  const { refetchInterval, paused = false } = options
  return useQuery<Data>({
    queryKey: ['settings', ...key],
    queryFn: ({ signal }) => read(kith, signal),
    enabled: may(needs) && !paused,
    ...(refetchInterval && { refetchInterval: (query) => refetchInterval(query.state.data) }),
  })
}

interface Told<Out> {
  /** The queries to fetch again. */
  readonly refreshes: Key
  readonly says?: string
  readonly onDone?: (out: Out) => void | Promise<void>
  /** By which others see that it is under way. */
  readonly key?: readonly string[]
  /** A form shows the error itself, beside its fields. */
  readonly inForm?: true
}

/** Runs an action and reports its result. */
export function useAct<In, Out>(act: (kith: Kith, input: In) => Promise<Out>, told: Told<Out>) {
  const { kith } = useSession()
  const queries = useQueryClient()
  const notifyFailure = useNotifyFailure()
  return useMutation({
    ...(told.key && { mutationKey: told.key }),
    mutationFn: (input: In) => act(kith, input),
    onSuccess: async (out) => {
      if (told.says) notify(told.says)
      // A page that is left by it is not fetched again: what it showed may be gone.
      await told.onDone?.(out)
      void queries.invalidateQueries({ queryKey: ['settings', ...told.refreshes] })
      void queries.invalidateQueries({ queryKey: ['todo'] })
    },
    ...(!told.inForm && { onError: notifyFailure }),
  })
}
