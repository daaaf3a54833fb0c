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
  const last = await changes(ctx).limit(1).executeTakeFirst()
  return last ? AuditSettings.parse(open(ctx, last).after ?? {}) : null
}

const changes = (ctx: Context) => listOwn(ctx, 'settings.changed', 'audit.keepYears')
const open = (ctx: Context, entry: Parameters<typeof openDetails>[2]) => openDetails(ctx.keys, new Map(), entry)

/** Clocks differ, and a change may wait for a release that is under way. */
const TOGETHER_MS = 60_000

/** What the trail has as decided at that time: several where it was just changed. */
export async function decisionsAt(ctx: Context, at: Date): Promise<readonly Decision[]> {
  const all = await changes(ctx).execute()
  const later = all.filter((change) => change.at.getTime() > at.getTime() + TOGETHER_MS)
  const earlier = all.filter((change) => change.at.getTime() < at.getTime() - TOGETHER_MS)
  const around = all.slice(later.length, all.length - earlier.length).map((change) => open(ctx, change))
  const found = [
    ...later.slice(-1).map((change) => open(ctx, change).before),
    ...around.flatMap(({ before, after }) => [before, after]),
    ...earlier.slice(0, 1).map((change) => open(ctx, change).after),
  ]
  return found.flatMap((one) => (one ? AuditSettings.parse(one) : []))
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
