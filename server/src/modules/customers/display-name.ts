import { createHash } from 'node:crypto'
import { ADJECTIVES, ANIMALS } from './display-name-words.ts'

const NUMBERS = 90
export const NAMES_WITH_TWO_DIGITS = ADJECTIVES.length * ANIMALS.length * NUMBERS
// Prime, so that stepping by it reaches every name once.
const STEP = 3_758_083

/**
 * `WildTiger42`. Each ordinal of a tenant has another name, so names are unique without a lookup; neighbours share no
 * word, and tenants start at different points. After six million come names with three digits.
 */
export function displayName(tenant: string, ordinal: number): string {
  const round = Math.floor(ordinal / NAMES_WITH_TWO_DIGITS)
  const start = createHash('sha256').update(tenant).digest().readUInt32BE()
  const place = (start + (ordinal % NAMES_WITH_TWO_DIGITS) * STEP) % NAMES_WITH_TWO_DIGITS
  const number = 10 + round * NUMBERS + (place % NUMBERS)
  const animal = Math.floor(place / NUMBERS) % ANIMALS.length
  const adjective = Math.floor(place / NUMBERS / ANIMALS.length)
  return `${ADJECTIVES[adjective]}${ANIMALS[animal]}${number}`
}
