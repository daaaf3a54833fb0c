import fc from 'fast-check'
import type { Person } from './person.ts'
import { prepareQuery } from './query.ts'
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
export function accepts(all: string[][], person: Person): boolean {
  const terms = new Set(termsOf(person))
  return all.length > 0 && all.every((alternatives) => alternatives.some((term) => terms.has(term)))
}

export function finds(q: string, person: Person): boolean {
  const query = prepareQuery(q)
  return accepts(query.all, person) && query.matches(person)
}

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
