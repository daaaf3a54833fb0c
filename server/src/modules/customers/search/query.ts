import { digitsNeedle, numberNeedle } from './digits-needle.ts'
import { emailNeedle } from './email-needle.ts'
import { anyOf, isWorse, type Match, type Needle, STAGES, type StageName } from './needle.ts'
import { describe, type OwnKeys, type Person, type SearchedField } from './person.ts'
import { EMAIL_LEAST } from './terms.ts'
import { wordNeedle } from './word-needle.ts'
import { plain, wordsOf } from './words.ts'

export interface PreparedQuery {
  /** AND of ORs of terms that a fitting customer carries. Empty if the query cannot be looked up (no text, one letter): no customer fits. */
  readonly all: readonly (readonly string[])[]
  /** The same by how a person fits, the best first. What fits so is in a stage of that match, or in one before it. */
  readonly stages: readonly Stage[]
  fit(person: Person): Found | null
}

export interface Stage {
  readonly match: Match
  /** Many sound like the beginning of a word: they are looked up only if the stages before give few. */
  readonly late: boolean
  readonly all: readonly (readonly string[])[]
}

/** How a person fits a whole query: as its worst part does, and by which fields. */
export interface Found {
  readonly match: Match
  readonly fields: readonly SearchedField[]
}

interface Searching {
  /** False: neither phones nor e-mails are looked up, for a caller who may not see them. */
  readonly contacts?: boolean
  readonly own?: OwnKeys
}

export function prepareQuery(q: string, { contacts = true, own }: Searching = {}): PreparedQuery {
  const needles = needlesOf(partsOf(q), contacts)
  const all = lookUps(needles, 'typing')
  const stages = STAGES.map((name) => stageOf(name, lookUps(needles, name)))
  return {
    all,
    stages: all.length === 0 ? [] : stages.filter(isReached).filter(isOther),
    fit: (person) => (all.length === 0 ? null : fitOf(needles, person, own)),
  }
}

/** Six parts leave few rows; the rest of a longer query is only checked. */
const MAX_LOOKUPS = 6

const lookUps = (needles: readonly Needle[], stage: StageName) =>
  needles.flatMap(({ terms }) => (terms[stage] === null ? [] : [terms[stage]])).slice(0, MAX_LOOKUPS)

/** A stage that one part cannot reach is empty. */
const isReached = ({ all }: Stage) => all.every((terms) => terms.length > 0)
/** Of digits or an e-mail nothing sounds alike: the stages for it look up the same. */
const isOther = ({ all }: Stage, n: number, stages: readonly Stage[]) =>
  JSON.stringify(all) !== JSON.stringify(stages[n - 1]?.all)

const stageOf = (name: StageName, all: Stage['all']): Stage =>
  name === 'typing' ? { match: 'sounds_like', late: true, all } : { match: name, late: false, all }

function fitOf(needles: readonly Needle[], person: Person, own: OwnKeys | undefined): Found | null {
  const described = describe(person, own)
  let match: Match = 'exact'
  const fields = new Set<SearchedField>()
  for (const needle of needles) {
    const fit = needle.fit(described)
    if (fit === null) return null
    if (isWorse(fit.match, match)) match = fit.match
    fields.add(fit.field)
  }
  return { match, fields: [...fields] }
}

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

function needlesOf(parts: readonly Part[], contacts: boolean): Needle[] {
  const lastWords = parts.findLast(({ kind }) => kind === 'words')
  return parts.flatMap((part) => {
    if (part.kind === 'number') return numberNeedle(part.text.slice(1))
    if (part.kind === 'digits') return digitsNeedle(part.text, contacts)
    const email = contacts ? [emailNeedle(part.text)] : []
    if (part.kind === 'email') return anyOf(email)
    const words = wordsOf(part.text)
    return words.map((word, i) => {
      const needle = wordNeedle(word, part === lastWords && i === words.length - 1)
      // A word may begin an e-mail; of `ahmed.s` every word fits, or the whole does.
      const emails = contacts && part.kind === 'words' ? word.filter(mayBeginEmail).map(emailNeedle) : email
      return anyOf([needle, ...emails])
    })
  })
}

const mayBeginEmail = (form: string) => form.length >= EMAIL_LEAST
