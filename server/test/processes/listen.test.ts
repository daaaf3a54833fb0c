import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { Webhook } from 'standardwebhooks'
import { expect, test } from 'vitest'
import { eventually } from '../harness.ts'
import { begin, ended, inMigratedFolder, kith, startServer } from './in-folder.ts'

inMigratedFolder()

test('`kith webhooks listen` hands events to a program on this machine, signed like a webhook', async () => {
  const made = JSON.parse((await kith(['--json', 'tenant', 'create', 'shop', '--name', 'Shop'])).stdout)
  const server = await startServer()
  const got: { body: string; headers: Record<string, string> }[] = []
  const program = createServer(async (request, response) => {
    got.push({ body: await text(request), headers: request.headers as Record<string, string> }) // None of these is sent twice.
    response.writeHead(204).end()
  }).listen(0, '127.0.0.1')
  await new Promise((resolve) => program.once('listening', resolve))
  const { port } = program.address() as AddressInfo // It listens on a port.
  const to = `http://127.0.0.1:${port}/hook`
  const which = ['--url', server.url, '--key', made.apiKey, '--types', 'CustomerRegistered']
  const listening = begin(['webhooks', 'listen', '--to', to, '--since', '0', ...which])
  let [said, warned] = ['', '']
  listening.stdout!.setEncoding('utf8').on('data', (more) => {
    said += more
  })
  listening.stderr!.setEncoding('utf8').on('data', (more) => {
    warned += more
  })
  try {
    const create = async () => {
      const headers = { authorization: `Bearer ${made.apiKey}`, 'content-type': 'application/json' }
      const answer = await fetch(`${server.url}/api/v1/customers`, { method: 'POST', headers, body: '{}' })
      return ((await answer.json()) as { id: string }).id
    }
    const people = [await create(), await create()]
    await eventually(async () => got.length === people.length)
    // A chunk may end in the middle of it.
    const secret = await eventually(async () => /(whsec_\S+)\s/.exec(warned)?.[1])
    const events = got.map(({ body, headers }) => {
      const event = new Webhook(secret).verify(body, headers) as {
        id: string
        type: string
        data: { customerId: string }
      } // As the documents say.
      expect(headers['webhook-id']).toBe(event.id)
      return event
    })
    expect(events.map(({ type, data }) => [type, data.customerId])).toEqual(
      people.map((id) => ['CustomerRegistered', id]),
    )
    // Another secret is not the one that was printed.
    const stranger = new Webhook(`whsec_${Buffer.alloc(32).toString('base64')}`)
    expect(() => stranger.verify(got[0]!.body, got[0]!.headers)).toThrow()
    await eventually(async () => events.every(({ id }) => said.includes(`CustomerRegistered  ${id}  204`)))
    await ended(listening, 'SIGTERM')
  } finally {
    program.close()
  }
})

test('a secret that signs nothing is refused at once, and not repeated', async () => {
  const listen = ['webhooks', 'listen', '--to', 'http://127.0.0.1:1', '--key', 'kith_none', '--secret', 'whsec_no way']
  const { code, stderr } = await kith(listen)
  expect([code, stderr]).toEqual([64, expect.stringContaining('--secret takes whsec_ and base64')])
  expect(stderr).not.toContain('no way')
})
