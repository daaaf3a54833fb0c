import { type Comparison, isComparison, type Rule } from './grammar.ts'
import { DAY_MS, dayIn, type Program, waitsOf } from './program.ts'

/** The columns of the slots for one person, as the statement of the program reads them. */
export type Values = Readonly<Record<string, unknown>> & { readonly kept_until: Date | null }

/** The same rule as `toSql`, for one person. */
export function fits(program: Program, rule: Rule, values: Values, now: Date): boolean {
  if (isComparison(rule)) return fitsComparison(program, rule, values, now)
  if ('not' in rule) return !fits(program, rule.not, values, now)
  const one = (part: Rule) => fits(program, part, values, now)
  return 'all' in rule ? rule.all.every(one) : rule.any.some(one)
}

export const valueIn = (program: Program, comparison: Comparison, values: Values): unknown =>
  values[program.slotOf(comparison).column] ?? null

function fitsComparison(program: Program, comparison: Comparison, values: Values, now: Date): boolean {
  const value = valueIn(program, comparison, values)
  const words = program.wordsOf(comparison)
  const has = Array.isArray(value) ? value : value === null ? [] : [value]
  const number = Number(comparison.value)
  const isWithin = () => value instanceof Date && value.getTime() > now.getTime() - number * DAY_MS
  const isBefore = (day: Date) => value instanceof Date && value < day
  switch (comparison.is) {
    case 'one_of':
    case 'any_of':
      return words.some((word) => has.includes(word))
    case 'all_of':
      return words.every((word) => has.includes(word))
    case 'none_of':
      return !words.some((word) => has.includes(word))
    case 'known':
      return has.length > 0
    case 'unknown':
      return has.length === 0
    case 'yes':
      return value === true
    case 'no':
      return value !== true
    case 'at_least':
      return value !== null && Number(value) >= number
    case 'at_most':
      return value !== null && Number(value) <= number
    case 'within':
      return isWithin()
    case 'longer_ago':
      return !isWithin()
    case 'before':
      return isBefore(dayIn(comparison))
    case 'on_or_after':
      return value !== null && !isBefore(dayIn(comparison))
  }
}

export interface Outcome {
  readonly segment: string
  readonly tags: readonly string[]
  readonly due: Date | null
}

export function outcomeOf(program: Program, values: Values, now: Date, byHand: readonly string[]): Outcome {
  const first = program.segments.find(({ rule }) => fits(program, rule, values, now))
  const tags = program.tags.filter(({ key, rule }) =>
    rule === null ? byHand.includes(key) : fits(program, rule, values, now),
  )
  return {
    segment: first?.key ?? program.definitions.otherwise.key,
    tags: tags.map(({ key }) => key),
    due: dueOf(program, values, now),
  }
}

function dueOf(program: Program, values: Values, now: Date): Date | null {
  const waits = waitsOf(program).flatMap(({ column, days }) => {
    const from = values[column]
    const then = from instanceof Date ? from.getTime() + days * DAY_MS : 0
    return then > now.getTime() ? [then] : []
  })
  const all = values.kept_until ? [...waits, values.kept_until.getTime()] : waits
  return all.length === 0 ? null : new Date(Math.min(...all))
}
