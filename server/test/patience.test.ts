import { once } from 'node:events'
import { connect as connectHttp2 } from 'node:http2'
import { connect, type Socket } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startGrpc, startHttp } from '../src/main.ts'
import { aTenant, aWorld, type Shop, type World } from './harness.ts'

let world: World
let shop: Shop
beforeAll(async () => {
  world = await aWorld({ KITH_REQUEST_SECONDS: '1' })
  shop = await aTenant(world)
})
afterAll(() => world.close())

const knock = (url: string) => connect(Number(new URL(url).port), '127.0.0.1')

/** Everything that came until the other side hung up. */
async function heard(socket: Socket): Promise<string> {
  let text = ''
  socket.setEncoding('utf8').on('data', (more) => {
    text += more
  })
  socket.on('error', () => {})
  await once(socket, 'close')
  return text
}

describe('a request that takes too long to arrive', () => {
  test('is answered and cut off in the middle of its body', async () => {
    const socket = knock(world.url)
    socket.write(
      `POST /api/v1/customers HTTP/1.1\r\nHost: here\r\nAuthorization: Bearer ${shop.apiKey}\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{`,
    )
    expect(await heard(socket)).toMatch(/^HTTP\/1\.1 408 /)
  })

  test('is cut off in the middle of its message over gRPC', async () => {
    const grpc = await startGrpc(world.kith)
    const session = connectHttp2(grpc.url)
    const call = session.request({
      ':method': 'POST',
      ':path': '/kith.auth.v1.AuthService/Login',
      'content-type': 'application/grpc',
      'x-kith-tenant': shop.slug,
    })
    call.on('error', () => {})
    call.resume()
    call.write(Buffer.from([0, 0, 0, 1, 0, 1]))
    await once(call, 'close')
    expect(call.rstCode).not.toBe(0)
    session.destroy()
    await grpc.stop()
  })
})

test('one connection more than the setting allows is closed, and the others go on', async () => {
  const full = await startHttp({ ...world.kith, config: { ...world.kith.config, KITH_CONNECTIONS: 2 } })
  const ask = 'GET /health/live HTTP/1.1\r\nHost: here\r\n\r\n'
  const inside = [knock(full.url), knock(full.url)]
  for (const socket of inside) {
    socket.write(ask)
    await once(socket, 'data')
  }
  expect(await heard(knock(full.url))).toBe('')
  inside[0]!.write(ask)
  expect(String((await once(inside[0]!, 'data'))[0])).toMatch(/^HTTP\/1\.1 200 /)
  for (const socket of inside) socket.destroy()
  await full.stop()
})
