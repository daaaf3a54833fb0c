import type { FieldError } from './invalid.ts'
import { Invalid, type Language, Refusal } from './refusal.ts'

type Wrong = Refusal | false | '' | null | undefined | (() => unknown)

/** Runs all checks, each named by its field: one refusal is thrown as it is, several as one list. */
export function refuseTogether(language: Language, found: readonly (readonly [field: string, wrong: Wrong])[]): void {
  const refused = found.flatMap(([field, wrong]) => refusalOf(wrong).map((refusal) => ({ field, refusal })))
  const [first] = refused
  if (!first) return
  if (refused.length === 1 && first.refusal.kind.code !== Invalid.code) throw first.refusal
  throw Invalid({ errors: refused.flatMap(({ field, refusal }) => fieldsOf(field, refusal, language)) })
}

function refusalOf(wrong: Wrong): Refusal[] {
  if (typeof wrong !== 'function') return wrong ? [wrong] : []
  try {
    wrong()
    return []
  } catch (error) {
    if (error instanceof Refusal) return [error]
    throw error
  }
}

/** The refusal of a part of the body, with its path in the whole. */
function fieldsOf(field: string, { kind, facts }: Refusal, language: Language): Partial<FieldError>[] {
  const at = (path: string) => [field, path].filter(Boolean).join('.')
  const { errors, keys } = facts
  if (Array.isArray(errors)) return errors.map((error: FieldError) => ({ ...error, path: at(error.path) }))
  const paths: string[] = Array.isArray(keys) ? keys : ['']
  return paths.map((path) => ({ path: at(path), code: kind.code, message: kind.text[language] }))
}
