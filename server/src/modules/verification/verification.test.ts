import fs from 'node:fs'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { aPhone, aTenant, aWorld, type Shop, type World } from '../../../test/harness.ts'
import { create } from '../customers/contract.ts'
import { readInbox } from '../messages/contract.ts'
import { changeSettings, readSettings, sendOtp, verifyOtp } from './contract.ts'
import { KEPT_AFTER_EXPIRY_HOURS } from './forget.ts'
import { checkCode, type GivenCode, type Purpose, sendCode, useVerification, verification } from './index.ts'
import { networkOf } from './limits.ts'

let world: World
let shop: Shop
let rival: Shop
/** Made with the others: visitors find a new tenant only seconds later. */
let visited: Shop
beforeAll(async () => {
  world = await aWorld()
  shop = await aTenant(world)
  rival = await aTenant(world)
  visited = await aTenant(world)
})
afterAll(() => world.close())

const inner = (id: string) => id.slice(5).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')

// biome-ignore lint/suspicious/noExplicitAny: a test may look at any part of any answer
type Body = any

/** As a visitor, who names the tenant and nothing else. */
async function visit(at: Shop, path: string, body: unknown, headers: Record<string, string> = {}) {
  const answer = await fetch(world.url + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-kith-tenant': at.slug, ...headers },
    body: JSON.stringify(body),
  })
  return { status: answer.status, headers: answer.headers, body: (await answer.json()) as Body }
}
const ask = (at: Shop, phone: string, purpose = 'sign_in' as const) => at.call(sendOtp, { phone, purpose })
const verify = (at: Shop, phone: string, code: string, purpose: 'sign_in' | 'upgrade' = 'sign_in') =>
  at.call(verifyOtp, { phone, purpose, code })
const invalid = { status: 422, body: { code: 'verification.code_invalid' } }

async function codeSentTo(at: Shop, to: string): Promise<string> {
  const { items } = (await at.call(readInbox, { to, limit: '1' })).body
  return /\b\d{6}\b/.exec(items[0].text)![0]
}
async function aCode(at: Shop, phone = aPhone()) {
  expect(await ask(at, phone)).toMatchObject({ status: 200 })
  return { phone, code: await codeSentTo(at, phone) }
}
const another = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0')
const coolDown = (at: Shop) =>
  world.owner.query(`delete from verification_counts where tenant_id = $1 and window_of = 'cooldown'`, [at.id])
const tokenOf = async (at: Shop) => {
  const { phone, code } = await aCode(at)
  return { phone, token: (await verify(at, phone, code)).body.verificationToken as string }
}

