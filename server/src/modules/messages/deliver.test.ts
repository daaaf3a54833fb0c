import { createHmac } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { aPhone, aTenant, aWorld, eventually, type Shop, type World } from '../../../test/harness.ts'
import { readInbox, statistics } from './contract.ts'
import { ATTEMPTS, LEASE_SECONDS } from './deliver.ts'
import { aMailServer, aTwilio } from './doubles.harness.ts'
import { messages, type NewMessage, sendMessage } from './index.ts'

const ACCOUNT = `AC${'0123456789abcdef'.repeat(2)}`
const TOKEN = 'a-token-that-nobody-knows'
const PUBLIC = 'https://kith.example'

let twilio: Awaited<ReturnType<typeof aTwilio>>
let post: Awaited<ReturnType<typeof aMailServer>>
let world: World
let shop: Shop
let rival: Shop
beforeAll(async () => {
  twilio = await aTwilio(ACCOUNT, TOKEN)
  post = await aMailServer()
  world = await aWorld({
    TWILIO_ACCOUNT_SID: ACCOUNT,
    TWILIO_AUTH_TOKEN: TOKEN,
    TWILIO_FROM: '+15005550006',
    TWILIO_BASE_URL: twilio.url,
    SMTP_URL: post.url,
    MAIL_FROM: 'Marhaba <hello@kith.example>',
    KITH_PUBLIC_URL: PUBLIC,
  })
  shop = await aTenant(world)
  rival = await aTenant(world)
})
afterAll(async () => {
  await world.close()
  await twilio.close()
  await post.close()
})
const accepts = async () => ({ status: 201, body: { sid: 'SMaccepted' } })
beforeEach(() => {
  twilio.reply = accepts
  post.refuse = () => null
})

const otp = (more: Partial<NewMessage> = {}): NewMessage => ({
  channel: 'sms',
  to: aPhone(),
  template: 'otp_code',
  values: { code: '482913', minutes: '5' },
  language: 'en',
  customerId: null,
  ...more,
})
const send = (at: Shop, more: Partial<NewMessage> = {}) => at.run((ctx) => sendMessage(ctx, otp(more)))
const deliver = (at: Shop = shop) => messages.errands[0]!.run(world.kith.db, at.id)
const stored = async (id: string) => (await world.owner.query('select * from messages where id = $1', [id])).rows[0]
const makeDue = (id: string) =>
  world.owner.query(`update messages set due_at = now() - interval '1 second' where id = $1`, [id])
const texts = (to: string) => twilio.requests.filter(({ form }) => form['To'] === to)

