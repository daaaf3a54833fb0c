import { cache } from '../../kit/caches.ts'
import type { Context } from '../../kit/context.ts'
import { known } from '../../kit/known.ts'
import { LANGUAGES, type Language } from '../../kit/language.ts'
import type { Nudges } from '../../kit/nudges.ts'
import { sql } from './tables.ts'
import { timeZoneIn } from './time-zone.ts'

const TENANTS_HELD = 10_000
/** Processes are notified of a change at once; this limit is for a missed notification. */
const HELD_MS = 5_000

/** Values of the tenant that nearly every operation needs and that rarely change. */
export interface TenantDefaults {
  readonly slug: string
  readonly name: string
  readonly name2: string | null
  readonly country: string
  readonly locale: Language
  readonly timeZone: string
}

const held = cache<string, TenantDefaults>('tenant_defaults', { max: TENANTS_HELD, ttl: HELD_MS })

export const keepDefaultsFresh = (nudges: Nudges): void => nudges.on('tenants', (tenant) => void held.delete(tenant))

export async function tenantDefaults(ctx: Context): Promise<TenantDefaults> {
  const before = held.get(ctx.tenant)
  if (before) return before
  const { time_zone, ...row } = await sql(ctx)
    .selectFrom('tenants')
    .select(['slug', 'name', 'name2', 'country', 'locale', 'time_zone'])
    .where('tenant_id', '=', ctx.tenant)
    .executeTakeFirstOrThrow()
  const read = { ...row, locale: known(LANGUAGES, row.locale), timeZone: time_zone ?? timeZoneIn(row.country) }
  held.set(ctx.tenant, read)
  return read
}
