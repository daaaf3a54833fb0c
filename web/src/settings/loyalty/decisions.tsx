import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useSession } from '../../session/session.ts'
import { DecisionList } from '../decisions.tsx'

export function Decisions() {
  const { t } = useTranslation()
  const { kith } = useSession()
  const { data } = useQuery({
    queryKey: ['settings', 'loyalty', 'versions'],
    queryFn: ({ signal }) => kith.loyalty.listRules({}, { signal }),
  })
  const decisions = data?.items.map(({ version, since, by }) => ({ version, at: since, by }))
  return <DecisionList decisions={decisions} title={t('loyaltyRules.decisions')} />
}
