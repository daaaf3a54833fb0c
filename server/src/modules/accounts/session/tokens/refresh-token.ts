import { randomBytes, timingSafeEqual } from 'node:crypto'
import type { TenantKeys } from '../../../../kit/keyring.ts'
import { bytesToUuid, uuidToBytes } from '../../../../kit/uuid.ts'

// kithr_ and then, in base64url: tenant 16 bytes | session 16 | generation 4 | random 32 | seal 16. It names its tenant
// and its session. The seal tells a formerly valid token from an invented one: only the former ends the session.
const FORM = /^kithr_[A-Za-z0-9_-]{112}$/
const SEAL = 16

export interface RefreshToken {
  readonly tenant: string
  readonly session: string
  readonly generation: number
  readonly whole: Buffer
}

export function writeRefreshToken(
  keys: TenantKeys,
  session: string,
  generation: number,
): { token: string; digest: Buffer } {
  const count = Buffer.alloc(4)
  count.writeUInt32BE(generation)
  const body = Buffer.concat([uuidToBytes(keys.tenant), uuidToBytes(session), count, randomBytes(32)])
  const whole = Buffer.concat([body, sealOf(keys, body)])
  return { token: `kithr_${whole.toString('base64url')}`, digest: refreshDigest(keys, whole) }
}

export function parseRefreshToken(presented: string): RefreshToken | null {
  if (!FORM.test(presented)) return null
  const whole = Buffer.from(presented.slice(6), 'base64url')
  return {
    tenant: bytesToUuid(whole.subarray(0, 16)),
    session: bytesToUuid(whole.subarray(16, 32)),
    generation: whole.readUInt32BE(32),
    whole,
  }
}

/** Whether this server ever issued it. */
export const isOurs = (keys: TenantKeys, { whole }: RefreshToken) =>
  timingSafeEqual(whole.subarray(-SEAL), sealOf(keys, whole.subarray(0, -SEAL)))

export const refreshDigest = (keys: TenantKeys, whole: Buffer) => keys.digest('refresh token', whole)

const sealOf = (keys: TenantKeys, body: Buffer) => keys.digest('refresh token seal', body).subarray(0, SEAL)
