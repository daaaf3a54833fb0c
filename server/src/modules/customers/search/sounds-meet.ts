import type { End, Sound } from './sound.ts'

/** Whether two words may be one name: the same consonants, and vowels that may be one another’s spelling. */
export function soundAlike(one: Sound, other: Sound): boolean {
  return one.consonants === other.consonants && endsMeet(one.end, other.end) && vowelsAlike(one, other, true)
}

/** Whether a word that is being typed may become the other, which goes on. */
export function mayBecome(typed: Sound, other: Sound): boolean {
  if (!other.consonants.startsWith(typed.consonants)) return false
  const last = typed.consonants.length - 1
  const [soFar, whole] = [typed.vowels[last]!, other.vowels[last]!]
  const goesOn = other.consonants.length > typed.consonants.length || (soFar !== '' && whole.length > soFar.length)
  return (
    goesOn &&
    vowelsAlike(typed, other, false) &&
    (soFar === '' || vowelsMeet(typed, other)(soFar, whole, 'later', false))
  )
}

const MEETING_ENDS: Readonly<Record<End, readonly End[]>> = {
  '': ['', 'e', '?'],
  a: ['a', 'y', 'e', '?'],
  i: ['i', 'y', 'e', '?'],
  u: ['u', '?'],
  y: ['y', 'a', 'i', 'e', '?'],
  e: ['e', 'a', 'i', 'y', '', '?'],
  '?': ['', 'a', 'i', 'u', 'y', 'e', '?'],
}
export const endsMeeting = (end: End) => MEETING_ENDS[end]
const endsMeet = (one: End, other: End) => MEETING_ENDS[one].includes(other)

function vowelsAlike(one: Sound, other: Sound, whole: boolean): boolean {
  const strict = isShort(one)
  const last = one.consonants.length - 1
  const meet = (a: string, b: string, place: Place) => a === b || vowelsMeet(one, other)(a, b, place, strict)
  for (let n = 0; n < last; n++) {
    const place = n < firstOf(one) ? 'begin' : n === firstOf(one) ? 'first' : 'later'
    if (!meet(one.vowels[n]!, other.vowels[n]!, place)) return false
  }
  return !whole || meet(one.beforeEnd, other.beforeEnd, 'end')
}

type Meet = (one: string, other: string, place: Place, strict: boolean) => boolean
const acrossMeetTurned: Meet = (latin, arabic, place, strict) => acrossMeet(arabic, latin, place, strict)
const vowelsMeet = (one: Sound, other: Sound): Meet => {
  if (one.arabic === other.arabic) return one.arabic ? arabicMeet : latinMeet
  return one.arabic ? acrossMeet : acrossMeetTurned
}

type Place = 'begin' | 'first' | 'later' | 'end'

/** Which consonant is the first that is heard. */
export const firstOf = ({ consonants }: Sound) => (consonants.startsWith('a') ? 1 : 0)
/** With two consonants the vowels are most of the name. */
export const isShort = (sound: Sound) => sound.consonants.length - firstOf(sound) <= 2

/** Front vowels as in Seif, back ones as in Sofia; a single e may be any. */
export const isFront = (vowels: string) => /[iyY]|ee/.test(vowels)
export const isBack = (vowels: string) => /[ouwW]/.test(vowels)
export const hasE = (vowels: string) => vowels.includes('e')

function latinMeet(one: string, other: string, place: Place, strict: boolean): boolean {
  if (glides(one) !== glides(other)) return false
  const single = one.length <= 1 && other.length <= 1
  if (place !== 'end' && (one === '' || other === '')) return single
  const free = place === 'begin' || (place === 'first' && !strict)
  const mayDiffer = (without: string) => (free ? single && !isFront(without) && !isBack(without) : false)
  if (isFront(one) !== isFront(other)) {
    const without = isFront(one) ? other : one
    if (isBack(without) || !(hasE(without) || mayDiffer(without))) return false
  }
  if (isBack(one) !== isBack(other)) {
    const without = isBack(one) ? other : one
    if (isFront(without) || !((place === 'later' && without === 'e') || mayDiffer(without))) return false
  }
  return true
}

/** Alif may be left out, what else is written is meant. */
function arabicMeet(one: string, other: string): boolean {
  return bare(one) === bare(other) && glides(one) === glides(other)
}
/** Zaid is not Ziad. */
const glides = (vowels: string) => /[iy]a|[YW]A/.test(vowels)
const bare = (vowels: string) => vowels.replaceAll('A', '').replace(/(.)\1+/g, '$1')

/** Long vowels are written in both scripts, short ones in Latin alone. */
function acrossMeet(arabic: string, latin: string, place: Place, strict: boolean): boolean {
  const [front, back] = [arabic.includes('Y'), arabic.includes('W')]
  if (front && back) return isFront(latin) || isBack(latin) || hasE(latin)
  if (front) return isFront(latin) || hasE(latin) || (latin === 'a' && place === 'first' && !strict)
  if (back) return isBack(latin)
  if (arabic.includes('E') || place === 'begin') return true
  if (place === 'end') return !isBack(latin) && !isFront(latin)
  if (arabic === '') return latin.length <= 1 || latin === 'ou' || !(isFront(latin) || isBack(latin))
  return !isFront(latin) || /[ae]/.test(latin)
}
