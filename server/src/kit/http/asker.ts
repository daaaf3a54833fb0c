import type { FastifyRequest } from 'fastify'
import type { Asked, Presented } from '../caller.ts'
import * as refusals from '../refusal.ts'
import { languageOf } from './refuse.ts'

/** What a request brings to show who asks. */
export function presentedBy({ headers, cookies, host, params }: FastifyRequest, link: boolean): Presented {
  const { authorization: sent = '', 'x-kith-tenant': named } = headers
  const authorization = link ? '' : sent
  // An address that names the tenant is for those who cannot send a header.
  const tenant = Object(params).tenant ?? named
  return { authorization, cookies, tenant: typeof tenant === 'string' ? tenant : '', host }
}

export function askedBy(request: FastifyRequest): Asked {
  const { 'user-agent': userAgent } = request.headers
  return {
    origin: { ip: request.ip, ...(userAgent !== undefined && { userAgent: userAgent.slice(0, 300) }) },
    requestId: request.id,
    knowsStart: request.knowsStart,
    language: languageOf(request),
  }
}

/** Pages of elsewhere that may call, and how people reach ours. */
export interface KnownOrigins {
  readonly friends: readonly string[]
  readonly publicUrl: string | undefined
}

/** A browser adds its cookies to the calls of any page; only our own pages may call. */
export function refuseForeignOrigin(
  request: FastifyRequest,
  { authorization, cookies }: Presented,
  { friends, publicUrl }: KnownOrigins,
) {
  if (request.method === 'GET' || authorization !== '') return
  const { origin } = request.headers
  if (origin === undefined) {
    // Every browser names the origin of such a call. A call with a session and without an origin is not one of our pages.
    if (Object.keys(cookies).some((name) => name.startsWith('kith_'))) throw refusals.ForeignOrigin()
    return
  }
  if (friends.includes(origin)) return
  if (!URL.canParse(origin) || !isOurs(new URL(origin), request.host, publicUrl)) throw refusals.ForeignOrigin()
}

/** A proxy may hand on `Host` without its port, or its own name for us: then what the settings say of our address decides. */
function isOurs(origin: URL, host: string, publicUrl: string | undefined): boolean {
  if (origin.host === host) return true
  if (publicUrl === undefined) return false
  const ours = new URL(publicUrl)
  const isSameDoor = origin.protocol === ours.protocol && origin.port === ours.port
  return isSameDoor && (origin.hostname === ours.hostname || origin.hostname === host)
}
