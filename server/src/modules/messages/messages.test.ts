import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aPhone, aTenant, aWorld, type Shop, TEST_MASTER_KEY, type World } from '../../../test/harness.ts'
import { startHttp } from '../../main.ts'
import { create } from '../customers/contract.ts'
import { customers } from '../customers/index.ts'
import { changeFace } from '../tenants/contract.ts'
import { compose } from './compose.ts'
import { changeTemplate, listTemplates, previewTemplate, readInbox } from './contract.ts'
import { READABLE_DAYS } from './forget.ts'
import { messages, type NewMessage, sendMessage } from './index.ts'
import { openMessages } from './sealed.ts'
import { countSegments } from './segments.ts'
import { ownWording, TEMPLATES, type TemplateName } from './templates.ts'

let world: World
let shop: Shop
let rival: Shop
beforeAll(async () => {
  world = await aWorld()
  shop = await aTenant(world)
  rival = await aTenant(world)
})
afterAll(() => world.close())

const inner = (id: string) => id.slice(5).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
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
const stub = async (at: Shop) =>
  inner((await at.call(create, { type: 'stub', firstName: 'Hamad', phone: aPhone() })).body.id)
const visit = (path: string, headers: Record<string, string> = {}) => fetch(world.url + path, { headers })

describe('without a provider a message goes into the inbox', () => {
  test('as it would have been sent, for the browser that came by the printed address', async () => {
    const to = aPhone()
    const { id, segments } = await send(shop, { to })
    expect(segments).toBe(1)
    const there = await startHttp(world.kith, { startToken: 'printed' })
    const cookie = `kith_start_${new URL(there.url).port}=printed`
    const headers = { 'x-kith-tenant': shop.slug, cookie }
    const answer = await fetch(`${there.url}/api/v1/dev/messages?to=${to}`, { headers })
    await there.stop()
    expect(answer.status).toBe(200)
    expect(await answer.json()).toEqual({
      items: [
        {
          id,
          channel: 'sms',
          template: 'otp_code',
          language: 'en',
          to,
          subject: null,
          text: '482913 is your A shop code, valid for 5 minutes. Do not share it with anyone.',
          segments: 1,
          damaged: false,
          queuedAt: expect.any(String),
        },
      ],
    })
  })

  test('newest first, by channel and as many as wanted', async () => {
    await send(shop, { to: 'one@example.com', channel: 'email' })
    await send(shop, { to: 'two@example.com', channel: 'email' })
    const { body } = await shop.call(readInbox, { channel: 'email', limit: '1' })
    expect(body.items.map(({ to }: { to: string }) => to)).toEqual(['two@example.com'])
    expect((await shop.call(readInbox, { to: 'ONE@example.com' })).body.items).toHaveLength(1)
  })

  test('which the neighbour does not see', async () => {
    const to = aPhone()
    await send(shop, { to })
    expect((await rival.call(readInbox, { to })).body.items).toEqual([])
    expect((await shop.call(readInbox, { to })).body.items).toHaveLength(1)
  })
})

test('what is refused in the end was never written', async () => {
  const to = aPhone()
  await expect(
    shop.run(async (ctx) => {
      await sendMessage(ctx, otp({ to }))
      throw new Error('changed my mind')
    }),
  ).rejects.toThrow('changed my mind')
  expect((await shop.call(readInbox, { to })).body.items).toEqual([])
})

test('address and text are stored only sealed: with the key of the customer, or of the tenant', async () => {
  const customerId = await stub(shop)
  const [own, theirs] = [await send(shop, { to: '+96892223334' }), await send(shop, { to: '+96892223335', customerId })]
  const { rows } = await world.owner.query(
    `select id, customer_id, substring(address from 2 for 16) as key, substring(content from 2 for 16) as key2, m::text as all
       from messages m where id = any ($1) order by id`,
    [[own.id, theirs.id]],
  )
  const hex = (id: string) => id.replaceAll('-', '')
  expect(rows.map(({ key, key2 }) => [key.toString('hex'), key2.toString('hex')])).toEqual([
    [hex(shop.id), hex(shop.id)],
    [hex(customerId), hex(customerId)],
  ])
  for (const secret of ['9222333', '482913', 'Do not share']) {
    for (const encoding of ['utf8', 'hex', 'base64'] as const) {
      expect(
        rows
          .map((row) => row.all)
          .join()
          .includes(Buffer.from(secret).toString(encoding)),
        secret,
      ).toBe(false)
    }
  }
})

