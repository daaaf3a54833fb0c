import type { FastifyInstance, FastifyRequest } from 'fastify'
import { type Caller, type Identify, type Presented, visitor } from '../caller.ts'
import type { Database } from '../database.ts'
import type { Endpoint, Route } from '../endpoint.ts'
import type { FieldRule } from '../field-rules.ts'
import { networkOf } from '../network.ts'
import * as refusals from '../refusal.ts'
import { answer } from './answer.ts'
import { askedBy, presentedBy, refuseForeignOrigin } from './asker.ts'
import { inSpanOf } from './tracing.ts'

const FAILED_SIGN_INS_PER_MINUTE = 60

export interface ApiOptions {
  readonly routes: readonly Route[]
  /** A path before all of them. */
  readonly prefix?: string
  readonly db: Database
  readonly fieldRules: readonly FieldRule[]
  readonly identify: Identify
  /** The tenant that a visitor speaks to. */
  readonly findTenant: (presented: Presented) => Promise<string | null>
  readonly corsOrigins?: readonly string[]
  /** How people reach this server, where a setting says so. */
  readonly publicUrl?: string | undefined
}

declare module 'fastify' {
  interface FastifyRequest {
    caller: Caller | null
  }
  interface FastifyContextConfig {
    /** The endpoint's own path, also where an alias was asked. */
    route?: string
    /** The body is a form; JSON is refused, and the other way round elsewhere. */
    form?: boolean
    /** See `Endpoint.media`. */
    media?: readonly string[]
    /** The body is bytes; anything else is refused. */
    bytes?: boolean
    /** See `Endpoint.link`. */
    link?: boolean
  }
}

/** Every route of every module; the caller is identified first. */
export function addApi(app: FastifyInstance, options: ApiOptions): void {
  const known = { friends: options.corsOrigins ?? [], publicUrl: options.publicUrl }
  const failures = app.createRateLimit({
    max: FAILED_SIGN_INS_PER_MINUTE,
    timeWindow: 60_000,
    keyGenerator: ({ ip }) => `failed ${networkOf(ip)}`,
  })
  const calls = app.createRateLimit({
    max: ({ caller }) => caller!.perMinute,
    timeWindow: 60_000,
    keyGenerator: ({ caller, ip }) =>
      `${caller!.tenant} ${caller!.actor} ${caller!.actor === 'visitor' ? networkOf(ip) : ''}`,
  })

  async function authenticate(request: FastifyRequest, { allow, visitorsPerMinute, link = false }: Endpoint) {
    const presented = presentedBy(request, link)
    // A link is as good from anywhere: nothing that a browser adds to it counts.
    if (!link) refuseForeignOrigin(request, presented, known)
    const asked = askedBy(request)
    // Only of credentials that nothing speaks for: a stranger behind the same address must not keep the till out.
    const asStranger = async () => refuseWhenExceeded(await failures(request, { increment: false }))
    const found = link ? null : await options.identify(presented, asked, asStranger)
    request.caller = found && (await isOfAnother(found, presented)) ? null : found
    // The token of a guest is no login.
    if (request.caller?.guest !== undefined && allow !== 'guest' && allow !== 'anyone') request.caller = null
    if (!request.caller && allow === 'anyone' && presented.authorization === '') {
      const tenant = await options.findTenant(presented)
      if (tenant === null) throw presented.tenant === '' ? refusals.TenantNeeded() : refusals.TenantUnknown()
      request.caller = visitor(tenant, asked, visitorsPerMinute)
    }
    if (!request.caller) {
      refuseWhenExceeded(await failures(request))
      throw refusals.Unauthenticated({}, { 'www-authenticate': 'Bearer realm="kith"' })
    }
    if (request.caller.perMinute > 0) refuseWhenExceeded(await calls(request))
  }

  const charge = (request: FastifyRequest) => async (requests: number) => {
    if (request.caller!.perMinute === 0) return
    for (let n = 0; n < requests; n++) refuseWhenExceeded(await calls(request))
  }

  /** A browser sends its cookie wherever it goes; at the door of another business it is as if it were not there. */
  async function isOfAnother({ tenant }: Caller, presented: Presented): Promise<boolean> {
    if (presented.authorization !== '' || presented.tenant === '') return false
    return (await options.findTenant(presented)) !== tenant
  }

  for (const route of options.routes) {
    const { endpoint } = route
    const addresses = [{ method: endpoint.method, path: endpoint.path }, ...(endpoint.aliases ?? [])]
    for (const { method, path } of addresses) {
      app.route({
        method: method.toUpperCase(),
        url: (options.prefix ?? '') + path,
        config: {
          route: endpoint.path,
          link: endpoint.link ?? false,
          ...(endpoint.form && { form: true }),
          ...(endpoint.media && { media: Object.keys(endpoint.media) }),
          ...(endpoint.bytes && { bytes: true }),
        },
        ...(endpoint.bytes && { bodyLimit: endpoint.bytes }),
        onRequest: (request) => inSpanOf(request, () => authenticate(request, endpoint)),
        handler: (request, reply) =>
          inSpanOf(request, () => answer({ ...options, charge: charge(request) }, route, request, reply)),
      })
    }
  }
}

function refuseWhenExceeded(limit: { isAllowed: boolean } | { isExceeded: boolean; ttlInSeconds: number }): void {
  if ('isExceeded' in limit && limit.isExceeded) {
    throw refusals.TooManyRequests({}, { 'retry-after': String(Math.max(1, limit.ttlInSeconds)) })
  }
}
