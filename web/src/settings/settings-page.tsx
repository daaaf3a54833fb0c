import { Link, Outlet } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useSession } from '../session/session.ts'
import { sections } from './sections.ts'
import classes from './settings-page.module.css'

export function SettingsPage() {
  const { t } = useTranslation()
  const { may } = useSession()
  return (
    <div className={classes.page}>
      <nav aria-label={t('place.settings')} className={classes.nav}>
        {sections
          .filter(({ needs }) => may(needs))
          .map(({ to, label }) => (
            <Link activeProps={{ 'aria-current': 'page' }} className={classes.link} key={to} to={to}>
              {t(label)}
            </Link>
          ))}
      </nav>
      <div className={classes.section}>
        <Outlet />
      </div>
    </div>
  )
}
