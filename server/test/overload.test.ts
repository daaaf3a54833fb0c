import { randomBytes, randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import type { DatabaseFault } from '../src/db/faults.ts'
import { type Rank, Turns } from '../src/db/turns.ts'
import { type Caller, itself, type Presented, visitor } from '../src/kit/caller.ts'
import { addShedding } from '../src/kit/http/shed.ts'
import { inTenant } from '../src/kit/transaction.ts'
import { uuidToBytes } from '../src/kit/uuid.ts'
import { anEmail, GOOD, logIn, sentTo } from '../src/modules/accounts/accounts.harness.ts'
import {
  acceptInvitation,
  inviteStaff,
  pairTill,
  registerTill,
  setPin,
  signInByPin,
} from '../src/modules/accounts/contract.ts'
import { refreshSession } from '../src/modules/accounts/gate/refresh.ts'
import { sessionAuthenticator } from '../src/modules/accounts/index.ts'
import { list } from '../src/modules/customers/contract.ts'
import { authenticator } from '../src/modules/tenants/index.ts'
import { aTenant, aWorld, eventually, type Shop, type World } from './harness.ts'

const CONNECTIONS = 2

let world: World
let shop: Shop
beforeAll(async () => {
  world = await aWorld({ KITH_POOL: String(CONNECTIONS), KITH_MAX_DELAY_MS: '40' })
  shop = await aTenant(world)
})
afterAll(() => world.close())

/** Every connection, until they are let go one by one. */
async function holdAll(in_ = world, tenant = shop.id): Promise<(() => void)[]> {
  const letGo: (() => void)[] = []
  for (let n = 0; n < CONNECTIONS; n++) {
    const over = new Promise<void>((resolve) => letGo.push(resolve))
    await new Promise<void>((begun) => {
      void inTenant(in_.kith.db, itself(tenant, 'test'), async () => {
        begun()
        await over
      })
    })
  }
  return letGo
}

const asked = { origin: {}, requestId: 'test', language: 'en' } as const
const aVisitor = (tenant: string): Caller => visitor(tenant, { ...asked, origin: {} })
const aKey = (tenant: string): Caller => ({ ...aVisitor(tenant), actor: 'key:1', may: new Set(['customers:read']) })
const aCashier = (tenant: string): Caller => ({
  ...aKey(tenant),
  signedIn: { account: '1', session: '1', customer: null, atTill: true, provedAt: new Date() },
})

test('the till goes first, then staff and programs, then customers and visitors; a request that has begun goes on first', async () => {
  const patient = await aWorld({ KITH_POOL: String(CONNECTIONS) })
  const { id } = await aTenant(patient)
  const { db } = patient.kith
  const begun = aVisitor(id)
  await inTenant(db, begun, async () => {})
  const letGo = await holdAll(patient, id)
  const order: string[] = []
  const ask = (name: string, caller: Caller) => inTenant(db, caller, async () => void order.push(name))
  const all = [
    ask('a visitor', aVisitor(id)),
    ask('a program', aKey(id)),
    ask('the till', aCashier(id)),
    ask('a visitor who has begun', { ...begun, actor: 'another' }),
  ]
  await eventually(async () => db.transactions.waitingCount === all.length)
  letGo[0]!()
  await Promise.all(all)
  expect(order).toEqual(['the till', 'a visitor who has begun', 'a program', 'a visitor'])
  letGo[1]!()
  await patient.close()
})

test('who waits too long is answered 503 with Retry-After, the server’s own work waits, and then everything goes on', async () => {
  expect((await shop.call(list, {})).status).toBe(200)
  const letGo = await holdAll()
  try {
    const own = inTenant(world.kith.db, itself(shop.id, 'test'), async () => 'done')
    const refused = await shop.call(list, {})
    expect(refused).toMatchObject({ status: 503, body: { code: 'overloaded' } })
    expect(refused.headers.get('retry-after')).toBe('2')
    letGo.pop()!()
    expect(await own).toBe('done')
  } finally {
    for (const go of letGo) go()
  }
  expect((await shop.call(list, {})).status).toBe(200)
})

/** A key, or a token, as anyone can make up. */
const inventedKey = (tenant: string = randomUUID()) =>
  `kith_${Buffer.concat([uuidToBytes(tenant), randomBytes(32)]).toString('base64url')}`
const inventedToken = (tenant: string = randomUUID()) =>
  [{ alg: 'RS256', typ: 'at+jwt', kid: randomUUID() }, { aud: `urn:kith:tenant:${tenant}` }, 'unsigned']
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.')
const presented = (credential: string): Presented => ({
  authorization: `Bearer ${credential}`,
  cookies: {},
  tenant: '',
  host: 'localhost',
})

describe('a credential that anyone can make up', () => {
  let patient: World
  let at: Shop
  beforeAll(async () => {
    patient = await aWorld({ KITH_POOL: String(CONNECTIONS), KITH_TRUST_PROXY: '1' })
    at = await aTenant(patient)
  })
  afterAll(() => patient.close())

  /** In which order they are answered, once all of them have waited together. */
  async function orderOf(asks: Readonly<Record<string, () => Promise<unknown>>>): Promise<string[]> {
    const { transactions } = patient.kith.db
    const letGo = await holdAll(patient, at.id)
    const order: string[] = []
    const all: Promise<unknown>[] = []
    for (const [name, ask] of Object.entries(asks)) {
      all.push(ask().then(() => order.push(name)))
      await eventually(async () => transactions.waitingCount === all.length)
    }
    letGo[0]!()
    await Promise.all(all)
    letGo[1]!()
    return order
  }

  async function aMember() {
    const email = anEmail()
    await at.call(inviteStaff, { email, role: 'cashier' })
    const { token } = await sentTo(at, email, 'staff_invitation')
    const { body } = await at.visitor().call(acceptInvitation, { token, password: GOOD })
    return { email, id: body.account.id as string, accessToken: body.accessToken as string }
  }

  test('is looked up behind the till, and a key that was good lately before it', async () => {
    const { db, nudges } = patient.kith
    const identify = authenticator(db, nudges)
    const ask = (key: string) => identify(presented(key), asked)
    expect(await ask(at.apiKey)).toMatchObject({ tenant: at.id })
    // From now on it is looked up anew.
    nudges.send('api-keys', at.id)
    const order = await orderOf({
      'a made-up key': () => ask(inventedKey(at.id)),
      'a made-up business': () => ask(inventedKey()),
      'the till': () => inTenant(db, aCashier(at.id), async () => {}),
      'a key that was good': () => ask(at.apiKey),
    })
    expect(order).toEqual(['the till', 'a key that was good', 'a made-up key', 'a made-up business'])
  })

  test('is looked up behind a token with a signature of ours that is seen for the first time', async () => {
    const { db, nudges } = patient.kith
    const identify = sessionAuthenticator(db, nudges)
    const ask = (token: string) => identify(presented(token), asked)
    const { email, accessToken } = await aMember()
    expect(await ask(accessToken)).toMatchObject({ tenant: at.id })
    const fresh = (await logIn(at, email)).body.accessToken
    const order = await orderOf({
      'a made-up business': () => ask(inventedToken()),
      'a made-up token': () => ask(inventedToken(at.id)),
      'the fresh token': () => ask(fresh),
    })
    expect(order[0]).toBe('the fresh token')
  })

  test('waits behind a till that renews its session', async () => {
    const { db, nudges } = patient.kith
    const { id, accessToken } = await aMember()
    const { pairingCode } = (await at.call(registerTill, { name: 'Counter' })).body
    const { tillToken } = (await at.visitor().call(pairTill, { pairingCode })).body
    const pin = '4071'
    const headers = { authorization: `Bearer ${accessToken}` }
    expect((await at.visitor(headers).call(setPin, { pin, tillToken })).status).toBe(200)
    const { body } = await at.visitor().call(signInByPin, { accountId: id, pin, tillToken })
    expect(await sessionAuthenticator(db, nudges)(presented(body.accessToken), asked)).toMatchObject({ tenant: at.id })
    const renewed = async () => {
      const { rows } = await patient.owner.query('select generation from account_sessions where id = $1', [
        body.session.id,
      ])
      return rows[0].generation as number // An integer column.
    }
    const [before, seen] = [await renewed(), [] as number[]] // Filled below.
    const caller = aVisitor(at.id)
    await orderOf({
      'a visitor': () => inTenant(db, aVisitor(at.id), async () => void seen.push(await renewed())),
      'the till': () => refreshSession({ db, caller, cookies: {}, headers: {} }, { refreshToken: body.refreshToken }),
    })
    expect(seen).toEqual([before + 1])
  })

  test('is not looked up for a network with too many failures, where a key that was good lately still is', async () => {
    const ask = (credential: string) =>
      fetch(`${patient.url}/api/v1/customers?limit=1`, {
        headers: { authorization: `Bearer ${credential}`, 'x-forwarded-for': '203.0.113.9' },
      })
    expect((await ask(at.apiKey)).status).toBe(200)
    const answers = await Promise.all(Array.from({ length: 61 }, () => ask(inventedKey())))
    expect(answers.map(({ status }) => status).sort()).toEqual([...Array(60).fill(401), 429])
    const letGo = await holdAll(patient, at.id)
    try {
      for (const credential of [inventedKey(), inventedKey(at.id), inventedToken()]) {
        const refused = await ask(credential)
        expect(refused.status).toBe(429)
        expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
      }
    } finally {
      for (const go of letGo) go()
    }
    patient.kith.nudges.send('api-keys', at.id)
    expect((await ask(at.apiKey)).status).toBe(200)
  })
})

test('the server’s own work at the head of a queue keeps nothing behind it waiting for longer', async () => {
  vi.useFakeTimers({ toFake: ['performance', 'setInterval', 'clearInterval'] })
  try {
    const turns = new Turns(0, 1_000)
    const own = turns.take({ rank: 'first', isOwn: true })
    const till = turns.take({ rank: 'first', isOwn: false }).catch(({ kind }: DatabaseFault) => kind)
    await vi.advanceTimersByTimeAsync(1_500)
    expect(turns.waiting).toBe(1)
    expect(await till).toBe('busy')
    turns.give()
    await own
    turns.end()
  } finally {
    vi.useRealTimers()
  }
})

test('of one turn of the loop that takes too long the requests are refused within it, where there are many', async () => {
  vi.useFakeTimers({ toFake: ['performance'] })
  try {
    const hooks = new Map<string, () => Promise<void>>()
    const app = { addHook: (name: string, hook: () => Promise<void>) => hooks.set(name, hook) }
    let underWay = 50
    addShedding(app as unknown as FastifyInstance, 1_000, () => underWay) // It only adds hooks.
    const isRefused = () =>
      hooks.get('onRequest')!().then(
        () => false,
        () => true,
      )
    expect(await isRefused()).toBe(false)
    vi.advanceTimersByTime(4_000)
    expect(await isRefused()).toBe(false)
    vi.advanceTimersByTime(1_000)
    expect(await isRefused()).toBe(true)
    underWay = 49
    expect(await isRefused()).toBe(false)
    await hooks.get('onClose')!()
  } finally {
    vi.useRealTimers()
  }
})

describe('three times as much as can be done', () => {
  const WORK_MS = 20
  const SLOTS = 10
  const MOST_MS = 1_000
  const PER_MS = (3 * SLOTS) / WORK_MS
  const SECONDS = 8

  beforeEach(() => void vi.useFakeTimers({ toFake: ['performance', 'setInterval', 'clearInterval', 'setTimeout'] }))
  afterEach(() => void vi.useRealTimers())

  const aLoad =
    (shares: Readonly<Record<Rank, number>>) =>
    (dice: number): Rank =>
      dice < shares.first ? 'first' : dice < shares.first + shares.next ? 'next' : 'last'

  test.each([
    [{ first: 0.1, next: 0.2, last: 0.7 }],
    [{ first: 0.1, next: 0.9, last: 0 }],
    [{ first: 0.3, next: 0, last: 0.7 }],
  ])('does four fifths of the best in time, and all of the till (%j)', async (shares) => {
    const turns = new Turns(SLOTS, MOST_MS)
    const rankOf = aLoad(shares)
    const done = { inTime: 0, late: 0 }
    const refused = { first: 0, next: 0, last: 0 }
    let most = 0
    async function request(rank: Rank) {
      const began = performance.now()
      try {
        await turns.take({ rank, isOwn: false })
      } catch (error) {
        expect((error as DatabaseFault).kind).toBe('busy') // All that it throws.
        refused[rank] += 1
        return
      }
      await new Promise((resolve) => setTimeout(resolve, WORK_MS))
      turns.give()
      done[performance.now() - began <= MOST_MS ? 'inTime' : 'late'] += 1
    }
    let n = 0
    for (let ms = 0; ms < SECONDS * 1000; ms++) {
      // The dice are in turn, so that each run is the same.
      for (; n < ms * PER_MS; n++) void request(rankOf((n % 10) / 10))
      most = Math.max(most, turns.waiting)
      await vi.advanceTimersByTimeAsync(1)
    }
    const best = (SECONDS * 1000 * SLOTS) / WORK_MS
    expect(done.inTime).toBeGreaterThan(0.8 * best)
    expect(refused.first).toBe(0)
    // What comes in before it counts as too much, and no more from then on.
    expect(most).toBeLessThan(1.2 * MOST_MS * PER_MS)
    await vi.advanceTimersByTimeAsync(MOST_MS)
    expect(turns.waiting).toBe(0)
    turns.end()
  })
})
