import type { Answered, Cookie, Entrance } from '../../../kit/endpoint.ts'
import { outsideId } from '../../customers/contract.ts'
import type { SignedInAnswer } from '../login/shapes.ts'
import type { Granted } from './sessions.ts'
import { signAccessToken } from './tokens/access-token.ts'
import { currentSigner } from './tokens/signing-keys.ts'

export const ACCESS_COOKIE = 'kith_access'
export const REFRESH_COOKIE = 'kith_refresh'
const REFRESH_PATH = '/api/v1/auth'

export async function answerSession({ db, caller }: Entrance, granted: Granted): Promise<Answered<SignedInAnswer>> {
  const { id, account, provedAt, expiresAt, refreshToken } = granted
  const { tenant } = caller
  const customer = account.customerId === null ? null : outsideId(account.customerId)
  const { accessToken, expiresIn } = signAccessToken(
    db.config,
    await currentSigner(db, tenant),
    { tenant, account: account.id, session: id, customer, role: account.role, provedAt },
    expiresAt,
  )
  const body = {
    account: {
      id: account.id,
      kind: account.role === null ? ('customer' as const) : ('staff' as const),
      customerId: customer,
      role: account.role,
    },
    session: { id, expiresAt: expiresAt.toISOString() },
    expiresIn,
  }
  if (granted.transport === 'token') return { body: { ...body, tokenType: 'Bearer', accessToken, refreshToken } }
  const refreshFor = Math.floor((expiresAt.getTime() - Date.now()) / 1000)
  return {
    body,
    cookies: [
      { name: ACCESS_COOKIE, value: accessToken, path: '/', maxAgeSeconds: expiresIn },
      { name: REFRESH_COOKIE, value: refreshToken, path: REFRESH_PATH, maxAgeSeconds: refreshFor },
    ],
  }
}

export const noCookies: readonly Cookie[] = [
  { name: ACCESS_COOKIE, value: null, path: '/', maxAgeSeconds: 0 },
  { name: REFRESH_COOKIE, value: null, path: REFRESH_PATH, maxAgeSeconds: 0 },
]
