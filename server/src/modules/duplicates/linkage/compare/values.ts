import { LEVELS, SAME } from './kinds.ts'
import { FORMERLY } from './normal.ts'
import { likeness, slips } from './strings.ts'

/** A date as eight digits: year, month, day. Zeros where a part is not known. */
export function compareDates(one: string, other: string): number {
  if (one === other) return 5
  const parts = (text: string) => [text.slice(0, 4), text.slice(4, 6), text.slice(6)] as const
  const [[y, m, d], [y2, m2, d2]] = [parts(one), parts(other)]
  if (y === y2 && m === d2 && d === m2) return 4
  if (slips(one, other, 1) === 1) return 3
  const same = Number(y === y2) + Number(m === m2) + Number(d === d2)
  if (same === 2) return 2
  if (slips(one, other, 2) === 2 && same === 1) return 2
  return y === y2 ? 1 : 0
}

const TAIL = 7

/** Digits alone, national or international. A former phone says something only where it is the same. */
export function comparePhones(mine: string, theirs: string): number {
  const [one, other] = [mine, theirs].map((phone) => phone.replace(FORMERLY, '')) as [string, string] // one for each
  if (one.length === mine.length && other.length === theirs.length) return compareCurrent(one, other)
  return compareCurrent(one, other) === SAME_PHONE ? FORMERLY_SAME : 0
}
const [FORMERLY_SAME, SAME_PHONE] = [LEVELS.phone.indexOf('formerly'), SAME('phone')]

function compareCurrent(one: string, other: string): number {
  if (one === other) return SAME_PHONE
  const least = Math.min(one.length, other.length)
  if (least < 5) return 0
  if (least >= TAIL && (one.endsWith(other.slice(-9)) || other.endsWith(one.slice(-9)))) return SAME_PHONE
  if (one.length === other.length) {
    const turned = isTurned(one, other)
    if (turned) return 3
  }
  if (slips(one.slice(-9), other.slice(-9), 1) === 1) return 2
  return least >= TAIL && one.slice(-TAIL) === other.slice(-TAIL) ? 1 : 0
}

function isTurned(one: string, other: string): boolean {
  let at = 0
  while (one[at] === other[at]) at++
  return one[at] === other[at + 1] && one[at + 1] === other[at] && one.slice(at + 2) === other.slice(at + 2)
}

export function compareEmails(one: string, other: string): number {
  if (one === other) return 5
  const [local, domain] = split(one)
  const [local2, domain2] = split(other)
  if (local === local2) return slips(domain, domain2, 2) <= 2 ? 4 : local.length >= 5 ? 3 : 2
  if (slips(one, other, 2) <= 2) return 4
  const alike = likeness(local, local2)
  if (domain === domain2 && alike >= 0.88) return 3
  return alike >= 0.93 || (slips(one, other, 4) <= 4 && local.length > 6) ? 1 : 0
}

function split(email: string): readonly [string, string] {
  const at = email.lastIndexOf('@')
  return at < 0 ? [email, ''] : [email.slice(0, at), email.slice(at + 1)]
}

/** A number or a postcode. */
export function compareCodes(one: string, other: string): number {
  if (one === other) return 4
  const least = Math.min(one.length, other.length)
  const apart = slips(one, other, 2)
  if (apart === 1 && least >= 3) return 3
  if (apart === 2 && least >= 4) return 2
  return least >= 2 && one.slice(0, Math.ceil(least / 2)) === other.slice(0, Math.ceil(least / 2)) ? 1 : 0
}

export interface Words {
  readonly compact: string
  readonly words: readonly string[]
  /** How much each says. */
  readonly says: readonly number[]
}

/** How much of what the two say together they say both; a word may have slips. */
export function compareWords(one: Words, other: Words): number {
  if (one.compact === other.compact) return 5
  if (one.compact.length >= 6 && slips(one.compact, other.compact, 2) <= 2) return 4
  let [common, alone] = [0, 0]
  const taken = new Set<number>()
  one.words.forEach((word, n) => {
    let best = -1
    let how = 0
    for (const [m, their] of other.words.entries()) {
      if (taken.has(m)) continue
      const alike = wordsAlike(word, their)
      if (alike > how) [best, how] = [m, alike]
    }
    if (best < 0) {
      alone += one.says[n]!
      return
    }
    taken.add(best)
    common += how * Math.max(one.says[n]!, other.says[best]!)
  })
  other.words.forEach((_, m) => {
    if (!taken.has(m)) alone += other.says[m]!
  })
  const share = common / Math.max(1e-9, common + alone / 2 + alone / 2)
  if (share >= 0.9) return 4
  if (share >= 0.65) return 3
  if (share >= 0.4) return 2
  return share >= 0.2 ? 1 : 0
}

const DIGIT = /\d/

function wordsAlike(one: string, other: string): number {
  if (one === other) return 1
  const least = Math.min(one.length, other.length)
  if (DIGIT.test(one) || DIGIT.test(other)) return 0
  if (least >= 4 && slips(one, other, 1) === 1) return 0.9
  if (least >= 6 && slips(one, other, 2) === 2) return 0.8
  return least >= 3 && least < 5 && (one.startsWith(other) || other.startsWith(one)) ? 0.5 : 0
}
