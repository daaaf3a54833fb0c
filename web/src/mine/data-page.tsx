import { useTranslation } from 'react-i18next'
import { Failure, SkeletonRows } from '../design/states.tsx'
import { AskedFor } from './asked-for.tsx'
import { CancelAccount } from './cancel-account.tsx'
import { Copies } from './copies.tsx'
import { useOwnPrivacy } from './own-privacy.ts'
import { OwnPage } from './page.tsx'
import { Rights } from './rights.tsx'

/** The privacy requests of a customer, and their results. */
export function OwnDataPage() {
  const { t } = useTranslation()
  const { data, error, refetch } = useOwnPrivacy()
  return (
    <OwnPage explained={t('mine.dataExplained')} title={t('mine.data')}>
      {error && !data && <Failure error={error} onRetry={refetch} />}
      {!data && !error && <SkeletonRows rows={6} />}
      {data && (
        <>
          <Copies copies={data.copies} />
          <Rights requests={data.requests} />
          <AskedFor requests={data.requests} />
          <CancelAccount />
        </>
      )}
    </OwnPage>
  )
}
