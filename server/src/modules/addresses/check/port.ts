import type { Place } from '../place.ts'
import type { Address } from '../shapes.ts'

/** A provider's verdict: names of parts of the address and what is wrong with them, never the address itself. */
export interface Opinion {
  readonly verdict: Address['verification']
  readonly reasons: readonly string[]
}

/** The port to a provider that knows which addresses exist. It is called before the address is stored. */
export interface Checker {
  readonly countries: ReadonlySet<string>
  /** False while the provider is known to be down. */
  readonly answers: boolean
  /** Null without a response in time. Never throws, and never waits longer than a till can. */
  check(place: Place): Promise<Opinion | null>
}
