import type { Output } from '@kith/sdk'
import { useQuery } from '@tanstack/react-query'
import { useSession } from '../../session/session.ts'

export type Document = Output<'consent.listDocuments'>['items'][number]
export type State = Output<'consent.decide'>
export interface Asked {
  readonly document: Document
  readonly state: State
}
/** Mandatory documents first, marketing last. */
const KINDS: readonly Document['kind'][] = ['terms', 'privacy', 'custom', 'marketing']
export const documentsKey = ['consent documents']
export const statesKey = (customerId: string) => ['customer', customerId, 'consents']

/** Every published document, with this customer's decision. */
export function useAsked(customerId: string) {
  const { kith } = useSession()
  const documents = useQuery({
    queryKey: documentsKey,
    queryFn: ({ signal }) => kith.consent.listDocuments({}, { signal }),
  })
  const states = useQuery({
    queryKey: statesKey(customerId),
    queryFn: ({ signal }) => kith.consent.read({ customerId }, { signal }),
  })
  const of = new Map(states.data?.items.map((state) => [state.documentId, state]))
  const inOrder = documents.data?.items.toSorted((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind))
  const asked = inOrder?.flatMap((document): Asked[] => {
    const state = of.get(document.documentId)
    return state ? [{ document, state }] : []
  })
  return {
    asked: states.data && asked,
    error: documents.error ?? states.error,
    refetch: () => Promise.all([documents.refetch(), states.refetch()]),
  }
}

type Language = 'en' | 'ar'
/** The text in the language of the customer, else in the available one. */
export function textIn({ latest: { texts } }: Document, language: Language) {
  const spoken = texts[language] ? language : language === 'en' ? 'ar' : 'en'
  const { title, text } = texts[spoken]!
  return { language: spoken, title, text }
}
export const titleIn = (document: Document, language: Language) => textIn(document, language).title