test('a message to the neighbour’s customer is refused', async () => {
  const customerId = await stub(rival)
  await expect(send(shop, { customerId })).rejects.toMatchObject({ kind: { code: 'customer.not_found' } })
})

describe('a tenant words its messages', () => {
  const wording = (more: Record<string, unknown> = {}) => ({
    name: 'otp_code' as const,
    channel: 'sms' as const,
    language: 'en' as const,
    wording: { body: 'Marhaba! {code} ({minutes})' },
    ...more,
  })

  test('which changes what is sent from then on, here and not next door', async () => {
    const [ours, theirs] = [await aTenant(world), await aTenant(world)]
    const changed = await ours.call(changeTemplate, wording())
    expect(changed).toMatchObject({ status: 200, body: { changed: true, required: ['code'] } })
    await send(ours)
    await send(theirs)
    expect((await ours.call(readInbox, {})).body.items[0].text).toBe('Marhaba! 482913 (5 minutes)')
    expect((await theirs.call(readInbox, {})).body.items[0].text).toContain('482913 is your A shop code')
    const listed = async (at: Shop) =>
      (await at.call(listTemplates, {})).body.items.filter(({ changed: own }: { changed: boolean }) => own)
    expect(await listed(ours)).toMatchObject([
      { name: 'otp_code', channel: 'sms', body: 'Marhaba! {code} ({minutes})' },
    ])
    expect(await listed(theirs)).toEqual([])
  })

  test('and goes back to the original', async () => {
    const ours = await aTenant(world)
    await ours.call(changeTemplate, wording())
    const { body } = await ours.call(changeTemplate, wording({ wording: null }))
    expect(body).toMatchObject({ changed: false, body: TEMPLATES.otp_code.sms!.en })
    await send(ours)
    expect((await ours.call(readInbox, {})).body.items[0].text).toContain('is your A shop code')
  })

  test.each([
    ['an unknown placeholder', { wording: { body: '{code} {password}' } }, 'message.placeholder_unknown'],
    ['one that every object has', { wording: { body: '{code} {constructor}' } }, 'message.placeholder_unknown'],
    ['a text without its code', { wording: { body: 'Welcome!' } }, 'message.placeholder_missing'],
    [
      'an e-mail with its code in the subject alone',
      { channel: 'email', wording: { subject: '{code}', body: 'Welcome!' } },
      'message.placeholder_missing',
    ],
    ['a text with a subject', { wording: { subject: 'Hello', body: '{code}' } }, 'message.subject_does_not_fit'],
    ['an e-mail without one', { channel: 'email', wording: { body: '{code}' } }, 'message.subject_does_not_fit'],
    ['a way that it is not sent', { name: 'verify_email', wording: { body: '{link}' } }, 'message.not_sent_that_way'],
    ['a body of nothing', { wording: { body: '  ' } }, 'invalid'],
    ['a body that turns the direction around', { wording: { body: '{code}\u202e' } }, 'invalid'],
    ['an unknown key', { wording: { body: '{code}', html: '<b>{code}</b>' } }, 'invalid'],
  ])('but not with %s', async (_, more, code) => {
    expect(await shop.call(changeTemplate, wording(more) as never)).toMatchObject({ status: 422, body: { code } })
  })

  test('of a kind that there is, and with the permission to', async () => {
    const unknown = await shop.request('PUT', '/api/v1/message-templates/spam', {
      channel: 'sms',
      language: 'en',
      wording: null,
    })
    expect(unknown).toMatchObject({ status: 404, body: { code: 'not_found' } })
    const till = await shop.with('customers:write')
    expect((await till.call(changeTemplate, wording())).status).toBe(403)
    expect((await till.call(listTemplates, {})).status).toBe(403)
  })

  test('and its words are text in an e-mail, never HTML', async () => {
    const ours = await aTenant(world)
    await ours.call(
      changeTemplate,
      wording({ channel: 'email', wording: { subject: 'Hi', body: '<script>x</script> {code}' } }) as never,
    )
    const { id } = await send(ours, { channel: 'email', to: 'a@example.com' })
    const [row] = (await world.owner.query('select * from messages where id = $1', [id])).rows
    const [opened] = await ours.run((ctx) => openMessages(ctx, [row]))
    expect(opened!.content!.html).toContain('&lt;script&gt;x&lt;/script&gt;')
    expect(opened!.content!.html).not.toContain('<script')
  })
})

