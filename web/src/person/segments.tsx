import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useSession } from '../session/session.ts'

interface Named {
  readonly key: string
  readonly name: string
}
const NONE: readonly Named[] = []

/** The segments and tags of the business, by their names; none before it has decided about any. */
export function useSegments(): Readonly<Record<'segments' | 'tags' | 'tagsByHand', readonly Named[]>> {
  const { kith, may } = useSession()
  const { i18n } = useTranslation()
  const { data } = useQuery({
    queryKey: ['settings', 'segments', 'names'],
    queryFn: ({ signal }) => kith.segments.read({}, { signal }),
    enabled: may('segments:read'),
    staleTime: 60_000,
  })
  if (!data || data.version === 0) return { segments: NONE, tags: NONE, tagsByHand: NONE }
  const named = ({ key, name }: { key: string; name: { en: string; ar: string } }) => ({
    key,
    name: i18n.language === 'ar' ? name.ar : name.en,
  })
  return {
    segments: [...data.segments, data.otherwise].map(named),
    tags: data.tags.map(named),
    tagsByHand: data.tags.filter(({ rule }) => rule === null).map(named),
  }
}

export function SegmentName({ of }: { readonly of: string }) {
  const { segments, tags } = useSegments()
  return <bdi dir="auto">{[...segments, ...tags].find(({ key }) => key === of)?.name ?? of}</bdi>
}
