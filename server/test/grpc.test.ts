import http2 from 'node:http2'
import path from 'node:path'
import { credentials, loadPackageDefinition, Metadata, type ServiceError } from '@grpc/grpc-js'
import { loadSync } from '@grpc/proto-loader'
import { TOTP } from 'otpauth'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { serveGrpc } from '../src/kit/grpc.ts'
import { startGrpc } from '../src/main.ts'
import { aPerson, bearer, GOOD } from '../src/modules/accounts/accounts.harness.ts'
import { beginTotp, confirmTotp } from '../src/modules/accounts/contract.ts'
import { token } from '../src/modules/accounts/gate/contract.ts'
import { me } from '../src/modules/accounts/people/me/contract.ts'
import { aTenant, aWorld, type Shop, type World } from './harness.ts'

// biome-ignore lint/suspicious/noExplicitAny: grpc-js makes its clients at run time
type Any = any
const protos = loadPackageDefinition(
  loadSync(['grpc/health/v1/health.proto', 'kith/auth/v1/auth.proto'], {
    includeDirs: [path.resolve('server/proto')],
    enums: String,
    defaults: true,
    oneofs: true,
  }),
) as Any

let world: World
let shop: Shop
let neighbour: Shop
let grpc: Awaited<ReturnType<typeof startGrpc>>
let health: Any
let auth: Any
beforeAll(async () => {
  world = await aWorld()
  shop = await aTenant(world)
  neighbour = await aTenant(world)
  grpc = await startGrpc(world.kith)
  health = new protos.grpc.health.v1.Health(new URL(grpc.url).host, credentials.createInsecure())
  auth = new protos.kith.auth.v1.AuthService(new URL(grpc.url).host, credentials.createInsecure())
})
afterAll(async () => {
  health.close()
  auth.close()
  await grpc.stop()
  await world.close()
})

const ask = (client: Any, method: string, request: object, headers: Record<string, string> = {}) =>
  new Promise<Any>((resolve, reject) => {
    const metadata = new Metadata()
    for (const [name, value] of Object.entries(headers)) metadata.set(name, value)
    client[method](request, metadata, (error: ServiceError | null, answer: Any) =>
      error ? reject(error) : resolve(answer),
    )
  })
const frame = (message: Buffer) => Buffer.concat([Buffer.from([0, 0, 0, 0, message.length]), message])
/** What no gRPC library would send. */
const raw = (headers: Record<string, string>, body: Buffer) =>
  new Promise<{ status: number; trailers: Any }>((resolve, reject) => {
    const session = http2.connect(grpc.url)
    let [status, trailers]: [number, Any] = [0, {}]
    const call = session.request({ ':method': 'POST', ':path': '/kith.auth.v1.AuthService/Login', ...headers })
    call.on('response', (sent) => {
      status = sent[':status']!
    })
    call.on('trailers', (sent) => {
      trailers = sent
    })
    call.on('error', reject)
    call.on('close', () => resolve({ status, trailers }))
    call.on('close', () => session.close())
    call.resume().end(body)
  })
const logIn = (email: string, password = GOOD, tenant = shop.slug, language = 'en') =>
  ask(auth, 'login', { email, password }, { 'x-kith-tenant': tenant, 'accept-language': language })
const codeOf = (error: ServiceError) => ({ status: error.code, code: error.metadata.get('kith-code')[0] })
const refused = (answer: Promise<unknown>) =>
  answer.then(
    () => 'not refused',
    (error) => codeOf(error),
  )

