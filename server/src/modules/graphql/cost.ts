import {
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  valueFromASTUntyped,
} from 'graphql'
import { TooCostly, TooDeep } from './contract.ts'

const MOST_COST = 1_000
const MOST_DEPTH = 12

interface Walk {
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>
  readonly variables: Readonly<Record<string, unknown>>
}

/** One for each operation that is run, times the size of the pages around it. An alias is a call of its own. */
export function costOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): number {
  const fragments = new Map(
    document.definitions.flatMap((one) =>
      one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one] as const] : [],
    ),
  )
  const root = schema.getRootType(operation.operation)!
  const cost = walk(operation.selectionSet, root, 1, 1, { fragments, variables })
  if (cost > MOST_COST) throw TooCostly({ cost, most: MOST_COST })
  return cost
}

function walk(selected: SelectionSetNode, parent: GraphQLNamedType, times: number, depth: number, at: Walk): number {
  if (depth > MOST_DEPTH) throw TooDeep({ most: MOST_DEPTH })
  let cost = 0
  for (const one of selected.selections) {
    if (one.kind === Kind.INLINE_FRAGMENT) cost += walk(one.selectionSet, parent, times, depth, at)
    else if (one.kind === Kind.FRAGMENT_SPREAD) {
      const fragment = at.fragments.get(one.name.value)
      if (fragment) cost += walk(fragment.selectionSet, parent, times, depth, at)
    } else {
      const field =
        'getFields' in parent
          ? // The fields of a type that has some.
            (parent.getFields() as Record<string, GraphQLField<unknown, unknown>>)[one.name.value]
          : undefined
      if (!field) continue
      const { operation, page }: { operation?: unknown; page?: number } = field.extensions
      if (operation) cost += times
      if (!one.selectionSet) continue
      const wanted = one.arguments?.find(({ name }) => name.value === 'first' || name.value === 'limit')
      const asked = wanted && Number(valueFromASTUntyped(wanted.value, at.variables))
      const size = page === undefined || page === 1 ? 1 : Math.max(1, asked || page)
      cost += walk(one.selectionSet, getNamedType(field.type), times * size, depth + 1, at)
    }
    if (cost > MOST_COST) break
  }
  return cost
}
