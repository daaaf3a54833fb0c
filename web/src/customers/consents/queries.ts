import type { Input, Output } from '@kith/sdk'
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { useKith } from '../../session/kith.ts'
import { useSession } from '../../session/session.ts'

export type ConsentState = Output<'consent.read'>['items'][number]
export type Decision = Output<'consent.listEvents'>['items'][number]
export type Receipt = Output<'consent.receipt'>

/** The consents now or at a time. The former state stays until the new one is loaded. */
export function useConsents(customerId: string, at: string | null) {
  const { kith } = useSession()
  return useQuery({
    queryKey: ['customer', customerId, 'consents', at],
    queryFn: ({ signal }) => kith.consent.read({ customerId, ...(at !== null && { at }) }, { signal }),
    placeholderData: keepPreviousData,
  })
}

export async function allOf<Item>(list: AsyncIterable<Item>): Promise<Item[]> {
  const items: Item[] = []
  for await (const item of list) items.push(item)
  return items
}

/** Every decision, newest first. */
export function useDecisions(customerId: string) {
  const { kith } = useSession()
  return useQuery({
    queryKey: ['customer', customerId, 'decisions'],
    queryFn: async () => ({ items: await allOf(kith.consent.listEvents({ customerId })) }),
  })
}

/** The consent documents with their texts. */
export function useDocuments() {
  const kith = useKith()
  return useQuery({
    queryKey: ['consent-documents'],
    queryFn: ({ signal }) => kith.consent.listDocuments({ status: 'all' }, { signal }),
  })
}

export function useDecide(customerId: string): (decision: Input<'consent.decide'>) => Promise<void> {
  const { kith } = useSession()
  const queries = useQueryClient()
  return async (decision) => {
    await kith.consent.decide(decision)
    await Promise.all(
      ['consents', 'decisions', 'history'].map((part) =>
        queries.invalidateQueries({ queryKey: ['customer', customerId, part] }),
      ),
    )
  }
}
