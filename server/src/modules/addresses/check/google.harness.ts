import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'

interface Asked {
  readonly url: string
  readonly headers: IncomingHttpHeaders
  readonly address: Record<string, unknown>
}
interface Answer {
  readonly status?: number
  readonly body: unknown
}

/** Google's validateAddress over REST, on the loopback, with the responses of a test. */
export async function googleDouble() {
  const asked: Asked[] = []
  let answer: (asked: Asked) => Answer | 'hang' | Promise<Answer> = () => ACCEPTED
  const server = createServer((request, response) => {
    let text = ''
    request.on('data', (chunk) => {
      text += chunk
    })
    request.on('end', async () => {
      const { address } = JSON.parse(text)
      const one = { url: `${request.method} ${request.url}`, headers: request.headers, address }
      asked.push(one)
      const given = await answer(one)
      if (given === 'hang') return
      response.writeHead(given.status ?? 200, { 'content-type': 'application/json' })
      response.end(typeof given.body === 'string' ? given.body : JSON.stringify(given.body))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    settings: {
      GOOGLE_MAPS_API_KEY: 'a-key-of-google',
      GOOGLE_ADDRESS_VALIDATION_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    },
    asked,
    answers(how: typeof answer) {
      answer = how
    },
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

export const verdict = (given: Record<string, unknown>, more: Record<string, unknown> = {}): Answer => ({
  body: { result: { verdict: given, address: {}, ...more }, responseId: '5d8f' },
})
export const ACCEPTED = verdict({
  inputGranularity: 'PREMISE',
  validationGranularity: 'PREMISE',
  geocodeGranularity: 'PREMISE',
  addressComplete: true,
  possibleNextAction: 'ACCEPT',
})
export const UNDELIVERABLE = verdict(
  { inputGranularity: 'OTHER', validationGranularity: 'OTHER', possibleNextAction: 'FIX' },
  {
    address: {
      missingComponentTypes: ['street_number'],
      unconfirmedComponentTypes: ['route'],
      unresolvedTokens: ['x'],
    },
  },
)
export const UNSURE = verdict(
  { validationGranularity: 'ROUTE', hasUnconfirmedComponents: true, possibleNextAction: 'CONFIRM' },
  { address: { unconfirmedComponentTypes: ['street_number'] } },
)
