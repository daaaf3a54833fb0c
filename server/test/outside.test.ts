import { createServer, type Server } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { Connections, Inside, isInsideByItself, outsideFetch } from '../src/kit/outside-fetch.ts'

/** The DNS answers of an attacker's name server. */
const names = vi.hoisted(() => ({ asked: 0, answers: [] as string[][] }))
vi.mock('node:dns', async (original) => ({
  ...(await original<typeof import('node:dns')>()),
  lookup: (_: string, __: object, answer: (error: null, found: { address: string; family: number }[]) => void) => {
    names.asked += 1
    const found = names.answers.length > 1 ? names.answers.shift()! : names.answers[0]!
    answer(
      null,
      found.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    )
  },
}))

let server: Server
let heard: string[]
let port: number
let sockets: Set<Socket>
const served = new WeakSet<Socket>()
beforeAll(async () => {
  server = createServer((request, response) => {
    heard.push(`${request.method} ${request.url}`)
    sockets.add(request.socket)
    if (request.url === '/once' && served.has(request.socket)) return void request.socket.destroy()
    served.add(request.socket)
    if (request.url === '/never') return void request.socket.destroy()
    if (request.url === '/moved') response.writeHead(302, { location: '/elsewhere' })
    request.on('data', (part) => response.write(part)).on('end', () => response.end())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  port = (server.address() as AddressInfo).port
})
afterAll(() => new Promise((resolve) => server.close(resolve)))
beforeEach(() => {
  heard = []
  sockets = new Set()
  names.asked = 0
})

const ask = (path: string, allowed: string[], more: object = {}) =>
  outsideFetch(
    new URL(`http://idp.example:${port}${path}`),
    { signal: AbortSignal.timeout(5_000), mostBytes: 10, ...more },
    allowed,
  )

describe('an address that a tenant chose', () => {
  test.each([
    ['this machine', ['127.0.0.1']],
    ['this machine by IPv6', ['::1']],
    ['this machine, written as IPv6', ['::ffff:127.0.0.1']],
    ['the service of the cloud that gives out keys', ['169.254.169.254']],
    ['a private network', ['10.0.0.7']],
    ['a unique local network', ['fd00::7']],
    ['a carrier’s own network', ['100.64.0.1']],
    ['nowhere', ['0.0.0.0']],
    ['outside and inside at once', ['93.184.216.34', '127.0.0.1']],
  ])('is not asked when its name leads to %s', async (_, addresses) => {
    names.answers = [addresses]
    await expect(ask('/', [])).rejects.toBeInstanceOf(Inside)
    expect(heard).toEqual([])
  })

  test('is asked at the very address that was looked at, however soon its name leads elsewhere', async () => {
    names.answers = [['127.0.0.1'], ['10.0.0.7']]
    const answer = await ask('/path?q=1', ['loopback'], { method: 'POST', body: new URLSearchParams({ a: 'b' }) })
    expect([answer.status, await answer.text()]).toEqual([200, 'a=b'])
    expect(heard).toEqual(['POST /path?q=1'])
    expect(names.asked).toBe(1)
  })

  test('keeps a connection to the address that was looked at, and goes nowhere else by it', async () => {
    names.answers = [['127.0.0.1'], ['10.0.0.7']]
    const connections = new Connections(60_000)
    const post = (path: string) => ask(path, ['loopback'], { method: 'POST', body: 'a', connections })
    for (const path of ['/1', '/2', '/3']) expect((await post(path)).status).toBe(200)
    expect([names.asked, sockets.size]).toEqual([1, 1])
    connections.end()
    // A new one is looked at anew.
    names.answers = [['10.0.0.7']]
    await expect(post('/4')).rejects.toBeInstanceOf(Inside)
    expect(heard).toEqual(['POST /1', 'POST /2', 'POST /3'])
  })

  test('is asked once more where a kept connection was closed, and never where a new one was', async () => {
    names.answers = [['127.0.0.1']]
    const connections = new Connections(60_000)
    const post = (path: string) => ask(path, ['loopback'], { method: 'POST', body: 'a', connections })
    expect([(await post('/once')).status, (await post('/once')).status]).toEqual([200, 200])
    expect([heard.length, sockets.size]).toEqual([3, 2])
    heard = []
    connections.end()
    await expect(post('/never')).rejects.toThrow()
    expect(heard).toEqual(['POST /never'])
    // Without connections to keep, each has its own.
    sockets = new Set()
    for (const path of ['/1', '/2']) await ask(path, ['loopback'])
    expect(sockets.size).toBe(2)
    connections.end()
  })

  test('follows nothing, and answers no more than is borne', async () => {
    names.answers = [['127.0.0.1']]
    const moved = await ask('/moved', ['127.0.0.0/8'])
    expect([moved.status, moved.headers.get('location')]).toEqual([302, '/elsewhere'])
    expect(heard).toEqual(['GET /moved'])
    await expect(ask('/', ['loopback'], { method: 'POST', body: 'eleven long' })).rejects.toThrow('too much')
  })

  test.each([
    'https://127.0.0.1',
    'https://[::1]',
    'https://[::ffff:10.0.0.1]',
    'https://localhost',
    'https://a.localhost',
  ])('is inside by itself: %s', (address) => {
    expect(isInsideByItself(new URL(address), [])).toBe(true)
    expect(isInsideByItself(new URL(address), ['loopback', '10.0.0.0/8'])).toBe(false)
  })

  test.each(['https://login.example', 'https://93.184.216.34', 'https://localhost.example'])(
    'may be outside: %s',
    (address) => expect(isInsideByItself(new URL(address), [])).toBe(false),
  )
})