describe('a text', () => {
  test('is handed to Twilio, and its code is forgotten', async () => {
    const to = aPhone()
    const expiresAt = new Date(Date.now() + 300_000)
    const { id } = await send(shop, { to, expiresAt })
    await deliver()
    const left = (expiresAt.getTime() - Date.now()) / 1_000
    expect(texts(to).map(({ form }) => form)).toEqual([
      {
        To: to,
        From: '+15005550006',
        Body: '482913 is your A shop code, valid for 5 minutes. Do not share it with anyone.',
        StatusCallback: `${PUBLIC}/api/v1/messages/twilio-status/${shop.id}?message=${id}`,
        ValidityPeriod: expect.stringMatching(/^\d+$/),
      },
    ])
    const seconds = Number(texts(to)[0]!.form['ValidityPeriod'])
    expect(seconds).toBeGreaterThanOrEqual(left)
    expect(seconds).toBeLessThanOrEqual(300)
    expect(await stored(id)).toMatchObject({
      status: 'sent',
      provider_id: 'SMaccepted',
      attempts: 1,
      due_at: null,
      content: null,
      sent_at: expect.any(Date),
    })
  })

  test('in Arabic is one of sixteen bits', async () => {
    const to = aPhone()
    const { segments } = await send(shop, { to, language: 'ar' })
    await deliver()
    expect(texts(to)[0]!.form['Body']).toBe('رمزك لدى A shop: 482913\nصالح لمدة 5 دقائق. لا تشاركه مع أحد.')
    expect(segments).toBe(1)
  })

  test.each([500, 503, 429])('that Twilio answers with %i is tried again, later and later', async (status) => {
    const to = aPhone()
    const { id } = await send(shop, { to })
    twilio.reply = async () => ({ status, body: {} })
    const began = Date.now()
    await deliver()
    const after = await stored(id)
    expect(after).toMatchObject({ status: 'queued', error: `http_${status}`, attempts: 1 })
    expect(after.content).not.toBeNull()
    expect(after.due_at.getTime() - began).toBeGreaterThan(500)
    expect(after.due_at.getTime() - Date.now()).toBeLessThan(2_000)
    // Not due yet, however long that took.
    await world.owner.query(`update messages set due_at = now() + interval '1 hour' where id = $1`, [id])
    await deliver()
    expect(texts(to)).toHaveLength(1)
    await makeDue(id)
    const again = Date.now()
    await deliver()
    expect((await stored(id)).due_at.getTime() - again).toBeGreaterThan(1_500)
    await makeDue(id)
    twilio.reply = accepts
    await deliver()
    expect(await stored(id)).toMatchObject({ status: 'sent', error: null, attempts: 3 })
    expect(texts(to)).toHaveLength(3)
  })

  test('is given up after so many attempts', async () => {
    const { id } = await send(shop)
    twilio.reply = async () => ({ status: 500, body: {} })
    for (let n = 0; n < ATTEMPTS; n++) {
      await makeDue(id)
      await deliver()
    }
    expect(await stored(id)).toMatchObject({ status: 'failed', error: 'http_500', attempts: ATTEMPTS, content: null })
  })

  test('that Twilio refuses for good is not tried again, and its words are not kept', async () => {
    const to = aPhone()
    const { id } = await send(shop, { to })
    twilio.reply = async () => ({ status: 400, body: { code: 21211, message: `The number ${to} is not valid` } })
    await deliver()
    expect(await stored(id)).toMatchObject({ status: 'failed', error: 'twilio_21211', attempts: 1, due_at: null })
    await deliver()
    expect(texts(to)).toHaveLength(1)
  })

  test('is tried again when the process that claimed it died before recording', async () => {
    const to = aPhone()
    const { id } = await send(shop, { to })
    await world.owner.query(
      `update messages set status = 'sending', attempts = 1, due_at = now() + make_interval(secs => $2) where id = $1`,
      [id, LEASE_SECONDS],
    )
    await deliver()
    expect(texts(to)).toHaveLength(0)
    await makeDue(id)
    await deliver()
    expect(await stored(id)).toMatchObject({ status: 'sent', attempts: 2 })
    expect(texts(to)).toHaveLength(1)
  })

  test('is handed over once, however many processes look', async () => {
    const all = Array.from({ length: 10 }, () => aPhone())
    for (const to of all) await send(shop, { to })
    await Promise.all([deliver(), deliver(), deliver(), deliver()])
    expect(all.map((to) => texts(to).length)).toEqual(all.map(() => 1))
  })

  test('with a code overtakes what can wait', async () => {
    const busy = await aTenant(world)
    for (let n = 0; n < 12; n++) await send(busy, { template: 'password_changed', values: {} })
    const to = aPhone()
    await send(busy, { to, expiresAt: new Date(Date.now() + 300_000) })
    expect(await deliver(busy)).toBe(true)
    expect(texts(to)).toHaveLength(1)
  })

  test('that would be late is not sent any more', async () => {
    const to = aPhone()
    const { id } = await send(shop, { to, expiresAt: new Date(Date.now() - 1_000) })
    await deliver()
    expect(texts(to)).toHaveLength(0)
    expect(await stored(id)).toMatchObject({ status: 'expired', due_at: null, content: null })
  })

  test('of the neighbour is not sent for us', async () => {
    const to = aPhone()
    await send(rival, { to })
    await deliver(shop)
    expect(texts(to)).toHaveLength(0)
    await deliver(rival)
    expect(texts(to)).toHaveLength(1)
  })
})

