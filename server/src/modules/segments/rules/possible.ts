import type { Attribute } from '../../../kit/context.ts'
import { type Comparison, isComparison, type Rule } from './grammar.ts'
import { choicesOf } from './operators.ts'
import { slotKey } from './slots.ts'

/** More combinations than these are not looked through: such a rule is believed. */
const MOST_CASES = 400
/** Nor more comparisons than these, of all rules against those before them: some tenths of a second. */
const MOST_LOOKED_AT = 500_000

/** A comparison, or its opposite. */
interface Literal {
  readonly comparison: Comparison
  readonly holds: boolean
}
/** All of these. */
type Case = readonly Literal[]
type Known = ReadonlyMap<string, Attribute>

/** Whether there can be a customer that the rule fits. */
export function canFit(rule: Rule, known: Known): boolean {
  const cases = casesOf(rule, true)
  return cases === null || cases.some((one) => isPossible(one, known))
}

/** Of rules in their order, those that the ones before leave no one to: one of these takes each customer that the rule fits. */
export function hiddenAmong(rules: readonly Rule[], known: Known): ReadonlySet<number> {
  const opposites = rules.map((rule) => casesOf(rule, false))
  let left = MOST_LOOKED_AT
  // Wherever the case holds the other rule fits: with its opposite the case is impossible.
  const follows = (one: Case, opposite: readonly Case[] | null) =>
    opposite?.every((other) => {
      left -= one.length + other.length
      return left > 0 && !isPossible([...one, ...other], known)
    }) ?? false
  const isHidden = (rule: Rule, index: number) => {
    const cases = casesOf(rule, true)?.filter((one) => isPossible(one, known)) ?? []
    return cases.length > 0 && cases.every((one) => opposites.slice(0, index).some((other) => follows(one, other)))
  }
  return new Set(rules.flatMap((rule, index) => (isHidden(rule, index) ? [index] : [])))
}

/** The combinations in which a rule fits, or does not. Null: too many. */
function casesOf(rule: Rule, holds: boolean): Case[] | null {
  if (isComparison(rule)) return [[{ comparison: rule, holds }]]
  if ('not' in rule) return casesOf(rule.not, !holds)
  const parts = ('all' in rule ? rule.all : rule.any).map((one) => casesOf(one, holds))
  const cases = parts.filter((part) => part !== null)
  if (cases.length < parts.length) return null
  const together = 'all' in rule === holds
  const found = together
    ? cases.reduce<Case[]>(
        (sofar, part) =>
          sofar.length * part.length > MOST_CASES ? [] : sofar.flatMap((a) => part.map((b) => [...a, ...b])),
        [[]],
      )
    : cases.flat()
  const tooMany = together ? cases.reduce((product, part) => product * part.length, 1) : found.length
  return tooMany > MOST_CASES ? null : found
}

function isPossible(one: Case, known: Known): boolean {
  const bySlot = new Map<string, Literal[]>()
  for (const literal of one) {
    const key = slotKey(literal.comparison)
    bySlot.set(key, [...(bySlot.get(key) ?? []), literal])
  }
  return [...bySlot.values()].every((literals) => isPossibleTogether(literals, known))
}

function isPossibleTogether(literals: readonly Literal[], known: Known): boolean {
  const attribute = known.get(literals[0]!.comparison.attribute)
  switch (attribute?.type) {
    case 'number':
    case 'money':
      return hasRoom([FROM_NOTHING, ...literals.map(rangeOf)])
    case 'time':
      return hasRoom(literals.map(rangeOf))
    case 'kept_number':
      return isMissingPossible(literals) || (knows(literals) && hasRoom(comparing(literals).map(rangeOfAny)))
    case 'kept_day':
      // What is told by a day and what is told by days ago is not weighed against one another.
      return (
        isMissingPossible(literals) ||
        (knows(literals) && [isByDay, isByAge].every((is) => hasRoom(comparing(literals).filter(is).map(rangeOf))))
      )
    case 'yes_no':
      return new Set(literals.map(({ comparison, holds }) => (comparison.is === 'yes') === holds)).size === 1
    case 'word':
    case 'kept_word':
    case 'word_token':
      return hasWord(
        literals,
        choicesOf(attribute)?.map(({ value }) => value),
      )
    default:
      return hasWords(literals)
  }
}

