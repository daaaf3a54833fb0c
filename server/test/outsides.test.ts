import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import type { Config } from '../src/config.ts'
import { noteOutside, silentOutsides } from '../src/kit/outsides.ts'
import { providerFetch } from '../src/modules/accounts/ways-in/providers/provider-fetch.ts'
import { hand } from '../src/modules/messages/providers/provider.ts'
import { post } from '../src/modules/webhooks/sending/post.ts'
import { aWorld, type World } from './harness.ts'

/** Nothing listens there. */
const CLOSED = '127.0.0.1:1'
const SECOND = 1_000
const BEGAN = Date.parse('2026-03-01T10:00:00Z')

let world: World
let config: Config
beforeAll(async () => {
  world = await aWorld({ SMTP_URL: `smtp://${CLOSED}`, MAIL_FROM: 'hello@kith.example' })
})
afterAll(() => world.close())
beforeEach(() => {
  // Each test has settings of its own, for which what is silent is kept.
  config = { ...world.kith.db.config }
  vi.useFakeTimers({ toFake: ['Date'], now: BEGAN })
})
afterEach(() => void vi.useRealTimers())

const after = (seconds: number) => vi.setSystemTime(BEGAN + seconds * SECOND)

test('what has not answered for a while is told until it answers, and one lost answer is not', () => {
  noteOutside(config, 'mail', false)
  expect(silentOutsides(config)).toEqual([])
  after(20)
  noteOutside(config, 'mail', false)
  after(180)
  expect(silentOutsides(config)).toEqual(['The mail server has not answered for 3 min'])
  noteOutside(config, 'mail', true)
  expect(silentOutsides(config)).toEqual([])
})

test('what is not asked any more is forgotten', () => {
  noteOutside(config, 'broker', false)
  after(20)
  noteOutside(config, 'broker', false)
  expect(silentOutsides(config)).toEqual(['NATS has not answered for 1 min'])
  after(2 * 3_600)
  expect(silentOutsides(config)).toEqual([])
})

test('of what businesses have chosen only the number is told, and only so many are kept', () => {
  for (const seconds of [0, 20]) {
    after(seconds)
    for (let n = 0; n < 3_000; n++) noteOutside(config, 'webhook', false, `https://shop-${n}.example/hook`)
  }
  expect(silentOutsides(config)).toEqual(['Of the webhooks of businesses 1000 do not answer'])
})

test('a mail server, a sign-in provider and a webhook that cannot be reached are told, and the server is ready', async () => {
  const { config: own } = world.kith.db
  const message = {
    ...{ tenant: crypto.randomUUID(), id: crypto.randomUUID(), to: 'aisha@example.com', expiresAt: null },
    ...({ channel: 'email', content: { subject: 'Hello', text: 'Hello', html: '<p>Hello</p>' } } as const),
  }
  const never = new AbortController().signal
  for (const seconds of [0, 30]) {
    after(seconds)
    expect(await hand(own, message)).toMatchObject({ status: 'later', error: 'unreachable' })
    await expect(providerFetch(own)(`http://${CLOSED}/.well-known/openid-configuration`, {})).rejects.toThrow()
    const parcel = { url: `http://${CLOSED}/hook`, headers: {}, body: '{}' }
    expect(await post(own, parcel, never)).toMatchObject({ outcome: 'unreachable' })
  }
  const ready = await fetch(`${world.url}/health/ready`)
  expect([ready.status, await ready.json()]).toEqual([
    200,
    expect.objectContaining({
      status: 'ready',
      trouble: [
        'The mail server has not answered for 1 min',
        'Of the sign-in providers of businesses 1 do not answer',
        'Of the webhooks of businesses 1 do not answer',
      ],
    }),
  ])
  // Through a proxy the whole world asks.
  const fromOutside = await fetch(`${world.url}/health/ready`, { headers: { 'x-forwarded-for': '203.0.113.9' } })
  expect([fromOutside.status, await fromOutside.json()]).toEqual([200, { status: 'ready' }])
})
