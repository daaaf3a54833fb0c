import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import type { FastifyInstance } from 'fastify'

declare module 'fastify' {
  interface FastifyRequest {
    /** The browser came by the address that this start printed, now or before. */
    knowsStart: boolean
  }
}

export const newStartToken = () => randomBytes(24).toString('base64url')

/** Another start on another port of this machine has a cookie of its own. */
const cookieAt = (port: number | undefined) => `kith_start_${port}`

/**
 * A start prints its token; only the person at this machine reads it, and not callers that a proxy
 * or a foreign name makes look local. A page opened with `?start=<token>` leaves it in a cookie.
 */
export function addStartToken(app: FastifyInstance, token: string | null): void {
  const isToken = (given: unknown) => token !== null && typeof given === 'string' && isSameToken(given, token)
  app.decorateRequest('knowsStart', false)
  app.addHook('onRequest', async (request, reply) => {
    const name = cookieAt(request.socket.localPort)
    request.knowsStart = isToken(request.cookies[name])
    const { pathname, searchParams } = new URL(request.url, 'http://here')
    if (request.method !== 'GET' || !isToken(searchParams.get('start'))) return
    searchParams.delete('start')
    reply.setCookie(name, token!, { path: '/', httpOnly: true, sameSite: 'strict' })
    return reply
      .header('cache-control', 'no-store')
      .redirect(searchParams.size === 0 ? pathname : `${pathname}?${searchParams}`)
  })
}

const hashed = (text: string) => createHash('sha256').update(text).digest()
/** Takes the same time for every difference. */
export const isSameToken = (one: string, other: string) => timingSafeEqual(hashed(one), hashed(other))
