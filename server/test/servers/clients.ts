import { randomUUID } from 'node:crypto'
import https from 'node:https'
import { setTimeout as pause } from 'node:timers/promises'
import type { Body } from '../harness.ts'

/** Of each kind so many at once. */
const LANES = 3
const PAUSE_MS = 20
const AGAIN_AFTER_MS = 100

/** `plain` may not be repeated by a proxy: a write without an Idempotency-Key. */
type Kind = 'read' | 'keyed' | 'plain'
export interface Failed {
  readonly kind: Kind
  readonly began: number
  readonly ended: number
  /** The status and the code of Kith, or the error of the connection. */
  readonly what: string
  readonly retryAfter: string | undefined
}
interface Answer {
  readonly status: number
  readonly body: Body | null
  readonly retryAfter: string | undefined
}

/** Like a client that accepts a self-signed certificate and keeps its connections. */
export function clientOf(origin: string, apiKey: string) {
  const agent = new https.Agent({ keepAlive: true, rejectUnauthorized: false })
  const ask = (method: string, where: string, body?: object, key?: string) =>
    new Promise<Answer>((resolve, reject) => {
      const headers = {
        authorization: `Bearer ${apiKey}`,
        ...(body && { 'content-type': 'application/json' }),
        ...(key && { 'idempotency-key': key }),
      }
      const request = https.request(`${origin}/api/v1/${where}`, { method, agent, headers }, async (response) => {
        let text = ''
        try {
          for await (const some of response.setEncoding('utf8')) text += some
        } catch (error) {
          return reject(error)
        }
        const isJson = /json/.test(response.headers['content-type'] ?? '')
        resolve({
          status: response.statusCode ?? 0,
          body: isJson ? JSON.parse(text) : null,
          retryAfter: response.headers['retry-after'],
        })
      })
      request.on('error', reject)
      request.end(body && JSON.stringify(body))
    })
  return { ask, close: () => agent.destroy() }
}

/** HAProxy breaks off a connection that stayed open for further requests, so that the client sends the last one again. */
export const BROKEN_OFF = /^(ECONNRESET|EPIPE)$/

export type Clients = ReturnType<typeof clientsOf>

/** Reads and writes on and on, keeps what was acknowledged, and notes each request that failed. */
export function clientsOf(origin: string, apiKey: string) {
  const { ask, close } = clientOf(origin, apiKey)
  const acknowledged = { keyed: [] as string[], plain: [] as string[] }
  const failed: Failed[] = []
  let answered = 0
  let underWay = 0
  let over = false

  async function tried(kind: Kind, key?: string): Promise<Answer | null> {
    const began = performance.now()
    const note = (what: string, retryAfter?: string) =>
      void failed.push({ kind, began, ended: performance.now(), what, retryAfter })
    underWay += 1
    try {
      const answer = kind === 'read' ? await ask('GET', 'customers?limit=5') : await ask('POST', 'customers', {}, key)
      if (answer.status < 300) answered += 1
      else note(`${answer.status} ${answer.body?.code ?? 'of the proxy'}`, answer.retryAfter)
      return answer.status < 300 ? answer : null
    } catch (error) {
      note(String((error as NodeJS.ErrnoException).code ?? error)) // Errors of a connection have a code.
      return null
    } finally {
      underWay -= 1
    }
  }
  async function lane(kind: Kind) {
    while (!over) {
      const key = kind === 'keyed' ? randomUUID() : undefined
      let answer = await tried(kind, key)
      while (answer === null && kind === 'keyed') {
        await pause(AGAIN_AFTER_MS)
        answer = await tried(kind, key)
      }
      if (answer && kind !== 'read') acknowledged[kind].push(answer.body!.id)
      await pause(answer ? PAUSE_MS : AGAIN_AFTER_MS)
    }
  }
  const lanes = (['read', 'keyed', 'plain'] as const).flatMap((kind) => Array.from({ length: LANES }, () => lane(kind)))
  const all = Promise.all(lanes)
  // Heard where it is awaited.
  all.catch(() => {})
  return {
    acknowledged,
    failed,
    answered: () => answered,
    underWay: () => underWay,
    async stop() {
      over = true
      await all
      close()
    },
  }
}
