import { changes, type Values } from '../../person/edit/reconcile.ts'
import type { Point } from '../map/view.ts'
import type { Address, AddressChange, NewAddress } from './book.ts'

/** In Latin script and, with a 2, in Arabic script. */
export const PAIRED = ['label', 'building', 'street', 'area', 'city'] as const
const TEXTS = [
  'label',
  'label2',
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
  'deliveryNotes',
  'latitude',
  'longitude',
] as const
const FIELDS = ['type', 'country', ...TEXTS] as const
export type AddressField = (typeof FIELDS)[number]

export const isAddressField = (name: string): name is AddressField => (FIELDS as readonly string[]).includes(name)

export const emptyValues = (country: string): Values => ({
  ...Object.fromEntries(TEXTS.map((field) => [field, ''])),
  type: 'home',
  country,
})

export const valuesOf = (address: Address): Values =>
  Object.fromEntries(FIELDS.map((field) => [field, String(address[field] ?? '')]))

export function toNew(values: Values): NewAddress {
  const given = Object.entries(values).filter(([, value]) => value.trim() !== '')
  return withNumbers(Object.fromEntries(given)) as NewAddress
}

/** Null without changes. */
export function toChange(address: Address, values: Values): AddressChange | null {
  const changed = changes(valuesOf(address), values)
  if (Object.keys(changed).length === 0) return null
  return withNumbers(changed)
}

export function pointOf({ latitude = '', longitude = '' }: Values): Point | null {
  const [north, east] = [toNumber(latitude), toNumber(longitude)]
  return typeof north === 'number' && typeof east === 'number' ? { latitude: north, longitude: east } : null
}

function withNumbers(values: Record<string, string | null>) {
  const coordinates = ['latitude', 'longitude'].filter((field) => typeof values[field] === 'string')
  return { ...values, ...Object.fromEntries(coordinates.map((field) => [field, toNumber(values[field]!)])) }
}

const ARABIC_ZERO = 0x660
/** An invalid number goes to the server unchanged, which reports it. */
function toNumber(typed: string): number | string {
  const latin = typed.replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - ARABIC_ZERO)).replace('٫', '.')
  return latin.trim() !== '' && Number.isFinite(Number(latin)) ? Number(latin) : typed
}
