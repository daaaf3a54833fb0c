import type { Text } from './refusal.ts'

declare const declared: unique symbol
/** What is wrong with a field: the code of the rule, for programs. */
export type FieldProblem = string & { readonly [declared]: true }

const texts = new Map<string, Text>()

/** Declares, beside the rule, what a person reads of a field that does not fit. */
export function fieldProblem(code: string, text: Text): FieldProblem {
  if (texts.has(code)) throw new Error(`The field problem ${code} is declared twice`)
  texts.set(code, text)
  return code as FieldProblem // Only what is declared here is one.
}

export const textOf = (code: string): Text | undefined => texts.get(code)
