import { digitsNeedle, numberNeedle } from './digits-needle.ts'
import { anyOf, Fit, type Needle } from './needle.ts'
import { type Described, describe, type Person } from './person.ts'
import { EMAIL_LEAST, textTerm } from './terms.ts'
import { wordNeedle } from './word-needle.ts'
import { plain, wordsOf } from './words.ts'

export interface PreparedQuery {
  /** AND of ORs of terms. Empty when nothing can be looked up (no text, one letter); such a query matches nobody. */
  all: string[][]
  matches(person: Person): boolean
  /** 0 for no match; then skeleton < prefix < exact words < whole name < phone, e-mail or number. Equal ranks are common. */
  rank(person: Person): Fit
}

export function prepareQuery(q: string): PreparedQuery {
  const parts = partsOf(q)
  const needles = needlesOf(parts)
  const all = needles
    .map(({ terms }) => terms)
    .filter((terms) => terms.length > 0)
    .slice(0, MAX_LOOKUPS)
  const wholeName = nameKey(wordsOf(parts.map(({ text }) => text).join(' ')))

  function rank(person: Person): Fit {
    if (all.length === 0) return Fit.none
    const described = describe(person)
    const fits: Fit[] = []
    for (const needle of needles) {
      const fit = needle.fit(described)
      if (fit === Fit.none) return Fit.none
      fits.push(fit)
    }
    if (fits.includes(Fit.identity)) return Fit.identity
    if (described.names.some((name) => nameKey(name) === wholeName)) return Fit.wholeName
    return Math.min(...fits) as Fit
  }

  return { all, rank, matches: (person) => rank(person) > Fit.none }
}

/** Six parts leave few rows; the rest of a longer query is only checked. */
const MAX_LOOKUPS = 6

interface Part {
  kind: 'words' | 'digits' | 'number' | 'address' | 'email'
  text: string
}

/** Digits with blanks between them are one number, and words are read together: `Abd al Rahman`, `+968 9012 3456`. */
function partsOf(q: string): Part[] {
  const text = plain(q).replace(CUSTOMER_NUMBER, '#$1').trim()
  const parts: Part[] = []
  for (const piece of text.split(/\s+/).filter(Boolean)) {
    const kind = kindOf(piece)
    const last = parts.at(-1)
    const continues = last?.kind === kind && (kind === 'words' || (kind === 'digits' && !piece.startsWith('+')))
    if (continues) last.text += ` ${piece}`
    else parts.push({ kind, text: piece })
  }
  return parts
}

const CUSTOMER_NUMBER = /(?<!\S)(?:cust[\s-]*|#\s*)(\d{1,15})(?!\S)/g

function kindOf(piece: string): Part['kind'] {
  if (/^#\d+$/.test(piece)) return 'number'
  if (/^[+(]*\d[\d()./-]*$/.test(piece)) return 'digits'
  if (piece.includes('@')) return 'email'
  return /[._+]/.test(piece) ? 'address' : 'words'
}

function needlesOf(parts: Part[]): Needle[] {
  const lastWords = parts.findLast(({ kind }) => kind === 'words')
  return parts.flatMap((part) => {
    if (part.kind === 'number') return numberNeedle(part.text.slice(1))
    if (part.kind === 'digits') return digitsNeedle(part.text)
    if (part.kind === 'email') return emailNeedle(part.text)
    const words = wordsOf(part.text)
    const needles = words.map((word, i) => wordNeedle(word, part === lastWords && i === words.length - 1))
    // `ahmed.s` may begin an e-mail as well as be two words: every word fits, or the whole does.
    return part.kind === 'words' ? needles : needles.map((needle) => anyOf([needle, emailNeedle(part.text)]))
  })
}

function emailNeedle(typed: string): Needle {
  return {
    terms: typed.length < EMAIL_LEAST ? [] : [textTerm(typed)!],
    fit({ email }) {
      if (email === typed) return Fit.identity
      return email.startsWith(typed) ? Fit.prefix : Fit.none
    },
  }
}

/** A name whatever the order of its words. */
function nameKey(name: Described['names'][number]): string {
  return name
    .map(([plainest]) => plainest)
    .sort()
    .join(' ')
}
