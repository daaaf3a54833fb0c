import { KithRefusal, openKith } from '@kith/sdk'
import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useCallback, useEffect, useMemo, useState } from 'react'
import { Failure, Loading } from '../design/states.tsx'
import { present } from '../language/language.ts'
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
  const [state, setState] = useState<State>(() => ({ is: credential.token() ? 'checking' : 'signed out' }))

  const signOut = useCallback(() => {
    credential.forget()
    queries.clear()
    setState({ is: 'signed out' })
  }, [queries])

  const check = useCallback(async () => {
    setState({ is: 'checking' })
    try {
      setState({ is: 'open', tenant: await kith.getTenant() })
    } catch (error) {
      if (!(error instanceof KithRefusal && error.status === 401)) return setState({ is: 'failed', error })
      credential.forget()
      setState({ is: 'signed out', why: 'refused' })
    }
  }, [kith])

  useEffect(() => {
    if (credential.token()) void check()
    return queries.getQueryCache().subscribe(({ query }) => {
      const { error } = query.state
      if (!(error instanceof KithRefusal && error.status === 401) || !credential.token()) return
      signOut()
      setState({ is: 'signed out', why: 'ended' })
    })
  }, [check, queries, signOut])

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
