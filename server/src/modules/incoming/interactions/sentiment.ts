import type { Sentiment } from '../shapes.ts'
import { NEGATIONS, NEGATIVE, POSITIVE } from './words.ts'

/** A negation turns what is said within so many words after it. */
const NEGATION_REACHES = 3

/** What the words of a text, English or Arabic, say of how it was meant; null where there is no text. */
export function sentimentIn(text: string): Sentiment | null {
  const words = wordsIn(text)
  if (words.length === 0) return null
  let score = 0
  let negatedUntil = -1
  words.forEach((word, place) => {
    if (NEGATIONS.has(word)) negatedUntil = place + NEGATION_REACHES
    else {
      const said = weight(word)
      score += place <= negatedUntil ? -said : said
    }
  })
  return score > 0 ? 'positive' : score < 0 ? 'negative' : 'neutral'
}

function weight(word: string): number {
  // With its article or conjunction: والخدمة is الخدمة is خدمة.
  const bare = word.replace(/^[وف]?(?:ال|بال|لل)?(?=.{3})/, '')
  if (POSITIVE.has(word) || POSITIVE.has(bare)) return 1
  return NEGATIVE.has(word) || NEGATIVE.has(bare) ? -1 : 0
}

/** Letters only; Arabic without vowel signs, and with one form of alif, ya and ta marbuta. */
const wordsIn = (text: string): string[] =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[’']/g, '')
    .replace(/[\u064b-\u0652\u0640]/g, '')
    .replace(/[أإآ]/g, 'ا')
    .replace(/ى/g, 'ي')
    .replace(/ة/g, 'ه')
    .match(/\p{L}+/gu) ?? []