describe('health', () => {
  test('is told for the server and its services, and for nothing else', async () => {
    expect(await ask(health, 'check', { service: '' })).toEqual({ status: 'SERVING' })
    expect(await ask(health, 'check', { service: 'kith.auth.v1.AuthService' })).toEqual({ status: 'SERVING' })
    await expect(ask(health, 'check', { service: 'kith.nothing.v1.None' })).rejects.toMatchObject({ code: 5 })
  })

  test('asks the database once, however many watch', async () => {
    let asked = 0
    const other = await serveGrpc(
      {
        services: () => {},
        names: [],
        isReady: async () => {
          asked += 1
          return true
        },
        log: world.kith.log,
        trustedProxies: 'off',
        patience: { requestSeconds: 30, connections: 10 },
      },
      { host: '127.0.0.1', port: 0 },
    )
    const client = new protos.grpc.health.v1.Health(new URL(other.url).host, credentials.createInsecure())
    const watches = Array.from({ length: 20 }, () => client.watch({ service: '' }))
    await Promise.all(watches.map((watch) => new Promise((resolve) => watch.once('data', resolve))))
    expect(asked).toBeLessThan(10)
    for (const watch of watches) watch.on('error', () => {}).cancel()
    client.close()
    await other.stop(1_000)
  })

  test('watchers are told when the server stops', async () => {
    const other = await startGrpc(world.kith)
    const client = new protos.grpc.health.v1.Health(new URL(other.url).host, credentials.createInsecure())
    const watch = client.watch({ service: '' })
    await new Promise((resolve) => watch.once('data', resolve))
    const over = new Promise((resolve) => watch.once('error', resolve).once('end', resolve))
    await other.stop()
    await over
    client.close()
  })
})

