import {
  GraphQLBoolean,
  type GraphQLFieldConfig,
  GraphQLInt,
  GraphQLList,
  GraphQLNonNull,
  type GraphQLNullableType,
  type GraphQLOutputType,
  GraphQLString,
  getNamedType,
} from 'graphql'
import { z } from 'zod'
import { CursorInvalid, rowCursors } from '../../kit/cursor.ts'
import type { Endpoint } from '../../kit/endpoint.ts'
import { check, fieldErrors } from '../../kit/invalid.ts'
import type { Operation } from '../../kit/operate.ts'
import { Invalid, type Language } from '../../kit/refusal.ts'
import { type From, resolve } from './resolve.ts'
import type { Together } from './together.ts'
import type { Types } from './types.ts'

/** Rows of a page where the query does not say how many. */
export const PAGE = 50

/** What a contract reads as `items`, and what it says beside them, such as the total. Null for what is no list. */
export function listIn({ method, output }: Endpoint) {
  if (method !== 'get' || !(output instanceof z.ZodObject)) return null
  const { items, nextCursor: _, ...beside } = output.shape
  return items instanceof z.ZodArray ? { row: items.element, beside: z.object(beside) } : null
}

/** A list as Relay has it, `nodes` being the short way to its rows. `from` says what the operation is given. */
export function connection(
  types: Types,
  operation: Operation,
  called: string,
  node: GraphQLOutputType & GraphQLNullableType,
  from: From,
): GraphQLFieldConfig<unknown, Together> {
  const { endpoint } = operation.route
  const row = present(node)
  const edge = types.object(`${getNamedType(node).name}Edge`, () => ({
    node: { type: row },
    cursor: { type: present(GraphQLString) },
  }))
  const pageInfo = types.object('PageInfo', () => ({
    hasNextPage: { type: present(GraphQLBoolean) },
    hasPreviousPage: { type: present(GraphQLBoolean) },
    startCursor: { type: GraphQLString },
    endCursor: { type: GraphQLString },
  }))
  return {
    type: types.object(`${called}Connection`, () => ({
      ...types.fields(listIn(endpoint)!.beside, called),
      edges: { type: present(new GraphQLList(present(edge))) },
      nodes: { type: present(new GraphQLList(row)) },
      pageInfo: { type: present(pageInfo) },
    })),
    description: endpoint.summary,
    args: { first: { type: GraphQLInt }, after: { type: GraphQLString } },
    extensions: { operation, page: PAGE },
    resolve: resolve(
      operation,
      (source, { first, after, ...given }, language) => {
        refuseUnfit(first, language)
        return {
          ...from(source, given, language),
          ...('limit' in endpoint.query.shape && { limit: String(first ?? PAGE) }),
          ...('cursor' in endpoint.query.shape && after != null && { cursor: after }),
        }
      },
      // As the contract of the list says.
      (page, args) => shown(page as Page, args as Asked),
    ),
  }
}

const present = <Type extends GraphQLNullableType>(type: Type) => new GraphQLNonNull(type)

interface Asked {
  readonly first?: number | null
  readonly after?: string | null
}
interface Page {
  readonly items: readonly unknown[]
  readonly nextCursor?: string | null
}

const AtLeastOne = z.object({ first: z.int().min(1).nullish() })

function refuseUnfit(first: unknown, language: Language): void {
  const { error } = check(AtLeastOne, { first })
  if (error) throw Invalid({ errors: fieldErrors(error, language) })
}

/** A list that REST does not read page by page is all here: its cursors count its rows. */
function shown(page: Page, { first, after }: Asked) {
  const { items, nextCursor = null, ...beside } = page
  const written = rowCursors(page)
  if (!written && nextCursor !== null) throw new Error('A list with pages gives no cursor of each row: see `placed`')
  const places = written ?? items.map((_, index) => countedCursor(index))
  const start = written || after == null ? 0 : countIn(after) + 1
  const nodes = items.slice(start, start + (first ?? items.length))
  const isCut = start + nodes.length < items.length
  const cursors = places.slice(start, start + nodes.length)
  const endCursor = (isCut ? null : nextCursor) ?? cursors.at(-1) ?? null
  return {
    ...beside,
    nodes,
    edges: nodes.map((node, index) => ({ node, cursor: index === nodes.length - 1 ? endCursor : cursors[index] })),
    pageInfo: {
      hasNextPage: isCut || nextCursor !== null,
      hasPreviousPage: after != null,
      startCursor: cursors.length === 1 ? endCursor : (cursors[0] ?? null),
      endCursor,
    },
  }
}

const countedCursor = (index: number) => Buffer.from(`row ${index}`).toString('base64url')

function countIn(cursor: string): number {
  const found = /^row (\d{1,9})$/.exec(Buffer.from(cursor, 'base64url').toString())
  if (!found) throw CursorInvalid()
  return Number(found[1])
}