/** Of a field of the business nothing but `unknown` and `longer_ago` fits who has none. */
const fitsMissing = ({ is }: Comparison) => is === 'unknown' || is === 'longer_ago'
const isMissingPossible = (literals: readonly Literal[]) =>
  literals.every(({ comparison, holds }) => fitsMissing(comparison) === holds)
const isAboutKnowing = ({ is }: Comparison) => is === 'known' || is === 'unknown'
const knows = (literals: readonly Literal[]) =>
  literals.every(({ comparison: { is }, holds }) => (is === 'known' ? holds : is === 'unknown' ? !holds : true))
const comparing = (literals: readonly Literal[]) => literals.filter(({ comparison }) => !isAboutKnowing(comparison))
const isByDay = ({ comparison: { is } }: Literal) => is === 'before' || is === 'on_or_after'
const isByAge = (literal: Literal) => !isByDay(literal)

/** From the one up to, not including, the other. Of times: for how many days they have been over; never is after all. */
type Range = readonly [from: number, to: number]
const NEVER = 1e15
/** Right after a number that need not be whole. */
const after = (number: number) => number + Math.max(Math.abs(number) * Number.EPSILON, Number.MIN_VALUE)
const ALL: Range = [-NEVER, NEVER + 1]
/** Numbers are counts and amounts. */
const FROM_NOTHING: Range = [0, NEVER]

const rangeOf = (literal: Literal) => rangeUpTo(literal, (number) => number + 1)
const rangeOfAny = (literal: Literal) => rangeUpTo(literal, after)

function rangeUpTo({ comparison: { is, value }, holds }: Literal, next: (number: number) => number): Range {
  const number = typeof value === 'string' ? Date.parse(value) : Number(value)
  const [from, to]: Range =
    is === 'at_least' || is === 'longer_ago' || is === 'on_or_after'
      ? [number, ALL[1]]
      : is === 'at_most'
        ? [ALL[0], next(number)]
        : is === 'within' || is === 'before'
          ? [ALL[0], number]
          : is === 'known'
            ? [ALL[0], NEVER]
            : [NEVER, ALL[1]]
  if (holds) return [from, to]
  return from === ALL[0] ? [to, ALL[1]] : [ALL[0], from]
}

const hasRoom = (ranges: readonly Range[]) =>
  Math.max(...ranges.map(([from]) => from)) < Math.min(...ranges.map(([, to]) => to))

const wordsOf = ({ value }: Comparison) => (Array.isArray(value) ? value : [])
/** Stands for an attribute without a value, and for a word that no rule names. */
const [NONE, ANOTHER] = ['\0none', '\0another']

function hasWord(literals: readonly Literal[], choices: readonly string[] | undefined): boolean {
  const named = choices ?? [ANOTHER, ...literals.flatMap(({ comparison }) => wordsOf(comparison))]
  return [NONE, ...named].some((word) =>
    literals.every(({ comparison, holds }) => fitsWord(comparison, word) === holds),
  )
}

function fitsWord(comparison: Comparison, word: string): boolean {
  if (comparison.is === 'one_of') return wordsOf(comparison).includes(word)
  if (comparison.is === 'none_of') return !wordsOf(comparison).includes(word)
  return (comparison.is === 'known') === (word !== NONE)
}

function hasWords(literals: readonly Literal[]): boolean {
  const told = literals.map(({ comparison, holds }) => ({ is: comparison.is, words: wordsOf(comparison), holds }))
  const forbidden = new Set(
    told.flatMap(({ is, words, holds }) =>
      (is === 'none_of' && holds) || (is === 'any_of' && !holds) || (is === 'all_of' && !holds && words.length === 1)
        ? words
        : [],
    ),
  )
  const empty = told.some(({ is, holds }) => (is === 'unknown') === holds && (is === 'unknown' || is === 'known'))
  const wants = told.flatMap(({ is, words, holds }): (readonly string[])[] => {
    if (is === 'all_of' && holds) return words.map((word) => [word])
    if ((is === 'any_of' && holds) || (is === 'none_of' && !holds)) return [words]
    return []
  })
  const something = told.some(({ is, holds }) => (is === 'known' && holds) || (is === 'unknown' && !holds))
  if (empty) return wants.length === 0 && !something
  return wants.every((words) => words.some((word) => !forbidden.has(word)))
}
