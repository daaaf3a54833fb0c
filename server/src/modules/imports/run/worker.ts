import { type Caller, itself } from '../../../kit/caller.ts'
import type { Context } from '../../../kit/context.ts'
import { staffMay } from '../../accounts/index.ts'
import { isKeyValid } from '../../tenants/index.ts'
import type { ImportRow } from '../import-row.ts'

/** The history names the caller that started the import, and this request. */
export const requestOf = (importId: string) => `import:${importId}`

export const callerOf = (tenant: string, row: ImportRow): Caller => ({
  ...itself(tenant, starterOf(row)),
  requestId: requestOf(row.id),
})

const starterOf = ({ started_by, created_by }: ImportRow) => started_by ?? created_by

/** A key that was revoked, and a login that may no longer import, change no more customers. A check changes none. */
export async function mayStill(ctx: Context, row: ImportRow): Promise<boolean> {
  if (row.state === 'checking') return true
  const actor = starterOf(row)
  if (actor.startsWith('key:')) return isKeyValid(ctx, actor)
  if (actor.startsWith('account:')) return staffMay(ctx, actor, 'customers:import')
  return true
}

/** Events that are followed here and told to no one: `CustomersImported` tells of all. */
export const quietly = (ctx: Context): Context => ({ ...ctx, emit: (event) => ctx.emit({ ...event, quiet: true }) })
