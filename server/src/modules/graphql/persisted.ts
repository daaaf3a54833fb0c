import { createHash } from 'node:crypto'
import { GraphQLError } from 'graphql'
import { cache } from '../../kit/caches.ts'

const MOST_KEPT = 1_000

const kept = cache<string, string>('graphql_queries', { max: MOST_KEPT })

/**
 * Apollo's automatic persisted queries: a client sends the hash, and the text only where the hash is not known yet. What is
 * asked by its hash is checked and costs as if it had been sent.
 */
export function textOf(tenant: string, text: string | undefined, hash: string | undefined): string {
  if (hash === undefined) {
    if (text === undefined) throw new GraphQLError('Must provide a query')
    return text
  }
  if (text === undefined) {
    const known = kept.get(keyOf(tenant, hash))
    if (known === undefined) throw new GraphQLError('PersistedQueryNotFound', { extensions: { code: NOT_FOUND } })
    return known
  }
  if (createHash('sha256').update(text).digest('hex') !== hash) throw new GraphQLError('The hash is of another query')
  return text
}

/** One that is not refused: no other takes its place. */
export function keepText(tenant: string, text: string, hash: string | undefined): void {
  if (hash !== undefined) kept.set(keyOf(tenant, hash), text)
}

const keyOf = (tenant: string, hash: string) => `${tenant} ${hash}`
/** In the words of that protocol: foreign clients send the text again when they read them. */
const NOT_FOUND = 'PERSISTED_QUERY_NOT_FOUND'
