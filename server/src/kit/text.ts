import { z } from 'zod'
import type { FieldProblem } from './field-problem.ts'
import {
  BROKEN_CHARACTERS,
  CONTROL_CHARACTERS,
  DATE_OUT_OF_RANGE,
  IN_THE_FUTURE,
  LINE_BREAKS,
  REORDERING_CHARACTERS,
} from './problems.ts'

// Overrides and isolates can make a name show as something it is not. Marks (LRM, RLM) are harmless and stay.
const REORDERING = /[\u202a-\u202e\u2066-\u2069]/
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding control characters is its purpose
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/
const LINE_BREAK = /[\n\r\t\u2028\u2029]/

/** Arabic and Persian keyboards have digits of their own. */
export const latinDigits = (typed: string): string =>
  typed.replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 0xf))

/** A text that is written in one way only. The problem says how. */
export const form = (pattern: RegExp, problem: FieldProblem) =>
  z.string().regex(pattern, { error: problem, abort: true })

/** Digits as typed, on any keyboard. */
export const typedDigits = (pattern: RegExp, problem: FieldProblem) =>
  z.string().overwrite(latinDigits).regex(pattern, { error: problem, abort: true })

/** Typed text, as NFC without spaces around it. `multiline` for notes; names are one line. */
export function text(most: number, { multiline = false } = {}) {
  return (
    z
      .string()
      .max(most * 4) // before normalising, so that an enormous text is not worked on
      .superRefine((value, ctx) => {
        const code = unfit(value, multiline)
        if (code) ctx.addIssue({ code: 'custom', params: { code } })
      })
      // The published limit; the number above only saves work.
      .meta({ minLength: 1, maxLength: most })
      .transform((value) => value.normalize('NFC').trim())
      .pipe(z.string().min(1).max(most))
  )
}

/** Refuses the same characters anywhere in a JSON value of free keys. */
export function unfitAnywhere(value: unknown): string | null {
  if (typeof value === 'string') return unfit(value, true)
  if (Array.isArray(value)) return value.map(unfitAnywhere).find(Boolean) ?? null
  if (typeof value !== 'object' || value === null) return null
  return (
    Object.entries(value)
      .map(([key, inner]) => unfit(key, false) ?? unfitAnywhere(inner))
      .find(Boolean) ?? null
  )
}

/** The first path in the input, at any depth, with characters that no database stores: NUL and the like, or half a pair. */
export function unfitCharacters(sent: unknown): { readonly path: string; readonly code: string }[] {
  const waiting: { readonly path: readonly string[]; readonly value: unknown }[] = [{ path: [], value: sent }]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { path, value } = next
    const code = typeof value === 'string' ? uncopyable(value) : null
    if (code) return [{ path: path.join('.'), code }]
    if (typeof value !== 'object' || value === null) continue
    for (const [key, inner] of Object.entries(value)) {
      const unfitKey = uncopyable(key)
      if (unfitKey) return [{ path: path.join('.'), code: unfitKey }]
      waiting.push({ path: [...path, key], value: inner })
    }
  }
  return []
}

function uncopyable(value: string): string | null {
  if (!value.isWellFormed()) return BROKEN_CHARACTERS
  return CONTROL.test(value) ? CONTROL_CHARACTERS : null
}

function unfit(value: string, multiline: boolean): string | null {
  const code = uncopyable(value)
  if (code) return code
  if (!multiline && LINE_BREAK.test(value)) return LINE_BREAKS
  if (REORDERING.test(value)) return REORDERING_CHARACTERS
  return null
}

/** The range of real dates; PostgreSQL and JavaScript disagree about others. */
const [FIRST_YEAR, LAST_YEAR] = [1900, 2199]
const isMeant = (at: string) => {
  const year = Number(at.slice(0, 4))
  return year >= FIRST_YEAR && year <= LAST_YEAR
}
const outOfRange = { params: { code: DATE_OUT_OF_RANGE } }

/** A day, as `2026-11-21`. */
export const Day = z.iso.date().refine(isMeant, outOfRange)
/** A moment with its offset. */
export const ExactMoment = z.iso
  .datetime({ offset: true })
  .refine(isMeant, outOfRange)
  .transform((at) => new Date(at))
/** A time or a date, in ISO 8601. */
export const Moment = z.iso
  .datetime({ offset: true })
  .or(z.iso.date())
  .refine(isMeant, outOfRange)
  .transform((at) => new Date(at))
/** The same; a date stays one, for what happens at a time of the business. */
export const DayOrMoment = z.iso
  .datetime({ offset: true })
  .or(z.iso.date())
  .refine(isMeant, outOfRange)
  .transform((at): Date | string => (at.includes('T') ? new Date(at) : at))
/** A time in a response. */
export const At = z.string().meta({ format: 'date-time' })

/** The same, in the past. */
export const PastMoment = Moment.refine((at) => at.getTime() <= Date.now(), { params: { code: IN_THE_FUTURE } })
