import { type Caller, itself } from '../../../kit/caller.ts'
import type { Context } from '../../../kit/context.ts'
import type { ImportRow } from '../import-row.ts'

/** The history names the caller that started the import, and this request. */
export const requestOf = (importId: string) => `import:${importId}`

export const callerOf = (tenant: string, { id, started_by, created_by }: ImportRow): Caller => ({
  ...itself(tenant, started_by ?? created_by),
  requestId: requestOf(id),
})

/** Events that are followed here and told to no one: `CustomersImported` tells of all. */
export const quietly = (ctx: Context): Context => ({ ...ctx, emit: (event) => ctx.emit({ ...event, quiet: true }) })
