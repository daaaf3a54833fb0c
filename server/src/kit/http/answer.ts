import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Database } from '../database.ts'
import type { Answered, Cookie, Endpoint, Route } from '../endpoint.ts'
import { keepsAnswer } from '../endpoint.ts'
import { type FieldRule, withAllWrong } from '../field-rules.ts'
import { canonical, once } from '../idempotency.ts'
import { refuseForbidden } from '../operate.ts'
import * as refusals from '../refusal.ts'
import { inTenant } from '../transaction.ts'
import { readInput } from './input.ts'

interface AnswerOptions {
  readonly db: Database
  readonly fieldRules: readonly FieldRule[]
  /** See `Entrance.charge`. */
  readonly charge: (requests: number) => Promise<void>
}

/** Checks what was sent, runs the route, and says what came of it. */
export async function answer(options: AnswerOptions, route: Route, request: FastifyRequest, reply: FastifyReply) {
  const { db, fieldRules: rules } = options
  const caller = request.caller!
  refuseForbidden(route.endpoint, caller)
  try {
    return await run(options, route, request, reply)
  } catch (error) {
    if (!(error instanceof refusals.Refusal) || error.kind.code !== refusals.Invalid.code) throw error
    const given = Object.assign({}, request.params, request.query, request.body)
    throw await withAllWrong(error, { db, caller, rules }, route.endpoint, given)
  }
}

async function run({ db, charge }: AnswerOptions, route: Route, request: FastifyRequest, reply: FastifyReply) {
  const { endpoint } = route
  const caller = request.caller!
  const input = readInput(endpoint, request) as never // Checked by the shapes of the endpoint, which `Route` forgets.
  const { cookies, headers, server } = request
  const entrance = { db, caller, cookies, headers, closing: server.closing, charge }

  if ('stream' in route) {
    // All of it would run for no reader.
    if (request.method === 'HEAD') return reply.type(endpoint.streams?.[0] ?? 'text/plain').send()
    const { contentType, fileName, status: code = 200, chunks } = await route.stream(entrance, input)
    if (fileName !== undefined) reply.header('content-disposition', `attachment; filename="${fileName}"`)
    return reply
      .code(code)
      .type(contentType)
      .header('cache-control', 'no-store')
      .send(Readable.from(chunks, { objectMode: false, highWaterMark: 64 * 1024 }))
  }

  const key = keyOf(route, request, input)
  const status = endpoint.status ?? 200
  if ('phases' in route) {
    const answered = await route.phases({ ...entrance, idempotencyKey: key }, input)
    const body = endpoint.output.parse(answered.body)
    setETag(reply, endpoint, body)
    return sendAnswered(reply, status, { ...answered, body }, isSecure(request))
  }

  const readOnly = endpoint.method === 'get'
  const done = await inTenant(
    db,
    caller,
    async (ctx) => {
      const work = async () => ({ status, body: endpoint.output.parse(await route.run(ctx, input)) })
      if (key === undefined) return { ...(await work()), replayed: false }
      return once(ctx, key, { endpoint: `${endpoint.method} ${endpoint.path}`, input }, work)
    },
    { readOnly, repeatable: key !== undefined },
  )
  if (done.replayed) reply.header('idempotent-replayed', 'true')
  setETag(reply, endpoint, done.body)
  return reply.code(done.status).header('cache-control', 'no-store').send(done.body)
}

/**
 * Visitors share one name, and must not get each other's answers: theirs counts only where it cannot be guessed and where
 * the operation says so itself, and only together with the very request that it came with.
 */
function keyOf(route: Route, { caller, headers }: FastifyRequest, input: unknown): string | undefined {
  const given = headers['idempotency-key']
  if (given === undefined || !keepsAnswer(route)) return undefined
  const key = String(given)
  if (caller!.actor !== 'visitor') return key
  if (!('phases' in route) || !UNGUESSABLE.test(key)) return undefined
  return createHash('sha256')
    .update(`${key}\0${canonical(input)}`)
    .digest('hex')
}
/** As long as 128 bits in base64; a UUID is longer. */
const UNGUESSABLE = /^[\x21-\x7e]{22,255}$/

function setETag(reply: FastifyReply, endpoint: Endpoint, body: unknown): void {
  const version: unknown = endpoint.versioned && Object(body).version
  if (typeof version === 'number') reply.header('etag', `"${version}"`)
}

function sendAnswered(reply: FastifyReply, status: number, answered: Answered<unknown>, secure: boolean) {
  for (const one of answered.cookies ?? []) setCookie(reply, one, secure)
  if (answered.replayed) reply.header('idempotent-replayed', 'true')
  reply.header('cache-control', 'no-store')
  if (answered.location !== undefined) return reply.redirect(answered.location, 303)
  return reply.code(status).send(answered.body)
}

/** Only a developer's own machine speaks plain HTTP to a browser; a proxy that hides TLS from us does not count. */
const isSecure = ({ protocol, hostname }: FastifyRequest) =>
  protocol === 'https' || !/^(localhost|127\.0\.0\.1|\[::1\])$/.test(hostname)

function setCookie(reply: FastifyReply, { name, value, path, maxAgeSeconds }: Cookie, secure: boolean): void {
  const attributes = { path, httpOnly: true, secure, sameSite: 'lax' as const }
  if (value === null) reply.clearCookie(name, attributes)
  else reply.setCookie(name, value, { ...attributes, maxAge: maxAgeSeconds })
}
