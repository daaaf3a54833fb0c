import type { z } from 'zod'
import { type FieldProblem, textOf } from './field-problem.ts'
import { sentenceOf } from './issue-sentences.ts'
import { Invalid, type Language, type Refusal, refusalText, type Text } from './refusal.ts'

export interface FieldError {
  readonly path: string
  readonly code: string
  readonly message: string
}

/** An invalid field, before its message is added for the response. */
export interface UnfitField {
  readonly path: string
  readonly code: FieldProblem
}
/** For a rule that needs more than the contract knows, such as the country of a phone. */
export const unfitField = (path: string, code: FieldProblem) => unfitFields([{ path, code }])
export const unfitFields = (errors: readonly UnfitField[]) => Invalid({ errors })

export function withMessages(facts: Readonly<Record<string, unknown>>, language: Language) {
  const { errors } = facts
  if (!Array.isArray(errors)) return facts
  return {
    ...facts,
    errors: errors.map((one: FieldError) => ({ ...one, message: one.message ?? textOf(one.code)?.[language] })),
  }
}

/** What a refusal says of each field, in both languages; the path is empty where it says it of the whole. */
export function inLanguages({ kind, facts }: Refusal): { path: string; code: string; text: Text }[] {
  const { errors } = facts
  if (!Array.isArray(errors)) return [{ path: '', code: kind.code, text: kind.text }]
  return errors.map(({ path, code, message = code }: FieldError) => ({
    path,
    code,
    text: textOf(code) ?? refusalText(code) ?? { en: message, ar: message },
  }))
}

/** With the input beside each problem, so that `fieldErrors` can tell missing from wrong. */
export const check = <S extends z.ZodType>(schema: S, given: unknown) => schema.safeParse(given, { reportInput: true })

/** Each problem of the input in the caller's language. Never quotes the input, which the caller may log. */
export const fieldErrors = (error: z.ZodError, language: Language): FieldError[] =>
  error.issues.flatMap((issue) => errorsOf(issue, [], language))

function errorsOf(issue: z.core.$ZodIssue, above: readonly PropertyKey[], language: Language): FieldError[] {
  const at = [...above, ...issue.path]
  const path = at.join('.')
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.slice(0, 20).map((key) => ({
      path: [...at, key.slice(0, 60)].join('.'),
      code: 'unknown_key',
      message: { en: 'Unknown field', ar: 'حقل غير معروف' }[language],
    }))
  }
  if (issue.code === 'invalid_union' && issue.input !== undefined) {
    const nearest = nearestTo(issue.errors)
    if (nearest) return nearest.flatMap((one) => errorsOf(one, at, language))
  }
  const own = issue.code === 'custom' ? String(issue.params?.['code'] ?? '') : ''
  // A pattern has no code of its own; its message is the key of the sentence.
  const text = textOf(own) ?? (issue.code === 'invalid_format' ? textOf(issue.message) : undefined) ?? sentenceOf(issue)
  return [{ path, code: own || issue.code, message: text[language] }]
}

/** The intended shape of a union: the one of the value's kind with the fewest errors. */
const nearestTo = (shapes: readonly z.core.$ZodIssue[][]) =>
  shapes
    .filter(([first]) => first?.code !== 'invalid_type' || first.path.length > 0)
    .sort((one, other) => one.length - other.length)[0]
