import { Secret, TOTP } from 'otpauth'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aPhone, aTenant, aWorld, type Shop, type World } from '../../../../../test/harness.ts'
import { aPerson, BETTER, bearer, forgot, GOOD, logIn, sentTo } from '../../accounts.harness.ts'
import * as api from '../../contract.ts'

let world: World
let shop: Shop
let rival: Shop
beforeAll(async () => {
  world = await aWorld({ KITH_TRUST_PROXY: '1' })
  shop = await aTenant(world)
  rival = await aTenant(world)
})
afterAll(() => world.close())

/** The authenticator's code, this many steps from now. Codes are single-use, so each step of a test uses another. */
const codeOf = (secret: string, steps = 0) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + steps * 30_000 })
const forgetSteps = (accountId: string) =>
  world.owner.query('update account_factors set last_step = 0 where account_id = $1', [accountId])

async function aCarefulPerson() {
  const person = await aPerson(shop)
  const { secret, uri } = (await person.self.call(api.beginTotp, {})).body
  expect(uri).toContain(encodeURIComponent(person.email))
  const { body, status } = await person.self.call(api.confirmTotp, { code: codeOf(secret) })
  expect(status).toBe(200)
  await forgetSteps(person.id)
  return { ...person, secret: secret as string, recoveryCodes: body.recoveryCodes as string[] }
}
const finish = (challenge: string, code: string, method: 'totp' | 'sms' | 'recovery' = 'totp', at = shop) =>
  at.visitor().call(api.finishSignIn, { challenge, method, code })
const challengeOf = async (email: string, password = GOOD) =>
  (await logIn(shop, email, password)).body.mfa.challenge as string