describe('a code', () => {
  test('proves a phone, for anyone who names the tenant', async () => {
    const phone = aPhone()
    const sent = await visit(shop, '/api/v1/customers/send-otp', { phone, purpose: 'sign_in' })
    expect(sent).toMatchObject({
      status: 200,
      body: { sent: true, expiresInSeconds: 300, retryAfterSeconds: 60, tries: 3 },
    })
    const code = await codeSentTo(shop, phone)
    const proved = await visit(shop, '/customers/verify-otp', { phone, purpose: 'sign_in', code })
    expect(proved).toMatchObject({ status: 200, body: { expiresInSeconds: 600 } })
    const used = await shop.run((ctx) => useVerification(ctx, proved.body.verificationToken, { purpose: 'sign_in' }))
    expect(used).toEqual({ type: 'phone', value: phone })
  })

  test('proves an e-mail', async () => {
    const email = 'Saeed@Example.com'
    await shop.call(sendOtp, { email, purpose: 'register', channel: 'email' })
    const code = await codeSentTo(shop, 'saeed@example.com')
    const { body } = await shop.call(verifyOtp, { email, purpose: 'register', code })
    const used = await shop.run((ctx) =>
      useVerification(ctx, body.verificationToken, { purpose: ['verify', 'register'] }),
    )
    expect(used).toEqual({ type: 'email', value: 'saeed@example.com' })
  })

  test('is sent in the language of whoever gets it, when whoever asks knows it', async () => {
    const phone = aPhone()
    const body = { phone, purpose: 'upgrade', language: 'ar' }
    expect(await visit(shop, '/api/v1/customers/send-otp', body, { 'accept-language': 'en' })).toMatchObject({
      status: 200,
    })
    expect((await shop.call(readInbox, { to: phone, limit: '1' })).body.items).toMatchObject([{ language: 'ar' }])
  })

  test('is sent in the language of the visitor, to the phone as it is written in the country', async () => {
    const phone = aPhone()
    const body = { phone: phone.slice(4), purpose: 'cod' }
    await visit(shop, '/api/v1/customers/send-otp', body, { 'accept-language': 'ar' })
    const { items } = (await shop.call(readInbox, { to: phone })).body
    expect(items).toMatchObject([{ language: 'ar', to: phone, text: expect.stringContaining('رمزك لدى') }])
  })

  test('is known by the purposes of the sources too', async () => {
    const { phone, code } = await (async () => {
      const to = aPhone()
      await shop.call(sendOtp, { phone: to, purpose: 'login' })
      return { phone: to, code: await codeSentTo(shop, to) }
    })()
    expect((await verify(shop, phone, code)).status).toBe(200)
  })

  test('is used once', async () => {
    const { phone, code } = await aCode(shop)
    expect((await verify(shop, phone, code)).status).toBe(200)
    expect(await verify(shop, phone, code)).toMatchObject(invalid)
  })

  test('is used once, also by ten at the same moment', async () => {
    const { phone, code } = await aCode(shop)
    const answers = await Promise.all(Array.from({ length: 10 }, () => verify(shop, phone, code)))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(9).fill(422)])
  })

  test('is dead after three wrong tries', async () => {
    const { phone, code } = await aCode(shop)
    for (let n = 0; n < 3; n++) expect(await verify(shop, phone, another(code))).toMatchObject(invalid)
    expect(await verify(shop, phone, code)).toMatchObject(invalid)
  })

  test('is dead after three wrong tries at the same moment, and each was counted', async () => {
    const { phone, code } = await aCode(shop)
    await Promise.all(Array.from({ length: 3 }, () => verify(shop, phone, another(code))))
    const { rows } = await world.owner.query(
      `select attempts from verification_codes where tenant_id = $1 order by created_at desc limit 1`,
      [shop.id],
    )
    expect(rows).toEqual([{ attempts: 3 }])
    expect(await verify(shop, phone, code)).toMatchObject(invalid)
  })

  test('is looked at three times, whoever tries many at once', async () => {
    const { phone, code } = await aCode(shop)
    const guesses = Array.from({ length: 20 }, (_, n) => String((Number(code) + 1 + n) % 1_000_000).padStart(6, '0'))
    await Promise.all(guesses.map((guess) => verify(shop, phone, guess)))
    const { rows } = await world.owner.query('select max(attempts) as most from verification_codes')
    expect(rows).toEqual([{ most: 3 }])
    expect(await verify(shop, phone, code)).toMatchObject(invalid)
  })

  test('may be mistyped twice', async () => {
    const { phone, code } = await aCode(shop)
    for (let n = 0; n < 2; n++) await verify(shop, phone, another(code))
    expect((await verify(shop, phone, code)).status).toBe(200)
  })

  test('is ended by the next one', async () => {
    const { phone, code } = await aCode(shop)
    await coolDown(shop)
    const next = await aCode(shop, phone)
    if (next.code !== code) expect(await verify(shop, phone, code)).toMatchObject(invalid)
    expect((await verify(shop, phone, next.code)).status).toBe(200)
  })

  test('is too old after five minutes', async () => {
    const { phone, code } = await aCode(shop)
    const { rows } = await world.owner.query(
      `select extract(epoch from expires_at - created_at)::int as seconds from verification_codes where tenant_id = $1
        order by created_at desc limit 1`,
      [shop.id],
    )
    expect(rows).toEqual([{ seconds: 300 }])
    await world.owner.query(
      `update verification_codes set expires_at = now() - interval '1 second' where tenant_id = $1`,
      [shop.id],
    )
    expect(await verify(shop, phone, code)).toMatchObject(invalid)
  })

  test('never proves anything else: another phone, another purpose, another tenant', async () => {
    const purposes: Purpose[] = ['register', 'sign_in', 'verify', 'upgrade', 'cod', 'change_contact', 'mfa']
    const check = (at: Shop, given: GivenCode) => at.run((ctx) => checkCode(ctx, given))
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...purposes),
        fc.constantFrom(...purposes),
        fc.constantFrom('phone', 'purpose', 'tenant', 'type'),
        async (purpose, other, changed) => {
          const target = { type: 'phone' as const, value: aPhone(), purpose }
          await shop.run((ctx) => sendCode(ctx, { ...target, language: 'en' }))
          const code = await codeSentTo(shop, target.value)
          const wrong = {
            ...target,
            code,
            ...(changed === 'phone' && { value: aPhone() }),
            ...(changed === 'purpose' && { purpose: other }),
            ...(changed === 'type' && { type: 'email' as const }),
          }
          // A code of its own is waiting there as well, and it is not this one.
          const there = changed === 'tenant' ? rival : shop
          if (changed === 'tenant') {
            await rival.run((ctx) => sendCode(ctx, { ...target, language: 'en' }))
            fc.pre((await codeSentTo(rival, target.value)) !== code)
          }
          fc.pre(changed !== 'purpose' || other !== purpose)
          expect(await check(there, wrong)).toHaveProperty('refusal')
          expect(await check(shop, { ...target, code })).toHaveProperty('token')
        },
      ),
      { numRuns: 60 },
    )
  })
})

