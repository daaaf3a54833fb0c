import type { Context } from '../../kit/context.ts'
import { wordsOf } from '../customers/search/index.ts'
import type { Value, Values } from './linkage/compare/kinds.ts'
import { FORMERLY, normal } from './linkage/compare/normal.ts'
import { skeletonOf } from './linkage/compare/skeleton.ts'
import { sql } from './tables.ts'

/** In what two records of one person may meet: always two things together, or one that hardly any share. */
export function termsOf(values: Values): string[] {
  const firsts = listed(values['firstName'])
    .map((text) => normal('firstName', text))
    .filter(Boolean)
  const lasts = listed(values['lastName'])
    .map((text) => normal('lastName', text))
    .filter(Boolean)
  const phones = listed(values['phone'])
    .map((text) => normal('phone', text).replace(FORMERLY, '').slice(-8))
    .filter((digits) => digits.length > 5)
  const emails = listed(values['email'])
    .map((text) => normal('email', text))
    .filter(Boolean)
  const [born = ''] = listed(values['birthDate']).map((text) => normal('birthDate', text))
  const [company = ''] = listed(values['companyName']).map((text) => normal('company', text))
  const addresses = listed(values['address']).map((text) => normal('address', text).replaceAll(' ', ''))
  const cities = listed(values['city']).map((text) => normal('city', text))
  const sounds = new Map([...firsts, ...lasts].map((name) => [name, soundOf(name)]))
  const sound = (name: string) => sounds.get(name)!
  const names = [...new Set(sounds.values())]
  const terms = [
    ...firsts.flatMap((first) => lasts.map((last) => `n ${[sound(first), sound(last)].sort().join(' ')}`)),
    ...firsts.flatMap((first) => lasts.map((last) => `a ${first} ${last.slice(0, 3)}`)),
    ...firsts.flatMap((first) => lasts.map((last) => `z ${first.slice(0, 3)} ${last}`)),
    ...phones.map((phone) => `p ${phone}`),
    ...phones.flatMap((phone) =>
      names.flatMap((name) => [`h ${phone.slice(0, 4)} ${name}`, `i ${phone.slice(4)} ${name}`]),
    ),
    ...emails.map((email) => `e ${email}`),
    ...emails
      .map((email) => email.replace(/@.*/, '').replace(/[^a-z]/g, ''))
      .filter((local) => local.length >= 5)
      .map((local) => `l ${local}`),
    ...(born ? names.map((name) => `b ${born} ${name}`) : []),
    ...(born ? names.map((name) => `d ${[...born].sort().join('')} ${name}`) : []),
    ...addresses.filter(Boolean).flatMap((address) => names.map((name) => `s ${address} ${name}`)),
    ...cities
      .filter(Boolean)
      .flatMap((city) => firsts.flatMap((first) => lasts.map((last) => `y ${city} ${sound(first)} ${sound(last)}`))),
    ...(company ? names.map((name) => `c ${company} ${name}`) : []),
  ]
  return [...new Set(terms)].slice(0, MOST_TERMS)
}
const MOST_TERMS = 60

const listed = (value: Value | null | undefined): readonly string[] => (value ? [value].flat() : [])

function soundOf(text: string): string {
  const word = wordsOf(text)[0]?.[0] ?? text
  return skeletonOf(word) || word
}

export const tokensOf = (ctx: Context, values: Values) => [
  ...new Set(termsOf(values).map((term) => ctx.keys.searchToken(`duplicates ${term}`))),
]

export async function writeTokens(ctx: Context, people: readonly { readonly id: string; readonly values: Values }[]) {
  const ids = people.map(({ id }) => id)
  await dropTokens(ctx, ids)
  sql.insert(
    ctx,
    'duplicate_tokens',
    people.flatMap(({ id, values }) =>
      tokensOf(ctx, values).map((token) => ({ tenant_id: ctx.tenant, token, customer_id: id })),
    ),
  )
}

export async function dropTokens(ctx: Context, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await sql(ctx)
    .deleteFrom('duplicate_tokens')
    .where('tenant_id', '=', ctx.tenant)
    .where('customer_id', 'in', ids)
    .execute()
}
