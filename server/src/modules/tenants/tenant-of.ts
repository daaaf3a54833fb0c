import { LRUCache } from 'lru-cache'
import type { Presented } from '../../kit/caller.ts'
import type { Database } from '../../kit/context.ts'
import { listTenants } from './operations.ts'

const KNOWN_MS = 5_000

/**
 * Which tenant a visitor speaks to: the one named in X-Kith-Tenant, else the one whose slug is the first label of the
 * host, else the only one there is.
 */
export function tenantOf(db: Database) {
  // One entry: the list itself, so that guessing slugs costs one query in five seconds.
  const known = new LRUCache<'list', Awaited<ReturnType<typeof listTenants>>>({
    max: 1,
    ttl: KNOWN_MS,
    fetchMethod: () => listTenants(db),
  })

  return async ({ tenant, host }: Presented): Promise<string | null> => {
    const all = (await known.fetch('list')) ?? []
    if (tenant !== '') return all.find(({ id, slug }) => slug === tenant || id === tenant)?.id ?? null
    const [label] = host.split('.')
    return all.find(({ slug }) => slug === label)?.id ?? (all.length === 1 ? all[0]!.id : null)
  }
}
