import { useTranslation } from 'react-i18next'
import { Name } from '../../design/written.tsx'
import type { Waiting } from '../../offline/waiting.ts'

export function KeptName({ entry: { stub, order, redemption } }: { readonly entry: Waiting }) {
  const { t } = useTranslation()
  const name = order?.name ?? redemption?.name ?? [stub?.firstName, stub?.lastName].filter(Boolean).join(' ')
  return <Name>{name || t('till.walkIn')}</Name>
}
