import { createHmac } from 'node:crypto'
import { Webhook } from 'standardwebhooks'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aPhone, aTenant, aWorld, type Body, eventually, type Shop, type World } from '../../../test/harness.ts'
import { runJob } from '../../kit/jobs.ts'
import { openLog } from '../../kit/log.ts'
import { addOwner } from '../accounts/index.ts'
import { change, create } from '../customers/contract.ts'
import { merge } from '../merging/contract.ts'
import { eraseCustomer, restrict } from '../privacy/contract.ts'
import { decide, definitions } from '../segments/segments.harness.ts'
import * as api from './contract.ts'
import { post } from './sending/post.ts'
import { nextAttempt, PAUSES_MS, retryAfterMs } from './sending/schedule.ts'
import { aReceiver, aWebhook, deliveriesOf, dueNow, refuses, settled } from './webhooks.harness.ts'

let world: World
const receivers: Awaited<ReturnType<typeof aReceiver>>[] = []
const receiver = async () => {
  const made = await aReceiver()
  receivers.push(made)
  return made
}
beforeAll(async () => {
  world = await aWorld()
  await world.startBackground()
})
afterAll(async () => {
  await world.close()
  await Promise.all(receivers.map((one) => one.close()))
})

const aStub = async (shop: Shop) =>
  (await shop.call(create, { type: 'stub', firstName: 'Salim', phone: aPhone() } as never)).body as { id: string }
const said = ({ headers, text }: { headers: Body; text: string }, secret: string) =>
  new Webhook(secret).verify(text, headers as Record<string, string>) as Body

const LATER = { 'retry-after': '3600' }

describe('an event', () => {
  test('reaches each webhook that wants its type, signed so that a foreign library verifies it, with ids as the API has them', async () => {
    const [shop, neighbour, to] = [await aTenant(world), await aTenant(world), await receiver()]
    const hook = await aWebhook(shop, to.url, { types: ['CustomerRegistered'] })
    await aWebhook(shop, to.url, { types: ['ConsentUpdated'] })
    await aStub(neighbour)
    const { id } = await aStub(shop)
    await shop.call(change, { customerId: id, notes: 'not wanted' })
    const [one] = await settled(shop, hook.id, 'delivered', 1)
    expect(to.got).toHaveLength(1)
    const event = said(to.got[0]!, hook.secret)
    expect(event).toMatchObject({ type: 'CustomerRegistered', data: { customerId: id, type: 'stub' } })
    expect([event.id, to.got[0]!.headers['webhook-id']]).toEqual([one!.eventId, one!.eventId])
    expect(to.got[0]!.text).not.toContain('Salim')
    expect(() => said({ ...to.got[0]!, text: `${to.got[0]!.text} ` }, hook.secret)).toThrow()
  })

  test('carries a signature of each secret while one is rotated', async () => {
    const [shop, to] = [await aTenant(world), await receiver()]
    const hook = await aWebhook(shop, to.url)
    const { secret } = (await shop.call(api.rotateSecret, { webhookId: hook.id } as never)).body
    await shop.call(create, {})
    await settled(shop, hook.id, 'delivered')
    for (const each of [hook.secret, secret])
      expect(said(to.got[0]!, each)).toMatchObject({ type: 'CustomerRegistered' })
    // The newest first. Without the library, which signs as well.
    const { text, headers } = to.got[0]!
    const byHand = (each: string) =>
      createHmac('sha256', Buffer.from(each.slice('whsec_'.length), 'base64'))
        .update(`${headers['webhook-id']}.${headers['webhook-timestamp']}.${text}`)
        .digest('base64')
    expect(headers['webhook-signature']).toBe(`v1,${byHand(secret)} v1,${byHand(hook.secret)}`)
  })

  test('reaches a webhook for a segment when its customer is in it, comes into it or leaves it, and when every system must hear it', async () => {
    const [shop, to] = [await aTenant(world), await receiver()]
    const [inside, outside] = [await aStub(shop), await aStub(shop)]
    await decide(world, shop, definitions({ arabic: { attribute: 'language', is: 'one_of', value: ['ar'] } }))
    const hook = await aWebhook(shop, to.url, { segments: ['arabic'] })
    expect((await shop.call(api.get, { webhookId: hook.id })).body.segments).toEqual(['arabic'])
    await shop.call(change, { customerId: outside.id, notes: 'not wanted' })
    await shop.call(change, { customerId: inside.id, locale: 'ar' })
    await shop.call(change, { customerId: inside.id, notes: 'wanted' })
    await shop.call(restrict, { customerId: outside.id, reason: 'asked' } as never)
    await eventually(async () => to.got.some(({ body }) => body.type === 'CustomerRestrictionChanged'))
    await settled(shop, hook.id, 'delivered')
    const heard = to.got.map(({ body: { type, data } }) => [type, data.customerId === inside.id])
    expect(heard).toContainEqual(['CustomerSegmentChanged', true])
    expect(heard.filter(([type]) => type === 'CustomerUpdated').length).toBeGreaterThan(0)
    expect(heard.filter(([, isInside]) => !isInside)).toEqual([['CustomerRestrictionChanged', false]])
  })

  test('with a full payload describes the customer as they are when it is sent, and none whose data is restricted', async () => {
    const [shop, to] = [await aTenant(world), await receiver()]
    const hook = await aWebhook(shop, to.url, {
      payload: 'full',
      types: ['CustomerRegistered', 'CustomerRestrictionChanged'],
    })
    // Else a slow machine comes to the second attempt by itself.
    to.reply = refuses(500, LATER)
    const { id } = await aStub(shop)
    await settled(shop, hook.id, 'waiting', 1)
    expect(said(to.got[0]!, hook.secret).customer).toMatchObject({ id, firstName: 'Salim', contactsMasked: false })
    await shop.call(change, { customerId: id, firstName: 'Salma' })
    to.reply = (_, response) => void response.end()
    await dueNow(world, shop)
    await settled(shop, hook.id, 'delivered', 2)
    expect(said(to.got[1]!, hook.secret).customer).toMatchObject({ id, firstName: 'Salma' })
    await shop.call(restrict, { customerId: id, reason: 'asked' } as never)
    await settled(shop, hook.id, 'delivered')
    await eventually(async () => to.got.length === 3)
    expect(said(to.got[2]!, hook.secret)).toMatchObject({ type: 'CustomerRestrictionChanged', customer: null })
  })
})

