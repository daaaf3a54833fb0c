import type { Presented } from '../../kit/caller.ts'
import type { Database } from '../../kit/database.ts'
import type { Nudges } from '../../kit/nudges.ts'
import { listTenants } from './operations.ts'

const KNOWN_MS = 5_000
/** An unknown name may be a new tenant. Guessing names costs one query per interval, for all callers together. */
const LOOKS_AGAIN_MS = 250

type Tenants = Awaited<ReturnType<typeof listTenants>>

/**
 * The tenant of a visitor: the one named in X-Kith-Tenant, else the one with the first label of the
 * host as its slug, else the only one there is.
 */
export function tenantOf(db: Database, nudges: Nudges) {
  let list: Promise<Tenants> = Promise.resolve([])
  let since = Number.NEGATIVE_INFINITY
  nudges.on('tenants', () => {
    since = Number.NEGATIVE_INFINITY
  })

  const known = (atMostMs: number): Promise<Tenants> => {
    if (performance.now() - since >= atMostMs) {
      since = performance.now()
      list = listTenants(db)
      list.catch(() => {
        since = Number.NEGATIVE_INFINITY
      })
    }
    return list
  }

  return async (presented: Presented): Promise<string | null> =>
    choose(await known(KNOWN_MS), presented) ?? choose(await known(LOOKS_AGAIN_MS), presented)
}

function choose(all: Tenants, { tenant, host }: Presented): string | null {
  if (tenant !== '') return all.find(({ id, slug }) => slug === tenant || id === tenant)?.id ?? null
  const [label] = host.split('.')
  return all.find(({ slug }) => slug === label)?.id ?? (all.length === 1 ? all[0]!.id : null)
}
