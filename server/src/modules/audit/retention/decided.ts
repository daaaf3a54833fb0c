import type { z } from 'zod'
import { openDetails } from '../../../kit/audit.ts'
import { listOwn } from '../../../kit/audit-entries.ts'
import type { Context } from '../../../kit/context.ts'
import { AuditSettings } from './contract.ts'

type Decision = z.output<typeof AuditSettings>

/**
 * The last decision as the trail has it: settings of before, put back by write access to the database, open with the same key.
 * Null where nothing was decided; for ever where it cannot be read. One that was taken out breaks the chain.
 */
export async function lastDecision(ctx: Context): Promise<Decision | null> {
  const last = await listOwn(ctx, 'settings.changed', 'audit.keepYears').limit(1).executeTakeFirst()
  return last ? AuditSettings.parse(openDetails(ctx.keys, new Map(), last).after ?? {}) : null
}

/** Where the entry of the last decision is released itself, the trail has it anew. */
export async function tellAgain(ctx: Context, decision: Decision | null): Promise<void> {
  if (decision === null || (await lastDecision(ctx)) !== null) return
  ctx.audit({
    action: 'settings.changed',
    customer: null,
    fields: Object.keys(decision).map((field) => `audit.${field}`),
    before: decision,
    after: decision,
  })
}
