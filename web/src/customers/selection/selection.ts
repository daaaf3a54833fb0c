import { useState } from 'react'
import type { Customer } from '../../session/session.ts'

/** Who is chosen, by id. */
export type Chosen = ReadonlyMap<string, Customer>

export interface Selection {
  readonly chosen: Chosen
  /** One more or less; with `range` everybody from the one before up to here. */
  toggle(people: readonly Customer[], person: Customer, range: boolean): void
  /** Everybody who is loaded, or nobody. */
  toggleAll(people: readonly Customer[]): void
  clear(): void
}

/** Lives as long as the list is the same: nobody is chosen whom another filter hides. */
export function useSelection(list: string): Selection {
  const [state, setState] = useState<{ list: string; chosen: Chosen; last: string | null }>()
  const { chosen, last } = state?.list === list ? state : { chosen: new Map<string, Customer>(), last: null }
  const set = (chosen: Chosen, last: string | null) => setState({ list, chosen, last })
  return {
    chosen,
    toggle: (people, person, range) => set(toggled(chosen, people, person, range ? last : null), person.id),
    toggleAll: (people) => set(isAll(chosen, people) ? new Map() : new Map(people.map((one) => [one.id, one])), null),
    clear: () => set(new Map(), null),
  }
}

export const isAll = (chosen: Chosen, people: readonly Customer[]) =>
  people.length > 0 && chosen.size >= people.length && people.every(({ id }) => chosen.has(id))

export function toggled(
  chosen: Chosen,
  people: readonly Customer[],
  person: Customer,
  from: string | null,
): ReadonlyMap<string, Customer> {
  const after = new Map(chosen)
  const begin = people.findIndex(({ id }) => id === from)
  const end = people.findIndex(({ id }) => id === person.id)
  const range = begin < 0 ? [person] : people.slice(Math.min(begin, end), Math.max(begin, end) + 1)
  const add = !chosen.has(person.id)
  for (const one of range) {
    if (add) after.set(one.id, one)
    else after.delete(one.id)
  }
  return after
}
