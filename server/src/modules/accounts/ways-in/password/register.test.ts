import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aPhone, aTenant, aWorld, type Shop, type World } from '../../../../../test/harness.ts'
import * as customers from '../../../customers/contract.ts'
import { anEmail, aPerson, BETTER, bearer, GOOD, logIn, mailTo, sentTo } from '../../accounts.harness.ts'
import * as api from '../../contract.ts'

let world: World
let shop: Shop
let rival: Shop
let lax: Shop
beforeAll(async () => {
  world = await aWorld({ KITH_TRUST_PROXY: '1' })
  shop = await aTenant(world)
  rival = await aTenant(world)
  lax = await aTenant(world)
  await shop.request('PATCH', '/api/v1/tenant', { name: 'Alpha Wash', name2: 'مغسلة ألفا' })
})
afterAll(() => world.close())

const aStub = async (more: Record<string, unknown>) =>
  (await shop.call(customers.create, { type: 'stub', firstName: 'Salma', phone: aPhone(), ...more } as never)).body
const get = async (customerId: string) => (await shop.call(customers.get, { customerId })).body

describe('registering', () => {
  test('makes a person with a login; a confirmed e-mail makes the customer full', async () => {
    const email = anEmail()
    const { body, self, customerId } = await aPerson(shop, { email, confirmed: false })
    expect(body).toMatchObject({ account: { kind: 'customer', role: null }, tokenType: 'Bearer', expiresIn: 3600 })
    expect(await get(customerId)).toMatchObject({ type: 'stub', firstName: 'Aisha', email: null })
    expect((await self.call(api.me, {})).body).toMatchObject({
      email,
      emailVerified: false,
      emailVerification: 'before_checkout',
      may: [],
    })
    const { code } = await sentTo(shop, email, 'verify_email')
    expect((await self.call(api.verifyEmail, { code })).status).toBe(200)
    expect((await self.call(customers.changeOwn, { lastName: 'Said' })).status).toBe(200)
    expect(await get(customerId)).toMatchObject({ type: 'full', email, emailVerified: true })
    expect((await self.call(api.me, {})).body).toMatchObject({ emailVerified: true, emailVerification: 'done' })
    expect((await rival.call(customers.get, { customerId })).status).toBe(404)
    expect((await logIn(rival, email)).status).toBe(401)
  })

  test('sends a link that leads to where this server listens, also on a port that the system chose', async () => {
    expect([world.kith.config.PORT, world.kith.config.KITH_PUBLIC_URL]).toEqual([0, undefined])
    const { email } = await aPerson(shop, { confirmed: false })
    const [message] = await mailTo(shop, email)
    const link = /https?:\S+/.exec(message!.text)![0]
    expect(new URL(link).origin).toBe(world.url)
  })

  test('answers the same whether the e-mail is known or not, and the holder notices nothing but a message', async () => {
    const holder = await aPerson(shop)
    const before = await get(holder.customerId)
    const [taken, fresh] = [
      await aPerson(shop, { email: holder.email, confirmed: false }),
      await aPerson(shop, { confirmed: false }),
    ]
    const shapeOf = (body: object) => JSON.stringify(body).replace(/[\w-]{20,}(\.[\w-]+)*|\d{4}-[\dT:.-]+Z/g, '…')
    expect(shapeOf(taken.body)).toBe(shapeOf(fresh.body))
    const shown = async (self: typeof taken.self) =>
      shapeOf({ ...(await self.call(api.me, {})).body, email: '', customer: { displayName: '', number: '' } })
    expect(await shown(taken.self)).toBe(await shown(fresh.self))
    for (const one of [taken, fresh]) {
      expect(await logIn(shop, one.email, BETTER)).toMatchObject({
        status: 401,
        body: { code: 'auth.wrong_credentials' },
      })
    }
    expect(await get(holder.customerId)).toEqual(before)
    expect((await mailTo(shop, holder.email)).filter(({ template }) => template === 'verify_email')).toHaveLength(2)
    expect((await logIn(shop, holder.email)).body.account.id).toBe(holder.id)
  })

  test('a password for an e-mail that was not confirmed opens nothing, taken or not', async () => {
    const squatted = anEmail()
    const first = await shop.visitor().call(api.register, { email: squatted, password: BETTER, firstName: 'X' })
    expect(first.status).toBe(201)
    expect((await logIn(shop, squatted, BETTER)).status).toBe(401)
  })

  test('where the business only reminds, the message goes out and the signed-in customer is told so, until it is confirmed', async () => {
    expect((await lax.call(api.changeSettings, { emailVerification: 'remind' })).status).toBe(200)
    const { email, self } = await aPerson(lax, { confirmed: false })
    const told = async () => (await self.call(api.me, {})).body
    expect(await told()).toMatchObject({ emailVerified: false, emailVerification: 'remind' })
    expect((await logIn(lax, email)).body.code).toBe('auth.wrong_credentials')
    const { code } = await sentTo(lax, email, 'verify_email')
    expect((await self.call(api.verifyEmail, { code })).status).toBe(200)
    expect(await told()).toMatchObject({ emailVerified: true, emailVerification: 'done' })
    expect((await logIn(lax, email)).status).toBe(200)
  })

  test('where the business does not confirm e-mails, the first to claim one signs in with it, and no message is sent', async () => {
    expect((await lax.call(api.changeSettings, { emailVerification: 'off' })).status).toBe(200)
    const { email, id } = await aPerson(lax, { confirmed: false })
    const late = await lax.visitor().call(api.register, { email, password: BETTER, firstName: 'X' })
    expect(late.status).toBe(201)
    expect((await logIn(lax, email)).body.account.id).toBe(id)
    expect((await logIn(lax, email, BETTER)).status).toBe(401)
    expect(await mailTo(lax, email)).toEqual([])
    expect((await shop.call(api.readSettings, {})).body.emailVerification).toBe('before_checkout')
  })

  test.each([
    ['a short password', { password: 'short1!' }, 'password_too_short'],
    ['more than 128 characters', { password: 'é'.repeat(129) }, 'password_too_long'],
    ['a megabyte', { password: 'x'.repeat(200_000) }, 'password_too_long'],
    ['a common password', { password: 'Passw0rd!' }, 'password_common'],
    ['the e-mail itself', { password: 'zaynab.harthy', email: 'zaynab.harthy@example.com' }, 'password_common'],
    ['one’s own name', { password: 'mutasim1990', firstName: 'Mutasim' }, 'password_common'],
    ['the name of the business', { password: 'alphawash1' }, 'password_common'],
    ['it in other signs', { password: '4lph@ W4$h-2026' }, 'password_common'],
    ['it in Arabic', { password: 'مغسلة-الفا-٢٠٢٦' }, 'password_common'],
    ['a keyboard row', { password: 'qwertyuiop' }, 'password_common'],
    ['a long repetition', { password: 'Passw0rd!'.repeat(14) }, 'password_common'],
  ])('refuses %s', async (_, more, code) => {
    const answer = await shop.visitor().call(api.register, { email: anEmail(), firstName: 'Aisha', ...more })
    expect(answer).toMatchObject({ status: 422, body: { errors: [{ path: 'password', code }] } })
  })

  test('a long Arabic passphrase counts to its last letter', async () => {
    const email = anEmail()
    const phrase = 'فنجان قهوة سابع عشر على سطح البيت القديم في مسقط قبل الغروب'
    expect(Buffer.from(phrase).length).toBeGreaterThan(72)
    await shop
      .visitor()
      .call(api.register, { email, password: phrase, firstName: 'Aisha' })
      .then(async ({ body }) => {
        const { code } = await sentTo(shop, email, 'verify_email')
        await bearer(shop, body.accessToken).call(api.verifyEmail, { code })
      })
    expect((await logIn(shop, email, `${phrase.slice(0, -1)}x`)).status).toBe(401)
    expect((await logIn(shop, email, phrase.normalize('NFD'))).status).toBe(200)
  })

  test('a phone is kept as a claim and shows nowhere on the customer that has it', async () => {
    const phone = aPhone()
    const stub = await aStub({ phone })
    const { customerId } = await aPerson(shop, { phone, confirmed: false })
    expect(await get(customerId)).toMatchObject({ phone: null })
    expect((await shop.call(customers.lookup, { phone })).body.id).toBe(stub.id)
    expect(
      (await shop.visitor().call(api.register, { email: anEmail(), password: GOOD, firstName: 'A', phone: '12' })).body,
    ).toMatchObject({
      errors: [{ path: 'phone', code: 'phone_invalid' }],
    })
  })
})

