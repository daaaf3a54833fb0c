import type { Context } from '../../kit/context.ts'
import { type Place, placesOf } from '../addresses/index.ts'
import { type ComparedCustomer, comparedCustomers } from '../customers/index.ts'
import type { Field, Values } from './linkage/compare/kinds.ts'
import { FORMERLY } from './linkage/compare/normal.ts'
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
  { name: 'address', kind: 'address' },
  { name: 'city', kind: 'city' },
] as const satisfies readonly (Field & { readonly name: (typeof COMPARED)[number] })[]

/** A customer and where it is. */
export interface Compared extends Omit<ComparedCustomer, 'person'> {
  readonly person: ComparedCustomer['person'] & { readonly places: readonly Partial<Place>[] }
}

/** Without those that are not compared. */
export const comparedPeople = async (ctx: Context, ids: readonly string[]): Promise<Compared[]> =>
  withPlaces(ctx, await comparedCustomers(ctx, ids))

export async function withPlaces(ctx: Context, customers: readonly ComparedCustomer[]): Promise<Compared[]> {
  const places = await placesOf(
    ctx,
    customers.map(({ id }) => id),
  )
  return customers.map((one) => ({ ...one, person: { ...one.person, places: places.get(one.id) ?? [] } }))
}

type Person = { readonly [Field in keyof Compared['person']]?: Compared['person'][Field] | undefined }

/** A name has a second spelling in the other script; former names and contacts are those of records merged into it. */
export function valuesOf({
  firstName,
  lastName,
  name2,
  birthDate,
  companyName,
  phone,
  email,
  formerPhones = [],
  places = [],
  absorbed = [],
}: Person): Values {
  const [first2, last2] = splitName(name2 ?? '')
  const merged = <K extends 'firstName' | 'lastName' | 'phone' | 'email'>(field: K) => absorbed.map((one) => one[field])
  const some = (...values: (string | null | undefined)[]) => values.filter((value): value is string => Boolean(value))
  const phones = some(phone, ...merged('phone'))
  return {
    firstName: some(firstName, first2, ...merged('firstName')),
    lastName: some(lastName, last2, ...merged('lastName')),
    birthDate,
    phone: [...phones, ...formerPhones.filter((one) => !phones.includes(one)).map((one) => FORMERLY + one)],
    email: some(email, ...merged('email')),
    companyName,
    address: places.flatMap(({ building, street, area, building2, street2, area2 }) =>
      [some(building, street, area), some(building2, street2, area2)].map((words) => words.join(' ')).filter(Boolean),
    ),
    city: places.flatMap(({ city, city2 }) => some(city, city2)),
  }
}
