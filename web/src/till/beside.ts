import { type Dispatch, type SetStateAction, useEffect, useState } from 'react'
import { useSession } from '../session/session.ts'

/** What stands beside the field of the till. */
type Beside =
  | { readonly is: 'hints' }
  | { readonly is: 'new'; readonly typed: string }
  | { readonly is: 'waiting' }
  | { readonly is: 'kept'; readonly id: string }
  | { readonly is: 'person'; readonly id: string }

/** Who is served stays so while another screen is looked at, in memory and for the same person at the till only. */
let before: { readonly actor: string; readonly beside: Beside } | null = null

export function useBeside(): [Beside, Dispatch<SetStateAction<Beside>>] {
  const { actor } = useSession().tenant
  const [beside, setBeside] = useState<Beside>(() => (before?.actor === actor ? before.beside : { is: 'hints' }))
  useEffect(() => {
    before = beside.is === 'person' || beside.is === 'kept' ? { actor, beside } : null
  }, [actor, beside])
  return [beside, setBeside]
}
