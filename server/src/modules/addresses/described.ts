import type { Described } from './shapes.ts'

export const NOTHING: Described = {
  label: null,
  label2: null,
  building: null,
  building2: null,
  floor: null,
  apartment: null,
  street: null,
  street2: null,
  area: null,
  area2: null,
  city: null,
  city2: null,
  subdivision: null,
  postalCode: null,
  latitude: null,
  longitude: null,
  deliveryNotes: null,
  ownFields: {},
}

/** The location fields of an input, as far as given. */
export function describedIn(input: object): Partial<Described> {
  return Object.fromEntries(Object.entries(input).filter(([field, value]) => field in NOTHING && value !== undefined))
}

export const given = (values: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(
    Object.entries(values).filter(
      ([, value]) => value !== null && (typeof value !== 'object' || Object.keys(value ?? {}).length > 0),
    ),
  )
