import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Failure, SkeletonRows } from '../../design/states.tsx'
import { type Customer, useSession } from '../../session/session.ts'
import { PreferencesForm } from './preferences-form.tsx'
import { usePreferenceSchema, usePreferences } from './queries.ts'

/** The preferences of this customer. */
export function PreferencesTab({ customer: { id: customerId } }: { readonly customer: Customer }) {
  const { t } = useTranslation()
  const { kith, may } = useSession()
  const queries = useQueryClient()
  const schema = usePreferenceSchema()
  const preferences = usePreferences(customerId)
  const error = schema.error ?? preferences.error
  if (!schema.data || !preferences.data) {
    if (!error) return <SkeletonRows rows={6} />
    return <Failure error={error} onRetry={() => Promise.all([schema.refetch(), preferences.refetch()])} />
  }
  return (
    <PreferencesForm
      disabled={!may('customers:write')}
      key={customerId}
      legends={{ items: t('preference.items'), contact: t('preference.contact') }}
      onChange={async (change, ifMatch) => {
        const saved = await kith.preferences.change({ customerId, ...change }, { ifMatch })
        queries.setQueryData(['customer', customerId, 'preferences'], saved)
        void queries.invalidateQueries({ queryKey: ['customer', customerId, 'history'] })
        return saved
      }}
      onReadAgain={() => kith.preferences.get({ customerId })}
      preferences={preferences.data}
      schema={schema.data}
    />
  )
}
