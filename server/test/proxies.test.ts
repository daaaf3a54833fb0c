import path from 'node:path'
import { credentials, loadPackageDefinition, Metadata, type ServiceError, status } from '@grpc/grpc-js'
import { loadSync } from '@grpc/proto-loader'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { BadConfig, readConfig } from '../src/config.ts'
import { callerAddress, networkOf, trustsOf } from '../src/kit/network.ts'
import { startGrpc } from '../src/main.ts'
import { aPerson, GOOD, logIn as logInOverHttp } from '../src/modules/accounts/accounts.harness.ts'
import { aTenant, aWorld, type Shop, type World } from './harness.ts'

let world: World
let shop: Shop
beforeAll(async () => {
  world = await aWorld({ KITH_TRUST_PROXY: '1' })
  shop = await aTenant(world)
})
afterAll(() => world.close())

/** As a proxy hands it on that adds the address it sees to what the client wrote. */
const APPENDED = { 'x-forwarded-for': '6.6.6.6, 203.0.113.9' }
const notedFor = async (action: string) =>
  (await shop.request('GET', `/api/v1/audit?action=${action}`)).body.items.map(({ ip }: { ip: string }) => ip)

describe('behind a proxy that appends', () => {
  test('what a client wrote itself is not its address', async () => {
    await shop.request('POST', '/api/v1/customers', { firstName: 'Aisha' }, { headers: APPENDED })
    expect(await notedFor('customer.created')).toEqual(['203.0.113.9'])
  })

  describe('over gRPC', () => {
    // biome-ignore lint/suspicious/noExplicitAny: grpc-js makes its clients at run time
    let auth: any
    let grpc: Awaited<ReturnType<typeof startGrpc>>
    beforeAll(async () => {
      grpc = await startGrpc(world.kith)
      const definition = loadSync('kith/auth/v1/auth.proto', { includeDirs: [path.resolve('server/proto')] })
      // biome-ignore lint/suspicious/noExplicitAny: grpc-js makes its clients at run time
      const protos = loadPackageDefinition(definition) as any
      auth = new protos.kith.auth.v1.AuthService(new URL(grpc.url).host, credentials.createInsecure())
    })
    afterAll(async () => {
      auth.close()
      await grpc.stop()
    })
    /** The status of the answer. */
    const logIn = (login: { email: string; password: string }, from: Record<string, string>) =>
      new Promise<number>((resolve) => {
        const metadata = new Metadata()
        for (const [name, value] of Object.entries({ ...from, 'x-kith-tenant': shop.slug })) metadata.set(name, value)
        auth.login(login, metadata, (error: ServiceError | null) => resolve(error?.code ?? status.OK))
      })

    test('it is not either', async () => {
      await logIn({ email: 'nobody@example.com', password: 'wrong' }, APPENDED)
      expect(await notedFor('sign_in.failed')).toEqual(['203.0.113.9'])
    })

    test('ten wrong passwords from one network close it there, and its owner comes in from another, through either door', async () => {
      const { email } = await aPerson(shop)
      const there = { 'x-forwarded-for': '203.0.113.66' }
      const guesses = []
      for (let n = 0; n < 10; n++) guesses.push(await logIn({ email, password: `wrong guess ${n}` }, there))
      expect(new Set(guesses)).toEqual(new Set([status.UNAUTHENTICATED]))
      expect(await logIn({ email, password: GOOD }, there)).toBe(status.RESOURCE_EXHAUSTED)
      expect((await logInOverHttp(shop, email, GOOD, there)).status).toBe(429)
      expect(await logIn({ email, password: GOOD }, { 'x-forwarded-for': '203.0.113.67' })).toBe(status.OK)
      expect((await logInOverHttp(shop, email)).status).toBe(200)
    })
  })

  test('wrong credentials from a whole /64 of IPv6 count together, those of the next one apart', async () => {
    const knock = (ip: string) =>
      shop.request('GET', '/api/v1/customers', undefined, {
        headers: { authorization: 'Bearer kith_wrong', 'x-forwarded-for': ip },
      })
    const answers = await Promise.all(Array.from({ length: 61 }, (_, n) => knock(`2001:db8:1:2::${n.toString(16)}`)))
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(60)
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(1)
    expect((await knock('2001:db8:1:3::1')).status).toBe(401)
  })
})

describe('the address of a caller', () => {
  const from = (remoteAddress: string, forwarded?: string) => ({
    socket: { remoteAddress },
    headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded },
  })
  test.each([
    ['without a proxy is that of the socket', 'off', from('10.0.0.1', '6.6.6.6'), '10.0.0.1'],
    ['behind two proxies is the second from the right', 2, from('10.0.0.1', '6.6.6.6, 7.7.7.7, 10.0.0.2'), '7.7.7.7'],
    ['is the first outside of our networks', ['10.0.0.0/8'], from('10.0.0.1', '6.6.6.6, 7.7.7.7, 10.0.0.2'), '7.7.7.7'],
    ['is the socket when that is not one of ours', ['10.0.0.0/8'], from('192.0.2.1', '6.6.6.6'), '192.0.2.1'],
  ] as const)('%s', (_, proxies, call, address) => {
    expect(callerAddress(call, trustsOf(proxies))).toBe(address)
  })

  test.each([
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:db8:1:2::6', '2001:db8:1:2'],
    ['2001:db8::6', '2001:db8:0:0'],
    ['::1', '0:0:0:0'],
    ['::ffff:10.0.0.1', '10.0.0.1'],
    ['10.0.0.1', '10.0.0.1'],
    ['unknown', 'unknown'],
  ])('%s is counted as %s', (ip, network) => {
    expect(networkOf(ip)).toBe(network)
  })
})

describe('the setting', () => {
  test.each([
    ['off', 'off'],
    ['1', 1],
    ['10.0.0.0/8, fd00::/8', ['10.0.0.0/8', 'fd00::/8']],
    ['loopback', ['loopback']],
  ])('%s is taken', (text, proxies) => {
    expect(readConfig({ KITH_TRUST_PROXY: text }).KITH_TRUST_PROXY).toEqual(proxies)
  })

  test.each([
    ['on', /^KITH_TRUST_PROXY cannot be on any more: write how many proxies stand in front \(KITH_TRUST_PROXY=1\)/],
    ['true', /^KITH_TRUST_PROXY must be off, the number/],
    ['0', /^KITH_TRUST_PROXY must be off, the number/],
    ['10.0.0.0/99', /^KITH_TRUST_PROXY must be off, the number/],
  ])('%s stops the start with its own line', (text, line) => {
    expect(() => readConfig({ KITH_TRUST_PROXY: text })).toThrow(BadConfig)
    expect(() => readConfig({ KITH_TRUST_PROXY: text })).toThrow(line)
  })
})
