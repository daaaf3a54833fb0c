import {
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLNamedType,
  GraphQLObjectType,
  type GraphQLSchema,
  getArgumentValues,
  getNamedType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql'
import { PAGE } from './connection.ts'
import { TooCostly, TooDeep } from './contract.ts'
import { NODE } from './types.ts'

const MOST_COST = 1_000
const MOST_DEPTH = 12
/** Selections of a document with its fragments written out. */
const MOST_SELECTIONS = 10_000
/** Fields of an answer, where every page is full. */
const MOST_VALUES = 100_000
/** One answer of `__schema` is longer than any page. */
const INTROSPECTION_COST = 100
const INTROSPECTION = ['__schema', '__type']

type Fields = Record<string, GraphQLField<unknown, unknown>>
type Fragments = ReadonlyMap<string, FragmentDefinitionNode>

interface Walk {
  readonly schema: GraphQLSchema
  readonly fragments: Fragments
  readonly variables: Readonly<Record<string, unknown>>
  values: number
}

const fragmentsOf = ({ definitions }: DocumentNode): Fragments =>
  new Map(definitions.flatMap((one) => (one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one] as const] : [])))

/** Before anything walks it: fragments that spread one another twice double with each step. */
export function refuseSprawling(document: DocumentNode): void {
  const fragments = fragmentsOf(document)
  const sizes = new Map<string, number>()
  const sizeIn = ({ selections }: SelectionSetNode): number =>
    selections.reduce((size, one) => size + 1 + below(one), 0)
  const below = (one: SelectionSetNode['selections'][number]): number => {
    if (one.kind === Kind.FRAGMENT_SPREAD) return sizeOf(one.name.value)
    return one.selectionSet ? sizeIn(one.selectionSet) : 0
  }
  /** A circle counts once: validation refuses it. */
  function sizeOf(name: string): number {
    const known = sizes.get(name)
    if (known !== undefined) return known
    sizes.set(name, 0)
    const fragment = fragments.get(name)
    const size = fragment ? sizeIn(fragment.selectionSet) : 0
    sizes.set(name, size)
    return size
  }
  const size = document.definitions.reduce(
    (sum, one) => sum + ('selectionSet' in one && one.selectionSet ? sizeIn(one.selectionSet) : 0),
    0,
  )
  if (size > MOST_SELECTIONS) throw TooCostly({ selections: size, most: MOST_SELECTIONS })
}

/**
 * One for each operation that is run, times the size of the pages around it. An alias is a call of its own. Never more
 * than the caller may ask for in a minute.
 */
export function costOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
  perMinute: number,
): number {
  const at: Walk = { schema, fragments: fragmentsOf(document), variables, values: 0 }
  const cost = walk(operation.selectionSet, schema.getRootType(operation.operation)!, 1, 1, at)
  const most = perMinute === 0 ? MOST_COST : Math.min(perMinute, MOST_COST)
  if (cost > most) throw TooCostly({ cost, most })
  return cost
}

function walk(selected: SelectionSetNode, parent: GraphQLNamedType, times: number, depth: number, at: Walk): number {
  if (depth > MOST_DEPTH) throw TooDeep({ most: MOST_DEPTH })
  let cost = 0
  for (const one of selected.selections) {
    if (one.kind === Kind.FIELD) {
      at.values += times
      if (at.values > MOST_VALUES) throw TooCostly({ values: at.values, most: MOST_VALUES })
      if (INTROSPECTION.includes(one.name.value)) cost += INTROSPECTION_COST
      // Of a type that has some.
      const fields: Fields = 'getFields' in parent ? (parent.getFields() as Fields) : {}
      const field = fields[one.name.value]
      if (!field) continue
      const { operation }: { operation?: unknown } = field.extensions
      if (operation) cost += times
      if (!one.selectionSet) continue
      const { first } = getArgumentValues(field, one, at.variables)
      const page = pageOf(field)
      const size = page === 1 ? 1 : Math.max(1, Number(first) || page)
      cost += walk(one.selectionSet, getNamedType(field.type), times * size, depth + 1, at)
    } else {
      const fragment = one.kind === Kind.INLINE_FRAGMENT ? one : at.fragments.get(one.name.value)
      const on = fragment?.typeCondition?.name.value
      if (fragment) cost += walk(fragment.selectionSet, (on && at.schema.getType(on)) || parent, times, depth, at)
    }
    if (cost > MOST_COST) break
  }
  return cost
}

/** A list without pages counts as one where more is read below its customers. */
function pageOf({ type, extensions }: GraphQLField<unknown, unknown>): number {
  const { page = 1, isWhole = false, most = PAGE }: { page?: number; isWhole?: boolean; most?: number } = extensions
  return isWhole && holdsCustomers(getNamedType(type)) ? Math.min(most, PAGE) : page
}

function holdsCustomers(type: GraphQLNamedType, seen = new Set<GraphQLNamedType>()): boolean {
  if (type.name === NODE) return true
  if (!(type instanceof GraphQLObjectType) || seen.has(type)) return false
  seen.add(type)
  return Object.values(type.getFields()).some((field) => holdsCustomers(getNamedType(field.type), seen))
}
