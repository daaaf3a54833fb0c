import { KithRefusal } from '@kith/sdk'
import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { Failure, Loading } from '../design/states.tsx'
import { Here } from '../language/here.ts'
import { forgetSession, keptSession } from '../offline/kept-session.ts'
import { WaitedForAtDoor } from '../offline/waited-for.tsx'
import { isUnreachable } from '../reach/unreachable.ts'
import { login, onEnded, openOwn } from './carry.ts'
import { credential } from './credential.ts'
import { IdleLock } from './idle-lock.tsx'
import { NotStaff } from './not-staff.tsx'
import { SessionContext, type Tenant } from './session.ts'
import { SignInPage } from './sign-in-page.tsx'

type State =
  | { readonly is: 'signed out'; readonly why?: 'refused' | 'ended' }
  | { readonly is: 'checking' }
  | { readonly is: 'not staff' }
  | { readonly is: 'failed'; readonly error: unknown }
  | { readonly is: 'open'; readonly tenant: Tenant }

const atFirst = (): State => ({ is: credential.mayBeOpen() ? 'checking' : 'signed out' })

/** For the screens of staff: shows the sign-in until there is a session, then the content. */
export function SessionProvider({ children }: { readonly children: ReactNode }) {
  const queries = useQueryClient()
  const kith = useMemo(() => openOwn(), [])
  const [state, setState] = useState<State>(atFirst)
  /** Signing out: a call that is refused meanwhile must not show the sign-in before it is done. */
  const leaving = useRef(false)

  const leave = useCallback(
    (why?: 'refused' | 'ended') => {
      credential.forget()
      void forgetSession().catch(() => undefined)
      queries.clear()
      setState(why ? { is: 'signed out', why } : { is: 'signed out' })
    },
    [queries],
  )
  const signOut = useCallback(async () => {
    leaving.current = true
    // A key belongs to this tab; the cookie session may be in use in another one.
    if (credential.session()?.onTill && !credential.token()) await lockTill()
    else if (!credential.token()) await endSession()
    leave()
  }, [leave])

  const check = useCallback(async () => {
    setState({ is: 'checking' })
    try {
      setState({ is: 'open', tenant: await kith.tenants.get() })
    } catch (error) {
      if (isUnreachable(error)) {
        const kept = await keptSession().catch(() => null)
        return setState(kept ? { is: 'open', tenant: kept.tenant } : { is: 'failed', error })
      }
      const status = error instanceof KithRefusal ? error.status : 0
      if (status === 403) return setState({ is: 'not staff' })
      if (status !== 401) return setState({ is: 'failed', error })
      leave(credential.token() ? 'refused' : 'ended')
    }
  }, [kith, leave])

  /** A browser may report that it is online without a reachable server: a router without a line, a new window. */
  const goOnAlone = useCallback(async () => {
    const kept = await keptSession().catch(() => null)
    if (kept) setState({ is: 'open', tenant: kept.tenant })
  }, [])

  useEffect(() => {
    if (atFirst().is === 'checking') void check()
  }, [check])
  const isOpen = state.is === 'open'
  useEffect(() => {
    if (!isOpen) return
    leaving.current = false
    const stopHearing = [
      onEnded((authorization) => !leaving.current && isPresent(authorization) && leave('ended')),
      credential.onForgotten(() => credential.token() ?? leave()),
    ]
    return () => {
      for (const stop of stopHearing) stop()
    }
  }, [isOpen, leave])

  const tenant = state.is === 'open' ? state.tenant : null
  const session = useMemo(() => {
    if (!tenant) return null
    const hasLogin = credential.token() === undefined
    return { kith, tenant, hasLogin, signOut: () => void signOut(), may: (scope: string) => tenant.may.includes(scope) }
  }, [kith, tenant, signOut])

  if (session) {
    return (
      <SessionContext value={session}>
        <Here at={session.tenant}>
          {children}
          {session.hasLogin && credential.session()?.onTill && <IdleLock onIdle={session.signOut} />}
        </Here>
      </SessionContext>
    )
  }
  if (state.is === 'checking') return <Loading />
  if (state.is === 'failed') {
    return (
      <>
        <Failure error={state.error} onRetry={check} />
        <WaitedForAtDoor />
      </>
    )
  }
  if (state.is === 'not staff') return <NotStaff onSignOut={() => void signOut()} />
  const enter = (key: string) => {
    credential.keep(key)
    return check()
  }
  return (
    <SignInPage
      onArrived={check}
      onKey={enter}
      onUnreachable={goOnAlone}
      why={state.is === 'signed out' ? state.why : undefined}
    />
  )
}

/** Not a failure of an earlier session, whose last responses come late. */
function isPresent(authorization: string | null): boolean {
  const token = credential.token()
  return authorization === (token === undefined ? null : `Bearer ${token}`)
}

/** After leaving a till the user returns with the PIN. */
async function lockTill(): Promise<void> {
  await login.accounts.lockTill().catch(() => undefined)
  credential.forgetSession()
}

/** Also without the server: signing out always works on this device. */
export async function endSession(): Promise<void> {
  credential.forgetSession()
  await login.accounts.logout().catch(() => undefined)
}
