import type { Output } from '@kith/sdk'
import { lazy, type ReactNode, Suspense, useState } from 'react'
import { Loading } from '../../design/states.tsx'
import { credential } from '../credential.ts'
import type { Method } from './second-factor.tsx'

const SecondFactor = lazy(() => import('./second-factor.tsx').then((it) => ({ default: it.SecondFactor })))
const RecoveryCodes = lazy(() => import('./recovery-codes.tsx').then((it) => ({ default: it.RecoveryCodes })))

export type Answer = Output<'accounts.login'>
type SignedIn = Extract<Answer, { account: unknown }>
export type Kind = SignedIn['account']['kind']
interface Half {
  readonly challenge: string
  readonly methods: readonly Method[]
}

interface Props {
  /** A sign-in whose first factor was used elsewhere. */
  readonly begun?: Half | undefined
  readonly onArrived: (kind: Kind) => void
  /** The first factor, of any kind; passes the server's answer on. */
  readonly children: (arrive: (answer: Answer) => void) => ReactNode
}

/** The steps between the first factor and the session: the second factor, and recovery codes shown once. */
export function Arrival({ begun, onArrived, children }: Props) {
  const [half, setHalf] = useState<Half | null>(begun ?? null)
  const [codes, setCodes] = useState<{ readonly all: readonly string[]; readonly kind: Kind } | null>(null)

  const enter = (answer: SignedIn & { readonly recoveryCodes?: string[] | undefined }) => {
    credential.keepSession(answer)
    if (answer.recoveryCodes) setCodes({ all: answer.recoveryCodes, kind: answer.account.kind })
    else onArrived(answer.account.kind)
  }
  const arrive = (answer: Answer) => ('mfa' in answer ? setHalf(answer.mfa) : enter(answer))

  if (codes) {
    return (
      <Suspense fallback={<Loading />}>
        <RecoveryCodes codes={codes.all} onKept={() => onArrived(codes.kind)} />
      </Suspense>
    )
  }
  if (half) {
    return (
      <Suspense fallback={<Loading />}>
        <SecondFactor {...half} onDone={enter} onLeave={() => setHalf(null)} />
      </Suspense>
    )
  }
  return children(arrive)
}
