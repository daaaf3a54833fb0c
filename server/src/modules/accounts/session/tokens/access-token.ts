import { type KeyObject, sign } from 'node:crypto'
import { decodeJwt, decodeProtectedHeader, jwtVerify } from 'jose'
import { z } from 'zod'
import type { Config } from '../../../../config.ts'
import { isUuid } from '../../../../kit/uuid.ts'
import type { Role } from '../../../../permissions.ts'
import type { Signer } from './signing-keys.ts'
import { ACCESS_VALID_MINUTES } from './validity.ts'

const ALGORITHM = 'RS256'
const TYPE = 'at+jwt'
const AUDIENCE = 'urn:kith:tenant:'
const LONGEST = 4_096
const CLOCKS_APART_SECONDS = 5

export interface AccessClaims {
  readonly tenant: string
  readonly account: string
  readonly session: string
  /** The customer id of the API; null for staff. */
  readonly customer: string | null
  readonly role: string | null
  readonly provedAt: Date
}

const Claims = z.object({ sub: z.uuid(), sid: z.uuid(), exp: z.number(), role: z.string().optional() })

/** A token names account, tenant and session. Permissions are looked up, not read from it. */
export function signAccessToken(
  config: Config,
  { kid, key }: Signer,
  claims: AccessClaims,
  sessionEnds: Date,
): { accessToken: string; expiresIn: number } {
  const left = Math.floor((sessionEnds.getTime() - Date.now()) / 1000)
  const expiresIn = Math.max(1, Math.min(ACCESS_VALID_MINUTES * 60, left))
  const now = Math.floor(Date.now() / 1000)
  const accessToken = signed(
    { alg: ALGORITHM, typ: TYPE, kid },
    {
      sid: claims.session,
      auth_time: Math.floor(claims.provedAt.getTime() / 1000),
      ...(claims.customer !== null && { cid: claims.customer }),
      ...(claims.role !== null && { role: claims.role }),
      iss: issuerOf(config),
      aud: AUDIENCE + claims.tenant,
      sub: claims.account,
      iat: now,
      exp: now + expiresIn,
    },
    key,
  )
  return { accessToken, expiresIn }
}

/** Signed by Node synchronously: jose uses another thread, and waking it costs as much as signing. */
export function signed(header: object, claims: object, key: KeyObject): string {
  const content = [header, claims].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.')
  return `${content}.${sign('sha256', Buffer.from(content), key).toString('base64url')}`
}

/** The unverified claims of a token, only to find its tenant. Null if it cannot be one of ours. */
export function peekAccessToken(token: string): { tenant: string; kid: string } | null {
  if (token.length > LONGEST) return null
  try {
    const { kid, alg } = decodeProtectedHeader(token)
    const { aud } = decodeJwt(token)
    const tenant = typeof aud === 'string' && aud.startsWith(AUDIENCE) ? aud.slice(AUDIENCE.length) : ''
    if (alg !== ALGORITHM || typeof kid !== 'string' || !isUuid(kid) || !isUuid(tenant)) return null
    return { tenant, kid }
  } catch {
    return null
  }
}

/** The role and the expiry of a verified token. */
export function readAccessToken(token: string): { role: Role | null; expiresAt: Date } {
  const { role, exp } = decodeJwt<{ role?: Role }>(token)
  return { role: role ?? null, expiresAt: new Date(exp! * 1000) }
}

export interface VerifiedClaims {
  readonly account: string
  readonly session: string
  readonly expires: number
  /** When it was signed. */
  readonly isStaff: boolean
}

/** Null for any error, so that the caller learns nothing. */
export async function verifyAccessToken(
  config: Config,
  token: string,
  tenant: string,
  key: KeyObject,
): Promise<VerifiedClaims | null> {
  try {
    const { payload } = await jwtVerify(token, key, {
      algorithms: [ALGORITHM],
      typ: TYPE,
      issuer: issuerOf(config),
      audience: AUDIENCE + tenant,
      clockTolerance: CLOCKS_APART_SECONDS,
    })
    const { sub, sid, exp, role } = Claims.parse(payload)
    return { account: sub, session: sid, expires: exp * 1000, isStaff: role !== undefined }
  } catch {
    return null
  }
}

/** The issuer: a name of this server, the same in every process with these settings. */
export const issuerOf = ({ KITH_PUBLIC_URL, HOST, PORT }: Config) =>
  (KITH_PUBLIC_URL ?? `http://${HOST}:${PORT}`).replace(/\/+$/, '')
