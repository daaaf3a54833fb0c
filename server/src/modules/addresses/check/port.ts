import type { Place } from '../place.ts'
import type { Address } from '../shapes.ts'

/** What a provider says of a place: names of its parts and what is wrong with them, never the place itself. */
export interface Opinion {
  readonly verdict: Address['verification']
  readonly reasons: readonly string[]
}

/** The port: somebody outside who knows which addresses exist. Its answer is heard before the address is stored. */
export interface Checker {
  readonly countries: ReadonlySet<string>
  /** False while it is known not to answer. */
  readonly answers: boolean
  /** Null when it does not answer in time. Never throws, and never waits longer than a till can. */
  check(place: Place): Promise<Opinion | null>
}
