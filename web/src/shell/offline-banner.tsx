import { useNetwork } from '@mantine/hooks'
import { useTranslation } from 'react-i18next'
import { Icon } from '../design/icons.tsx'
import { useKeepsNothing } from '../offline/use-waiting.ts'
import classes from './offline-banner.module.css'

export function OfflineBanner() {
  const { t } = useTranslation()
  const { online } = useNetwork()
  const keepsNothing = useKeepsNothing()
  return (
    <div aria-live="polite" role="status">
      {!online && (
        <p className={classes.banner}>
          <Icon name="offline" />
          {keepsNothing ? t('state.offlineNothingKept') : t('state.offline')}
        </p>
      )}
    </div>
  )
}
