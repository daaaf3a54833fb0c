import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import classes from '../account/account-page.module.css'
import { PreferencesForm } from '../customers/preferences/preferences-form.tsx'
import { usePreferenceSchema } from '../customers/preferences/queries.ts'
import { Failure, SkeletonRows } from '../design/states.tsx'
import { login } from '../session/carry.ts'
import { OwnPage } from './page.tsx'

const KEY = ['own', 'preferences']

export function OwnPreferencesPage() {
  const { t } = useTranslation()
  return (
    <OwnPage explained={t('mine.preferencesExplained')} title={t('mine.preferences')}>
      <div className={classes.section}>
        <Preferences />
      </div>
    </OwnPage>
  )
}

function Preferences() {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const schema = usePreferenceSchema()
  const own = useQuery({ queryKey: KEY, queryFn: ({ signal }) => login.preferences.getOwn({}, { signal }) })
  const error = schema.error ?? own.error
  if (schema.data && own.data) {
    return (
      <PreferencesForm
        disabled={false}
        legends={{ items: t('mine.likes'), contact: t('mine.contact') }}
        onChange={async (change, ifMatch) => {
          const saved = await login.preferences.changeOwn(change, { ifMatch })
          queries.setQueryData(KEY, saved)
          return saved
        }}
        onReadAgain={() => login.preferences.getOwn()}
        preferences={own.data}
        schema={schema.data}
      />
    )
  }
  if (!error) return <SkeletonRows rows={6} />
  return <Failure error={error} onRetry={() => Promise.all([schema.refetch(), own.refetch()])} />
}
