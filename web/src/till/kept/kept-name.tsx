import { useTranslation } from 'react-i18next'
import { Name } from '../../design/written.tsx'
import type { Stub } from '../../offline/waiting.ts'

export function KeptName({ stub: { firstName, lastName } }: { readonly stub: Stub }) {
  const { t } = useTranslation()
  return <Name>{[firstName, lastName].filter(Boolean).join(' ') || t('till.walkIn')}</Name>
}
