import { latinDigits } from '../../../../kit/text.ts'

/** Shorter words occur inside too many others. */
const SHORTEST_WORD = 4
/** Letters and their substitutes: similar Latin ones, Arabic ones typed for each other. */
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

/** The password without these words in any spelling; null if it contains none. */
export function withoutWords(password: string, words: readonly string[]): string | null {
  const whole = plain(password)
  const left = words
    .map(plain)
    .filter((word) => word.length >= SHORTEST_WORD)
    .sort((one, other) => other.length - one.length)
    .reduce((rest, word) => rest.replaceAll(word, ''), whole)
  return left === whole ? null : left
}

/** Lower-case letters and digits only, one for all that look like it. */
function plain(text: string): string {
  const small = latinDigits(text.normalize('NFKD').replace(/[\p{M}\u0640]/gu, '')).toLowerCase()
  return ALIKE.reduce((one, [from, to]) => one.replace(from, to), small).replace(/[^\p{L}\p{N}]/gu, '')
}