describe('every template', () => {
  const VALUES = {
    what: 'A request',
    due: '2026-01-01 10:00',
    code: '482913',
    minutes: '30',
    hours: '24',
    link: 'https://kith.example/x',
    role: 'manager',
    webhook: 'till-sync',
    since: '2026-01-01 10:00',
  }
  const names = Object.keys(TEMPLATES) as TemplateName[]

  test.each(names)('%s can be sent in both languages, every way that it has', async (template) => {
    const ways = (['sms', 'email'] as const).filter((channel) => ownWording(template, channel, 'en'))
    expect(ways.length).toBeGreaterThan(0)
    for (const channel of ways) {
      for (const language of ['en', 'ar'] as const) {
        const to = channel === 'sms' ? aPhone() : 'a@example.com'
        const { id, segments } = await send(shop, { channel, to, language, template, values: VALUES })
        const { items } = (await shop.call(readInbox, { limit: '1' })).body
        expect(items[0]).toMatchObject({ id, template, language })
        expect(items[0].text).not.toMatch(/[{}]/)
        expect(/[\u0600-\u06ff]/.test(items[0].text)).toBe(language === 'ar')
        if (channel === 'sms') expect(segments).toBeLessThanOrEqual(language === 'en' ? 1 : 2)
      }
    }
  })

  test('with a code is one text in Arabic too, with a name of usual length', () => {
    const wording = ownWording('otp_code', 'sms', 'ar')!
    const { text } = compose(wording, { business: 'مغسلة مرحبا', code: '482913', minutes: '5' }, 'ar')
    expect(countSegments(text)).toBe(1)
  })

  test('carries the colour and the hours of the business as an e-mail, escaped, and no picture', async () => {
    const at = await aTenant(world)
    const hours = 'Sat <b>8–22</b>\nFri 14–22'
    const face = { colour: '#aa3300', hours, hours2: 'السبت 8–22' }
    expect((await at.call(changeFace, face)).status).toBe(200)
    const wording = ownWording('reset_password', 'email', 'en')!
    const head = { business: 'A & B', colour: face.colour, hours }
    const { html } = compose(wording, { business: 'A & B', ...VALUES }, 'en', head)
    expect(html).toContain('4px solid #aa3300')
    expect(html).toContain('<bdi>A &amp; B</bdi>')
    expect(html).toContain('Sat &lt;b&gt;8–22&lt;/b&gt;<br>Fri 14–22')
    expect(html).not.toContain('<img')
    const { id } = await send(at, {
      channel: 'email',
      to: 'hours@example.com',
      template: 'reset_password',
      values: VALUES,
    })
    expect(id).toBeTruthy()
  })

  test('says in an e-mail when the business is open, from its schedule and its own text', async () => {
    const at = await aTenant(world)
    const schedule = { fri: [{ opens: '16:00', closes: '22:30' }] }
    await at.call(changeFace, { schedule, hours: 'Closed on holidays' })
    const { id } = await send(at, { channel: 'email', to: 'a@example.com', template: 'reset_password', values: VALUES })
    const [row] = (await world.owner.query('select * from messages where id = $1', [id])).rows
    const [opened] = await at.run((ctx) => openMessages(ctx, [row]))
    expect(opened!.content!.html).toMatch(/Friday: 4:00.PM – 10:30.PM<br>Closed on holidays/)
  })

  test('is not sent with a value missing, or a link that is none', async () => {
    await expect(send(shop, { values: { minutes: '5' } })).rejects.toThrow('{code}')
    const bad = { ...VALUES, link: 'javascript:alert(1)' }
    await expect(
      send(shop, { channel: 'email', to: 'a@example.com', template: 'reset_password', values: bad }),
    ).rejects.toThrow('http')
    await expect(send(shop, { template: 'verify_email', values: VALUES })).rejects.toThrow('not sent by sms')
  })
})

