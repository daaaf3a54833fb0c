import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Icon } from '../design/icons.tsx'
import classes from './own-nav.module.css'

const PAGES = [
  { to: '/account', icon: 'person', key: 'login' },
  { to: '/account/orders', icon: 'receipt', key: 'orders' },
  { to: '/account/points', icon: 'chart', key: 'points' },
  { to: '/account/plan', icon: 'views', key: 'plan' },
  { to: '/account/addresses', icon: 'place', key: 'addresses' },
  { to: '/account/preferences', icon: 'settings', key: 'preferences' },
  { to: '/account/consents', icon: 'check', key: 'consents' },
  { to: '/account/data', icon: 'privacy', key: 'data' },
] as const

/** The customer's pages; on a phone within reach of a thumb. */
export function OwnNav() {
  const { t } = useTranslation()
  return (
    <nav aria-label={t('mine.nav')} className={classes.nav}>
      <ul className={classes.pages}>
        {PAGES.map(({ to, icon, key }) => (
          <li key={to}>
            <Link activeOptions={{ exact: true }} className={classes.page} to={to}>
              <Icon name={icon} />
              {t(`minePage.${key}`)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
