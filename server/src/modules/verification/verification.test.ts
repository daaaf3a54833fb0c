import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aPhone, aTenant, aWorld, type Shop, type World } from '../../../test/harness.ts'
import { create } from '../customers/contract.ts'
import { readInbox } from '../messages/contract.ts'
import { sendOtp, verifyOtp } from './contract.ts'
import { checkCode, type GivenCode, type Purpose, sendCode, useVerification } from './index.ts'
import { aCode, another, codeSentTo, invalid, inWorld, tokenOf, verify } from './verification.harness.ts'

let world: World
let shop: Shop
let rival: Shop
beforeAll(async () => {
  world = await aWorld()
  shop = await aTenant(world)
  rival = await aTenant(world)
})
afterAll(() => world.close())

const { coolDown, visit } = inWorld(() => world)

describe('a code', () => {
  test('proves a phone, for anyone who names the tenant', async () => {
    const phone = aPhone()
    const sent = await visit(shop, '/api/v1/customers/send-otp', { phone, purpose: 'sign_in' })
    expect(sent).toMatchObject({
      status: 200,
      body: { sent: true, expiresInSeconds: 300, retryAfterSeconds: 60, tries: 3, handle: expect.any(String) },
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

  test('is sent in the language of the recipient, if the caller knows it', async () => {
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

  test('is checked three times, for any number of concurrent callers', async () => {
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
          const { handle } = await shop.run((ctx) => sendCode(ctx, { ...target, language: 'en' }))
          const code = await codeSentTo(shop, target.value)
          const wrong = {
            ...target,
            code,
            ...(changed === 'phone' && { value: aPhone() }),
            ...(changed === 'purpose' && { purpose: other }),
            ...(changed === 'type' && { type: 'email' as const }),
          }
          // A code of its own is pending there as well, and it is not this one.
          const there = changed === 'tenant' ? rival : shop
          if (changed === 'tenant') {
            await rival.run((ctx) => sendCode(ctx, { ...target, language: 'en' }))
            fc.pre((await codeSentTo(rival, target.value)) !== code)
          }
          fc.pre(changed !== 'purpose' || other !== purpose)
          expect(await check(there, wrong)).toHaveProperty('refusal')
          expect(await check(shop, { ...target, code, handle })).toHaveProperty('token')
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

  test.each(['', 'x', 'A'.repeat(64), `${'A'.repeat(63)}=`, "' or 1=1 --"])('cannot be made up: %s', async (token) => {
    await expect(use(shop, token)).rejects.toMatchObject(refused)
  })

  test('cannot be made of the id of another and a signature of one’s own', async () => {
    const { token } = await tokenOf(shop)
    const forged = Buffer.from(token, 'base64url')
    forged[47]! ^= 1
    await expect(use(shop, forged.toString('base64url'))).rejects.toMatchObject(refused)
    expect(await use(shop, token)).toMatchObject({ type: 'phone' })
  })

  test.each([`purpose = 'upgrade'`, `expires_at = expires_at + interval '1 day'`])(
    'is signed for what it proves: with %s in its row it proves nothing',
    async (change) => {
      const { token } = await tokenOf(shop)
      await world.owner.query(`update verification_tokens set ${change} where tenant_id = $1 and used_at is null`, [
        shop.id,
      ])
      for (const purpose of ['sign_in', 'upgrade'] as const) {
        await expect(use(shop, token, purpose)).rejects.toMatchObject(refused)
      }
    },
  )
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
      return [first, again, guess].map(({ status, headers, body: { instance: _, requestId: __, ...body } }) => ({
        status,
        body: { ...body, retryAfterSeconds: undefined, handle: String(body.handle ?? '').length },
        headers: [...headers.keys()],
      }))
    }
    expect(await asked(known)).toEqual(await asked(unknown))
  })

  test('and whether a code is waiting does not either', async () => {
    const { phone, code } = await aCode(shop)
    const guess = (of: string) =>
      visit(shop, '/api/v1/customers/verify-otp', { phone: of, purpose: 'sign_in', code: another(code) })
    const [waiting, none] = [await guess(phone), await guess(aPhone())]
    const unnamed = { instance: '', requestId: '' }
    expect({ ...waiting.body, ...unnamed }).toEqual({ ...none.body, ...unnamed })
  })

  test('a server of the business sees how many attempts are left; a code counts in Arabic and Persian digits', async () => {
    const { phone, code } = await aCode(shop)
    const wrong = await verify(shop, phone, another(code))
    expect(wrong.body).toMatchObject({ triesLeft: 2, title: expect.stringMatching(/2 attempts left\.$/) })
    const eastern = code.replace(/\d/g, (digit) => '٠١٢٣٤٥٦٧٨٩'[Number(digit)]!)
    expect((await verify(shop, phone, eastern)).status).toBe(200)
    const other = await aCode(shop)
    const persian = other.code.replace(/\d/g, (digit) => '۰۱۲۳۴۵۶۷۸۹'[Number(digit)]!)
    expect((await verify(shop, other.phone, persian)).status).toBe(200)
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

  test.each(['12345', '1234567', 'abcdef', '١٢٣٤٥', ''])('the code %s', async (code) => {
    expect(await verify(shop, aPhone(), code)).toMatchObject({ status: 422, body: { code: 'invalid' } })
  })
})
