import { createHash } from 'node:crypto'
import { GraphQLError } from 'graphql'
import { LRUCache } from 'lru-cache'
import { cache } from '../../kit/caches.ts'

/** Of one business: however many it sends, it takes the place of its own. */
const SHARE = { max: 100, maxSize: 200_000, sizeCalculation: ({ length }: string) => length }
const MOST_BUSINESSES = 100

const kept = cache<string, LRUCache<string, string>>('graphql_businesses', { max: MOST_BUSINESSES })

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
    const known = kept.get(tenant)?.get(hash)
    if (known === undefined) throw new GraphQLError('PersistedQueryNotFound', { extensions: { code: NOT_FOUND } })
    return known
  }
  if (createHash('sha256').update(text).digest('hex') !== hash) throw new GraphQLError('The hash is of another query')
  return text
}

/** One that is not refused, nor its cost: no other takes its place. */
export function keepText(tenant: string, text: string, hash: string | undefined): void {
  if (hash === undefined) return
  const own = kept.get(tenant) ?? new LRUCache<string, string>(SHARE)
  kept.set(tenant, own)
  own.set(hash, text)
}
/** In the words of that protocol: foreign clients send the text again when they read them. */
const NOT_FOUND = 'PERSISTED_QUERY_NOT_FOUND'