describe('the page of the inbox', () => {
  const page = async () => {
    const answer = await visit('/dev/messages', { authorization: `Bearer ${shop.apiKey}` })
    return { answer, html: await answer.text() }
  }

  test('shows each message in its own direction, and nothing in it is run', async () => {
    const values = { code: '<script>alert(1)</script>', minutes: '5' }
    await send(shop, { values })
    await send(shop, { language: 'ar' })
    const { answer, html } = await page()
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(answer.headers.get('content-disposition')).toBeNull()
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(html).toContain('lang="ar" dir="rtl"')
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
    expect(html).not.toContain('<script')
    expect(html).not.toMatch(/(src|href)=/)
  })
})

describe('there is no inbox', () => {
  test.each([
    ['for a stranger', {}],
    ['for a page whose name was rebound to this machine', { host: 'evil.example:4200' }],
    ['for a cookie that was made up', { cookie: 'kith_start_4000=x' }],
  ])('%s, even where it was turned on', async (_, headers) => {
    expect((await visit('/api/v1/dev/messages', { 'x-kith-tenant': shop.slug, ...headers })).status).toBe(404)
    expect((await visit('/dev/messages', { 'x-kith-tenant': shop.slug, ...headers })).status).toBe(404)
  })

  test('for a key that may not make owners: a link in it may', async () => {
    const key = await shop.with('settings:manage', 'staff:manage', 'messages:manage')
    expect((await key.call(readInbox, {})).status).toBe(404)
  })

  test.each([
    [
      'beside a real database',
      {
        DATABASE_URL: 'postgres://x',
        KITH_MASTER_KEY: TEST_MASTER_KEY.toString('hex'),
        KITH_DEV_INBOX: 'auto',
      },
      404,
    ],
    ['where strangers can call', { HOST: '0.0.0.0', KITH_DEV_INBOX: 'auto' }, 404],
    ['behind a proxy', { KITH_TRUST_PROXY: '1', KITH_DEV_INBOX: 'auto' }, 404],
    ['under an address of its own', { KITH_PUBLIC_URL: 'https://crm.example', KITH_DEV_INBOX: 'auto' }, 404],
    ['but on one person’s machine', { KITH_PUBLIC_URL: 'http://localhost:4000', KITH_DEV_INBOX: 'auto' }, 200],
    ['when it was turned off', { KITH_DEV_INBOX: 'off' }, 404],
    ['unless it was turned on', { HOST: '0.0.0.0', KITH_DEV_INBOX: 'on' }, 200],
  ])('%s', async (_, settings, status) => {
    const other = await aWorld(settings as Record<string, string>)
    try {
      const there = await aTenant(other)
      const { id } = await send(there)
      expect((await there.call(readInbox, {})).status).toBe(status)
      expect((await there.request('GET', '/dev/messages')).status).toBe(status)
      const [row] = (await other.owner.query('select status, error, content from messages where id = $1', [id])).rows
      if (status === 404) expect(row).toEqual({ status: 'failed', error: 'no_provider', content: null })
      else expect(row).toMatchObject({ status: 'kept', error: null })
    } finally {
      await other.close()
    }
  })
})

describe('the messages of a customer', () => {
  const hooks = messages.personalData
  const exported = async (at: Shop, customerId: string) =>
    (await at.run((ctx) => hooks.export(ctx, customerId)))['messages']

  test('are exported as they were read', async () => {
    const customerId = await stub(shop)
    await send(shop, { customerId, to: '+96891112223' })
    await send(shop)
    expect(await exported(shop, customerId)).toEqual([
      expect.objectContaining({
        to: '+96891112223',
        text: expect.stringContaining('482913'),
        status: 'kept',
        sentAt: null,
      }),
    ])
    expect(await exported(rival, customerId)).toEqual([])
  })

  test('are erased, and so is what was sent to their phone before anyone knew them; counts stay', async () => {
    const phone = aPhone()
    const early = await send(shop, { to: phone })
    const { body } = await shop.call(create, { type: 'stub', firstName: 'Hamad', phone })
    const customerId = inner(body.id)
    const [later, other] = [await send(shop, { to: phone, customerId }), await send(shop)]
    const waiting = await send(shop, { to: phone, customerId })
    await world.owner.query(`update messages set status = 'queued', due_at = now() where id = $1`, [waiting.id])
    await shop.run((ctx) => hooks.erase(ctx, customerId))
    const { rows } = await world.owner.query(
      'select id, status, address is null and address_digest is null and content is null as gone from messages where id = any ($1) order by array_position($1, id)',
      [[early.id, later.id, other.id, waiting.id]],
    )
    expect(rows).toEqual([
      { id: early.id, status: 'kept', gone: true },
      { id: later.id, status: 'kept', gone: true },
      { id: other.id, status: 'kept', gone: false },
      { id: waiting.id, status: 'failed', gone: true },
    ])
  })

  test('move with a merge, stay readable, and come back', async () => {
    const [from, into] = [await stub(shop), await stub(shop)]
    await send(shop, { customerId: from, to: '+96891110001' })
    await send(shop, { customerId: into, to: '+96891110002' })
    const before = [await exported(shop, from), await exported(shop, into)]
    const moved = await shop.run(async (ctx) => [
      await hooks.merge(ctx, from, into, {}),
      await customers.personalData.merge(ctx, from, into, {}),
    ])
    expect(await exported(shop, from)).toEqual([])
    expect(await exported(shop, into)).toMatchObject([{ to: '+96891110001' }, { to: '+96891110002' }])
    await shop.run(async (ctx) => {
      await customers.personalData.unmerge(ctx, from, into, moved[1]!, () => {})
      await hooks.unmerge(ctx, from, into, moved[0]!, () => {})
    })
    expect([await exported(shop, from), await exported(shop, into)]).toEqual(before)
  })
})

