import type { ComparedCustomer } from '../customers/index.ts'
import type { Field, Values } from './linkage/compare/kinds.ts'
import { splitName } from './linkage/records/mapping.ts'
import type { COMPARED } from './shapes.ts'

/** The fields of the scorer, by the names that the API gives them. */
export const FIELDS = [
  { name: 'firstName', kind: 'firstName' },
  { name: 'lastName', kind: 'lastName' },
  { name: 'birthDate', kind: 'birthDate' },
  { name: 'phone', kind: 'phone' },
  { name: 'email', kind: 'email' },
  { name: 'companyName', kind: 'company' },
] as const satisfies readonly (Field & { readonly name: (typeof COMPARED)[number] })[]

type Compared = ComparedCustomer['person']
type Person = { readonly [Field in keyof Compared]?: Compared[Field] | undefined }

/** A name has a second spelling in the other script; former names and contacts are those of records merged into it. */
export function valuesOf({
  firstName,
  lastName,
  name2,
  birthDate,
  companyName,
  phone,
  email,
  absorbed = [],
}: Person): Values {
  const [first2, last2] = splitName(name2 ?? '')
  const former = <K extends 'firstName' | 'lastName' | 'phone' | 'email'>(field: K) => absorbed.map((one) => one[field])
  const some = (...values: (string | null | undefined)[]) => values.filter((value): value is string => Boolean(value))
  return {
    firstName: some(firstName, first2, ...former('firstName')),
    lastName: some(lastName, last2, ...former('lastName')),
    birthDate,
    phone: some(phone, ...former('phone')),
    email: some(email, ...former('email')),
    companyName,
  }
}
