import type { Output } from '@kith/sdk'
import { useTranslation } from 'react-i18next'
import { LiabilityTable } from '../../loyalty/owed.tsx'
import classes from '../settings-page.module.css'

export function Liability({ liability }: { readonly liability: Output<'loyalty.liability'> }) {
  const { t } = useTranslation()
  return (
    <section aria-label={t('loyaltyOwed.title')} className={classes.card} data-narrow>
      <h2 className={classes.cardTitle}>{t('loyaltyOwed.title')}</h2>
      <LiabilityTable liability={liability} />
    </section>
  )
}