test('texts and addresses are forgotten after some weeks; that there was a message is not', async () => {
  const [old, recent] = [await send(shop), await send(shop)]
  await world.owner.query('update messages set queued_at = queued_at - make_interval(days => $2) where id = $1', [
    old.id,
    READABLE_DAYS + 1,
  ])
  await shop.run(messages.jobs[0]!.run)
  const { rows } = await world.owner.query(
    'select status, segments, address is null as a, content is null as c, address_digest is null as d from messages where id = any ($1) order by queued_at',
    [[old.id, recent.id]],
  )
  expect(rows).toEqual([
    { status: 'kept', segments: 1, a: true, c: true, d: true },
    { status: 'kept', segments: 1, a: false, c: false, d: false },
  ])
})

describe('a preview', () => {
  const preview = (name: TemplateName, channel: 'sms' | 'email', language: 'en' | 'ar', wording: object, at = shop) =>
    at.call(previewTemplate, { name, channel, language, wording } as never)

  test('shows the text with examples, and how many texts it makes', async () => {
    const english = await preview('otp_code', 'sms', 'en', { body: '{code} for {business}, {minutes}' })
    expect(english.body).toMatchObject({ text: '482913 for A shop, 5 minutes', subject: null, problem: null })
    expect(english.body.sms).toEqual({ segments: 1, length: 28, room: 160 })
    const arabic = await preview('otp_code', 'sms', 'ar', { body: `رمزك {code} ${'ن'.repeat(60)}` })
    expect(arabic.body.sms).toEqual({ segments: 2, length: 72, room: 70 })
    const letter = await preview('verify_email', 'email', 'en', { subject: 'Hi from {business}', body: '{link}' })
    expect(letter.body).toMatchObject({ subject: 'Hi from A shop', sms: null, problem: null })
  })

  test('says what would refuse it, in the language of the reader, and shows what is there so far', async () => {
    const { body, status } = await shop.request(
      'POST',
      '/api/v1/message-templates/otp_code/preview',
      { channel: 'sms', language: 'en', wording: { body: 'Your {cod' } },
      { headers: { 'accept-language': 'ar' } },
    )
    expect(status).toBe(200)
    expect(body).toMatchObject({ text: 'Your {cod', problem: { code: 'message.placeholder_missing' } })
    expect(body.problem.title).toMatch(/[\u0600-\u06ff]/)
    const unknown = await preview('otp_code', 'sms', 'en', { body: '{code} {phone}' })
    expect(unknown.body).toMatchObject({
      text: '482913 {phone}',
      problem: { code: 'message.placeholder_unknown', placeholders: ['phone'] },
    })
  })

  test('keeps nothing, and is for who may word messages', async () => {
    await preview('otp_code', 'sms', 'en', { body: '{code} mine' })
    const { items } = (await shop.call(listTemplates, {})).body
    expect(JSON.stringify(items)).not.toContain('{code} mine')
    expect((await preview('staff_invitation', 'sms', 'en', { body: '{link}' })).status).toBe(422)
    const till = await shop.with('customers:read')
    expect((await till.call(previewTemplate, {} as never)).status).toBe(403)
  })
})
