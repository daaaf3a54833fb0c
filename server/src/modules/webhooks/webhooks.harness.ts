import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Body, eventually, type Shop, type World } from '../../../test/harness.ts'
import * as api from './contract.ts'

export interface Received {
  readonly headers: IncomingHttpHeaders
  readonly text: string
  readonly body: Body
  readonly path: string
}

/** A system that takes webhooks. `reply` decides about each request; one that answers nothing leaves it open. */
export async function aReceiver() {
  const got: Received[] = []
  const receiver = { got, reply: (_: Received, response: ServerResponse): void => void response.writeHead(204).end() }
  const server = createServer((request, response) => {
    let text = ''
    request.on('data', (part) => {
      text += part
    })
    request.on('end', () => {
      const { headers, url: path = '' } = request
      const received = { headers, text, body: JSON.parse(text), path }
      got.push(received)
      receiver.reply(received, response)
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const close = () => {
    server.closeAllConnections()
    return new Promise((resolve) => server.close(resolve))
  }
  return Object.assign(receiver, { url, close })
}

export const refuses =
  (status: number, headers: Record<string, string> = {}) =>
  (_: Received, response: ServerResponse) =>
    void response.writeHead(status, headers).end('not now')

export async function aWebhook(shop: Shop, url: string, more: object = {}) {
  const { status, body } = await shop.call(api.create, { url, ...more } as never)
  if (status !== 201) throw new Error(JSON.stringify(body))
  return body as { id: string; secret: string }
}

/** As if the time of the next attempt had come. */
export async function dueNow(world: World, shop: Shop): Promise<void> {
  await world.owner.query(
    `update webhook_deliveries set due_at = now() - interval '1 second' where tenant_id = $1 and due_at > now() and status = 'waiting'`,
    [shop.id],
  )
  world.kith.db.nudge('webhooks', shop.id)
}

export const deliveriesOf = async (shop: Shop, webhookId: string): Promise<Body[]> =>
  (await shop.call(api.deliveries, { webhookId })).body.items

/** Until each delivery has this status. */
export const settled = (shop: Shop, webhookId: string, status: string, attempts?: number) =>
  eventually(async () => {
    const items = await deliveriesOf(shop, webhookId)
    const fits = (one: Body) => one.status === status && (attempts === undefined || one.attempts === attempts)
    return items.length > 0 && items.every(fits) && items
  })
