import { readHead } from '../../kit/audit-chain.ts'
import { type Anchor, type ChainReport, verifyChain } from '../../kit/audit-verify.ts'
import { itself } from '../../kit/caller.ts'
import type { Context } from '../../kit/context.ts'
import { acrossTenants, type Database } from '../../kit/database.ts'
import { addLines } from '../../kit/outside-file.ts'
import { inTenant } from '../../kit/transaction.ts'
import { lineOf, type Noted, readNoted, restoredLineOf, type Sealed } from './anchor-line.ts'
import { AuditAnchored } from './events.ts'
import { wasDecided } from './retention/settings.ts'

const EVERY_MS = 10 * 60_000

/** Notes the heads outside of the database, each time that they have moved: in a file, in the log, as an event. */
export function startAnchors(db: Database) {
  const noted = new Map<string, number>()
  async function note() {
    const heads = await acrossTenants<{ tenant_id: string; seq: number }>(
      db,
      'select tenant_id, seq from audit_chains where seq > 0',
    )
    for (const { tenant_id, seq } of heads)
      if (noted.get(tenant_id) !== seq) noted.set(tenant_id, await anchor(db, tenant_id))
  }
  let running = Promise.resolve()
  const queue = () => {
    running = running.then(note).catch((err) => db.log.error({ err }, 'the audit trail could not be anchored'))
    return running
  }
  const clock = setInterval(queue, EVERY_MS).unref()
  return {
    async stop() {
      clearInterval(clock)
      await queue()
    },
  }
}

/** Returns the number of its last batch. */
export async function anchor(db: Database, tenant: string): Promise<number> {
  const line = await inTenant(db, itself(tenant, 'anchor'), async (ctx) => {
    const { tenant: _, restored: __, ...head } = lineOf(ctx, await sealedHead(ctx))
    ctx.emit(AuditAnchored(head))
    return { tenant, ...head }
  })
  if (db.config.KITH_AUDIT_ANCHORS) await addLines(db.config.KITH_AUDIT_ANCHORS, [JSON.stringify(line)])
  db.log.info({ anchor: line }, 'audit anchor')
  return line.batches
}

async function sealedHead(ctx: Context): Promise<Sealed> {
  const head = await readHead(ctx)
  if (head.at === null) throw new Error('Nothing of this audit trail is sealed yet')
  return { ...head, at: head.at }
}

interface AnchoredReport extends ChainReport {
  /** The newest that was found; null without any. */
  readonly anchor: Pick<Anchor, 'position' | 'at'> | null
  /** Where the chain begins is noted outside of the database too. */
  readonly beginNoted: boolean
}

/**
 * Walks the chain and compares it with what was noted outside of the database. Anchors that are named are those of all servers:
 * where they know nothing of the beginning, it was cut. A server's own file has only what that server released, so the
 * beginning may also be one that the trail says was decided.
 */
export async function verifyAnchored(ctx: Context, named?: string): Promise<AnchoredReport> {
  return compare(ctx, named ?? ctx.config.KITH_AUDIT_ANCHORS, { areAll: named !== undefined })
}

async function compare(
  ctx: Context,
  path: string | undefined,
  { areAll }: { areAll: boolean },
): Promise<AnchoredReport> {
  const { anchors, checkpoints }: Noted =
    path === undefined ? { anchors: [], checkpoints: [] } : await readNoted(ctx, path)
  const newest = anchors.reduce<Anchor | null>((last, one) => (last && last.seq > one.seq ? last : one), null)
  const report = await verifyChain(ctx, anchors)
  const { begins } = report
  const beginNoted = checkpoints.some(
    ({ position, hash, newest }) =>
      position === begins?.position && hash.equals(begins.hash) && newest.getTime() === begins.newest?.getTime(),
  )
  const isAnchored = anchors.length + checkpoints.length > 0
  const isKnown = begins === null || beginNoted || (!(areAll && isAnchored) && (await wasDecided(ctx, begins)))
  return {
    ...report,
    broken: report.broken ?? (isKnown ? null : { seq: begins.position, what: 'checkpoint_unknown' }),
    anchor: newest && { position: newest.position, at: newest.at },
    beginNoted,
  }
}

/**
 * After a backup was restored the anchors are ahead of the chain. Says so in the trail and in the file, so that only what
 * is noted from now on counts. Refused where the chain itself is broken; null where the anchors fit.
 */
export async function acceptRestore(db: Database, tenant: string, path: string): Promise<{ entries: number } | null> {
  const accepted = await inTenant(db, itself(tenant, 'cli'), async (ctx) => {
    const { broken, anchor: ahead, entries } = await compare(ctx, path, { areAll: false })
    if (broken === null) return null
    const inside = broken.what === 'checkpoint_unknown' ? broken : (await verifyChain(ctx)).broken
    if (inside) throw new Error(`The chain itself is broken at ${inside.seq}: ${inside.what}`)
    ctx.audit({
      action: 'audit.restore_accepted',
      customer: null,
      fields: [],
      after: { entries, anchored: ahead?.position, anchoredAt: ahead?.at.toISOString() },
    })
    return { entries, line: JSON.stringify(restoredLineOf(ctx, await sealedHead(ctx))) }
  })
  if (accepted) await addLines(path, [accepted.line])
  return accepted && { entries: accepted.entries }
}
