import { type Dispatch, type SetStateAction, useEffect, useState } from 'react'
import { useSession } from '../session/session.ts'

/** The content beside the till's search field. */
type Beside =
  | { readonly is: 'hints' }
  | { readonly is: 'new'; readonly typed: string }
  | { readonly is: 'waiting' }
  | { readonly is: 'kept'; readonly id: string }
  | { readonly is: 'person'; readonly id: string }

/** The served customer is kept while another screen is open, in memory and for the same user only. */
let before: { readonly actor: string; readonly beside: Beside } | null = null

export function useBeside(): [Beside, Dispatch<SetStateAction<Beside>>] {
  const { actor } = useSession().tenant
  const [beside, setBeside] = useState<Beside>(() => (before?.actor === actor ? before.beside : { is: 'hints' }))
  useEffect(() => {
    before = beside.is === 'person' || beside.is === 'kept' ? { actor, beside } : null
  }, [actor, beside])
  return [beside, setBeside]
}