describe('a webhook that fails', () => {
  test('is tried again, holds back the later events of that customer alone, and is in order when it recovers', async () => {
    const [shop, to] = [await aTenant(world), await receiver()]
    const hook = await aWebhook(shop, to.url)
    const [a, b] = [await aStub(shop), await aStub(shop)]
    await settled(shop, hook.id, 'delivered')
    const isOf = (received: Body, id: string) => received.body.data.customerId === id
    to.got.length = 0
    to.reply = (received, response) => void response.writeHead(isOf(received, a.id) ? 500 : 200, LATER).end()
    await shop.call(change, { customerId: a.id, notes: '1' })
    await shop.call(change, { customerId: a.id, notes: '2' })
    await eventually(async () => to.got.some((one) => isOf(one, a.id)))
    await shop.call(change, { customerId: b.id, notes: '1' })
    await eventually(async () => to.got.some((one) => isOf(one, b.id)))
    expect(to.got.filter((one) => isOf(one, a.id))).toHaveLength(1)
    const waiting = (await deliveriesOf(shop, hook.id)).filter(({ status }) => status === 'waiting')
    expect(waiting.map(({ nextAttemptAt }) => nextAttemptAt === null)).toEqual([true, false])
    to.reply = (_, response) => void response.end()
    await dueNow(world, shop)
    await settled(shop, hook.id, 'delivered')
    const versions = to.got.filter((one) => isOf(one, a.id)).map(({ body }) => body.data.version)
    expect(versions).toEqual([2, 2, 3])
    expect(new Set(to.got.filter((one) => isOf(one, a.id)).map(({ body }) => body.id)).size).toBe(2)
  })

  test('goes through the whole schedule, becomes a dead letter, lets the next event go on, and is told of', async () => {
    const [shop, to, teller] = [await aTenant(world), await receiver(), await receiver()]
    const hook = await aWebhook(shop, to.url, {
      types: ['CustomerRegistered', 'CustomerUpdated', 'WebhookDeliveryFailed'],
    })
    await aWebhook(shop, teller.url, { types: ['WebhookDeliveryFailed', 'WebhookRecovered'] })
    to.reply = ({ body }, response) => void response.writeHead(body.type === 'CustomerRegistered' ? 503 : 200).end()
    const { id } = await aStub(shop)
    await shop.call(change, { customerId: id, notes: 'later' })
    const attempts = async () => (await deliveriesOf(shop, hook.id)).at(-1)
    for (let n = 1; n <= PAUSES_MS.length; n++) {
      const one = await eventually(async () => {
        const found = await attempts()
        return found?.attempts === n && found.status === 'waiting' && found
      })
      const pause = Date.parse(one.nextAttemptAt) - Date.now()
      expect(pause).toBeLessThanOrEqual(PAUSES_MS[n - 1]!)
      expect(pause).toBeGreaterThan(PAUSES_MS[n - 1]! - 60_000)
      await dueNow(world, shop)
    }
    const dead = await eventually(async () => {
      const found = await attempts()
      return found?.status === 'dead' && found
    })
    expect(dead).toMatchObject({ attempts: 10, type: 'CustomerRegistered' })
    await eventually(async () => to.got.some(({ body }) => body.type === 'CustomerUpdated'))
    // It took the later one, so it works again; and it did not hear of itself.
    const types = await eventually(async () => {
      const heard = teller.got.map(({ body }) => body.type)
      return heard.length === 2 && heard
    })
    expect(types.sort()).toEqual(['WebhookDeliveryFailed', 'WebhookRecovered'])
    expect(teller.got.find(({ body }) => body.type === 'WebhookDeliveryFailed')!.body.data).toMatchObject({
      webhookId: hook.id,
      eventId: dead.eventId,
    })
    expect(to.got.map(({ body }) => body.type)).not.toContain('WebhookDeliveryFailed')
  })

  test('is disabled after five days of failure, its owner is told, and told again when it works', async () => {
    const [shop, to] = [await aTenant(world), await receiver()]
    const owner = 'hind@example.com'
    await world.owner.query(`update tenants set name = 'Al Mouj' where tenant_id = $1`, [shop.id])
    const hook = await aWebhook(shop, to.url, { description: 'ERP' })
    await addOwner(world.kith.db, shop.id, { email: owner, name: 'Hind', password: 'saffron kettle seventeen' })
    to.reply = refuses(500)
    await shop.call(create, {})
    await eventually(async () => (await deliveriesOf(shop, hook.id)).some(({ attempts }) => attempts > 0))
    await world.owner.query(`update webhook_endpoints set failing_since = now() - interval '5 days' where id = $1`, [
      hook.id,
    ])
    await dueNow(world, shop)
    const off = await eventually(async () => {
      const { body } = await shop.call(api.get, { webhookId: hook.id })
      return !body.enabled && body
    })
    expect(off).toMatchObject({ disabledBecause: 'failing' })
    expect(off.dead).toBeGreaterThan(0)
    const mails = async () => (await shop.request('GET', `/api/v1/dev/messages?to=${owner}`)).body.items
    const [mail] = (await mails()).filter(({ template }: Body) => template === 'webhook_disabled')
    expect(mail.text).toContain('ERP')
    const before = to.got.length
    await shop.call(create, {})
    await eventually(
      async () => (await shop.call(api.listEvents, { types: 'CustomerRegistered' })).body.items.length === 2,
    )
    to.reply = (_, response) => void response.end()
    await shop.call(api.enable, { webhookId: hook.id })
    expect(to.got.length).toBe(before)
    const { body } = await shop.call(api.replay, { webhookId: hook.id, since: '2026-01-01T00:00:00Z' } as never)
    expect(body.events).toBeGreaterThan(1)
    await settled(shop, hook.id, 'delivered')
    await eventually(async () => (await mails()).some(({ template }: Body) => template === 'webhook_recovered'))
  })

  test('stops at once when it answers 410', async () => {
    const [shop, to] = [await aTenant(world), await receiver()]
    const hook = await aWebhook(shop, to.url)
    to.reply = refuses(410)
    await shop.call(create, {})
    const off = await eventually(async () => {
      const { body } = await shop.call(api.get, { webhookId: hook.id })
      return !body.enabled && body
    })
    expect(off.disabledBecause).toBe('gone')
    expect(to.got).toHaveLength(1)
  })

  test('may ask for more time, and never gets less than the schedule', async () => {
    const [shop, to] = [await aTenant(world), await receiver()]
    const hook = await aWebhook(shop, to.url)
    to.reply = refuses(429, { 'retry-after': '3600' })
    await shop.call(create, {})
    const [one] = await settled(shop, hook.id, 'waiting', 1)
    const pause = Date.parse(one!.nextAttemptAt) - Date.now()
    expect(pause).toBeGreaterThan(3_500_000)
    const now = new Date('2026-11-30T09:00:00Z')
    expect(nextAttempt(now, 2, 1_000)).toEqual(new Date(now.getTime() + 300_000))
    expect(nextAttempt(now, 1, 9 * 86_400_000)).toEqual(new Date(now.getTime() + 86_400_000))
    expect(retryAfterMs('Mon, 30 Nov 2026 09:01:00 GMT', now)).toBe(60_000)
    expect(retryAfterMs('soon', now)).toBeNull()
  })

  test.each([
    ['a redirect to the keys of the cloud', refuses(302, { location: 'http://169.254.169.254/' }), 'redirected', 302],
    ['a redirect to this machine', refuses(307, { location: 'http://127.0.0.1/' }), 'redirected', 307],
    [
      '10 MB',
      (_: unknown, response: { end(text: string): void }) => response.end('x'.repeat(10_000_000)),
      'too_large',
      null,
    ],
    ['a status that there is not', refuses(999), 'unreachable', null],
    [
      'another protocol',
      (_: unknown, { socket }: { socket: { end(text: string): void } }) =>
        socket.end('HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: x\r\n\r\n'),
      'unreachable',
      null,
    ],
    ['nothing', (_: unknown, response: { destroy(): void }) => response.destroy(), 'unreachable', null],
    ['an error', refuses(500), 'refused', 500],
    ['a status that there is not', refuses(999), 'unreachable', null],
  ] as const)('by answering %s is noted, and no more than that', async (_, reply, outcome, status) => {
    const [shop, to] = [await aTenant(world), await receiver()]
    to.reply = reply as never
    const hook = await aWebhook(shop, to.url)
    await shop.call(create, {})
    const [one] = await settled(shop, hook.id, 'waiting', 1)
    const { body } = await shop.call(api.delivery, { webhookId: hook.id, eventId: one!.eventId })
    expect(body.log).toMatchObject([{ outcome, status, test: false }])
    expect(JSON.stringify(body.log)).not.toMatch(/ECONN|127\.0\.0\.1:|socket/)
    expect(to.got).toHaveLength(1)
  })

  test('may answer 205 with a body: it is left out, and the event is taken', async () => {
    const [shop, to] = [await aTenant(world), await receiver()]
    to.reply = refuses(205)
    const hook = await aWebhook(shop, to.url)
    await shop.call(create, {})
    await settled(shop, hook.id, 'delivered', 1)
  })

  test('by not answering in time is cut off', async () => {
    const to = await receiver()
    to.reply = () => {}
    const parcel = { url: to.url, headers: {}, body: '{}' }
    const never = new AbortController().signal
    expect(await post(world.kith.config, parcel, never, { withinMs: 50 })).toMatchObject({
      outcome: 'timed_out',
      status: null,
    })
  })
})

