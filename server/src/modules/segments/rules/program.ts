import { type RawBuilder, sql as raw } from 'kysely'
import type { Of } from '../../../kit/attributes.ts'
import type { Attribute } from '../../../kit/context.ts'
import type { TenantKeys } from '../../../kit/keyring.ts'
import { type Comparison, comparisonsIn, type Definitions, isComparison, type Operator, type Rule } from './grammar.ts'
import { attributeNamed } from './members.ts'
import { slotKey } from './slots.ts'
import { withTags } from './tags.ts'

export const DAY_MS = 86_400_000

/** A value that rules look at: an attribute, in a window where it has one. */
export interface Slot {
  readonly column: string
  readonly attribute: Attribute
  readonly days: number | null
}

/** The rules of a tenant, ready to be asked: in a statement for many, or with the values of one person. */
export interface Program {
  readonly version: number
  readonly definitions: Definitions
  readonly slots: readonly Slot[]
  readonly segments: readonly { readonly key: string; readonly rule: Rule }[]
  readonly tags: readonly { readonly key: string; readonly rule: Rule | null }[]
  slotOf(comparison: Comparison): Slot
  /** The words of a comparison as the database keeps them: those of sealed attributes as tokens. */
  wordsOf(comparison: Comparison): readonly string[]
  /** With which the tokens of an attribute begin. */
  prefixOf(attribute: string): string
}

export function programOf(
  keys: Digests,
  attributes: readonly Attribute[],
  definitions: Definitions,
  version: number,
): Program {
  const segments = definitions.segments.map(({ key, rule }) => ({ key, rule: withTags(rule, definitions.tags) }))
  const slots = new Map<string, Slot>()
  const rules = [...segments.map(({ rule }) => rule), ...definitions.tags.flatMap(({ rule }) => (rule ? [rule] : []))]
  for (const { comparison } of rules.flatMap((rule) => comparisonsIn(rule))) {
    const key = slotKey(comparison)
    if (slots.has(key)) continue
    const attribute = attributeNamed(attributes, comparison.attribute)
    // An attribute that a later release does not know any more fits no one.
    if (!attribute) continue
    slots.set(key, { column: `v${slots.size}`, attribute, days: comparison.window?.days ?? null })
  }
  return {
    ...{ version, definitions, segments, tags: definitions.tags },
    slots: [...slots.values()],
    prefixOf: (attribute) => prefixOf(keys, attribute),
    slotOf: (comparison) => slots.get(slotKey(comparison)) ?? NO_SLOT,
    wordsOf(comparison) {
      const words = Array.isArray(comparison.value) ? comparison.value : []
      const { attribute } = slots.get(slotKey(comparison)) ?? NO_SLOT
      if (attribute.type !== 'token' && attribute.type !== 'word_token') return words
      return words.map((word) => tokenOf(keys, attribute.key, attribute.written(word)))
    },
  }
}
const NO_SLOT: Slot = {
  column: 'none',
  attribute: { key: '', label: { en: '', ar: '' }, type: 'word', changedBy: [], read: () => raw`null` },
  days: null,
}

/** What is said of something that is missing. */
const FITS_NOTHING: readonly Operator[] = ['none_of', 'unknown', 'no', 'longer_ago']

type Digests = Pick<TenantKeys, 'digest'>
const [PREFIX_BYTES, TOKEN_BYTES] = [4, 12]
/** The word itself stays unknown to the database; the prefix tells the attributes apart. In hex. */
export const tokenOf = (keys: Digests, attribute: string, word: string) =>
  prefixOf(keys, attribute) + hexOf(keys, `${attribute}\0${word}`, TOKEN_BYTES)
const prefixOf = (keys: Digests, attribute: string) => hexOf(keys, attribute, PREFIX_BYTES)
const hexOf = (keys: Digests, content: string, bytes: number) =>
  keys.digest('segment token', content).subarray(0, bytes).toString('hex')

/**
 * The values of the slots, and when they change by themselves: what to select beside customers, their activity and `segment_members`,
 * and what to join for it. What several attributes sum up is read once.
 */
