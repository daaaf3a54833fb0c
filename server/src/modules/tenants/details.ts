import type { Context } from '../../kit/context.ts'
import type { Input } from '../../kit/endpoint.ts'
import { eachOf, keysOf, known } from '../../kit/known.ts'
import { LANGUAGES } from '../../kit/language.ts'
import { VersionConflict } from '../../kit/refusal.ts'
import type * as api from './contract.ts'
import { sql } from './tables.ts'
import { timeZoneIn } from './time-zone.ts'

/** The tenant as its staff see it, and the caller's permissions in it. */
export async function readTenant(ctx: Context) {
  return shown(ctx, await rows(ctx).executeTakeFirstOrThrow())
}

export async function changeTenant(ctx: Context, { expectedVersion, timeZone, ...decided }: Input<typeof api.change>) {
  const before = await rows(ctx).forUpdate().executeTakeFirstOrThrow()
  if (expectedVersion !== undefined && expectedVersion !== before.version) {
    throw VersionConflict({ version: before.version }, { etag: `"${before.version}"` })
  }
  const wanted = { ...decided, time_zone: timeZone }
  const fields = keysOf(wanted).filter((field) => wanted[field] !== undefined && wanted[field] !== before[field])
  const change = Object.fromEntries(fields.map((field) => [field, wanted[field]]))
  if (fields.length === 0) return shown(ctx, before)
  const version = before.version + 1
  await sql(ctx)
    .updateTable('tenants')
    .set({ ...change, version })
    .where('tenant_id', '=', ctx.tenant)
    .execute()
  const of = (row: Row) => eachOf(fields, (field) => row[field])
  const after = { ...before, ...change, version }
  ctx.audit({ action: 'tenant.changed', customer: null, fields, before: of(before), after: of(after) })
  ctx.nudge('tenants')
  return shown(ctx, after)
}

const rows = (ctx: Context) =>
  sql(ctx)
    .selectFrom('tenants')
    .select(['slug', 'name', 'name2', 'country', 'locale', 'time_zone', 'version'])
    .where('tenant_id', '=', ctx.tenant)
type Row = Awaited<ReturnType<ReturnType<typeof rows>['executeTakeFirstOrThrow']>>

const shown = (ctx: Context, { time_zone, locale, ...row }: Row) => ({
  ...row,
  locale: known(LANGUAGES, locale),
  timeZone: time_zone ?? timeZoneIn(row.country),
  ownTimeZone: time_zone,
  actor: ctx.caller.actor,
  may: [...ctx.caller.may].sort(),
})
