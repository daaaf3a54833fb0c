import { latinDigits } from '../../../../kit/text.ts'

/** Shorter words stand inside too many others. */
const SHORTEST_WORD = 4
/** Letters and what is written in their place: Latin ones that look alike, Arabic ones that are typed for each other. */
const ALIKE: readonly (readonly [RegExp, string])[] = [
  [/[l1!|]/g, 'i'],
  [/0/g, 'o'],
  [/3/g, 'e'],
  [/[4@]/g, 'a'],
  [/[5$]/g, 's'],
  [/[7+]/g, 't'],
  [/8/g, 'b'],
  [/[أإآٱ]/g, 'ا'],
  [/ة/g, 'ه'],
  [/ى/g, 'ي'],
]

/** What is left of a password without these words, however they were dressed up; null when none of them is in it. */
export function withoutWords(password: string, words: readonly string[]): string | null {
  const whole = plain(password)
  const left = words
    .map(plain)
    .filter((word) => word.length >= SHORTEST_WORD)
    .sort((one, other) => other.length - one.length)
    .reduce((rest, word) => rest.replaceAll(word, ''), whole)
  return left === whole ? null : left
}

/** Small letters and digits only, each for all that look like it. */
function plain(text: string): string {
  const small = latinDigits(text.normalize('NFKD').replace(/[\p{M}\u0640]/gu, '')).toLowerCase()
  return ALIKE.reduce((one, [from, to]) => one.replace(from, to), small).replace(/[^\p{L}\p{N}]/gu, '')
}
