import { ActionIcon, Tooltip, UnstyledButton } from '@mantine/core'
import { useDisclosure, useHotkeys } from '@mantine/hooks'
import { spotlight } from '@mantine/spotlight'
import { Outlet, useNavigate } from '@tanstack/react-router'
import { lazy, Suspense, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../design/icons.tsx'
import { LookSwitches } from '../design/look-switches.tsx'
import '../design/tables-as-cards.css'
import { useTablesAsCards } from '../design/tables-as-cards.ts'
import { leave } from '../design/unsaved.ts'
import { Name } from '../design/written.tsx'
import { withMoreTexts } from '../language/language.ts'
import { useSession } from '../session/session.ts'
import { useTenant } from '../session/tenant.ts'
import { Bell } from './bell.tsx'
import { OfflineBanner } from './offline-banner.tsx'
import { Rail } from './rail.tsx'
import classes from './shell.module.css'

// Loaded on first use, to keep the first screen light.
const commandSpotlight = withMoreTexts(() => import('./command-spotlight.tsx'))
const CommandSpotlight = lazy(async () => ({ default: (await commandSpotlight()).CommandSpotlight }))
const ShortcutsModal = lazy(() => import('./shortcuts-modal.tsx').then((it) => ({ default: it.ShortcutsModal })))

const Sending = lazy(() => import('./sending.tsx').then(({ Sending }) => ({ default: Sending })))

/** The frame of every screen. */
export function Shell() {
  const { t, i18n } = useTranslation()
  const { may, hasLogin, signOut } = useSession()
  const tenant = useTenant()
  const navigate = useNavigate()
  const [shortcuts, { open, close }] = useDisclosure(false)
  const [hasFinder, setFinder] = useState(false)
  const content = useRef<HTMLElement>(null)
  useTablesAsCards(content)
  const find = () => {
    setFinder(true)
    spotlight.open()
  }
  useHotkeys([['mod+K', find]], [])
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
        <UnstyledButton className={classes.find} onClick={find}>
          <Icon name="search" size={16} />
          <span>{t('shell.find')}</span>
          <kbd dir="ltr">Ctrl K</kbd>
        </UnstyledButton>
        <div className={classes.tools}>
          <LookSwitches explain={(label, button) => <Tooltip label={label}>{button}</Tooltip>} />
          <Bell />
          <ToolButton icon="help" label={t('shell.shortcuts')} onClick={open} />
          {hasLogin && (
            <ToolButton icon="person" label={t('shell.ownLogin')} onClick={() => navigate({ to: '/account' })} />
          )}
          <ToolButton icon="leave" label={t('shell.signOut')} onClick={() => leave(signOut)} />
        </div>
      </header>
      <Rail />
      <main className={classes.content} id="content" ref={content} tabIndex={-1}>
        <OfflineBanner />
        <Outlet />
      </main>
      <Suspense>
        {may('customers:write') && <Sending />}
        {hasFinder && <CommandSpotlight onShortcuts={open} />}
        {shortcuts && <ShortcutsModal onClose={close} opened />}
      </Suspense>
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