describe('an e-mail', () => {
  const mailTo = (to: string) => post.mails.filter((mail) => mail.to.includes(to))

  test.each(['en', 'ar'] as const)('in %s arrives as plain text and as HTML', async (language) => {
    const to = `${language}@example.com`
    const { id, segments } = await send(shop, { channel: 'email', to, language })
    await deliver()
    const [mail] = mailTo(to)
    expect(segments).toBeNull()
    expect(mail).toMatchObject({ from: 'hello@kith.example', to: [to] })
    expect(mail!.headers).toContain(`Message-ID: <${id}@kith>`)
    expect(mail!.headers).toContain('From: Marhaba <hello@kith.example>')
    expect(mail!.text).toContain({ en: 'Your code is 482913', ar: 'رمز التحقق الخاص بك هو 482913' }[language])
    expect(mail!.text).toContain({ en: '5 minutes', ar: '5 دقائق' }[language])
    expect(mail!.html).toContain({ en: '<html lang="en" dir="ltr">', ar: '<html lang="ar" dir="rtl">' }[language])
    expect(mail!.html).toContain('482913')
    expect(await stored(id)).toMatchObject({ status: 'sent', content: null })
  })

  test('shows values as text, with any content', async () => {
    const to = 'html@example.com'
    const values = {
      link: 'https://kith.example/i?a=1&b="2"',
      business: '<img src=x onerror=alert(1)>',
      role: "O'Neil",
    }
    await send(shop, { channel: 'email', to, template: 'staff_invitation', values })
    await deliver()
    const { html, text } = mailTo(to)[0]!
    expect(html).not.toContain('<img')
    expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;')
    expect(html).toContain('O&#39;Neil')
    expect(html).toContain('href="https://kith.example/i?a=1&amp;b=&quot;2&quot;"')
    expect(text).toContain('<img src=x onerror=alert(1)>')
  })

  test('goes to one address, and a value cannot add a header', async () => {
    const to = 'victim@example.com, second@example.com'
    const { id } = await send(shop, { channel: 'email', to })
    const values = { link: 'https://kith.example', business: 'Shop\r\nBcc: third@example.com', role: 'x' }
    await send(shop, { channel: 'email', to: 'first@example.com', template: 'staff_invitation', values })
    await deliver()
    expect(post.mails.flatMap((mail) => mail.to).filter((one) => /second|third/.test(one))).toEqual([])
    expect(mailTo('first@example.com')[0]!.headers).not.toMatch(/^Bcc:/m)
    expect((await stored(id)).status).toBe('failed')
  })

  test.each([
    [550, 'failed'],
    [451, 'queued'],
  ])('that the server refuses with %i is %s', async (code, status) => {
    const to = `refused${code}@example.com`
    const { id } = await send(shop, { channel: 'email', to })
    post.refuse = (address) => (address === to ? code : null)
    await deliver()
    expect(await stored(id)).toMatchObject({ status, error: `smtp_${code}`, attempts: 1 })
  })
})

