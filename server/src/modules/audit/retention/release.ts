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
import { releasableBefore, wasDecided } from './settings.ts'

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
  const noted = await noteBeginning(db, tenant)
  if (noted === null) return false
  const next = await inTenant(db, caller, nextWhole, { readOnly: true })
  if ('end' in next) {
    if (next.end.broken)
      db.log.error({ tenant, position: next.end.broken.seq, what: next.end.broken.what }, 'the audit chain is broken')
    await inTenant(db, caller, (ctx) => endRelease(ctx, { held: next.end.held, noted }))
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

/**
 * What the portion before left as the beginning, beside the anchors, outside of the database: until that is written nothing
 * more is released. A line that is there twice is harmless. Returns its place; null for a beginning that was not decided.
 */
async function noteBeginning(db: Database, tenant: string): Promise<number | null> {
  const { line, position, isWrong } = await inTenant(
    db,
    itself(tenant, 'errand:release-audit'),
    async (ctx) => {
      const { isSigned, at, ...begin } = await readBeginning(ctx)
      const { position } = begin
      if (!isSigned || at === null || position === begin.noted) return { line: null, position, isWrong: false }
      const isWrong = !(await wasDecided(ctx, { ...begin, at }))
      return { line: isWrong ? null : checkpointLineOf(ctx, { ...begin, at }), position, isWrong }
    },
    { readOnly: true },
  )
  if (isWrong) {
    db.log.error({ tenant, position }, 'the audit chain begins where nothing that was decided lets it begin')
    return null
  }
  if (line === null) return position
  if (db.config.KITH_AUDIT_ANCHORS) await addLines(db.config.KITH_AUDIT_ANCHORS, [JSON.stringify(line)])
  db.log.info({ anchor: line }, 'audit checkpoint')
  return position
}
