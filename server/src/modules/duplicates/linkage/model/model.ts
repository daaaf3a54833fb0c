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
  /** The field that mostly decides this one, such as the postcode of a city; how often strangers agree then. */
  readonly follows: number
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
  let [total, shared] = [model.person, model.household]
  for (let k = 0; k < model.fields.length; k++) {
    const level = levels[k]!
    if (level === MISSING) {
      into.fields[k] = 0
      continue
    }
    const field = model.fields[k]!
    const person = Math.max(LEAST, field.person[level]!)
    const strangers = Math.max(LEAST, chance(model, field, level, levels, frequencies(k)))
    const weight = Math.log2(person / strangers)
    const { shared: tenths } = KINDS[field.kind]
    if (tenths > 0) {
      const share = tenths / 10
      shared += Math.log2((share * person) / strangers + 1 - share)
    }
    into.fields[k] = weight
    total += weight
  }
  into.household = -Math.log2(1 + 2 ** Math.min(shared, 60))
  into.total = total + into.household
  return into.total
}

function chance(
  model: Model,
  field: FieldModel,
  level: number,
  levels: ArrayLike<number>,
  frequency: number | undefined,
): number {
  const { follows } = field
  if (follows >= 0 && levels[follows] === SAME(model.fields[follows]!.kind)) return field.following[level]!
  const usual = field.strangers[level]!
  if (frequency === undefined) return usual
  const same = SAME(field.kind)
  if (level === same || level === SWAPPED) return frequency
  if (KINDS[field.kind].measure !== 'name' || level < NEAR) return usual
  const ratio = frequency / Math.max(LEAST, field.strangers[same]!)
  return Math.min(1, usual * Math.min(4, Math.max(0.25, Math.sqrt(ratio))))
}
const NEAR = LEVELS.name.indexOf('near')

export const probability = (bits: number) => 1 / (1 + 2 ** -bits)

/** Before there is anything to learn from. */
export function priorModel(fields: readonly Field[], pairs: number, matches: number): Model {
  const places = ['postcode', 'city', 'region', 'country']
  const order = fields.map(({ kind }, index) => ({ kind, index })).filter(({ kind }) => places.includes(kind))
  order.sort((a, b) => places.indexOf(a.kind) - places.indexOf(b.kind))
  return {
    person: Math.log2(matches / Math.max(1, pairs)),
    household: Math.log2((matches * 0.3) / Math.max(1, pairs)),
    fields: fields.map((field, index) => {
      const size = levelsOf(field.kind).length + (field.kind === 'firstName' ? 1 : 0)
      const place = order.findIndex((one) => one.index === index)
      const strangers = usualStrangers(field.kind)
      return {
        ...field,
        person: usualPerson(field, size),
        strangers,
        follows: place > 0 ? order[place - 1]!.index : -1,
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
  phone: [0.9999, 3e-6, 1e-5, 2e-6, 1e-6],
  email: [0.9995, 1e-4, 1e-4, 3e-5, 1e-5, 2e-6],
  category: [0.6, 0.4],
}
/** Two names in each other's place are as rare as both together. */
const usualStrangers = (kind: KindName) => [...USUAL[KINDS[kind].measure], ...(kind === 'firstName' ? [1.6e-5] : [])]