describe('Twilio’s report', () => {
  const signed = (url: string, form: Record<string, string>, token = TOKEN) =>
    createHmac('sha1', token)
      .update(
        url +
          Object.keys(form)
            .sort()
            .map((name) => name + form[name])
            .join(''),
      )
      .digest('base64')

  async function report(at: Shop, id: string, form: Record<string, string>, signature?: string) {
    const path = `/api/v1/messages/twilio-status/${at.id}?message=${id}`
    return fetch(world.url + path, {
      method: 'POST',
      headers: { 'x-twilio-signature': signature ?? signed(PUBLIC + path, form) },
      body: new URLSearchParams(form),
    })
  }
  async function aSentText() {
    const { id } = await send(shop)
    await deliver()
    return id
  }
  const says = (status: string, more: Record<string, string> = {}) => ({
    MessageSid: 'SMaccepted',
    MessageStatus: status,
    AccountSid: ACCOUNT,
    To: '+96890000000',
    ...more,
  })

  test('tells that a text arrived; said twice is said once', async () => {
    const id = await aSentText()
    expect((await report(shop, id, says('delivered'))).status).toBe(200)
    const first = await stored(id)
    expect(first).toMatchObject({ status: 'delivered', delivered_at: expect.any(Date) })
    expect((await report(shop, id, says('delivered'))).status).toBe(200)
    expect(await stored(id)).toEqual(first)
  })

  test('tells that it did not, and why', async () => {
    const id = await aSentText()
    await report(shop, id, says('undelivered', { ErrorCode: '30003' }))
    expect(await stored(id)).toMatchObject({ status: 'failed', error: 'twilio_30003', delivered_at: null })
  })

  test('never takes a text back', async () => {
    const id = await aSentText()
    await report(shop, id, says('delivered'))
    for (const late of ['queued', 'sending', 'sent', 'undelivered', 'failed', 'constructor', '']) {
      expect((await report(shop, id, says(late))).status).toBe(200)
    }
    expect(await stored(id)).toMatchObject({ status: 'delivered', error: null })
  })

  test('may overtake our own note: then nothing is sent again', async () => {
    const to = aPhone()
    const { id } = await send(shop, { to })
    twilio.reply = async () => {
      expect((await report(shop, id, says('sent'))).status).toBe(200)
      return { status: 500, body: {} }
    }
    await deliver()
    expect(await stored(id)).toMatchObject({ status: 'sent', due_at: null, content: null, sent_at: expect.any(Date) })
    await deliver()
    expect(texts(to)).toHaveLength(1)
  })

  test.each([
    ['signed with another token', (url: string, form: Record<string, string>) => signed(url, form, 'another token')],
    ['about another message', (url: string, form: Record<string, string>) => signed(`${url}0`, form)],
    ['with another field', (url: string, form: Record<string, string>) => signed(url, { ...form, To: '+1' })],
    ['unsigned', () => ''],
  ])('%s is refused, and nothing is written', async (_, forge) => {
    const id = await aSentText()
    const before = await stored(id)
    const path = `/api/v1/messages/twilio-status/${shop.id}?message=${id}`
    const answer = await report(shop, id, says('delivered'), forge(PUBLIC + path, says('delivered')))
    expect(answer.status).toBe(403)
    expect(await answer.json()).toMatchObject({ code: 'message.signature_invalid' })
    expect(await stored(id)).toEqual(before)
  })

  test('about our message, sent through the neighbour’s address, changes nothing', async () => {
    const id = await aSentText()
    expect((await report(rival, id, says('delivered'))).status).toBe(200)
    expect((await stored(id)).status).toBe('sent')
  })

  test('must be a form, and forms are for reports only', async () => {
    const id = await aSentText()
    const path = `${world.url}/api/v1/messages/twilio-status/${shop.id}?message=${id}`
    const json = await fetch(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' })
    expect(json.status).toBe(415)
    const nobody = await fetch(path.replace(shop.id, 'nobody'), {
      method: 'POST',
      body: new URLSearchParams({ a: 'b' }),
    })
    expect(nobody.status).toBe(404)
  })
})

test('with a provider there is no inbox, not even for what the provider refused', async () => {
  expect(await shop.call(readInbox, {})).toMatchObject({ status: 404, body: { code: 'not_found' } })
  expect((await shop.request('GET', '/dev/messages')).status).toBe(404)
})

test('statistics tell how many, and how long they took', async () => {
  const counted = await aTenant(world)
  const ids: string[] = []
  for (let n = 0; n < 20; n++) ids.push((await send(counted)).id)
  while (await deliver(counted));
  await world.owner.query(
    `update messages set sent_at = queued_at + make_interval(secs => n), delivered_at = queued_at + make_interval(secs => 3 * n), status = 'delivered'
       from unnest($1::uuid[]) with ordinality as t (id2, n) where id = id2`,
    [ids],
  )
  await send(counted, { channel: 'email', to: 'a@example.com' })
  const { body } = await counted.call(statistics, {})
  expect(body.channels).toEqual([
    {
      channel: 'sms',
      byStatus: { delivered: 20 },
      segments: 20,
      queuedToSent: { p50Seconds: 10.5, p95Seconds: 19.05 },
      sentToDelivered: { p50Seconds: 21, p95Seconds: 38.1 },
    },
    { channel: 'email', byStatus: { queued: 1 }, segments: 0, queuedToSent: null, sentToDelivered: null },
  ])
  const before = await counted.call(statistics, { to: '2020-01-02T00:00:00Z' })
  expect(before.body).toMatchObject({
    from: '2020-01-01T00:00:00.000Z',
    channels: [{ byStatus: {} }, { byStatus: {} }],
  })
  expect((await rival.call(statistics, {})).body.channels[0].byStatus).not.toHaveProperty('delivered')
  expect((await (await counted.with('customers:read')).call(statistics, {})).status).toBe(403)
  const metrics = await (await fetch(`${world.url}/metrics`)).text()
  expect(metrics).toMatch(/kith_message_seconds_count\{step="queued_to_sent",channel="sms"\} [1-9]/)
  expect(metrics).toMatch(/kith_message_seconds_count\{step="sent_to_delivered",channel="sms"\} [1-9]/)
})

test('a message leaves within moments of its commit, by itself, and again on a timer when that failed', async () => {
  await world.startBackground()
  const later = aPhone()
  twilio.reply = async ({ form }) =>
    form['To'] === later && texts(later).length === 1 ? { status: 500, body: { sid: '' } } : accepts()
  const retried = await send(shop, { to: later })
  const to = aPhone()
  const { id } = await send(shop, { to })
  await eventually(async () => (await stored(id)).status === 'sent')
  expect(texts(to)).toHaveLength(1)
  await eventually(async () => (await stored(retried.id)).status === 'sent')
  expect(await stored(retried.id)).toMatchObject({ attempts: 2 })
})
