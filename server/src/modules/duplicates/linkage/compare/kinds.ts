/**
 * What a column may hold, how two of its values are compared, and what an agreement says. `same` is always the last level
 * but for `swapped`, which only first names have: it then holds for the last name too.
 */
const NAME = ['different', 'weak', 'initial', 'part', 'near', 'slip', 'sounds', 'same'] as const
const WORDS = ['different', 'some', 'half', 'most', 'nearly', 'same'] as const
const CODE = ['different', 'begins', 'near', 'slip', 'same'] as const
export const LEVELS = {
  name: NAME,
  words: WORDS,
  code: CODE,
  date: ['different', 'year', 'partly', 'slip', 'turned', 'same'],
  phone: ['different', 'tail', 'slip', 'turned', 'formerly', 'same'],
  email: ['different', 'near', 'local', 'domain', 'slip', 'same'],
  category: ['different', 'same'],
} as const
export type Measure = keyof typeof LEVELS

interface Kind {
  readonly measure: Measure
  /** People of one household share it as one person does: how often, of ten. */
  readonly shared: number
  /** What is said beforehand of one person's records: how often the value is the same, of ten. */
  readonly kept: number
  /** At most so often, of ten, it is another altogether: what differs more often does not belong to one person. */
  readonly differs: number
}

export const KINDS = {
  firstName: { measure: 'name', shared: 0, kept: 8, differs: 1.5 },
  lastName: { measure: 'name', shared: 8, kept: 8, differs: 4 },
  birthDate: { measure: 'date', shared: 0, kept: 9, differs: 3 },
  phone: { measure: 'phone', shared: 5, kept: 7, differs: 7 },
  email: { measure: 'email', shared: 1, kept: 7, differs: 7 },
  id: { measure: 'code', shared: 0, kept: 9, differs: 3 },
  company: { measure: 'words', shared: 1, kept: 7, differs: 8 },
  address: { measure: 'words', shared: 9, kept: 6, differs: 7 },
  number: { measure: 'code', shared: 9, kept: 7, differs: 7 },
  postcode: { measure: 'code', shared: 9, kept: 7, differs: 6 },
  city: { measure: 'name', shared: 9, kept: 7, differs: 6 },
  region: { measure: 'category', shared: 9, kept: 8, differs: 5 },
  country: { measure: 'category', shared: 9, kept: 9, differs: 4 },
  gender: { measure: 'category', shared: 0, kept: 9, differs: 1 },
  text: { measure: 'words', shared: 2, kept: 6, differs: 8 },
} as const satisfies Record<string, Kind>
export type KindName = keyof typeof KINDS

export interface Field {
  readonly name: string
  readonly kind: KindName
}
/** One value, or several of which any may agree. */
export type Value = string | readonly string[]
/** A record by the names of its fields. */
export type Values = Readonly<Record<string, Value | null | undefined>>

export const levelsOf = (kind: KindName): readonly LevelName[] => LEVELS[KINDS[kind].measure]
export const SAME = (kind: KindName) => levelsOf(kind).length - 1
/** One more than there are levels: first and last name stand in each other's place. */
export const SWAPPED = NAME.length
export const MISSING = 255

export const LEVEL_NAMES = [...Object.values(LEVELS).flat(), 'swapped', 'missing'] as const
export type LevelName = (typeof LEVEL_NAMES)[number]
export function levelName(kind: KindName, level: number): LevelName {
  if (level === MISSING) return 'missing'
  return level === SWAPPED ? 'swapped' : LEVELS[KINDS[kind].measure][level]!
}