export function columnsOf(program: Program, tenant: string, now: RawBuilder<Date>) {
  const about = { tenant: raw<string>`${tenant}::uuid`, customer: raw.ref<string>('customers.id') }
  const columns: RawBuilder<unknown>[] = [raw`null as none`]
  const sums = new Map<NonNullable<Attribute['rows']>, RawBuilder<unknown>[]>()
  for (const { attribute, column, days } of program.slots) {
    const since =
      days === null ? raw<Date>`'-infinity'::timestamptz` : raw<Date>`(${now} - ${raw.lit(days)} * interval '24 hours')`
    const of = { ...about, since }
    const earliest = days !== null && 'earliest' in attribute ? attribute.earliest?.(of) : undefined
    const own = [
      raw`${expressionOf(program, attribute, of)} as ${raw.ref(column)}`,
      ...(earliest ? [raw`${earliest} as ${raw.ref(`${column}e`)}`] : []),
    ]
    if (!attribute.rows) columns.push(...own)
    else {
      sums.set(attribute.rows, [...(sums.get(attribute.rows) ?? []), ...own])
      columns.push(raw.ref(column), ...(earliest ? [raw.ref(`${column}e`)] : []))
    }
  }
  const joins = [...sums].map(
    ([rows, sum], index) =>
      raw`cross join lateral (select ${raw.join(sum)} from ${rows(about)}) ${raw.ref(`summed${index}`)}`,
  )
  return { columns: raw.join(columns), joins: joins.length === 0 ? raw`` : raw.join(joins, raw` `) }
}

function expressionOf(program: Program, attribute: Attribute, of: Of): RawBuilder<unknown> {
  switch (attribute.type) {
    case 'kept_word':
      return raw`m.kept ->> ${raw.lit(attribute.key)}`
    case 'kept_words':
      return raw`array(select jsonb_array_elements_text(m.kept -> ${raw.lit(attribute.key)}))`
    case 'kept_number':
      // Of another type where the business changed its mind: to be derived anew, and no fault until then.
      return raw`case jsonb_typeof(m.kept -> ${raw.lit(attribute.key)}) when 'number' then (m.kept ->> ${raw.lit(attribute.key)})::float8 end`
    case 'kept_day':
      return raw`case when m.kept ->> ${raw.lit(attribute.key)} ~ '^\\d{4}-\\d\\d-\\d\\d$' then (m.kept ->> ${raw.lit(attribute.key)})::date::timestamp at time zone 'UTC' end`
    case 'token':
      return tokensOf(program, attribute)
    case 'word_token':
      return raw`(${tokensOf(program, attribute)})[1]`
    default:
      return attribute.read(of)
  }
}

const tokensOf = (program: Program, { key }: Attribute) =>
  raw`array(select encode(token, 'hex') from unnest(m.tokens) token
             where substring(token from 1 for ${raw.lit(PREFIX_BYTES)}) = decode(${raw.lit(program.prefixOf(key))}, 'hex'))`

/** The day that a comparison names begins where the days of customers do. */
export const dayIn = ({ value }: Comparison) => new Date(`${String(value)}T00:00:00Z`)

/** The rule as a condition over the columns of the slots in `v`. Two-valued: what is missing fits nothing that is asked of it. */
export function toSql(program: Program, rule: Rule, now: RawBuilder<Date>): RawBuilder<boolean> {
  if (isComparison(rule)) return comparisonToSql(program, rule, now)
  if ('not' in rule) return raw`not ${toSql(program, rule.not, now)}`
  const [rules, between] = 'all' in rule ? ([rule.all, raw` and `] as const) : ([rule.any, raw` or `] as const)
  return raw`(${raw.join(
    rules.map((one) => toSql(program, one, now)),
    between,
  )})`
}

