import type { Text } from '../../../kit/refusal.ts'

/** `line` is a building, a street or an area: any of them is enough. */
export type Needed = 'line' | 'city' | 'subdivision' | 'postalCode'

export interface PostalCodes {
  /** The form of a normalised postal code; also used as `pattern` of a form. */
  readonly pattern: RegExp
  readonly example: string
  /** From what was typed, in capitals with ASCII digits and single spaces, to how the country writes it. */
  readonly tidy?: (typed: string) => string
}

export interface Subdivision extends Text {
  /** ISO 3166-2 without the country. */
  readonly code: string
}

export interface CountryRule {
  readonly needs: readonly Needed[]
  /** Null where the country has none. */
  readonly postalCodes: PostalCodes | null
  /** Empty: free text. */
  readonly subdivisions: readonly Subdivision[]
  /** How the postal format writes a subdivision. */
  readonly writes: 'code' | 'name'
  /** The position of the building number: `12 High Street`, `Hauptstraße 12`, or on a line of its own. */
  readonly number: 'before' | 'after' | 'apart'
}

/** From lines such as `MA Muscat · مسقط`. */
export function subdivisions(table: string): Subdivision[] {
  return table
    .trim()
    .split('\n')
    .map((line) => {
      const [, code, en, ar] = /^\s*(\S+) (.+) · (.+?)\s*$/.exec(line)!
      return { code: code!, en: en!, ar: ar! }
    })
}