describe('confirming an e-mail', () => {
  test('joins the customer that the business knew by it; the history is theirs', async () => {
    const email = anEmail()
    const stub = await aStub({ email, notes: 'prefers folding' })
    const { self, customerId } = await aPerson(shop, { email })
    expect((await self.call(api.me, {})).body.customer.id).toBe(stub.id)
    expect(await get(stub.id)).toMatchObject({
      type: 'full',
      emailVerified: true,
      firstName: 'Salma',
      notes: 'prefers folding',
    })
    expect((await shop.call(customers.get, { customerId })).status).toBe(307)
    expect((await shop.call(api.accountsOfCustomer, { customerId: stub.id })).body.items).toMatchObject([
      { credentials: [{ kind: 'password', login: email, proved: true }] },
    ])
  })

  test('does not join a customer that staff suspended', async () => {
    const email = anEmail()
    const stub = await aStub({ email })
    await shop.call(customers.suspend, { customerId: stub.id })
    const { self } = await aPerson(shop, { email, confirmed: false })
    const { code } = await sentTo(shop, email, 'verify_email')
    expect(await self.call(api.verifyEmail, { code })).toMatchObject({ status: 403, body: { code: 'auth.blocked' } })
    expect((await self.call(api.me, {})).body.customer.id).not.toBe(stub.id)
  })

  test('ends the claims of others: their sessions and their password are gone', async () => {
    const email = anEmail()
    const squatter = await aPerson(shop, { email, confirmed: false })
    const owner = await aPerson(shop, { email })
    expect((await squatter.self.call(api.me, {})).status).toBe(401)
    expect((await logIn(shop, email)).body.account.id).toBe(owner.id)
  })

  test('by two at once lets one of them have it', async () => {
    const email = anEmail()
    const people = [await aPerson(shop, { email, confirmed: false }), await aPerson(shop, { email, confirmed: false })]
    const codes = (await mailTo(shop, email)).map(({ text }) => /\b(\d{6})\b/.exec(text)![1]!).reverse()
    const answers = await Promise.all(people.map(({ self }, n) => self.call(api.verifyEmail, { code: codes[n]! })))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(answers.filter(({ status }) => status >= 500)).toHaveLength(0)
  })

  test('is refused for a second account with the same e-mail, to the one who reads the mailbox', async () => {
    const { email } = await aPerson(shop)
    const second = await aPerson(shop, { email, confirmed: false })
    const { code } = await sentTo(shop, email, 'verify_email')
    expect(await second.self.call(api.verifyEmail, { code })).toMatchObject({
      status: 409,
      body: { code: 'auth.account_exists' },
    })
  })

  test('by link needs the account too: the owner of the mailbox cannot let in a stranger who registered with it', async () => {
    const { email } = await aPerson(shop, { confirmed: false })
    const { token } = await sentTo(shop, email, 'verify_email')
    const mailbox = shop.visitor()
    expect((await mailbox.call(api.verifyEmail, { token })).body.code).toBe('auth.sign_in_first')
    expect((await mailbox.call(api.verifyEmail, { token, password: BETTER })).body.code).toBe('auth.wrong_proof')
    const other = await aPerson(shop)
    expect((await other.self.call(api.verifyEmail, { token })).body.code).toBe('auth.sign_in_first')
    expect((await rival.visitor().call(api.verifyEmail, { token, password: GOOD })).body.code).toBe(
      'auth.token_unusable',
    )
    expect((await mailbox.call(api.verifyEmail, { token, password: GOOD })).status).toBe(200)
    expect((await mailbox.call(api.verifyEmail, { token, password: GOOD })).body.code).toBe('auth.token_unusable')
    expect((await logIn(shop, email)).status).toBe(200)
  })

  test('by code takes five tries, and the message can be had again', async () => {
    const { email, self } = await aPerson(shop, { confirmed: false })
    const { code } = await sentTo(shop, email, 'verify_email')
    const wrong = code === '000000' ? '000001' : '000000'
    for (let n = 0; n < 5; n++) expect((await self.call(api.verifyEmail, { code: wrong })).status).toBe(422)
    expect((await self.call(api.verifyEmail, { code })).status).toBe(422)
    expect((await self.call(api.resendVerification, {})).status).toBe(200)
    const again = await sentTo(shop, email, 'verify_email')
    expect((await self.call(api.verifyEmail, { code: again.code })).status).toBe(200)
  })

  test('a mailbox gets five messages an hour at most, and the caller is not told', async () => {
    const { email, self } = await aPerson(shop, { confirmed: false })
    for (let n = 0; n < 6; n++) expect((await self.call(api.resendVerification, {})).status).toBe(200)
    expect(await mailTo(shop, email)).toHaveLength(5)
  })
})
