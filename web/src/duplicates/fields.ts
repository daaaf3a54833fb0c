import type { Choices, Person } from './queries.ts'

/** What may differ between two customers, and which value the survivor gets. */
export const FIELDS = [
  'firstName',
  'lastName',
  'name2',
  'preferredName',
  'birthDate',
  'phone',
  'email',
  'companyName',
  'notes',
  'locale',
  'country',
] as const
export type Field = (typeof FIELDS)[number] & keyof Choices

export interface Row {
  readonly field: Field
  readonly values: readonly [into: string | null, from: string | null]
  readonly differs: boolean
  /** Both have a value, so there is a choice. */
  readonly open: boolean
  readonly proposed: 'into' | 'from'
}

export function rowsOf(into: Person, from: Person): Row[] {
  return FIELDS.flatMap((field): Row[] => {
    const values = [into[field] || null, from[field] || null] as const
    if (values.every((value) => value === null)) return []
    const differs = values[0] !== values[1]
    const better = values[0] === null || (isVerified(field, from) && !isVerified(field, into))
    return [{ field, values, differs, open: differs && !values.includes(null), proposed: better ? 'from' : 'into' }]
  })
}

const isVerified = (field: Field, person: Person) =>
  (field === 'phone' && person.phoneVerified) || (field === 'email' && person.emailVerified)

/** Whose value the survivor gets unless another is chosen: the first verified one, else the first one. */
export function proposedOf(field: Field, customers: readonly Person[]): string | undefined {
  const having = customers.filter((person) => person[field])
  return (having.find((person) => isVerified(field, person)) ?? having[0])?.id
}
