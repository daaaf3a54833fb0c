import { randomInt } from 'node:crypto'
import type { Context } from '../../../../kit/context.ts'
import { uuidv7 } from '../../../../kit/uuid.ts'
import { endTillSessions } from '../../session/till/sessions.ts'
import { sql } from '../../session/till/tables.ts'
import type { Till } from './contract.ts'
import { TillNotFound } from './refusals.ts'

const PAIRING_MINUTES = 15
// Without similar characters.
const LETTERS = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789'

const tills = (ctx: Context) =>
  sql(ctx)
    .selectFrom('tills')
    .select(['id', 'name', 'created_at', 'created_by', 'paired_at', 'used_at', 'revoked_at'])
    .where('tenant_id', '=', ctx.tenant)
type TillRow = Awaited<ReturnType<ReturnType<typeof tills>['execute']>>[0]

export async function registerTill(ctx: Context, { name }: { name: string }) {
  const id = uuidv7(ctx.now.getTime())
  const pairingCode = `${fourLetters()}-${fourLetters()}`
  const expires = new Date(ctx.now.getTime() + PAIRING_MINUTES * 60_000)
  const row = { id, name, created_at: ctx.now, created_by: ctx.caller.actor }
  const pairing = { pairing_digest: pairingDigest(ctx, pairingCode), pairing_expires_at: expires }
  await sql(ctx)
    .insertInto('tills')
    .values({ tenant_id: ctx.tenant, ...row, ...pairing })
    .execute()
  ctx.audit({ action: 'till.registered', customer: null, fields: [], after: { till: id } })
  const till = toTill({ ...row, paired_at: null, used_at: null, revoked_at: null })
  return { ...till, pairingCode, pairingExpiresAt: expires.toISOString() }
}

export async function listTills(ctx: Context): Promise<{ items: Till[] }> {
  return { items: (await tills(ctx).orderBy('id', 'desc').execute()).map(toTill) }
}

/** Paired, but without a sign-in for so long: perhaps offline. */
const SILENT_TILL_DAYS = 2

export async function countSilentTills(ctx: Context): Promise<number> {
  const { count } = await tills(ctx)
    .where('revoked_at', 'is', null)
    .where('paired_at', 'is not', null)
    .where('used_at', '<', new Date(ctx.now.getTime() - SILENT_TILL_DAYS * 86_400_000))
    .clearSelect()
    .select((q) => q.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

/** First the till, then its sessions: a concurrent sign-in holds the till, and its session is found afterwards. */
export async function revokeTill(ctx: Context, { tillId }: { tillId: string }): Promise<Till> {
  const row = await tills(ctx).where('id', '=', tillId).forUpdate().executeTakeFirst()
  if (!row) throw TillNotFound()
  if (row.revoked_at !== null) return toTill(row)
  await sql(ctx)
    .updateTable('tills')
    .set({ revoked_at: ctx.now, revoked_by: ctx.caller.actor, device_digest: null, pairing_digest: null })
    .where('tenant_id', '=', ctx.tenant)
    .where('id', '=', tillId)
    .execute()
  await sql(ctx).deleteFrom('till_pins').where('tenant_id', '=', ctx.tenant).where('till_id', '=', tillId).execute()
  const ended = await endTillSessions(ctx, tillId, 'till_revoked')
  ctx.audit({ action: 'till.revoked', customer: null, fields: [], after: { till: tillId, sessions: ended } })
  return toTill({ ...row, revoked_at: ctx.now })
}

/** As typed: case and spaces do not matter. */
export const pairingDigest = (ctx: Context, code: string) =>
  ctx.keys.digest('till pairing', code.toUpperCase().replace(/[^A-Z0-9]/g, ''))

const toTill = (row: TillRow): Till => ({
  id: row.id,
  name: row.name,
  status: row.revoked_at !== null ? 'revoked' : row.paired_at !== null ? 'paired' : 'waiting',
  createdAt: row.created_at.toISOString(),
  createdBy: row.created_by,
  pairedAt: row.paired_at?.toISOString() ?? null,
  usedAt: row.used_at?.toISOString() ?? null,
  revokedAt: row.revoked_at?.toISOString() ?? null,
})

const fourLetters = () => Array.from({ length: 4 }, () => LETTERS[randomInt(LETTERS.length)]).join('')
