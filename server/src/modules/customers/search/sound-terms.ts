import type { Sound } from './sound.ts'
import { endsMeeting, firstOf, isBack, isFront, isShort } from './sounds-meet.ts'

/**
 * The first vowels of a word, as far as both scripts tell: front as in `Seif`, back as in `Sofia`, alif or a, or not written.
 * Which meet is said once, in `colours`.
 */
type Colour = 'f' | 'b' | 'a' | '-'

/** As the person is indexed. */
export const soundTerm = (sound: Sound) => `s:${sound.consonants}${colourOf(sound)}${sound.end}`
export const beginningSoundTerms = (sound: Sound) =>
  BEGINNINGS.filter((length) => length <= sound.consonants.length).map(
    (length) => `b:${sound.consonants.slice(0, length)}${colourOf(sound)}`,
  )
export const openingTerm = (sound: Sound) =>
  opens(sound) ? [`o:${sound.consonants[0]}${colour(sound.vowels[0]!)}`] : []

/** As it is looked up. */
export const soundTermsMeeting = (sound: Sound) =>
  endsMeeting(sound.end).flatMap((end) =>
    coloursMeeting(colourOf(sound), isShort(sound)).map((colour) => `s:${sound.consonants}${colour}${end}`),
  )
export function beginningTermsMeeting(sound: Sound): string[] {
  const length = BEGINNINGS.findLast((one) => one <= sound.consonants.length)
  if (length === undefined) return []
  return coloursMeeting(colourOf(sound), false).map((colour) => `b:${sound.consonants.slice(0, length)}${colour}`)
}
export const openingTermsMeeting = (sound: Sound) =>
  opens(sound)
    ? coloursMeeting(colour(sound.vowels[0]!), true).map((colour) => `o:${sound.consonants[0]}${colour}`)
    : []

const BEGINNINGS = [2, 3]

function colourOf(sound: Sound): Colour {
  const first = firstOf(sound)
  // What follows the last consonant of a word is its end, or goes on.
  return first === sound.consonants.length - 1 ? '-' : colour(sound.vowels[first]!)
}

function colour(vowels: string): Colour {
  const [front, back] = [isFront(vowels), isBack(vowels)]
  if (front !== back) return front ? 'f' : 'b'
  return /^a+$/.test(vowels) ? 'a' : '-'
}

const COLOURS: readonly Colour[] = ['f', 'b', 'a', '-']
/** With two consonants alone `a` is no other vowel’s spelling. */
const coloursMeeting = (own: Colour, strict: boolean) =>
  COLOURS.filter((one) => one === own || one === '-' || own === '-' || (!strict && (one === 'a' || own === 'a')))

/** A long vowel after the first consonant: it lets a half-typed `Saee`, which has no second consonant yet, find `سعيد`. */
export const opens = ({ consonants, vowels, arabic }: Sound) =>
  !consonants.startsWith('a') && (arabic ? /[WYE]|../.test(vowels[0]!) : vowels[0]!.length > 1)

/** Whether a word of one consonant that is being typed may become the other. */
export const mayOpen = (typed: Sound, other: Sound) =>
  opens(typed) &&
  opens(other) &&
  typed.consonants === other.consonants[0] &&
  coloursMeeting(colour(typed.vowels[0]!), true).includes(colour(other.vowels[0]!))
