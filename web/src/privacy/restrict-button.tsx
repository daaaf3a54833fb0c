import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useCustomer } from '../person/queries.ts'
import { useSession } from '../session/session.ts'
import { ActWithReason } from './act-with-reason.tsx'

/** Without a request, as when the business itself finds that data is disputed. The banner of the customer lifts it. */
export function RestrictButton({ customerId }: { readonly customerId: string }) {
  const { t } = useTranslation()
  const { kith } = useSession()
  const queries = useQueryClient()
  const customer = useCustomer(customerId).data
  if (!customer || customer.restricted) return null
  async function restrict(reason: string) {
    await kith.privacy.restrict({ customerId, reason })
    const shown = [['customer', customerId], ['customers'], ['privacy']]
    await Promise.all(shown.map((queryKey) => queries.invalidateQueries({ queryKey })))
  }
  return (
    <ActWithReason
      act={t('privacyRestriction.act')}
      explained={t('restriction.explained')}
      icon="pause"
      name="restrict"
      onAct={restrict}
    />
  )
}
