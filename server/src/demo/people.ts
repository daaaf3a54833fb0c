import { type Community, communityOf, type FullName } from './communities.ts'
import { type Dice, diceOf, pick } from './dice.ts'
import { type Country, DEMO_PEOPLE, phoneOf } from './phones.ts'
import {
  ARABIC_NOTES,
  BRANCHES,
  COMPANY_KINDS,
  COMPANY_NAMES,
  DISHDASHA_NOTES,
  ENGLISH_NOTES,
  HEARD_FROM,
} from './remarks.ts'

export { DEMO_PEOPLE }

/**
 * A plausible customer of Marhaba Laundry in Muscat. The names are thrown together and the mailboxes cannot exist, but
 * Oman reserves no phone numbers for examples: a valid one may be a real person's, so nothing may ever be sent to these.
 */
export interface DemoPerson {
  type: 'guest' | 'stub' | 'full'
  firstName: string
  lastName: string | null
  /** The full name in Arabic script. */
  name2: string | null
  /** E.164. */
  phone: string | null
  email: string | null
  locale: 'en' | 'ar'
  /** Where the phone is from, ISO 3166 alpha-2; a guest has none. */
  country?: Country
  notes: string | null
  preferredName: string | null
  companyName: string | null
  /** Their own, or one like it: from a throw of its own, so that the others stay as they were. */
  birthDate: string | null
  /** With a fraction, so that a day's people do not all come at the same second. */
  createdDaysAgo: number
  extra: Record<string, unknown>
}

const GUESTS = 0.08
const STUBS = 0.67

/** The n-th of `DEMO_PEOPLE` people, always the same; no other has their phone or e-mail. */
export function demoPerson(n: number): DemoPerson {
  if (!Number.isInteger(n) || n < 0 || n >= DEMO_PEOPLE) throw new RangeError(`no demo person ${n} of ${DEMO_PEOPLE}`)

  const dice = diceOf(n)
  const createdDaysAgo = daysAgo(dice)
  const kind = dice()
  if (kind < GUESTS) return guest(createdDaysAgo)
  const type = kind < GUESTS + STUBS ? 'stub' : 'full'
  const { withLastName, withEmail, withNotes, withNickname, withCompany } = HABITS[type]

  const community = communityOf(dice)
  const woman = dice() < community.women
  const name = community.nameOf(dice, woman)
  const locale = community.arab && dice() < ARABS_IN_ARABIC ? 'ar' : 'en'
  const country = dice() < community.abroad ? pick(dice, community.homes) : 'OM'
  const hasLastName = dice() < withLastName

  return {
    type,
    firstName: name.first.latin,
    lastName: hasLastName ? name.last.latin : null,
    name2: arabicName(dice, type, community, name, hasLastName),
    phone: phoneOf(country, n),
    email: dice() < withEmail ? emailOf(dice, name, n) : null,
    locale,
    country,
    notes: dice() < withNotes ? noteOf(dice, community) : null,
    preferredName: dice() < withNickname ? community.preferredNameOf(dice, woman, locale) : null,
    companyName: dice() < withCompany ? `${pick(dice, COMPANY_NAMES)} ${pick(dice, COMPANY_KINDS)}` : null,
    birthDate: birthDateOf(n, type),
    createdDaysAgo,
    extra: extraOf(dice, type),
  }
}

const HABITS = {
  stub: { withLastName: 0.8, withEmail: 0.04, withNotes: 0.08, withNickname: 0.02, withCompany: 0.01 },
  full: { withLastName: 1, withEmail: 1, withNotes: 0.22, withNickname: 0.08, withCompany: 0.03 },
}
const ARABS_IN_ARABIC = 0.75
const ARABIC_SCRIPT = { arab: { stub: 0.9, full: 0.97 }, other: { stub: 0.08, full: 0.2 } }

function guest(createdDaysAgo: number): DemoPerson {
  return {
    type: 'guest',
    firstName: 'Walk-in Customer',
    lastName: null,
    name2: 'زائر',
    phone: null,
    email: null,
    locale: 'en',
    notes: null,
    preferredName: null,
    companyName: null,
    birthDate: null,
    createdDaysAgo,
    extra: {},
  }
}

const OPENED_DAYS_AGO = 3 * 365

/** Half of the people came in the last quarter of the time: the laundry grows. */
function daysAgo(dice: Dice) {
  const throwOf = dice()
  return Math.round(OPENED_DAYS_AGO * throwOf * throwOf * 10_000) / 10_000
}

function arabicName(dice: Dice, type: 'stub' | 'full', { arab }: Community, { first, last }: FullName, whole: boolean) {
  if (dice() >= ARABIC_SCRIPT[arab ? 'arab' : 'other'][type]) return null
  return whole ? `${first.arabic} ${last.arabic}` : first.arabic
}

const BORN = { from: Date.UTC(1948, 0, 1), years: 58 }
const TELLS_BIRTH_DATE = { stub: 0.05, full: 0.55 }

function birthDateOf(n: number, type: 'stub' | 'full'): string | null {
  const dice = diceOf(n + DEMO_PEOPLE)
  if (dice() >= TELLS_BIRTH_DATE[type]) return null
  return new Date(BORN.from + dice() * BORN.years * 365.25 * 86_400_000).toISOString().slice(0, 10)
}

function noteOf(dice: Dice, { arab }: Community) {
  if (!arab) return pick(dice, dice() < 0.05 ? ARABIC_NOTES : ENGLISH_NOTES)
  if (dice() < 0.5) return pick(dice, ARABIC_NOTES)
  return pick(dice, dice() < 0.25 ? DISHDASHA_NOTES : ENGLISH_NOTES)
}

// Reserved for examples by RFC 2606: mail to them is undeliverable.
const DOMAINS = ['example.com', 'example.org', 'example.net'] as const

/** Names have no digits, so the number at the end and the domain give back n: no two people share an address. */
function emailOf(dice: Dice, name: FullName, n: number) {
  const first = letters(name.first.latin)
  const family = letters(name.family)
  const number = Math.floor(n / DOMAINS.length)
  return `${pick(dice, WAYS)(first, family)}${number}@${DOMAINS[n % DOMAINS.length]}`
}

const WAYS: readonly ((first: string, family: string) => string)[] = [
  (first, family) => `${first}.${family}`,
  (first, family) => `${first}.${family}`,
  (first, family) => `${first}_${family}`,
  (first, family) => first + family,
  (first, family) => `${first[0]}.${family}`,
  (first, family) => `${family}.${first}`,
  (first) => first,
]

const MARKS_AND_SIGNS = /[^a-z]+/g

function letters(name: string) {
  return name.normalize('NFD').toLowerCase().replace(MARKS_AND_SIGNS, '')
}

function extraOf(dice: Dice, type: 'stub' | 'full'): Record<string, unknown> {
  return {
    ...(dice() < 0.7 && { branch: pick(dice, BRANCHES) }),
    ...(type === 'full' && dice() < 0.4 && { heardFrom: pick(dice, HEARD_FROM) }),
  }
}
