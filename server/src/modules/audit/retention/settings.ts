import { checkpointOf } from '../../../kit/audit-begin.ts'
import { askForRelease } from '../../../kit/audit-release.ts'
import type { Context } from '../../../kit/context.ts'
import type { Input } from '../../../kit/endpoint.ts'
import { changeSettings, readSettings, type Section } from '../../tenants/index.ts'
import { AuditSettings, type changeSettings as change, SHORTENS_AFTER_DAYS } from './contract.ts'

const SECTION: Section<typeof AuditSettings> = { name: 'audit', schema: AuditSettings }

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
  const former = await readSettings(ctx, SECTION, 'to change')
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
  return new Date(Date.UTC(ctx.now.getUTCFullYear() - keepYears, ctx.now.getUTCMonth()))
}
