import { ActionIcon, Tooltip, UnstyledButton } from '@mantine/core'
import { useDisclosure, useHotkeys } from '@mantine/hooks'
import { spotlight } from '@mantine/spotlight'
import { Link, Outlet, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Icon } from '../design/icons.tsx'
import { LookSwitches } from '../design/look-switches.tsx'
import { Name } from '../design/written.tsx'
import { useSession } from '../session/session.ts'
import { CommandSpotlight } from './command-spotlight.tsx'
import { OfflineBanner } from './offline-banner.tsx'
import { placesFor } from './places.ts'
import classes from './shell.module.css'
import { ShortcutsModal } from './shortcuts-modal.tsx'

/** What stands around every screen. */
export function Shell() {
  const { t, i18n } = useTranslation()
  const { tenant, may, hasLogin, signOut } = useSession()
  const navigate = useNavigate()
  const [shortcuts, { open, close }] = useDisclosure(false)
  useHotkeys([
    ['shift+?', open],
    ['?', open],
  ])
  const name = (i18n.language === 'ar' && tenant.name2) || tenant.name

  return (
    <div className={classes.shell}>
      <a className={classes.skip} href="#content">
        {t('shell.skip')}
      </a>
      <header className={classes.bar}>
        <span className={classes.tenant}>
          <span aria-hidden="true" className={classes.mark} />
          <Name>{name}</Name>
        </span>
        <UnstyledButton className={classes.find} onClick={spotlight.open}>
          <Icon name="search" size={16} />
          <span>{t('shell.find')}</span>
          <kbd dir="ltr">Ctrl K</kbd>
        </UnstyledButton>
        <div className={classes.tools}>
          <LookSwitches />
          <ToolButton icon="help" label={t('shell.shortcuts')} onClick={open} />
          {hasLogin && (
            <ToolButton icon="person" label={t('shell.ownLogin')} onClick={() => navigate({ to: '/account' })} />
          )}
          <ToolButton icon="leave" label={t('shell.signOut')} onClick={signOut} />
        </div>
      </header>
      <nav aria-label={t('shell.places')} className={classes.rail}>
        {placesFor(may).map(({ to, icon, label }) => (
          <Link activeProps={{ 'aria-current': 'page' }} className={classes.place} key={to} to={to}>
            <Icon name={icon} size={22} />
            <span>{t(label)}</span>
          </Link>
        ))}
      </nav>
      <main className={classes.content} id="content" tabIndex={-1}>
        <OfflineBanner />
        <Outlet />
      </main>
      <CommandSpotlight onShortcuts={open} />
      <ShortcutsModal onClose={close} opened={shortcuts} />
    </div>
  )
}

interface Tool {
  readonly icon: 'help' | 'leave' | 'person'
  readonly label: string
  readonly onClick: () => void
}

function ToolButton({ icon, label, onClick }: Tool) {
  return (
    <Tooltip label={label}>
      <ActionIcon
        aria-label={label}
        onClick={onClick}
        size="lg"
        style={{ color: 'var(--kith-ink-soft)' }}
        variant="subtle"
      >
        <Icon name={icon} />
      </ActionIcon>
    </Tooltip>
  )
}
