import type { FieldProblem } from '../../kit/field-problem.ts'
import { type UnfitField, unfitFields } from '../../kit/invalid.ts'
import { eachOf } from '../../kit/known.ts'
import { latinDigits } from '../../kit/text.ts'
import {
  ADDRESS_LINE_NEEDED,
  COORDINATES_INCOMPLETE,
  COORDINATES_UNSET,
  NEEDED_HERE,
  POSTAL_CODE_INVALID,
  POSTAL_CODE_UNUSED,
  SUBDIVISION_UNKNOWN,
} from './problems.ts'
import { findSubdivision, type Needed, ruleOf } from './rules/index.ts'
import type { Described } from './shapes.ts'

/** The location parts that the provider validates, without labels and notes. */
export const PLACE = [
  'building',
  'building2',
  'floor',
  'apartment',
  'street',
  'street2',
  'area',
  'area2',
  'city',
  'city2',
  'subdivision',
  'postalCode',
] as const satisfies readonly (keyof Described)[]
export type Place = Pick<Described, (typeof PLACE)[number]> & { readonly country: string }

const FIELDS: Record<Needed, readonly (typeof PLACE)[number][]> = {
  line: ['building', 'building2', 'street', 'street2', 'area', 'area2'],
  city: ['city', 'city2'],
  subdivision: ['subdivision'],
  postalCode: ['postalCode'],
}

/** Normalised by the rules of the country, or refused with all errors. */
export function fitPlace<P extends Described>(country: string, given: P): P {
  const errors = [...unfitPlace(country, given), ...unfitCoordinates(given)]
  if (errors.length > 0) throw unfitFields(errors)
  const { postalCode, subdivision } = given
  const known = subdivision === null ? undefined : findSubdivision(country, subdivision)
  return { ...given, postalCode: tidyPostalCode(country, postalCode), subdivision: known?.code ?? subdivision }
}

export function unfitPlace(country: string, given: Described): UnfitField[] {
  const rule = ruleOf(country)
  const errors = rule.needs
    .filter((needed) => FIELDS[needed].every((field) => given[field] === null))
    .map((needed) => (needed === 'line' ? unfit('street', ADDRESS_LINE_NEEDED) : unfit(needed, NEEDED_HERE)))

  const postalCode = tidyPostalCode(country, given.postalCode)
  if (postalCode !== null && !rule.postalCodes) errors.push(unfit('postalCode', POSTAL_CODE_UNUSED))
  else if (postalCode !== null && !rule.postalCodes!.pattern.test(postalCode)) {
    errors.push(unfit('postalCode', POSTAL_CODE_INVALID))
  }
  const { subdivision } = given
  if (subdivision !== null && rule.subdivisions.length > 0 && !findSubdivision(country, subdivision)) {
    errors.push(unfit('subdivision', SUBDIVISION_UNKNOWN))
  }
  return errors
}

/** Both or neither; and not 0, 0, which a device reports without a position. */
export function unfitCoordinates({ latitude, longitude }: Described): UnfitField[] {
  if ((latitude === null) !== (longitude === null)) {
    return [unfit(latitude === null ? 'latitude' : 'longitude', COORDINATES_INCOMPLETE)]
  }
  return latitude === 0 && longitude === 0 ? [unfit('latitude', COORDINATES_UNSET)] : []
}

export const placeOf = (country: string, details: Described): Place => ({
  country,
  ...eachOf(PLACE, (field) => details[field]),
})

function tidyPostalCode(country: string, typed: string | null): string | null {
  if (typed === null) return null
  const plain = latinDigits(typed).toUpperCase().replace(/\s+/g, ' ')
  return ruleOf(country).postalCodes?.tidy?.(plain) ?? plain
}

const unfit = (path: string, code: FieldProblem): UnfitField => ({ path, code })
