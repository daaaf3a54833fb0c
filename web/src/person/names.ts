import type { Kith, Output } from '@kith/sdk'
import { useQuery } from '@tanstack/react-query'
import { useContext } from 'react'
import { SessionContext } from '../session/session.ts'
import { together } from './together.ts'

export type Named = Output<'audit.names'>['items'][number]

const HAS_NAME = /^(account:|key:|cust_)/
const KEPT_MS = 300_000

const readers = new WeakMap<Kith, (id: string) => Promise<Named | undefined>>()
function readerOf(kith: Kith) {
  const reader =
    readers.get(kith) ??
    together(async (ids: readonly string[]) => (await kith.audit.names({ ids: ids.join(',') })).items)
  readers.set(kith, reader)
  return reader
}

/** The name of an actor or a customer, if the user may see it; outside of the staff's screens there is none. */
export function useNamed(id: string): Named | null {
  const session = useContext(SessionContext)
  const { data } = useQuery({
    queryKey: ['names', id],
    queryFn: async () => (await readerOf(session!.kith)(id)) ?? null,
    enabled: session !== null && HAS_NAME.test(id),
    staleTime: KEPT_MS,
  })
  return data ?? null
}
