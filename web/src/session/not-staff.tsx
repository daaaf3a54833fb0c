import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Front } from './front.tsx'

/** Shown to a signed-in customer on the screens of staff. */
export function NotStaff({ onSignOut }: { readonly onSignOut: () => void }) {
  const { t } = useTranslation()
  return (
    <Front explained={t('login.notStaffExplained')} title={t('login.notStaff')}>
      <Button component={Link} fullWidth to="/account">
        {t('login.toAccount')}
      </Button>
      <Button fullWidth onClick={onSignOut} variant="default">
        {t('login.signInAsStaff')}
      </Button>
    </Front>
  )
}
