import { KithRefusal, openKith } from '@kith/sdk'
import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useCallback, useEffect, useMemo, useState } from 'react'
import { Failure, Loading } from '../design/states.tsx'
import { present } from '../language/language.ts'
import { forgetSession, keptSession } from '../offline/kept-session.ts'
import { isUnreachable } from '../offline/unreachable.ts'
import { credential } from './credential.ts'
import { SessionContext, type Tenant } from './session.ts'
import { SignInPage } from './sign-in-page.tsx'

type State =
  | { readonly is: 'signed out'; readonly why?: 'refused' | 'ended' }
  | { readonly is: 'checking' }
  | { readonly is: 'failed'; readonly error: unknown }
  | { readonly is: 'open'; readonly tenant: Tenant }

/** Shows the sign-in until somebody is known, then what is inside. */
export function SessionProvider({ children }: { readonly children: ReactNode }) {
  const queries = useQueryClient()
  const kith = useMemo(() => openKith({ token: credential.token, language: present }), [])
  const [state, setState] = useState<State>(() => ({ is: mayBeOpen() ? 'checking' : 'signed out' }))

  const signOut = useCallback(() => {
    credential.forget()
    void forgetSession()
    queries.clear()
    setState({ is: 'signed out' })
  }, [queries])

  const check = useCallback(async () => {
    setState({ is: 'checking' })
    try {
      setState({ is: 'open', tenant: await kith.getTenant() })
    } catch (error) {
      if (!isEnded(error)) {
        const kept = isUnreachable(error) ? await keptSession() : null
        return setState(kept ? { is: 'open', tenant: kept.tenant } : { is: 'failed', error })
      }
      credential.forget()
      void forgetSession()
      setState({ is: 'signed out', why: 'refused' })
    }
  }, [kith])

  useEffect(() => {
    if (mayBeOpen()) void check()
  }, [check])
  const isOpen = state.is === 'open'
  useEffect(() => {
    if (!isOpen) return
    return queries.getQueryCache().subscribe(({ query }) => {
      if (!isEnded(query.state.error)) return
      signOut()
      setState({ is: 'signed out', why: 'ended' })
    })
  }, [isOpen, queries, signOut])

  const tenant = state.is === 'open' ? state.tenant : null
  const session = useMemo(
    () => tenant && { kith, tenant, signOut, may: (scope: string) => tenant.may.includes(scope) },
    [kith, tenant, signOut],
  )

  if (session) return <SessionContext value={session}>{children}</SessionContext>
  if (state.is === 'checking') return <Loading />
  if (state.is === 'failed') return <Failure error={state.error} onRetry={check} />
  const enter = (key: string) => {
    credential.keep(key)
    return check()
  }
  return <SignInPage onKey={enter} why={state.is === 'signed out' ? state.why : undefined} />
}

const isEnded = (error: unknown) => error instanceof KithRefusal && error.status === 401
/** Without network nobody can sign in, but a session that this device keeps goes on. */
const mayBeOpen = () => credential.token() !== undefined || !navigator.onLine