describe('a second factor', () => {
  test('stands between the password and the session', async () => {
    const { email, secret, id } = await aCarefulPerson()
    const half = await logIn(shop, email)
    expect(half.status).toBe(200)
    expect(half.body).toEqual({
      mfa: { challenge: expect.any(String), expiresAt: expect.any(String), methods: ['totp', 'recovery'] },
    })
    expect(half.headers.getSetCookie()).toEqual([])
    const whole = await finish(half.body.mfa.challenge, codeOf(secret))
    expect(whole).toMatchObject({ status: 200, body: { account: { id }, accessToken: expect.any(String) } })
    const self = bearer(shop, whole.body.accessToken)
    expect((await self.call(api.me, {})).body).toMatchObject({ secondFactors: ['totp'], recoveryCodesLeft: 10 })
    expect((await self.call(api.sessions, {})).body.items[0]).toMatchObject({ current: true, secondFactor: true })
  })

  test('ends the sessions that never proved it, and asks after a new password too', async () => {
    const person = await aPerson(shop)
    const other = (await logIn(shop, person.email)).body
    const { secret } = (await person.self.call(api.beginTotp, {})).body
    expect((await logIn(shop, person.email)).body.accessToken).toBeDefined()
    await person.self.call(api.confirmTotp, { code: codeOf(secret) })
    expect((await person.self.call(api.me, {})).status).toBe(200)
    expect((await bearer(shop, other.accessToken).call(api.me, {})).status).toBe(401)
    await forgot(world, shop, person.email)
    const { token } = await sentTo(shop, person.email, 'reset_password')
    await shop.visitor().call(api.resetPassword, { token, password: BETTER })
    expect((await logIn(shop, person.email, BETTER)).body.mfa.methods).toEqual(['totp', 'recovery'])
  })

  test('no code is accepted twice, not even by two at once', async () => {
    const { email, secret } = await aCarefulPerson()
    const code = codeOf(secret)
    const [a, b] = [await challengeOf(email), await challengeOf(email)]
    const answers = await Promise.all([finish(a, code), finish(b, code)])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401])
    expect((await finish(await challengeOf(email), code)).body.code).toBe('auth.wrong_proof')
    expect((await finish(await challengeOf(email), codeOf(secret, -1))).body.code).toBe('auth.wrong_proof')
    expect((await finish(await challengeOf(email), codeOf(secret, 1))).status).toBe(200)
  })

  test('a clock may be one step off, not two', async () => {
    const { email, secret } = await aCarefulPerson()
    expect((await finish(await challengeOf(email), codeOf(secret, -3))).status).toBe(401)
    expect((await finish(await challengeOf(email), codeOf(secret, 3))).status).toBe(401)
    expect((await finish(await challengeOf(email), codeOf(secret, -1))).status).toBe(200)
  })

  test('a challenge is single-use, for five attempts, for ten minutes, in its own tenant', async () => {
    const { email, secret } = await aCarefulPerson()
    const used = await challengeOf(email)
    expect((await finish(used, codeOf(secret), 'totp', rival)).body.code).toBe('auth.challenge_over')
    expect((await finish(used, codeOf(secret))).status).toBe(200)
    expect((await finish(used, codeOf(secret, 1))).body.code).toBe('auth.challenge_over')

    const tried = await challengeOf(email)
    for (const triesLeft of [4, 3, 2, 1, 0])
      expect((await finish(tried, 'abcdef')).body).toMatchObject({ code: 'auth.wrong_proof', triesLeft })
    expect((await finish(tried, codeOf(secret, 1))).body.code).toBe('auth.challenge_over')

    const late = await challengeOf(email)
    await world.owner.query(
      `update account_tokens set expires_at = expires_at - interval '11 minutes' where purpose = 'mfa'`,
    )
    expect((await finish(late, codeOf(secret, 1))).body.code).toBe('auth.challenge_over')
    expect((await finish('x'.repeat(43), codeOf(secret, 1))).body.code).toBe('auth.challenge_over')
  })

  test('cannot be guessed by beginning again and again', async () => {
    const { email, secret } = await aCarefulPerson()
    const challenges: string[] = []
    for (let n = 0; n < 3; n++) challenges.push(await challengeOf(email))
    const answers = await Promise.all(Array.from({ length: 14 }, (_, n) => finish(challenges[n % 3]!, '000 000')))
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(10)
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(4)
    expect((await finish(await challengeOf(email), codeOf(secret))).status).toBe(429)
  })

  test('each recovery code opens once, as it is typed, and only for its owner', async () => {
    const { email, recoveryCodes, secret } = await aCarefulPerson()
    const other = await aCarefulPerson()
    expect(new Set(recoveryCodes).size).toBe(10)
    const [first, second] = recoveryCodes as [string, string]
    expect((await finish(await challengeOf(other.email), first, 'recovery')).status).toBe(401)
    expect((await finish(await challengeOf(email), first, 'totp')).status).toBe(401)
    const { body, status } = await finish(await challengeOf(email), ` ${first.toUpperCase()} `, 'recovery')
    expect(status).toBe(200)
    expect((await finish(await challengeOf(email), first, 'recovery')).status).toBe(401)
    const self = bearer(shop, body.accessToken)
    expect((await self.call(api.me, {})).body.recoveryCodesLeft).toBe(9)
    const renewed = (await self.call(api.renewRecoveryCodes, {})).body.recoveryCodes
    expect((await finish(await challengeOf(email), second, 'recovery')).status).toBe(401)
    expect((await finish(await challengeOf(email), renewed[0], 'recovery')).status).toBe(200)
    expect((await finish(await challengeOf(email), codeOf(secret))).status).toBe(200)
  })

  test('can be replaced and removed with a recent proof, also by the authenticator itself', async () => {
    const { email, self, secret, id, body } = await aCarefulPerson()
    await world.owner.query(`update account_sessions set proved_at = now() - interval '11 minutes' where id = $1`, [
      body.session.id,
    ])
    world.kith.nudges.send('sessions', shop.id)
    for (const sensitive of [api.beginTotp, api.removeTotp, api.renewRecoveryCodes]) {
      expect((await self.call(sensitive, {})).body.code).toBe('proof_needed')
    }
    expect((await self.call(api.stepUp, { code: '123456' })).status).toBe(401)
    expect((await self.call(api.stepUp, { code: codeOf(secret) })).status).toBe(200)
    expect((await self.call(api.stepUp, { code: codeOf(secret) })).status).toBe(401)
    const next = (await self.call(api.beginTotp, {})).body.secret
    await forgetSteps(id)
    expect((await finish(await challengeOf(email), codeOf(secret))).status).toBe(200)
    expect((await self.call(api.confirmTotp, { code: codeOf(next) })).status).toBe(200)
    await forgetSteps(id)
    expect((await finish(await challengeOf(email), codeOf(secret))).status).toBe(401)
    expect((await finish(await challengeOf(email), codeOf(next))).status).toBe(200)
    expect((await self.call(api.removeTotp, {})).status).toBe(200)
    expect((await self.call(api.removeTotp, {})).body.code).toBe('auth.not_enrolled')
    expect((await logIn(shop, email)).body.accessToken).toBeDefined()
  })

  test('of one login holds for every login of the person', async () => {
    const careful = await aCarefulPerson()
    const second = await aPerson(shop)
    expect((await second.self.call(api.me, {})).status).toBe(200)
    await shop.request('POST', '/api/v1/customers/merge', {
      from: second.customerId,
      into: careful.customerId,
      reason: 'same person',
    })
    expect((await second.self.call(api.me, {})).status).toBe(401)
    const { body } = await logIn(shop, second.email)
    expect((await finish(body.mfa.challenge, codeOf(careful.secret))).status).toBe(200)
  })

  test('is stored only sealed', async () => {
    const { secret, recoveryCodes } = await aCarefulPerson()
    const { rows } = await world.owner.query(
      `select (select string_agg(t::text, ' ') from account_factors t) || (select string_agg(t::text, ' ') from account_recovery_codes t) as all`,
    )
    for (const needle of [secret, Buffer.from(Secret.fromBase32(secret).bytes).toString('hex'), recoveryCodes[0]!]) {
      expect(rows[0].all).not.toContain(needle)
    }
  })
})