describe('a proof', () => {
  const use = (at: Shop, token: string, purpose: Purpose = 'sign_in') =>
    at.run((ctx) => useVerification(ctx, token, { purpose }))
  const refused = { kind: { code: 'verification.token_invalid' } }

  test('is used once, also by ten at the same moment', async () => {
    const { token } = await tokenOf(shop)
    const uses = await Promise.allSettled(Array.from({ length: 10 }, () => use(shop, token)))
    expect(uses.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    await expect(use(shop, token)).rejects.toMatchObject(refused)
  })

  test('is for its purpose and its tenant', async () => {
    const { phone, token } = await tokenOf(shop)
    await expect(use(shop, token, 'upgrade')).rejects.toMatchObject(refused)
    await expect(use(rival, token)).rejects.toMatchObject(refused)
    expect(await use(shop, token)).toEqual({ type: 'phone', value: phone })
  })

  test('is still good when what it was used for is refused', async () => {
    const { token } = await tokenOf(shop)
    await expect(
      shop.run(async (ctx) => {
        await useVerification(ctx, token, { purpose: 'sign_in' })
        throw new Error('refused')
      }),
    ).rejects.toThrow('refused')
    expect(await use(shop, token)).toMatchObject({ type: 'phone' })
  })

  test('is too old after ten minutes', async () => {
    const { token } = await tokenOf(shop)
    await world.owner.query(
      `update verification_tokens set expires_at = now() - interval '1 second' where tenant_id = $1`,
      [shop.id],
    )
    await expect(use(shop, token)).rejects.toMatchObject(refused)
  })

  test.each(['', 'x', 'A'.repeat(54), `${'A'.repeat(53)}=`, "' or 1=1 --"])('cannot be made up: %s', async (token) => {
    await expect(use(shop, token)).rejects.toMatchObject(refused)
  })

  test('cannot be made of the id of another and a secret of one’s own', async () => {
    const { token } = await tokenOf(shop)
    const forged = Buffer.from(token, 'base64url')
    forged[39]! ^= 1
    await expect(use(shop, forged.toString('base64url'))).rejects.toMatchObject(refused)
  })
})

describe('whether a phone is known', () => {
  test('does not show in the answers', async () => {
    const [known, unknown] = [aPhone(), aPhone()]
    await shop.call(create, { type: 'stub', firstName: 'Hamad', phone: known })
    const asked = async (phone: string) => {
      const first = await visit(shop, '/api/v1/customers/send-otp', { phone, purpose: 'sign_in' })
      const again = await visit(shop, '/api/v1/customers/send-otp', { phone, purpose: 'sign_in' })
      const guess = await visit(shop, '/api/v1/customers/verify-otp', {
        phone,
        purpose: 'sign_in',
        code: another(await codeSentTo(shop, phone)),
      })
      return [first, again, guess].map(({ status, headers, body: { instance: _, ...body } }) => ({
        status,
        body: { ...body, retryAfterSeconds: undefined },
        headers: [...headers.keys()],
      }))
    }
    expect(await asked(known)).toEqual(await asked(unknown))
  })

  test('and whether a code is waiting does not either', async () => {
    const { phone, code } = await aCode(shop)
    const waiting = await verify(shop, phone, another(code))
    const none = await verify(shop, aPhone(), '123456')
    const { instance: _, ...a } = waiting.body
    const { instance: __, ...b } = none.body
    expect(a).toEqual(b)
  })
})

describe('the limits', () => {
  const limited = async (settings: Record<string, unknown>) => {
    const at = await aTenant(world)
    expect((await at.call(changeSettings, settings as never)).status).toBe(200)
    return at
  }
  const statuses = (answers: readonly { status: number }[]) => {
    const counts: Record<number, number> = {}
    for (const { status } of answers) counts[status] = (counts[status] ?? 0) + 1
    return counts
  }
  const fifty = Array.from({ length: 50 })

  test('one code a minute to one phone, whatever it is for', async () => {
    const { phone } = await aCode(shop)
    const again = await shop.call(sendOtp, { phone, purpose: 'upgrade' })
    expect(again).toMatchObject({ status: 429, body: { code: 'verification.cooling_down' } })
    const seconds = Number(again.headers.get('retry-after'))
    expect(seconds).toBeGreaterThan(50)
    expect(seconds).toBeLessThanOrEqual(60)
    expect(again.body.retryAfterSeconds).toBe(seconds)
    expect(again.body.title).toMatch(
      /^A code was sent a moment ago; you can ask for another in (\d+ seconds|1 minute)\.$/,
    )
    const arabic = await shop.call(sendOtp, { phone, purpose: 'cod' }, { headers: { 'accept-language': 'ar' } })
    expect(arabic.body.title).toMatch(/^أُرسل رمز قبل لحظات؛ يمكنك طلب رمز آخر بعد (\d+ (ثانية|ثوانٍ)|دقيقة واحدة)\.$/)
    await world.owner.query(
      `update verification_counts set ends_at = now() - interval '1 second' where tenant_id = $1 and window_of = 'cooldown'`,
      [shop.id],
    )
    expect((await ask(shop, phone)).status).toBe(200)
    expect((await ask(shop, phone)).status).toBe(429)
  })

  test('one code, also for fifty who ask at the same moment', async () => {
    const phone = aPhone()
    const answers = await Promise.all(fifty.map(() => ask(shop, phone)))
    expect(statuses(answers)).toEqual({ 200: 1, 429: 49 })
    expect((await shop.call(readInbox, { to: phone })).body.items).toHaveLength(1)
  })

  test('a code to the neighbour’s customer is theirs to count', async () => {
    const { phone } = await aCode(shop)
    expect((await ask(rival, phone)).status).toBe(200)
  })

  test('so many an hour to one phone', async () => {
    const at = await limited({ perContactPerHour: 3 })
    const phone = aPhone()
    for (let n = 0; n < 3; n++) {
      expect((await ask(at, phone)).status).toBe(200)
      await coolDown(at)
    }
    const over = await ask(at, phone)
    expect(over).toMatchObject({ status: 429, body: { code: 'verification.contact_limit' } })
    expect(Number(over.headers.get('retry-after'))).toBeGreaterThan(3_500)
    expect((await ask(at, aPhone())).status).toBe(200)
    await world.owner.query(
      `update verification_counts set ends_at = now() - interval '1 second' where tenant_id = $1`,
      [at.id],
    )
    expect((await ask(at, phone)).status).toBe(200)
  })

  test('so many a day to one phone', async () => {
    const at = await limited({ perContactPerDay: 2 })
    const phone = aPhone()
    for (let n = 0; n < 2; n++) {
      await ask(at, phone)
      await coolDown(at)
    }
    const over = await ask(at, phone)
    expect(over).toMatchObject({ status: 429, body: { code: 'verification.contact_limit' } })
    expect(Number(over.headers.get('retry-after'))).toBeGreaterThan(86_000)
  })

  test('so many an hour from one address, also fifty at the same moment; a server with a key is not one', async () => {
    await visited.call(changeSettings, { perAddressPerHour: 7 })
    const asked = () => visit(visited, '/api/v1/customers/send-otp', { phone: aPhone(), purpose: 'sign_in' })
    const answers = await Promise.all(fifty.map(asked))
    expect(statuses(answers)).toEqual({ 200: 7, 429: 43 })
    expect(answers.find(({ status }) => status === 429)!.body.code).toBe('verification.address_limit')
    expect((await ask(visited, aPhone())).status).toBe(200)
  })

  test('so many a day by the whole tenant, also fifty at the same moment', async () => {
    const at = await limited({ perDay: 20 })
    const answers = await Promise.all(fifty.map(() => ask(at, aPhone())))
    expect(statuses(answers)).toEqual({ 200: 20, 429: 30 })
    expect(answers.find(({ status }) => status === 429)!.body.code).toBe('verification.budget_spent')
    expect((await ask(rival, aPhone())).status).toBe(200)
  })

  test('a budget in shares is spent to the last code and not beyond', async () => {
    const at = await limited({ perDay: 103 })
    const answers = await Promise.all(Array.from({ length: 150 }, () => ask(at, aPhone())))
    let sent = statuses(answers)[200]!
    expect(sent).toBeLessThanOrEqual(103)
    while ((await ask(at, aPhone())).status === 200) sent += 1
    expect(sent).toBe(103)
  })

  test('what was refused was neither counted nor sent', async () => {
    const at = await limited({ perDay: 1 })
    await ask(at, aPhone())
    const phone = aPhone()
    await ask(at, phone)
    await at.call(changeSettings, { perDay: 2 })
    expect((await ask(at, phone)).status).toBe(200)
    expect((await at.call(readInbox, { to: phone })).body.items).toHaveLength(1)
  })

  test.each([
    ['+971501234567', 200],
    ['+442079460958', 422],
    ['+447400123456', 422],
    ['+870773123456', 422],
  ])('to the own country and the Gulf states only: %s', async (phone, status) => {
    expect((await ask(shop, phone)).status).toBe(status)
  })

  test('to whatever countries the tenant says', async () => {
    const at = await limited({ countries: ['GB'] })
    expect((await ask(at, '+447400123456')).status).toBe(200)
    expect(await ask(at, aPhone())).toMatchObject({
      status: 422,
      body: { code: 'verification.country_not_served', country: 'OM' },
    })
    expect((await at.call(changeSettings, { countries: null })).body.servedCountries).toContain('OM')
    expect((await ask(at, aPhone())).status).toBe(200)
  })

  test('are settings of the tenant: what is not named stays, and not everybody may', async () => {
    const at = await limited({ perDay: 77 })
    await at.call(changeSettings, { perContactPerHour: 2 })
    const { body } = await at.call(readSettings, {})
    expect(body).toEqual({
      perContactPerHour: 2,
      perContactPerDay: 15,
      perAddressPerHour: 30,
      perDay: 77,
      countries: null,
      servedCountries: ['OM', 'AE', 'BH', 'KW', 'QA', 'SA'],
    })
    expect((await rival.call(readSettings, {})).body.perDay).toBe(5_000)
    const till = await at.with('customers:write')
    expect((await till.call(readSettings, {})).status).toBe(403)
    expect((await till.call(changeSettings, { perDay: 1 })).status).toBe(403)
    expect((await at.call(changeSettings, { perDay: 0 })).status).toBe(422)
  })

  test.each([
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:db8:1:2::6', '2001:db8:1:2'],
    ['2001:db8::6', '2001:db8:0:0'],
    ['::1', '0:0:0:0'],
    ['::ffff:10.0.0.1', '10.0.0.1'],
    ['10.0.0.1', '10.0.0.1'],
  ])('count %s as %s', (ip, network) => {
    expect(networkOf(ip)).toBe(network)
  })
})

describe('is refused', () => {
  test.each([
    ['a phone and an e-mail', { phone: '+96890000001', email: 'a@example.com', purpose: 'cod' }, 'phone_or_email'],
    ['neither', { purpose: 'cod' }, 'phone_or_email'],
    ['a phone that is none', { phone: '123', purpose: 'cod' }, 'phone_invalid'],
    ['an e-mail that is none', { email: 'a@b', purpose: 'cod' }, 'email_invalid'],
    ['a phone by e-mail', { phone: '+96890000001', purpose: 'cod', channel: 'email' }, 'channel_unfit'],
    ['a purpose that there is not', { phone: '+96890000001', purpose: 'steal' }, 'invalid_value'],
    ['a second factor, asked for by a visitor', { phone: '+96890000001', purpose: 'mfa' }, 'invalid_value'],
    ['an unknown key', { phone: '+96890000001', purpose: 'cod', to: 'x' }, 'unknown_key'],
  ])('%s', async (_, body, code) => {
    const answer = await visit(shop, '/api/v1/customers/send-otp', body)
    expect(answer).toMatchObject({ status: 422, body: { code: 'invalid', errors: [{ code }] } })
  })

  test.each(['12345', '1234567', 'abcdef', '١٢٣٤٥٦', ''])('the code %s', async (code) => {
    expect(await verify(shop, aPhone(), code)).toMatchObject({ status: 422, body: { code: 'invalid' } })
  })
})

test('neither code nor phone stands anywhere in the clear: no row, no event, no log', async () => {
  const logged: string[] = []
  const write = vi.spyOn(fs, 'writeSync').mockImplementation((_, written) => {
    logged.push(String(written))
    return String(written).length
  })
  const loud = await aWorld({ LOG_LEVEL: 'trace' })
  try {
    const at = await aTenant(loud)
    const phone = '+96895557391'
    await ask(at, phone)
    const code = await codeSentTo(at, phone)
    await verify(at, phone, another(code))
    const { body } = await verify(at, phone, code)
    const lines = await loud.owner.query<{ name: string }>(
      `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'`,
    )
    let dump = ''
    for (const { name } of lines.rows) {
      dump += (await loud.owner.query(`select coalesce(string_agg(t::text, ' '), '') as all from ${name} t`)).rows[0]
        .all
    }
    expect(dump).toContain(at.id)
    expect(logged.join()).toContain('/api/v1/customers/verify-otp')
    for (const secret of ['95557391', body.verificationToken.slice(30)]) {
      for (const encoding of ['utf8', 'hex', 'base64'] as const) {
        expect(dump.includes(Buffer.from(secret).toString(encoding)), secret).toBe(false)
      }
      expect(logged.join()).not.toContain(secret)
    }
    // Six digits may come about by chance inside a longer number.
    expect(dump).not.toMatch(new RegExp(`\\b${code}\\b`))
    expect(logged.join()).not.toMatch(new RegExp(`\\b${code}\\b`))
  } finally {
    write.mockRestore()
    await loud.close()
  }
})

test('codes, proofs and counts are deleted in time, and not before', async () => {
  const at = await aTenant(world)
  await tokenOf(at)
  const counted = async () =>
    (
      await world.owner.query(
        `select (select count(*)::int from verification_codes where tenant_id = $1) as codes,
                (select count(*)::int from verification_tokens where tenant_id = $1) as proofs,
                (select count(*)::int from verification_counts where tenant_id = $1) as counts`,
        [at.id],
      )
    ).rows[0]
  async function age(hours: number) {
    for (const table of ['verification_codes', 'verification_tokens']) {
      const aged = `update ${table} set expires_at = now() - make_interval(mins => $2) where tenant_id = $1`
      await world.owner.query(aged, [at.id, hours * 60])
    }
  }
  const clean = () => at.run(verification.jobs[0]!.run)
  await age(KEPT_AFTER_EXPIRY_HOURS - 0.1)
  await clean()
  expect(await counted()).toEqual({ codes: 1, proofs: 1, counts: 4 })
  await age(KEPT_AFTER_EXPIRY_HOURS + 0.1)
  await world.owner.query(`update verification_counts set ends_at = now() - interval '1 second' where tenant_id = $1`, [
    at.id,
  ])
  await clean()
  expect(await counted()).toEqual({ codes: 0, proofs: 0, counts: 0 })
})

describe('the codes of a customer', () => {
  const hooks = verification.personalData

  test('are exported and erased with the customer’s contacts, and nobody else’s', async () => {
    const at = await aTenant(world)
    const phone = aPhone()
    const { body } = await at.call(create, { type: 'stub', firstName: 'Hamad', phone })
    const customerId = inner(body.id)
    await aCode(at, phone)
    await aCode(at)
    const exported = () => at.run((ctx) => hooks.export(ctx, customerId))
    expect(await exported()).toEqual({
      verifications: [
        {
          type: 'phone',
          value: phone,
          purpose: 'sign_in',
          attempts: 0,
          sentAt: expect.any(String),
          expiresAt: expect.any(String),
          verifiedAt: null,
        },
      ],
    })
    await at.run((ctx) => hooks.erase(ctx, customerId))
    expect(await exported()).toEqual({ verifications: [] })
    const { rows } = await world.owner.query(
      'select count(*)::int as left from verification_codes where tenant_id = $1',
      [at.id],
    )
    expect(rows).toEqual([{ left: 1 }])
  })

  test('stay where they are when customers are merged: they belong to the phone', async () => {
    expect(await shop.run((ctx) => hooks.merge(ctx, 'a', 'b', {}))).toEqual({})
    await shop.run((ctx) => hooks.unmerge(ctx, 'a', 'b', {}, () => {}))
  })
})
