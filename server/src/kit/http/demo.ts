import type { FastifyInstance, FastifyRequest } from 'fastify'
import * as refusals from '../refusal.ts'
import { isOwnBrowser } from './loopback.ts'

/** One click instead of a sign-in, only for the person at this machine; 404 for all others. */
export function addDemo(app: FastifyInstance, demoKey: string | null): void {
  app.get('/demo/session', (request, reply) => {
    if (!demoKey || !isAtThisMachine(request)) throw refusals.NotFound()
    return reply.header('cache-control', 'no-store').send({ apiKey: demoKey })
  })
}

export const isAtThisMachine = ({ knowsStart, socket, headers }: FastifyRequest) =>
  knowsStart && isOwnBrowser({ remoteAddress: socket.remoteAddress, headers })
