import fc from 'fast-check'
import type { Match } from './needle.ts'
import type { Person } from './person.ts'
import { type PreparedQuery, prepareQuery } from './query.ts'
import { termsOf } from './terms.ts'

export const ahmed = {
  firstName: 'Ahmed',
  lastName: 'Al-Said',
  phone: '+96890123456',
  email: 'ahmed@example.com',
  number: 42,
}
export const named = (name: string): Person => ({ name })

/** As the database sees it: of every group some alternative is in the row. */
export function accepts(all: PreparedQuery['all'], person: Person): boolean {
  const terms = new Set(termsOf(person))
  return all.length > 0 && all.every((alternatives) => alternatives.some((term) => terms.has(term)))
}

/** How a query finds a person: in the first stage that the person's terms reach. Null where it does not. */
export function matchIn(q: string, person: Person): { reached: Match; match: Match } | null {
  const query = prepareQuery(q)
  const found = query.fit(person)
  const reached = query.stages.find(({ all }) => accepts(all, person))
  return found && reached ? { reached: reached.match, match: found.match } : null
}

export const finds = (q: string, person: Person) => matchIn(q, person) !== null

const LATIN = [
  ...[
    'Ahmed',
    'Mohammed',
    'Saeed',
    'Fatimah',
    'Khalid',
    'Theyab',
    'Abdul',
    'Abdulrahman',
    'Abd',
    'al',
    'Al-Said',
    'Alharthi',
    'bin',
  ],
  ...[
    'Ash-Shamsi',
    'Aya',
    'Noor',
    "D'Souza",
    "O'Brien",
    'Priya',
    'Vikram',
    'Dela Cruz',
    'Zoë',
    'Xavier',
    'Elizabeth',
    'Al',
    'D',
  ],
]
const ARABIC = [
  'أحمد',
  'مُحَمَّد',
  'السعيد',
  'سعيد',
  'فاطمة',
  'عبد',
  'الرحمن',
  'عبدالله',
  'آية',
  'علي',
  'ذياب',
  'بن',
  'ال',
  'إسحاق',
  'طه',
  'نور',
  'مي',
]

export function word() {
  return fc.constantFrom(...LATIN, ...ARABIC)
}