test('a hundred slow webhooks do not hold up the next one', async () => {
  const [shop, slow, quick] = [await aTenant(world), await receiver(), await receiver()]
  slow.reply = () => {}
  const types = ['CustomerRegistered']
  for (let n = 0; n < 100; n++) await aWebhook(shop, `${slow.url}/${n}`, { types })
  const hook = await aWebhook(shop, quick.url, { types })
  for (let n = 0; n < 3; n++) await shop.call(create, {})
  await settled(shop, hook.id, 'delivered', 1)
  expect(quick.got).toHaveLength(3)
  // None of the slow ones has answered.
  await eventually(async () => new Set(slow.got.map(({ path }) => path)).size === 100)
})

describe('a webhook that answers quickly', () => {
  /** Two events of each: their customers are made and changed, while the webhook is off. */
  async function aBacklog(shop: Shop, url: string, customers: number) {
    const hook = await aWebhook(shop, url)
    await shop.call(api.disable, { webhookId: hook.id })
    for (let n = 0; n < customers; n++) {
      const { id } = (await shop.call(create, {})).body
      await shop.call(change, { customerId: id, notes: 'a change' })
    }
    const events = 2 * customers
    await eventually(async () => (await shop.call(api.listEvents, {})).body.items.length >= events)
    await shop.call(api.enable, { webhookId: hook.id })
    return { hook, events }
  }
  const replayAll = (shop: Shop, webhookId: string) =>
    shop.call(api.replay, { webhookId, since: '2026-01-01T00:00:00Z' } as never)

  test('gets each event once, in order, by eight connections at most that are used again', async () => {
    const [shop, to] = [await aTenant(world), await receiver()]
    const ports = new Set<number>()
    let [open, most] = [0, 0]
    to.reply = (_, response) => {
      ports.add(response.socket!.remotePort!)
      most = Math.max(most, ++open)
      setImmediate(() => {
        open -= 1
        response.end()
      })
    }
    const { hook, events } = await aBacklog(shop, to.url, 40)
    expect((await replayAll(shop, hook.id)).body).toEqual({ events })
    await eventually(async () => (await shop.call(api.get, { webhookId: hook.id })).body.waiting === 0)
    expect([to.got.length, new Set(to.got.map(({ body }) => body.id)).size]).toEqual([events, events])
    expect(most).toBeLessThanOrEqual(8)
    expect(ports.size).toBeLessThan(events)
    for (const id of new Set(to.got.map(({ body }) => body.data.customerId))) {
      const own = to.got.filter(({ body }) => body.data.customerId === id).map(({ body }) => body.type)
      expect(own).toEqual(['CustomerRegistered', 'CustomerUpdated'])
    }
    const { rows } = await world.owner.query(
      `select count(*)::int as attempts, count(sealed)::int as sealed from webhook_attempts where tenant_id = $1 and outcome = 'delivered'`,
      [shop.id],
    )
    expect(rows).toEqual([{ attempts: events, sealed: events }])
  })

  test('gets nothing more of what waits for its turn once it is gone', async () => {
    const [shop, to] = [await aTenant(world), await receiver()]
    let left = 30
    to.reply = (_, response) => void response.writeHead(left-- > 0 ? 204 : 410).end()
    const { hook, events } = await aBacklog(shop, to.url, 60)
    await replayAll(shop, hook.id)
    const off = await eventually(async () => {
      const { body } = await shop.call(api.get, { webhookId: hook.id })
      return !body.enabled && body
    })
    expect(off).toMatchObject({ disabledBecause: 'gone', waiting: 0 })
    expect(to.got.length).toBeLessThan(events)
    expect(off.dead).toBeGreaterThan(0)
  })

  /** Until far more is in hand than is under way; from then on nothing is answered until `letGo`. */
  async function muchInHand(shop: Shop, to: Awaited<ReturnType<typeof receiver>>) {
    const held: (() => void)[] = []
    const sending = async () =>
      (
        await world.owner.query(
          `select count(*)::int as n from webhook_deliveries where tenant_id = $1 and status = 'sending'`,
          [shop.id],
        )
      ).rows[0].n
    let isHeld = false
    to.reply = async (_, response) => {
      if ((await sending()) > 20) isHeld = true
      if (isHeld) held.push(() => response.end())
      else response.end()
    }
    const { hook, events } = await aBacklog(shop, to.url, 60)
    await replayAll(shop, hook.id)
    await eventually(async () => held.length === 8)
    expect(await sending()).toBeGreaterThan(8)
    const noted = async () =>
      (await world.owner.query('select from webhook_attempts where tenant_id = $1', [shop.id])).rowCount
    const letGo = async () => {
      to.reply = (_, response) => void response.end()
      for (const answer of held) answer()
    }
    return { hook, events, letGo, noted, before: to.got.length }
  }

  test('gets nothing more of what waits for its turn once it is disabled', async () => {
    const [shop, to] = [await aTenant(world), await receiver()]
    const { hook, letGo, noted, before } = await muchInHand(shop, to)
    await shop.call(api.disable, { webhookId: hook.id })
    await letGo()
    await eventually(async () => (await noted()) === to.got.length)
    expect(to.got).toHaveLength(before)
  })

  test('gets nothing more of what waits for its turn once it leads elsewhere: that goes there', async () => {
    const [shop, to, elsewhere] = [await aTenant(world), await receiver(), await receiver()]
    const { hook, events, letGo, before } = await muchInHand(shop, to)
    await shop.call(api.change, { webhookId: hook.id, url: elsewhere.url } as never)
    await letGo()
    await eventually(async () => (await shop.call(api.get, { webhookId: hook.id })).body.waiting === 0)
    expect([to.got.length, elsewhere.got.length]).toEqual([before, events - before])
  })
})

