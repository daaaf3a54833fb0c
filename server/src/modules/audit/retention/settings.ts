import { type Beginning, checkpointOf } from '../../../kit/audit-begin.ts'
import { askForRelease } from '../../../kit/audit-release.ts'
import type { Context } from '../../../kit/context.ts'
import type { Input } from '../../../kit/endpoint.ts'
import { changeSettings, readSettings, type Section } from '../../tenants/index.ts'
import { AuditSettings, type changeSettings as change, SHORTENS_AFTER_DAYS } from './contract.ts'
import { decisionsAt, lastDecision } from './decided.ts'

const SECTION: Section<typeof AuditSettings> = { name: 'audit', schema: AuditSettings, isTold: true }

export async function readRetention(ctx: Context) {
  const { keepYears, startsAt } = await readSettings(ctx, SECTION)
  const row = await checkpointOf(ctx).executeTakeFirst()
  return {
    keepYears,
    startsAt: startsAt !== null && new Date(startsAt) > ctx.now ? startsAt : null,
    released: row?.position
      ? { entries: row.position, until: row.newest?.toISOString() ?? null, at: row.at?.toISOString() ?? null }
      : null,
    held: row?.held ?? false,
  }
}

/** Who takes over an administrator's session cannot shorten the trail of it before others notice. */
export async function changeRetention(ctx: Context, { keepYears }: Input<typeof change>) {
  const row = await readSettings(ctx, SECTION, 'to change')
  // A row of before, put back by write access to the database, would make a shorter time take effect at once.
  const former = (await lastDecision(ctx)) ?? { ...row, keepYears: null }
  const isShorter = keepYears !== null && (former.keepYears === null || keepYears < former.keepYears)
  const later = new Date(ctx.now.getTime() + SHORTENS_AFTER_DAYS * 86_400_000).toISOString()
  const startsAt = keepYears === null ? null : isShorter ? later : former.startsAt
  await changeSettings(ctx, SECTION, { keepYears, startsAt })
  await askForRelease(ctx, null)
  return readRetention(ctx)
}

/** Up to when entries may go: to the month, so that not each day is a release. Null while none may. */
export async function releasableBefore(ctx: Context): Promise<Date | null> {
  const { keepYears, startsAt } = await readSettings(ctx, SECTION)
  if (keepYears === null || (startsAt !== null && new Date(startsAt) > ctx.now)) return null
  const told = await lastDecision(ctx)
  if (told?.keepYears === keepYears && told.startsAt === startsAt) return yearsBefore(ctx.now, keepYears)
  ctx.log.error({ tenant: ctx.tenant }, 'the settings of the audit trail are not what it says was decided')
  return null
}

/** Whether what the trail has as in force then let the chain begin there: with the keys of a tenant any beginning can be signed. */
export async function wasDecided(ctx: Context, { newest, at }: Pick<Beginning, 'newest' | 'at'>): Promise<boolean> {
  if (!newest || !at) return false
  return (await decisionsAt(ctx, at)).some(
    ({ keepYears, startsAt }) =>
      keepYears !== null && (startsAt === null || new Date(startsAt) <= at) && newest < yearsBefore(at, keepYears),
  )
}

const yearsBefore = (now: Date, years: number) => new Date(Date.UTC(now.getUTCFullYear() - years, now.getUTCMonth()))
