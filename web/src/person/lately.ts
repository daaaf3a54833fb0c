import { useEffect, useSyncExternalStore } from 'react'
import { type Customer, useSession } from '../session/session.ts'

const MOST = 8
/** They have no page, or that of another. */
const GONE: readonly Customer['status'][] = ['merged', 'erased']

type Lately = Pick<Customer, 'id' | 'number' | 'name' | 'name2'>
interface Kept {
  readonly actor: string
  /** At the till. */
  readonly served: readonly Lately[]
  /** Also on their page. */
  readonly seen: readonly Lately[]
}
const NONE: readonly Lately[] = []

/** In memory alone, and of one user: the next at the same till sees none of it. */
let kept: Kept | null = null
const hearers = new Set<() => void>()
const hear = (then: () => void) => {
  hearers.add(then)
  return () => hearers.delete(then)
}

/** Remembers the customer on the screen, with the name as it is now. */
export function useRememberLately(customer: Customer | undefined, isServed = false): void {
  const { actor } = useSession().tenant
  useEffect(() => {
    if (!customer) return
    const { id, number, name, name2, status } = customer
    const { served, seen } = kept?.actor === actor ? kept : { served: NONE, seen: NONE }
    const first = GONE.includes(status) ? NONE : [{ id, number, name, name2 }]
    const after = (before: readonly Lately[]) => [...first, ...before.filter((one) => one.id !== id)].slice(0, MOST)
    kept = { actor, served: isServed || first.length === 0 ? after(served) : served, seen: after(seen) }
    for (const then of hearers) then()
  }, [actor, customer, isServed])
}

/** The last first. */
export function useLately(which: 'served' | 'seen'): readonly Lately[] {
  const { actor } = useSession().tenant
  return useSyncExternalStore(hear, () => (kept?.actor === actor ? kept[which] : NONE))
}