describe('by hand', () => {
  test('an event is sent again with the same id, and those since a time in order', async () => {
    const [shop, to] = [await aTenant(world), await receiver()]
    const hook = await aWebhook(shop, to.url)
    const { id } = await aStub(shop)
    for (const notes of ['1', '2']) await shop.call(change, { customerId: id, notes })
    const items = await eventually(async () => {
      const all = await deliveriesOf(shop, hook.id)
      return all.length === 3 && all.every(({ status }) => status === 'delivered') && all
    })
    const again = await shop.call(api.resend, { webhookId: hook.id, eventId: items[2]!.eventId })
    expect(again).toMatchObject({ status: 202, body: { status: 'waiting', attempts: 0 } })
    await eventually(async () => to.got.length === 4)
    expect(to.got[3]!.body).toEqual(to.got[0]!.body)
    await settled(shop, hook.id, 'delivered')
    const since = { webhookId: hook.id, since: '2026-01-01T00:00:00Z' }
    expect((await shop.call(api.replay, since as never)).body).toEqual({ events: 0 })
    const [updated, unknown] = [['CustomerUpdated'], ['CustomerUpdated', 'CustomerGone']]
    expect(await shop.call(api.replay, { ...since, types: unknown } as never)).toMatchObject({
      status: 422,
      body: { errors: [{ path: 'types.1' }] },
    })
    expect((await shop.call(api.replay, { ...since, types: ['AddressAdded'], all: true } as never)).body).toEqual({
      events: 0,
    })
    expect((await shop.call(api.replay, { ...since, types: updated, all: true } as never)).body).toEqual({ events: 2 })
    await eventually(async () => to.got.length === 6)
    await settled(shop, hook.id, 'delivered')
    to.got.splice(4, 2)
    expect((await shop.call(api.replay, { ...since, all: true } as never)).body).toEqual({ events: 3 })
    await eventually(async () => to.got.length === 7)
    expect(to.got.slice(4).map(({ body }) => body.id)).toEqual(to.got.slice(0, 3).map(({ body }) => body.id))
  })

  test('a real past event is tried out, or only shown, and counts as nothing', async () => {
    const [shop, to] = [await aTenant(world), await receiver()]
    const { id } = await aStub(shop)
    // Else it comes after the webhook, and waits for it.
    await eventually(async () => (await shop.call(api.listEvents, {})).body.items.length > 0)
    const hook = await aWebhook(shop, to.url)
    const shown = await shop.call(api.tryOut, { webhookId: hook.id, send: false })
    expect(shown.body).toMatchObject({ sent: false, outcome: null })
    expect(JSON.parse(shown.body.request.body).data.customerId).toBe(id)
    expect(to.got).toEqual([])
    to.reply = refuses(500)
    const tried = await shop.call(api.tryOut, { webhookId: hook.id } as never)
    expect(tried.body).toMatchObject({ sent: true, outcome: 'refused', status: 500, answer: { body: 'not now' } })
    expect(said(to.got[0]!, hook.secret).data.customerId).toBe(id)
    expect(to.got[0]!.headers['kith-test']).toBe('true')
    expect((await shop.call(api.get, { webhookId: hook.id })).body).toMatchObject({ failingSince: null, waiting: 0 })
  })
})