describe('a phone as second factor', () => {
  const textTo = async (phone: string) => {
    const { body } = await shop.request('GET', `/api/v1/dev/messages?to=${encodeURIComponent(phone)}`)
    return /\b(\d{6})\b/.exec(body.items[0]?.text ?? '')?.[1] ?? ''
  }
  /** A minute must pass between two codes to one phone. */
  const aMinuteLater = () => world.owner.query('delete from verification_counts')

  test('is proved by a code, then asked for at each sign-in by another one', async () => {
    const phone = aPhone()
    const { email, self } = await aPerson(shop)
    expect((await self.call(api.confirmSms, { code: '123456' })).body.code).toBe('auth.not_enrolled')
    expect((await self.call(api.beginSms, { phone })).body).toEqual({ sentTo: `+968 •••• ${phone.slice(-4)}` })
    expect((await logIn(shop, email)).body.accessToken).toBeDefined()
    const first = await textTo(phone)
    const wrong = first === '000000' ? '000001' : '000000'
    expect((await self.call(api.confirmSms, { code: wrong })).body.code).toBe('auth.wrong_proof')
    expect((await self.call(api.confirmSms, { code: first })).body.recoveryCodes).toHaveLength(10)

    const { mfa } = (await logIn(shop, email)).body
    expect(mfa.methods).toEqual(['sms', 'recovery'])
    const ask = () => shop.visitor().call(api.sendSmsAtSignIn, { challenge: mfa.challenge })
    expect((await ask()).status).toBe(429)
    await aMinuteLater()
    expect((await ask()).body.sentTo).toBe(`+968 •••• ${phone.slice(-4)}`)
    const second = await textTo(phone)
    expect((await finish(mfa.challenge, first, 'sms')).status).toBe(first === second ? 200 : 401)
    expect((await finish(mfa.challenge, second, 'sms')).status).toBe(200)
    expect((await finish(await challengeOf(email), second, 'sms')).status).toBe(401)
    await aMinuteLater()
  })

  test('takes three tries for a code, and no code without a challenge', async () => {
    const phone = aPhone()
    const { email, self } = await aPerson(shop)
    await self.call(api.beginSms, { phone })
    await self.call(api.confirmSms, { code: await textTo(phone) })
    await aMinuteLater()
    expect((await shop.visitor().call(api.sendSmsAtSignIn, { challenge: 'x'.repeat(43) })).status).toBe(401)
    const challenge = await challengeOf(email)
    expect((await rival.visitor().call(api.sendSmsAtSignIn, { challenge })).status).toBe(401)
    await shop.visitor().call(api.sendSmsAtSignIn, { challenge })
    const code = await textTo(phone)
    for (let n = 0; n < 3; n++)
      expect((await finish(challenge, code === '000000' ? '000001' : '000000', 'sms')).status).toBe(401)
    expect((await finish(challenge, code, 'sms')).status).toBe(401)
    await self.call(api.removeSms, {})
    expect((await logIn(shop, email)).body.accessToken).toBeDefined()
  })
})
