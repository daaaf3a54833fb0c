import { readBeginning } from '../../../kit/audit-begin.ts'
import {
  askForRelease,
  type End,
  endRelease,
  type Limits,
  nextPortion,
  type Portion,
  release,
} from '../../../kit/audit-release.ts'
import { verifyChain } from '../../../kit/audit-verify.ts'
import { itself } from '../../../kit/caller.ts'
import type { Context } from '../../../kit/context.ts'
import type { Database } from '../../../kit/database.ts'
import type { Errand } from '../../../kit/module.ts'
import { addLines } from '../../../kit/outside-file.ts'
import { inTenant } from '../../../kit/transaction.ts'
import { heldAmong } from '../../privacy/index.ts'
import { checkpointLineOf } from '../anchor-line.ts'
import { archive } from './archive.ts'
import { lastDecision, tellAgain } from './decided.ts'
import { releasableBefore } from './settings.ts'

/** The job: what is due is released by the errand, some at a time. */
export async function decideRelease(ctx: Context): Promise<void> {
  const before = await releasableBefore(ctx)
  await askForRelease(ctx, before)
  if (before) ctx.nudge('audit-release')
}

export const releaseAudit: Errand = {
  name: 'release-audit',
  nudge: 'audit-release',
  everyMs: 60_000,
  find: 'select tenant_id from audit_checkpoints where before is not null or position <> noted',
  run: releaseSome,
}

const limitsOf = async (ctx: Context): Promise<Limits> => ({
  before: await releasableBefore(ctx),
  isHeld: async (customerIds) => (await heldAmong(ctx, customerIds)).length > 0,
})

/** Returns whether there may be more. */
async function releaseSome(db: Database, tenant: string): Promise<boolean> {
  const caller = itself(tenant, 'errand:release-audit')
  const next = await inTenant(db, caller, nextWhole, { readOnly: true })
  if ('end' in next) {
    if (next.end.broken)
      db.log.error({ tenant, position: next.end.broken.seq, what: next.end.broken.what }, 'the audit chain is broken')
    await noteBeginning(db, tenant)
    await inTenant(db, caller, (ctx) => endRelease(ctx, next.end))
    return false
  }
  if (db.config.KITH_AUDIT_ARCHIVE) await archive(db.config.KITH_AUDIT_ARCHIVE, tenant, next)
  return inTenant(db, caller, async (ctx) => {
    const decision = await lastDecision(ctx)
    const isReleased = await release(ctx, next, await limitsOf(ctx))
    if (isReleased) await tellAgain(ctx, decision)
    return isReleased
  })
}

/** Before the first portion the whole chain is walked: nothing is released on the word of one from which a decision was taken. */
async function nextWhole(ctx: Context): Promise<Portion | { readonly end: End }> {
  const next = await nextPortion(ctx, await limitsOf(ctx))
  if ('end' in next || next.from.noted !== next.from.position) return next
  const { broken } = await verifyChain(ctx)
  return broken ? { end: { held: false, broken } } : next
}

/** Beside the anchors, outside of the database. A line that is there twice is harmless. */
async function noteBeginning(db: Database, tenant: string): Promise<void> {
  const line = await inTenant(
    db,
    itself(tenant, 'errand:release-audit'),
    async (ctx) => {
      const { isSigned, at, ...begin } = await readBeginning(ctx)
      return isSigned && at ? checkpointLineOf(ctx, { ...begin, at }) : null
    },
    { readOnly: true },
  )
  if (line === null) return
  if (db.config.KITH_AUDIT_ANCHORS) await addLines(db.config.KITH_AUDIT_ANCHORS, [JSON.stringify(line)])
  db.log.info({ anchor: line }, 'audit checkpoint')
}