function comparisonToSql(program: Program, comparison: Comparison, now: RawBuilder<Date>): RawBuilder<boolean> {
  const slot = program.slotOf(comparison)
  if (slot === NO_SLOT) return raw`${raw.lit(FITS_NOTHING.includes(comparison.is))}`
  const value = raw.ref(`v.${slot.column}`)
  const isMany = ['words', 'kept_words', 'token'].includes(slot.attribute.type)
  const words = () => raw`${program.wordsOf(comparison)}::text[]`
  const number = raw.lit(Number(comparison.value))
  const isWithin = () => raw<boolean>`coalesce(${value} > ${now} - ${number} * interval '24 hours', false)`
  switch (comparison.is) {
    case 'one_of':
      return raw`coalesce(${value} = any(${words()}), false)`
    case 'any_of':
      return raw`coalesce(${value}::text[] && ${words()}, false)`
    case 'all_of':
      return raw`coalesce(${value}::text[] @> ${words()}, false)`
    case 'none_of':
      return isMany
        ? raw`not coalesce(${value}::text[] && ${words()}, false)`
        : raw`not coalesce(${value} = any(${words()}), false)`
    case 'known':
      return isMany ? raw`cardinality(${value}) > 0` : raw`${value} is not null`
    case 'unknown':
      return isMany ? raw`cardinality(${value}) = 0` : raw`${value} is null`
    case 'yes':
      return raw`coalesce(${value}, false)`
    case 'no':
      return raw`not coalesce(${value}, false)`
    case 'at_least':
      return raw`coalesce(${value} >= ${number}, false)`
    case 'at_most':
      return raw`coalesce(${value} <= ${number}, false)`
    case 'within':
      return isWithin()
    case 'longer_ago':
      return raw`not ${isWithin()}`
    case 'before':
      return raw`coalesce(${value} < ${dayIn(comparison)}::timestamptz, false)`
    case 'on_or_after':
      return raw`coalesce(${value} >= ${dayIn(comparison)}::timestamptz, false)`
  }
}

/** The first segment that fits, and every tag by rule. */
export function outcomeToSql(program: Program, now: RawBuilder<Date>) {
  const whens = program.segments.map(({ key, rule }) => raw`when ${toSql(program, rule, now)} then ${key}`)
  const otherwise = program.definitions.otherwise.key
  const tags = program.tags.map(({ key, rule }) =>
    rule === null
      ? raw`case when exists (select from segment_tags_by_hand given where given.tenant_id = v.tenant_id
          and given.customer_id = v.id and given.tag = ${key}) then ${key} end`
      : raw`case when ${toSql(program, rule, now)} then ${key} end`,
  )
  return {
    segment:
      whens.length === 0
        ? raw<string>`${otherwise}::text`
        : raw<string>`case ${raw.join(whens, raw` `)} else ${otherwise} end`,
    tags:
      tags.length === 0
        ? raw<string[]>`'{}'::text[]`
        : raw<string[]>`array_remove(array[${raw.join(tags)}]::text[], null)`,
    due: dueToSql(program, now),
  }
}

/** The earliest time at which one of the comparisons may change although nothing happens. */
function dueToSql(program: Program, now: RawBuilder<Date>): RawBuilder<Date | null> {
  const waits = waitsOf(program).map(({ column, days }) => {
    const then = raw`${raw.ref(`v.${column}`)} + ${raw.lit(days)} * interval '24 hours'`
    return raw`case when ${then} > ${now} then ${then} end`
  })
  // As exact as the clock of this program.
  return raw`date_trunc('milliseconds', least(${raw.join([raw`v.kept_until`, ...waits])}))`
}

const TIMED: readonly Operator[] = ['within', 'longer_ago']

/** Which column plus how many days. */
export function waitsOf(program: Program): { readonly column: string; readonly days: number }[] {
  const rules = [...program.segments, ...program.tags].flatMap(({ rule }) => (rule ? [rule] : []))
  const timed = rules
    .flatMap((rule) => comparisonsIn(rule))
    .filter(({ comparison }) => TIMED.includes(comparison.is) && program.slotOf(comparison) !== NO_SLOT)
    .map(({ comparison }) => ({ column: program.slotOf(comparison).column, days: Number(comparison.value) }))
  const windows = program.slots.flatMap(({ column, days }) => (days === null ? [] : [{ column: `${column}e`, days }]))
  const seen = new Map([...timed, ...windows].map((one) => [`${one.column} ${one.days}`, one]))
  return [...seen.values()]
}
