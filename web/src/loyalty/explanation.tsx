import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Explanation } from '../design/explanation.tsx'
import { useSession } from '../session/session.ts'
import { pointsKey } from './queries.ts'

/** Why a customer has this tier and so many points; asked for when it is opened. */
export function WhyPoints({ customerId }: { readonly customerId: string }) {
  const { t } = useTranslation()
  const { kith } = useSession()
  const { data, refetch } = useQuery({
    queryKey: [...pointsKey(customerId), 'explanation'],
    queryFn: ({ signal }) => kith.loyalty.explain({ customerId }, { signal }),
    enabled: false,
  })
  return (
    <details data-explanation onToggle={({ currentTarget }) => currentTarget.open && void refetch()}>
      <summary>{t('points.why')}</summary>
      {data && (
        <>
          <Explanation explained={data.tier} />
          <Explanation explained={data.points} />
        </>
      )}
    </details>
  )
}
