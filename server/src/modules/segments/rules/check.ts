import type { Attribute } from '../../../kit/context.ts'
import type { FieldProblem } from '../../../kit/field-problem.ts'
import type { UnfitField } from '../../../kit/invalid.ts'
import { Day } from '../../../kit/text.ts'
import * as problem from '../problems.ts'
import {
  type Comparison,
  comparisonsIn,
  type Definitions,
  MOST_COMPARISONS,
  MOST_OF_ALL,
  MOST_WITH_TAGS,
  type Rule,
} from './grammar.ts'
import { choicesOf, isWindowed, OPERATORS_OF, WANTS } from './operators.ts'
import { canFit, hiddenAmong } from './possible.ts'
import { sizeWithTags, TAGS, withTags } from './tags.ts'

const MOST_NUMBER = 1_000_000_000_000
const MOST_DAYS = 3_650

/** Everything that is wrong with the segments and tags of a business, each with its place. */
export function unfitDefinitions(definitions: Definitions, attributes: readonly Attribute[]): UnfitField[] {
  const { segments, tags, otherwise } = definitions
  const keys = [...segments, otherwise, ...tags].map(({ key }) => key)
  const wrong: UnfitField[] = []
  const note = (path: string, code: FieldProblem) => void wrong.push({ path, code })
  const name = (index: number) =>
    index < segments.length
      ? `segments.${index}.key`
      : index === segments.length
        ? 'otherwise.key'
        : `tags.${index - segments.length - 1}.key`
  for (const [index, key] of keys.entries()) if (keys.indexOf(key) !== index) note(name(index), problem.KEY_REPEATED)
  const known = new Map(attributes.map((one) => [one.key, one]))
  const tagKeys = tags.map(({ key }) => key)
  for (const [index, { rule }] of tags.entries()) {
    if (rule === null) continue
    wrong.push(...unfitRule(rule, `tags.${index}.rule`, { known, tagKeys }))
    for (const { path, comparison } of comparisonsIn(rule, `tags.${index}.rule`)) {
      if (comparison.attribute === TAGS) note(`${path}.attribute`, problem.TAG_IN_TAG)
    }
  }
  for (const [index, { rule }] of segments.entries())
    wrong.push(...unfitRule(rule, `segments.${index}.rule`, { known, tagKeys }))
  if (wrong.length === 0) wrong.push(...tooLarge(definitions))
  return wrong.length > 0 ? wrong : unreachable(definitions, known)
}

/** Where a rule asks for tags, the rules of these are in it: counted before it is made so large. */
function tooLarge({ segments, tags }: Definitions): UnfitField[] {
  const sizes = segments.map(({ rule }) => sizeWithTags(rule, tags))
  const ofTags = tags.flatMap(({ rule }) => (rule === null ? [] : sizeWithTags(rule, [])))
  const all = [...sizes, ...ofTags].reduce((sum, size) => sum + size, 0)
  return [
    ...sizes.flatMap((size, index) =>
      size > MOST_WITH_TAGS ? [{ path: `segments.${index}.rule`, code: problem.TOO_MANY_WITH_TAGS }] : [],
    ),
    ...(all > MOST_OF_ALL ? [{ path: 'segments', code: problem.TOO_MANY_WITH_TAGS }] : []),
  ]
}

interface Known {
  readonly known: ReadonlyMap<string, Attribute>
  readonly tagKeys: readonly string[]
}

function unfitRule(rule: Rule, at: string, { known, tagKeys }: Known): UnfitField[] {
  const all = comparisonsIn(rule, at)
  if (all.length > MOST_COMPARISONS) return [{ path: at, code: problem.TOO_MANY_COMPARISONS }]
  return all.flatMap(({ path, comparison }) => {
    const attribute = known.get(comparison.attribute)
    if (!attribute) return [{ path: `${path}.attribute`, code: problem.ATTRIBUTE_UNKNOWN }]
    return unfitComparison(comparison, attribute, path, attribute.key === TAGS ? tagKeys : undefined)
  })
}

function unfitComparison(
  { is, value, window }: Comparison,
  attribute: Attribute,
  path: string,
  among: readonly string[] | undefined = choicesOf(attribute)?.map((one) => one.value),
): UnfitField[] {
  if (!OPERATORS_OF[attribute.type].includes(is)) return [{ path: `${path}.is`, code: problem.OPERATOR_UNFIT }]
  const wrong = unfitValue(WANTS[is], value, { among, anyNumber: attribute.type === 'kept_number' })
  return [
    ...(wrong ? [{ path: `${path}.value`, code: wrong }] : []),
    ...(window && !isWindowed(attribute) ? [{ path: `${path}.window`, code: problem.WINDOW_NEEDLESS }] : []),
  ]
}

function unfitValue(
  wants: (typeof WANTS)[keyof typeof WANTS],
  value: Comparison['value'],
  { among, anyNumber }: { readonly among: readonly string[] | undefined; readonly anyNumber: boolean },
): FieldProblem | null {
  if (wants === 'nothing') return value === undefined ? null : problem.VALUE_NEEDLESS
  if (value === undefined) return problem.VALUE_MISSING
  if (wants === 'words') {
    if (!Array.isArray(value)) return problem.VALUE_TYPE
    return among && value.some((one) => !among.includes(one)) ? problem.CHOICE_UNKNOWN : null
  }
  if (wants === 'day') return Day.safeParse(value).success ? null : problem.VALUE_TYPE
  if (typeof value !== 'number') return problem.VALUE_TYPE
  if (anyNumber && wants === 'number') return Math.abs(value) <= MOST_NUMBER ? null : problem.NUMBER_OUT_OF_RANGE
  const [least, most] = wants === 'days' ? [1, MOST_DAYS] : [0, MOST_NUMBER]
  return Number.isInteger(value) && value >= least && value <= most ? null : problem.NUMBER_OUT_OF_RANGE
}

/** Rules that fit no one, and segments that those before them leave no one to. */
function unreachable({ segments, tags }: Definitions, known: ReadonlyMap<string, Attribute>): UnfitField[] {
  const rules = segments.map(({ rule }) => withTags(rule, tags))
  const hidden = hiddenAmong(rules, known)
  return [
    ...tags.flatMap(({ rule }, index) =>
      rule !== null && !canFit(rule, known) ? [{ path: `tags.${index}.rule`, code: problem.NEVER_FITS }] : [],
    ),
    ...rules.flatMap((rule, index) => {
      const path = `segments.${index}.rule`
      if (!canFit(rule, known)) return [{ path, code: problem.NEVER_FITS }]
      return hidden.has(index) ? [{ path, code: problem.HIDDEN }] : []
    }),
  ]
}
