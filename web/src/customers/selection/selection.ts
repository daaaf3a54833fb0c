import { useRef, useState } from 'react'
import type { PeopleList } from '../../person/people/people-list.ts'
import type { Customer } from '../../session/session.ts'

/** The API's maximum for one export. */
export const MOST_CHOSEN = 5_000

/** The ids of selected customers. */
export type Chosen = ReadonlyMap<string, Customer>

export interface Selection {
  readonly chosen: Chosen
  /** The number found so far while selecting all matches; null otherwise. */
  readonly finding: number | null
  /** There are more matches than can be selected. */
  readonly isCut: boolean
  /** Adds or removes one; with `range` all from the last one to this. */
  toggle(list: PeopleList, person: Customer, row: number, range: boolean): Promise<void>
  /** Adds all from one row to another. */
  reach(list: PeopleList, from: number, to: number): Promise<void>
  /** Selects all matches, also unloaded ones; or none. */
  toggleAll(list: PeopleList): Promise<void>
  stop(): void
  clear(): void
}

interface State {
  readonly list: string
  readonly chosen: Chosen
  readonly last: number | null
  readonly isCut: boolean
}

/** Lives as long as the list: customers hidden by another filter are never selected. */
export function useSelection(list: string): Selection {
  const [state, setState] = useState<State>()
  const [finding, setFinding] = useState<number | null>(null)
  const search = useRef(new AbortController())
  const { chosen, last, isCut } = state?.list === list ? state : NOBODY
  const set = (chosen: Chosen, last: number | null = null, isCut = false) => setState({ list, chosen, last, isCut })

  async function toggle(people: PeopleList, person: Customer, row: number, range: boolean) {
    const those = range && last !== null ? await people.between(Math.min(last, row), Math.max(last, row)) : [person]
    set(toggled(chosen, those, !chosen.has(person.id)), row)
  }
  async function reach(people: PeopleList, from: number, to: number) {
    set(toggled(chosen, await people.between(Math.min(from, to), Math.max(from, to)), true), to)
  }
  async function toggleAll(people: PeopleList) {
    if (chosen.size > 0) return set(new Map())
    search.current = new AbortController()
    const { signal } = search.current
    setFinding(0)
    try {
      const everybody = await people.between(0, Math.min(people.count, MOST_CHOSEN) - 1, signal, setFinding)
      set(toggled(new Map(), everybody, true), null, people.count > MOST_CHOSEN)
    } catch (error) {
      if (!signal.aborted) throw error
    } finally {
      setFinding(null)
    }
  }
  return {
    chosen,
    finding,
    isCut,
    toggle,
    reach,
    toggleAll,
    stop: () => search.current.abort(),
    clear: () => set(new Map()),
  }
}

const NOBODY = { chosen: new Map<string, Customer>(), last: null, isCut: false } as const

/** Adds or removes these, up to the maximum. */
export function toggled(chosen: Chosen, those: readonly Customer[], add: boolean): Chosen {
  const after = new Map(chosen)
  for (const one of those) {
    if (!add) after.delete(one.id)
    else if (after.size < MOST_CHOSEN) after.set(one.id, one)
  }
  return after
}
