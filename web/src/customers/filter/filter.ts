import type { Input } from '@kith/sdk'

const VALUES = {
  type: ['guest', 'stub', 'full'],
  status: ['active', 'suspended', 'deactivated', 'cancelled', 'merged', 'erased'],
  tier: ['free', 'basic', 'premium', 'enterprise'],
  verified: ['yes', 'no'],
  ordered: ['no', 'yes'],
  spentFrom: ['10', '50', '100', '500', '1000'],
  since: ['7', '30', '90', '365'],
  restricted: ['yes', 'no'],
  severalLogins: ['yes', 'no'],
} as const
const SEVERAL: readonly FilterName[] = ['type', 'status', 'tier']
/** Offered as above; a view that was saved by the API may have any other. */
const MEASURES: { readonly [Name in FilterName]?: RegExp } = {
  spentFrom: /^\d{1,9}(\.\d{1,3})?$/,
  since: /^[1-9]\d{0,3}$/,
}
const DAY_MS = 24 * 3_600_000
export const SORTS = ['created', 'updated', 'number', 'spent', 'orders', 'points', 'lastOrder', 'lastSeen'] as const

/** The key of a segment and of a tag, which each business names itself. */
export const keyNames = ['segment', 'tag'] as const
export type KeyName = (typeof keyNames)[number]
const KEY = /^[a-z][a-z0-9_-]{0,39}$/

export type Sort = (typeof SORTS)[number]
export type FilterName = keyof typeof VALUES
export type FilterValue<Name extends FilterName = FilterName> = (typeof VALUES)[Name][number]
/** The filter in the URL: several values with commas. Without the search text, which is personal data. */
export type Filter = { readonly [Name in FilterName | KeyName]?: string } & {
  readonly sort?: Sort
  readonly order?: 'asc' | 'desc'
}

export const filterNames = Object.keys(VALUES) as FilterName[]
export const valuesOf = <Name extends FilterName>(name: Name): readonly FilterValue<Name>[] => VALUES[name]

/** Parses a URL; unknown values are left out. */
export function readFilter(search: Record<string, unknown>): Filter {
  const sort = SORTS.find((sort) => sort === search['sort'])
  const given = filterNames.map((name) => [name, join(name, String(search[name] ?? '').split(','))])
  const keys = keyNames.map((name) => [name, String(search[name] ?? '')]).filter(([, key]) => KEY.test(key!))
  return {
    ...Object.fromEntries(given.filter(([, value]) => value)),
    ...Object.fromEntries(keys),
    ...(sort && { sort, order: search['order'] === 'asc' ? 'asc' : 'desc' }),
  }
}

export const chosen = (filter: Filter, name: FilterName): readonly string[] =>
  among(name, filter[name]?.split(',') ?? [])

/** The filter with one value added or removed. */
export function toggled(filter: Filter, name: FilterName, value: string): Filter {
  const before = chosen(filter, name)
  const others = SEVERAL.includes(name) ? before.filter((other) => other !== value) : []
  const after = before.includes(value) ? others : [...others, value]
  const { [name]: _, ...rest } = filter
  const written = join(name, after)
  return written ? { ...rest, [name]: written } : rest
}

/** In the format of the API. `since` is in days, so that a saved view moves with the time. */
export function toQuery(
  { verified, severalLogins, restricted, ordered, since, ...filter }: Filter,
  q: string,
  now = Date.now(),
): Input<'customers.list'> {
  return {
    ...filter,
    ...(verified && { verified: said(verified) }),
    ...(severalLogins && { severalLogins: said(severalLogins) }),
    ...(restricted && { restricted: said(restricted) }),
    ...(ordered && { ordered: said(ordered) }),
    ...(since && { createdFrom: new Date(now - Number(since) * DAY_MS).toISOString().slice(0, 10) }),
    ...(q && { q }),
  }
}

const said = (value: string) => (value === 'yes' ? 'true' : 'false')

const join = (name: FilterName, values: readonly string[]) => among(name, values).join(',')

function among(name: FilterName, values: readonly string[]): readonly string[] {
  const measure = MEASURES[name]
  return measure
    ? values.filter((value) => measure.test(value)).slice(0, 1)
    : valuesOf(name).filter((value) => values.includes(value))
}
