import { randomBytes } from 'node:crypto'
import type { Context } from '../../../../kit/context.ts'
import type { Entrance } from '../../../../kit/endpoint.ts'
import type { TenantKeys } from '../../../../kit/keyring.ts'
import { bytesToUuid, uuidToBytes } from '../../../../kit/uuid.ts'
import { TillUnknown } from '../../session/till/refusals.ts'
import { sql } from '../../session/till/tables.ts'

export const TILL_COOKIE = 'kith_till'
export const TILL_PATH = '/api/v1/tills'

// kitht_ and then, in base64url: till 16 bytes | random 32. The tenant is known by then.
const FORM = /^kitht_[A-Za-z0-9_-]{64}$/

export function writeTillToken(keys: TenantKeys, till: string): { token: string; digest: Buffer } {
  const whole = Buffer.concat([uuidToBytes(till), randomBytes(32)])
  return { token: `kitht_${whole.toString('base64url')}`, digest: digestOf(keys, whole) }
}

export interface Device {
  readonly id: string
  readonly name: string
}

/** The till of this token. Locked, so that a sign-in on it and its revocation are serialised. */
export async function requireDevice(ctx: Context, token: string | undefined): Promise<Device> {
  const whole = token !== undefined && FORM.test(token) ? Buffer.from(token.slice(6), 'base64url') : null
  const till =
    whole &&
    (await sql(ctx)
      .selectFrom('tills')
      .select(['id', 'name'])
      .where('tenant_id', '=', ctx.tenant)
      .where('id', '=', bytesToUuid(whole.subarray(0, 16)))
      .where('device_digest', '=', digestOf(ctx.keys, whole))
      .where('revoked_at', 'is', null)
      .forUpdate()
      .executeTakeFirst())
  if (!till) throw TillUnknown()
  return till
}

export const tillTokenOf = ({ cookies }: Entrance, { tillToken }: { tillToken?: string | undefined }) =>
  tillToken ?? cookies[TILL_COOKIE]

const digestOf = (keys: TenantKeys, whole: Buffer) => keys.digest('till token', whole)
