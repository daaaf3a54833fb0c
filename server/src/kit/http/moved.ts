import type { FastifyRequest } from 'fastify'
import { Refusal, type RefusalKind } from '../refusal.ts'

const SENT_ON = 307

/** A read of a moved address is redirected; a write is refused. */
export const statusOf = (kind: RefusalKind, method: string, params: object): number =>
  kind.moved !== undefined && kind.moved in params && (method === 'get' || method === 'head') ? SENT_ON : kind.status

/** The same address below the survivor. Not cached: a merge can be undone. */
export function sentOn(refused: Refusal, { method, params, url }: FastifyRequest): Refusal {
  const { kind, facts, headers } = refused
  const named: Readonly<Record<string, string>> = Object(params)
  const status = statusOf(kind, method.toLowerCase(), named)
  if (status !== SENT_ON) return refused
  const [former, present] = [named[kind.moved!], String(facts[kind.moved!])]
  const [path = '', ...query] = url.split('?')
  const segments = path.split('/').map((one) => (decodeURIComponent(one) === former ? present : one))
  const location = [segments.join('/'), ...query].join('?')
  return new Refusal({ ...kind, status }, facts, { ...headers, location, 'cache-control': 'no-store' })
}
