import { KithRefusal } from '@kith/sdk'
import { ActionIcon, Tooltip } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { Navigate, Outlet } from '@tanstack/react-router'
import { type ReactNode, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../design/icons.tsx'
import { LookSwitches } from '../design/look-switches.tsx'
import { Failure, SkeletonRows } from '../design/states.tsx'
import { Name } from '../design/written.tsx'
import { AtBusiness } from '../session/at-business.tsx'
import { onEnded } from '../session/carry.ts'
import { credential } from '../session/credential.ts'
import { coloured, Hours, Mark, useFaceHere } from '../session/face.tsx'
import { endSession } from '../session/session-provider.tsx'
import classes from './account-page.module.css'
import { useBusinessName } from './door/door.tsx'
import { useMe } from './own.ts'
import { OwnNav } from './own-nav.tsx'

/** The frame of the user's own pages; redirects to the sign-in without a session. */
export function OwnFrame(): ReactNode {
  const queries = useQueryClient()
  const [out, setOut] = useState<'left' | 'ended' | null>(credential.session() ? null : 'left')
  useEffect(() => {
    const stop = [onEnded(() => setOut('ended')), credential.onForgotten(() => setOut('left'))]
    return () => {
      for (const one of stop) one()
    }
  }, [])
  async function signOut() {
    await endSession()
    setOut('left')
    queries.clear()
  }
  if (out !== null) return <Navigate replace to="/account/sign-in" {...(out === 'ended' && { hash: 'ended' })} />
  return (
    <AtBusiness>
      <Framed onSignOut={() => void signOut()} />
    </AtBusiness>
  )
}

function Framed({ onSignOut }: { readonly onSignOut: () => void }) {
  const { t } = useTranslation()
  const me = useMe()
  const face = useFaceHere()
  const isOver = me.error instanceof KithRefusal && me.error.status === 401
  return (
    <>
      <header className={classes.bar} style={coloured(face)}>
        <div className={classes.within}>
          <Mark className={classes.mark} face={face} />
          <span className={classes.business}>
            <Name>{useBusinessName()}</Name>
          </span>
          <LookSwitches explain={(label, button) => <Tooltip label={label}>{button}</Tooltip>} />
          <Tooltip label={t('shell.signOut')}>
            <ActionIcon
              aria-label={t('shell.signOut')}
              onClick={onSignOut}
              size="lg"
              style={{ color: 'var(--kith-ink-soft)' }}
              variant="subtle"
            >
              <Icon name="leave" />
            </ActionIcon>
          </Tooltip>
        </div>
      </header>
      {me.data?.customer && <OwnNav />}
      <main className={classes.content}>
        {me.error && !isOver && <Failure error={me.error} onRetry={me.refetch} />}
        {!me.data && (!me.error || isOver) && <SkeletonRows height={96} rows={5} />}
        {me.data && <Outlet />}
        <Hours face={face} />
      </main>
    </>
  )
}
