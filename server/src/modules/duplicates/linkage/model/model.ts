import {
  type Field,
  KINDS,
  type KindName,
  LEVELS,
  levelsOf,
  type Measure,
  MISSING,
  SAME,
  SWAPPED,
} from '../compare/kinds.ts'

/**
 * What agreement says. Three kinds of pairs are told apart: records of one person, of two people of one household, and of
 * two strangers. Each field says by its level how much likelier one person is than strangers; one household takes away
 * what it explains as well.
 */
export interface Model {
  readonly fields: readonly FieldModel[]
  /** Of all pairs, against strangers, in bits. */
  readonly person: number
  readonly household: number
}
export interface FieldModel extends Field {
  /** By level: how often one person's records agree so, and how often strangers' do. */
  readonly person: readonly number[]
  readonly strangers: readonly number[]
  /** The fields that mostly decide this one, such as the postcode of a city; how often strangers agree where these agree. */
  readonly follows: readonly number[]
  readonly following: readonly number[]
}

/** How many others have the value that both have, of all: by field. Undefined where nothing is known of it. */
export type Frequencies = (field: number) => number | undefined

export interface Weights {
  readonly fields: Float64Array
  household: number
  total: number
}
export const noWeights = ({ fields }: Model): Weights => ({
  fields: new Float64Array(fields.length),
  household: 0,
  total: 0,
})

const LEAST = 1e-9

/** In bits: above 0 it is likelier that both are one person than that they are not. The weights add up to the total. */
export function weigh(model: Model, levels: ArrayLike<number>, frequencies: Frequencies, into: Weights): number {
  const tables = tablesOf(model)
  let [total, shared] = [model.person, model.household]
  for (let k = 0; k < tables.length; k++) {
    const level = levels[k]!
    if (level === MISSING) {
      into.fields[k] = 0
      continue
    }
    const table = tables[k]!
    const given = isGiven(table, levels)
    let weight = given ? table.following[level]! : table.usual[level]!
    if (!given && level >= table.counted) {
      const frequency = frequencies(k)
      if (frequency !== undefined) weight = table.person[level]! - Math.log2(counted(table, level, frequency))
    }
    if (table.share > 0) shared += Math.log2(table.share * 2 ** weight + 1 - table.share)
    into.fields[k] = weight
    total += weight
  }
  into.household = -Math.log2(1 + 2 ** Math.min(shared, 60))
  into.total = total + into.household
  return into.total
}

function isGiven({ follows, followedFrom }: Table, levels: ArrayLike<number>): boolean {
  if (follows.length === 0) return false
  for (let n = 0; n < follows.length; n++) {
    const level = levels[follows[n]!]!
    if (level < followedFrom[n]! || level === MISSING) return false
  }
  return true
}

/** How often strangers agree so, where it is known how many have the value. */
function counted({ same, strangers }: Table, level: number, frequency: number): number {
  if (level >= same) return Math.max(LEAST, frequency)
  const ratio = frequency / Math.max(LEAST, strangers[same]!)
  return Math.max(LEAST, strangers[level]! * Math.min(4, Math.max(0.25, Math.sqrt(ratio))))
}

/** What is the same for all pairs, computed once for a model. */
interface Table {
  readonly person: readonly number[]
  readonly strangers: readonly number[]
  readonly usual: readonly number[]
  readonly following: readonly number[]
  readonly follows: readonly number[]
  readonly followedFrom: readonly number[]
  readonly same: number
  /** From this level on it matters how many have the value. */
  readonly counted: number
  readonly share: number
}
const tables = new WeakMap<Model, readonly Table[]>()

function tablesOf(model: Model): readonly Table[] {
  const known = tables.get(model)
  if (known) return known
  const made = model.fields.map(({ kind, person, strangers, follows, following }): Table => {
    const bits = (one: readonly number[]) => one.map((chance) => Math.log2(Math.max(LEAST, chance)))
    const [mine, theirs, given] = [bits(person), bits(strangers), bits(following)]
    return {
      person: mine,
      strangers,
      usual: mine.map((bit, level) => bit - theirs[level]!),
      following: given.map((bit, level) => mine[level]! - bit),
      follows,
      followedFrom: follows.map((one) => agreesFrom(model.fields[one]!.kind)),
      same: SAME(kind),
      counted: KINDS[kind].measure === 'name' ? NEAR : SAME(kind),
      share: KINDS[kind].shared / 10,
    }
  })
  tables.set(model, made)
  return made
}
const NEAR = LEVELS.name.indexOf('near')
/** From this level on what depends on the field is expected to agree as well. */
export const agreesFrom = (kind: KindName) =>
  kind === 'firstName' || kind === 'lastName' ? LEVELS.name.indexOf('slip') : SAME(kind)

export const probability = (bits: number) => 1 / (1 + 2 ** -bits)

/** Before there is anything to learn from. */
export function priorModel(fields: readonly Field[], pairs: number, matches: number): Model {
  const names = [...fields.keys()].filter((k) => fields[k]!.kind === 'firstName' || fields[k]!.kind === 'lastName')
  const places = ['postcode', 'city', 'region', 'country']
  const order = fields.map(({ kind }, index) => ({ kind, index })).filter(({ kind }) => places.includes(kind))
  order.sort((a, b) => places.indexOf(a.kind) - places.indexOf(b.kind))
  return {
    person: Math.log2(matches / Math.max(1, pairs)),
    household: Math.log2((matches * 2) / Math.max(1, pairs)),
    fields: fields.map((field, index) => {
      const size = levelsOf(field.kind).length + (field.kind === 'firstName' ? 1 : 0)
      const place = order.findIndex((one) => one.index === index)
      const strangers = usualStrangers(field.kind)
      return {
        ...field,
        person: usualPerson(field, size),
        strangers,
        follows: field.kind === 'email' ? names : place > 0 ? [order[place - 1]!.index] : [],
        following: strangers,
      }
    }),
  }
}

function usualPerson({ kind }: Field, size: number): number[] {
  const kept = KINDS[kind].kept / 10
  const same = SAME(kind)
  const between = same - 1
  const left = 1 - kept
  return Array.from({ length: size }, (_, level) => {
    if (level === same) return kept
    if (level === SWAPPED && kind === 'firstName') return 0.01
    return between === 0 || level === 0 ? left * (between === 0 ? 1 : 0.5) : (left * 0.5) / between
  })
}

const USUAL: Readonly<Record<Measure, readonly number[]>> = {
  name: [0.985, 0.005, 0.0005, 0.002, 0.001, 0.0007, 0.002, 0.004],
  words: [0.97, 0.02, 0.005, 0.002, 5e-4, 5e-4],
  code: [0.9, 0.08, 0.01, 0.005, 0.001],
  date: [0.97, 0.013, 0.015, 0.001, 5e-5, 5e-5],
  phone: [0.9999, 3e-6, 1e-5, 2e-6, 2e-6, 1e-6],
  email: [0.9995, 1e-4, 1e-4, 3e-5, 1e-5, 2e-6],
  category: [0.6, 0.4],
}
/** Two names in each other's place are as rare as both together. */
const usualStrangers = (kind: KindName) => [...USUAL[KINDS[kind].measure], ...(kind === 'firstName' ? [1.6e-5] : [])]