describe('signing in', () => {
  test('gives a session that is good at both entrances, until it is ended at either', async () => {
    const person = await aPerson(shop)
    const { session } = await logIn(person.email)
    expect((await bearer(shop, session.accessToken).call(me, {})).body.account.id).toBe(person.id)
    const valid = await ask(auth, 'validateToken', { accessToken: session.accessToken })
    expect(valid).toMatchObject({
      valid: true,
      tenantId: shop.id,
      accountId: person.id,
      customerId: person.customerId,
      role: '',
      scopes: [],
    })
    const left = Number(valid.expiresAt.seconds) - Date.now() / 1000
    expect(left).toBeGreaterThan(3_500)
    expect(left).toBeLessThanOrEqual(3_600)

    const next = await ask(auth, 'refresh', { refreshToken: session.refreshToken })
    expect(next.refreshToken).not.toBe(session.refreshToken)
    await ask(auth, 'logout', { accessToken: next.accessToken })
    expect(await ask(auth, 'validateToken', { accessToken: next.accessToken })).toMatchObject({ valid: false })
    expect(await refused(ask(auth, 'refresh', { refreshToken: next.refreshToken }))).toEqual({
      status: 16,
      code: 'auth.session_over',
    })
  })

  test('with a second factor gives a challenge, which the code finishes', async () => {
    const person = await aPerson(shop)
    const { secret } = (await person.self.call(beginTotp, {})).body
    const totp = new TOTP({ secret })
    await person.self.call(confirmTotp, { code: totp.generate() })
    const { mfa, session } = await logIn(person.email)
    expect(session).toBeFalsy()
    expect(mfa.methods).toContain('totp')
    const wrong = { challenge: mfa.challenge, method: 'totp', code: '000000' }
    expect(await refused(ask(auth, 'completeMfa', wrong, { 'x-kith-tenant': shop.slug }))).toMatchObject({ status: 16 })
    // The step of the first code is used up; the next one is taken a step early.
    const code = totp.generate({ timestamp: Date.now() + 30_000 })
    const done = await ask(auth, 'completeMfa', { ...wrong, code }, { 'x-kith-tenant': shop.slug })
    expect(await ask(auth, 'validateToken', { accessToken: done.accessToken })).toMatchObject({ valid: true })
  })

  test('a wrong password and an unknown e-mail are the same refusal, in the language of the call', async () => {
    const person = await aPerson(shop)
    const wrong = await logIn(person.email, 'not the password').catch((error) => error)
    const unknown = await logIn('nobody@example.com').catch((error) => error)
    expect(codeOf(wrong)).toEqual(codeOf(unknown))
    expect(wrong.details).toBe(unknown.details)
    expect((await logIn(person.email, 'wrong', shop.slug, 'ar').catch((error) => error)).details).toMatch(/[؀-ۿ]/)
  })

  test('a refusal reads as it was written, also what gRPC would encode', async () => {
    const { details } = await logIn('nobody@example.com').catch((error) => error)
    expect(details).toMatch(/[,:’]/)
    expect(details).not.toContain('%')
  })

  test.each([
    ['a message that is none', 'application/grpc', frame(Buffer.from('ff ff ff rubbish')), '3'],
    ['a text that is not UTF-8', 'application/grpc', frame(Buffer.from([0x0a, 2, 0xc3, 0x28])), '3'],
    ['NUL in an e-mail', 'application/grpc', frame(Buffer.from([0x0a, 3, 0x61, 0, 0x62, 0x12, 1, 0x61])), '3'],
    ['half a frame', 'application/grpc', Buffer.from([0, 0, 0, 1]), '3'],
    ['a frame compressed in a way that was not named', 'application/grpc', Buffer.from([1, 0, 0, 0, 1, 7]), '3'],
  ])('%s is the fault of who sent it', async (_, type, body, status) => {
    const answer = await raw({ 'content-type': type, te: 'trailers', 'x-kith-tenant': shop.slug }, body)
    expect(answer.trailers['grpc-status']).toBe(status)
  })

  test('what is not gRPC is not taken, and a host that is none ends nothing but its own call', async () => {
    expect((await raw({ 'content-type': 'application/proto' }, Buffer.from('rubbish'))).status).toBe(415)
    expect((await raw({ 'content-type': 'application/grpc', ':authority': '[' }, frame(Buffer.alloc(0)))).status).toBe(
      400,
    )
    expect(await ask(health, 'check', { service: '' })).toEqual({ status: 'SERVING' })
  })

  test('what does not fit the contract is refused, and so is a call that names no tenant', async () => {
    expect(await refused(logIn('not an e-mail'))).toEqual({ status: 3, code: 'invalid' })
    expect(await refused(ask(auth, 'login', { email: 'a@example.com', password: GOOD }))).toEqual({
      status: 3,
      code: 'tenant_needed',
    })
  })

  test('the neighbour’s people cannot sign in here, and tokens of both are told apart', async () => {
    const person = await aPerson(neighbour)
    expect(await refused(logIn(person.email, GOOD, shop.slug))).toMatchObject({ status: 16 })
    const { session } = await logIn(person.email, GOOD, neighbour.slug)
    expect(await ask(auth, 'validateToken', { accessToken: session.accessToken })).toMatchObject({
      tenantId: neighbour.id,
    })
  })

  test('the claims of a token are answered over HTTP as well, only to its holder', async () => {
    const person = await aPerson(shop)
    const { session } = await logIn(person.email)
    const handed = bearer(neighbour, session.accessToken)
    const valid = await ask(auth, 'validateToken', { accessToken: session.accessToken })
    expect(await handed.call(token, {})).toMatchObject({
      status: 200,
      body: {
        tenantId: shop.id,
        accountId: person.id,
        customerId: person.customerId,
        role: null,
        may: [],
        expiresAt: new Date(Number(valid.expiresAt.seconds) * 1000).toISOString(),
      },
    })
    const cookie = { cookie: `kith_access=${session.accessToken}` }
    expect((await shop.visitor(cookie).call(token, {})).body.accountId).toBe(person.id)
    await ask(auth, 'logout', { accessToken: session.accessToken })
    expect((await handed.call(token, {})).status).toBe(401)
    expect((await bearer(shop, 'scrap').call(token, {})).status).toBe(401)
    expect((await shop.visitor().call(token, {})).status).toBe(401)
    expect((await shop.call(token, {})).status).toBe(403)
  })

  test('many calls at once leave no complaint behind', async () => {
    const complaints: string[] = []
    const hear = ({ name }: Error) => void complaints.push(name)
    process.on('warning', hear)
    await Promise.all(Array.from({ length: 30 }, () => ask(auth, 'validateToken', { accessToken: 'scrap' })))
    process.off('warning', hear)
    expect(complaints).toEqual([])
  })

  test('an API key, a scrap and nothing are not valid tokens', async () => {
    for (const accessToken of [shop.apiKey, 'eyJhbGciOiJub25lIn0.e30.', '']) {
      expect(await ask(auth, 'validateToken', { accessToken })).toMatchObject({ valid: false, tenantId: '' })
    }
    expect(await refused(ask(auth, 'refresh', { refreshToken: 'x'.repeat(40) }))).toMatchObject({ status: 16 })
    expect(await refused(ask(auth, 'refresh', { refreshToken: '' }))).toMatchObject({ status: 3 })
  })
})
