import { soundAlike, soundsOf, wordsOf } from '../../../customers/search/index.ts'
import { areNicknames } from './nicknames.ts'
import { acrossScripts } from './scripts.ts'
import { likeness, slips } from './strings.ts'

/** Found on names that others transliterated: of pairs of one name 97 of 100 are below, of others 2 of 10,000. */
const ONE_NAME = 0.2
const [DIFFERENT, WEAK, INITIAL, PART, NEAR, SLIP, SOUNDS, SAME] = [0, 1, 2, 3, 4, 5, 6, 7]

export interface Name {
  readonly compact: string
  readonly words: readonly (readonly string[])[]
  readonly arabic: boolean
  sounds?: ReturnType<typeof soundsOf>[]
}

const ARABIC = /\p{Script=Arabic}/u

/** Of a text that is already plain. */
export function readName(text: string): Name {
  const words = wordsOf(text)
  return { compact: words.map(([first]) => first).join(''), words, arabic: ARABIC.test(text) }
}

export function compareNames(one: Name, other: Name): number {
  if (one.compact === other.compact) return SAME
  if (one.compact === '' || other.compact === '') return DIFFERENT
  if (one.arabic !== other.arabic) return byWords(one, other, ONE_NAME) ?? DIFFERENT
  const [shorter, longer] = one.compact.length <= other.compact.length ? [one, other] : [other, one]
  const least = shorter.compact.length
  if (least === 1) return longer.compact.startsWith(shorter.compact) ? INITIAL : DIFFERENT
  const apart = slips(one.compact, other.compact, 2)
  const sounding = byWords(one, other, 0)
  if (sounding === SOUNDS) return SOUNDS
  if (apart === 1 && least >= 3) return SLIP
  if (apart === 2 && least >= 6) return NEAR
  if (sounding === PART || (least >= 4 && longer.compact.includes(shorter.compact))) return PART
  const alike = likeness(one.compact, other.compact)
  if (alike >= 0.91) return NEAR
  return alike >= 0.8 || apart <= 2 ? WEAK : DIFFERENT
}

/** Every word of the shorter name is one of the other's: all of them, or a part of a double name. */
function byWords(one: Name, other: Name, most: number): number | undefined {
  const [few, many] = one.words.length <= other.words.length ? [one, other] : [other, one]
  let left = many.words.map((_, n) => n)
  for (let n = 0; n < few.words.length; n++) {
    const met = left.find((m) => wordsMeet(few, n, many, m, most))
    if (met === undefined) return undefined
    left = left.filter((m) => m !== met)
  }
  if (few.words.length === 0) return undefined
  return left.length === 0 ? SOUNDS : few.compact.length >= 3 ? PART : undefined
}

function wordsMeet(one: Name, n: number, other: Name, m: number, most: number): boolean {
  const [mine, theirs] = [one.words[n]!, other.words[m]!]
  if (one.arabic !== other.arabic) {
    const [arabic, latin] = one.arabic ? [mine, theirs] : [theirs, mine]
    return arabic.some((a) => latin.some((b) => acrossScripts(a, b) <= most))
  }
  if (mine.some((form) => theirs.includes(form) || theirs.some((their) => areNicknames(form, their)))) return true
  if (mine[0]![0] !== theirs[0]![0] && !/[aeiouckqgjy]/.test(mine[0]![0]!)) return false
  const sounds = soundsAt(other, m)
  return soundsAt(one, n).some((sound) => sounds.some((their) => soundAlike(sound, their)))
}

function soundsAt(name: Name, n: number) {
  name.sounds ??= []
  name.sounds[n] ??= name.words[n]!.flatMap(soundsOf)
  return name.sounds[n]!
}
