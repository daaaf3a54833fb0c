import type { Caller } from '../../kit/caller.ts'
import type { Context } from '../../kit/context.ts'
import { type Compared, FIELDS, valuesOf } from './compared.ts'
import { levelName, MISSING, SAME, SWAPPED, type Values } from './linkage/compare/kinds.ts'
import { frequenciesOf } from './linkage/model/frequencies.ts'
import { noWeights, probability, weigh } from './linkage/model/model.ts'
import { columnsBuilder, type Said, saidIn, textOf, valuesIn } from './linkage/records/columns.ts'
import { levelling, levelsBetween } from './linkage/records/levels.ts'
import { type ActiveModel, activeModel } from './model/active.ts'
import { shareToken } from './model/share-token.ts'
import { duplicateSettings } from './settings.ts'
import type { DuplicateSettings, Explanation, VETOES } from './shapes.ts'

/** A customer, or what is typed of one. */
export interface Judged {
  readonly values: Values
  readonly verifiedPhone: string | null
}
export const judged = ({ person, row }: Compared): Judged => ({
  values: valuesOf(person),
  verifiedPhone: row.phone_verified ? person.phone : null,
})

/** For an explanation to the caller: without what the caller may not see, which guesses could be tried on. */
export function judgedFor({ caller }: Context, customer: Compared): Judged {
  const { values, verifiedPhone } = judged(customer)
  return { values: seenBy(caller, values), verifiedPhone }
}
export const seenBy = ({ may }: Pick<Caller, 'may'>, values: Values): Values => ({
  ...values,
  ...(!may.has('customers:contacts') && { phone: null, email: null }),
  ...(!may.has('addresses:read') && { address: null, city: null }),
})

/** Below it two customers are not even remembered. */
export const KEPT_FROM = -3

export interface Judge {
  readonly threshold: number
  readonly settings: DuplicateSettings
  explain(one: Judged, other: Judged): Explanation
  /** The business said that such are never one person. */
  forbids(explanation: Explanation): boolean
}

/** By the model and the rules of the business. */
export async function judging(ctx: Context): Promise<Judge> {
  const [model, settings] = [await activeModel(ctx), await duplicateSettings(ctx)]
  return {
    // As the scores are kept: of a smaller number PostgreSQL makes no `real`.
    threshold: Math.fround(settings.threshold ?? model.threshold),
    settings,
    explain: (one, other) => explained(ctx, model, one, other),
    forbids: ({ vetoes }) => vetoes.some((veto) => settings[RULES[veto]] === 'never_merge'),
  }
}
type Veto = (typeof VETOES)[number]
const RULES = {
  birth_dates_differ: 'differentBirthDates',
  verified_phones_differ: 'differentVerifiedPhones',
} as const satisfies Record<Veto, keyof DuplicateSettings>

/** Each field by itself: the same two give the same answer, whichever others there are. */
function explained(ctx: Context, { document, common, version }: ActiveModel, one: Judged, other: Judged): Explanation {
  const builder = columnsBuilder(FIELDS)
  for (const { values } of [one, other]) builder.addSaid(saidOnce(values))
  const columns = builder.done()
  const levels = new Int16Array(FIELDS.length)
  levelsBetween(levelling(columns), 0, 1, levels)
  const shares = columns.columns.map((column, k) => {
    const { rare } = document.fields[k]!
    if (common[k]!.size === 0) return new Float32Array(valuesIn(column)).fill(rare)
    return Float32Array.from({ length: valuesIn(column) }, (_, id) =>
      id === 0 ? rare : (common[k]!.get(shareToken(ctx, column.field.name, textOf(column, id))) ?? rare),
    )
  })
  const weights = noWeights(document)
  const score = weigh(document, levels, frequenciesOf(columns, shares, levels)(0, 1), weights)
  return {
    score,
    probability: probability(score),
    beforehand: document.person,
    household: weights.household,
    reasons: FIELDS.map(({ name, kind }, k) => ({
      field: name,
      level: levelName(kind, levels[k]!),
      bits: weights.fields[k]!,
    })),
    vetoes: vetoesOf(levels, one, other),
    wouldDecide: FIELDS.flatMap(({ name, kind }, k) => {
      const { person, rare } = document.fields[k]!
      const isSwapped = name === 'lastName' && levels[k - 1] === SWAPPED
      return levels[k] === MISSING && !isSwapped ? [{ field: name, bits: Math.log2(person[SAME(kind)]! / rare) }] : []
    }).sort((a, b) => b.bits - a.bits),
    modelVersion: version,
  }
}

/** A new customer is compared with several others. */
const read = new WeakMap<Values, Said>()
function saidOnce(values: Values): Said {
  const known = read.get(values) ?? saidIn(FIELDS, values)
  read.set(values, known)
  return known
}

const BORN = FIELDS.findIndex(({ name }) => name === 'birthDate')

/** A slip is no other birth date; a second verified phone is no other person unless neither has the other's. */
function vetoesOf(levels: Int16Array, one: Judged, other: Judged): Veto[] {
  const found: Veto[] = []
  if (levels[BORN] !== MISSING && levels[BORN]! <= 1) found.push('birth_dates_differ')
  if (one.verifiedPhone !== null && other.verifiedPhone !== null && one.verifiedPhone !== other.verifiedPhone)
    found.push('verified_phones_differ')
  return found
}