describe('the log', () => {
  test('is sealed, shows a customer’s data only to who may see it, and ends after 30 days', async () => {
    const [shop, to] = [await aTenant(world), await receiver()]
    to.reply = (_, response) => void response.writeHead(200, { 'content-type': 'text/plain' }).end('thanks')
    const hook = await aWebhook(shop, to.url, { payload: 'full' })
    await aStub(shop)
    const [one] = await settled(shop, hook.id, 'delivered', 1)
    const place = { webhookId: hook.id, eventId: one!.eventId }
    const [entry] = (await shop.call(api.delivery, place)).body.log
    expect(entry).toMatchObject({ answer: { body: 'thanks', headers: { 'content-type': 'text/plain' } } })
    expect(JSON.parse(entry.request.body).customer.firstName).toBe('Salim')
    const reader = await shop.with('webhooks:read')
    expect((await reader.call(api.delivery, place)).body.log).toMatchObject([
      { request: null, answer: null, outcome: 'delivered' },
    ])
    const { rows } = await world.owner.query('select sealed from webhook_attempts where tenant_id = $1', [shop.id])
    expect(rows[0].sealed.toString('latin1')).not.toMatch(/Salim|thanks/)
    await world.owner.query(`update webhook_attempts set at = now() - interval '31 days' where tenant_id = $1`, [
      shop.id,
    ])
    const forget = world.kith.db.jobs.find(({ name }) => name === 'forget-webhook-log')!
    await runJob(world.kith.db, forget, openLog('silent'))
    expect((await shop.call(api.delivery, place)).body.log).toEqual([])
  })

  test('has what was sent of one who was merged since, and not of one who was erased', async () => {
    const [shop, to] = [await aTenant(world), await receiver()]
    to.reply = refuses(503, LATER)
    const hook = await aWebhook(shop, to.url, { types: ['CustomerRegistered'] })
    const [gone, stays, erased] = [await aStub(shop), await aStub(shop), await aStub(shop)]
    await settled(shop, hook.id, 'waiting', 1)
    const reason = 'the same person'
    expect((await shop.call(merge, { from: gone.id, into: stays.id, reason } as never)).status).toBe(201)
    const asked = { customerId: erased.id, reason: 'requested' }
    expect((await shop.call(eraseCustomer, asked as never)).status).toBe(201)
    to.reply = (_, response) => void response.end()
    await dueNow(world, shop)
    const items = await settled(shop, hook.id, 'delivered', 2)
    const newest = new Map<string, Body>()
    for (const { eventId } of items) {
      const { log } = (await shop.call(api.delivery, { webhookId: hook.id, eventId })).body
      newest.set(to.got.find(({ body }) => body.id === eventId)!.body.data.customerId, log[0])
    }
    expect(newest.get(gone.id)).toMatchObject({ damaged: false, request: { body: expect.stringContaining(gone.id) } })
    expect(newest.get(erased.id)).toMatchObject({ damaged: false, outcome: 'delivered', request: null })
  })

  test('says to which systems a customer was told of', async () => {
    const [shop, to] = [await aTenant(world), await receiver()]
    const hook = await aWebhook(shop, to.url, { description: 'Newsletter', payload: 'full' })
    const { id } = await aStub(shop)
    await settled(shop, hook.id, 'delivered', 1)
    const { items } = (await shop.call(api.disclosures, { customerId: id })).body
    expect(items).toMatchObject([
      { webhookId: hook.id, receiver: 'Newsletter', events: 1, described: 1, erasureToldAt: null },
    ])
  })
})
