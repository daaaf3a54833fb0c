import type { Output } from '@kith/sdk'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Name } from '../../design/written.tsx'
import { useSession } from '../../session/session.ts'
import { DecisionList } from '../decisions.tsx'

/** Which segments and tags there were from when on, and whose decision it was. */
export function Decisions() {
  const { t } = useTranslation()
  const { kith } = useSession()
  const { data } = useQuery({
    queryKey: ['settings', 'segments', 'versions'],
    queryFn: ({ signal }) => kith.segments.listVersions({}, { signal }),
  })
  const decisions = data?.items.map(({ version, decidedAt, decidedBy, segments, otherwise, tags }) => ({
    version,
    at: decidedAt,
    by: decidedBy,
    what: [<NameList key="segments" of={[...segments, otherwise]} />, <NameList key="tags" of={tags} />],
  }))
  return (
    <DecisionList
      columns={[t('segments.segments'), t('segments.tags')]}
      decisions={decisions}
      title={t('segments.decisions')}
    />
  )
}

type Tag = Output<'segments.listVersions'>['items'][number]['tags'][number]

function NameList({ of }: { readonly of: readonly Pick<Tag, 'key' | 'name'>[] }) {
  const { t, i18n } = useTranslation()
  const language = i18n.language === 'ar' ? 'ar' : 'en'
  return of.map(({ key, name }, index) => (
    <span key={key}>
      {index > 0 && t('audit.comma')}
      <Name>{name[language]}</Name>
    </span>
  ))
}
