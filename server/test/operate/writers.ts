import { randomUUID } from 'node:crypto'
import type { Ask } from './front.ts'

const LANES = 4
const PAUSE_MS = 50

/** Makes customers without a pause, as careful clients do: with a key, and again with the same one until it is acknowledged. */
export function writeThrough(ask: Ask, apiKey: string) {
  const acknowledged: string[] = []
  const refused = new Map<string, number>()
  let over = false
  const headers = { authorization: `Bearer ${apiKey}` }
  async function lane(): Promise<void> {
    while (!over) {
      const key = { ...headers, 'idempotency-key': randomUUID() }
      for (;;) {
        const { status, body } = await ask('POST', '/api/v1/customers', { firstName: 'Written' }, key).catch(
          (error) => ({
            status: 0,
            body: { code: String(error.code) },
          }),
        )
        if (status === 201) acknowledged.push(body.id)
        if (status === 201 || over) break
        const code = `${status} ${body?.code ?? ''}`.trim()
        refused.set(code, (refused.get(code) ?? 0) + 1)
        await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
      }
    }
  }
  const lanes = Promise.all(Array.from({ length: LANES }, lane))
  return {
    acknowledged,
    refused,
    async stop() {
      over = true
      await lanes
    },
  }
}
