import { randomUUID } from 'node:crypto'
import { TOTP } from 'otpauth'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aPhone, aTenant, aWorld, eventually, type Shop, type World } from '../../../../../test/harness.ts'
import * as carts from '../../../carts/contract.ts'
import * as customers from '../../../customers/contract.ts'
import * as membership from '../../../membership/contract.ts'
import { sendOtp, verifyOtp } from '../../../verification/contract.ts'
import { anEmail, aPerson, BETTER, bearer, forgot, GOOD, logIn, mailTo, sentTo } from '../../accounts.harness.ts'
import * as api from '../../contract.ts'
import { prove, signInWith } from '../code/phone.harness.ts'
import { aCrookedProvider, PUBLIC } from '../oidc/oidc.harness.ts'
import { anAuthenticator } from '../passkeys/passkeys.harness.ts'

let world: World
let shop: Shop
let provider: Awaited<ReturnType<typeof aCrookedProvider>>
beforeAll(async () => {
  world = await aWorld({ KITH_TRUST_PROXY: '1', KITH_PUBLIC_URL: PUBLIC, KITH_DEV_INBOX: 'on' })
  shop = await aTenant(world)
  provider = await aCrookedProvider()
  await shop.call(api.changeOidcSettings, { providers: [{ name: 'one', ...provider.settings, trustsEmail: true }] })
  await world.startBackground()
})
afterAll(async () => {
  await world.close()
  await provider.close()
})

const get = async (customerId: string) => (await shop.call(customers.get, { customerId })).body
const aStub = async (more: Record<string, unknown> = {}) =>
  (await shop.call(customers.create, { type: 'stub', firstName: 'Salma', phone: aPhone(), ...more } as never)).body
const uuid = (customerId: string) => customers.CustomerId.parse(customerId)
/** The totals that orders would write, and a plan. */
async function grow(customerId: string): Promise<void> {
  await world.owner.query(
    'update customer_activity set total_orders = 7, total_spent = 42500, loyalty_points = 12 where customer_id = $1',
    [uuid(customerId)],
  )
  expect((await shop.call(membership.start, { customerId, planId: 'premium' } as never)).status).toBe(201)
}
const put = (customerId: string, lines: Record<string, number>) =>
  shop.call(carts.put, { customerId, lines: Object.entries(lines).map(([sku, quantity]) => ({ sku, quantity })) })
const cartOf = async (customerId: string): Promise<Record<string, number>> =>
  Object.fromEntries(
    (await shop.call(carts.read, { customerId })).body.lines.map((line: carts.Line) => [line.sku, line.quantity]),
  )
const leave = (customerId: string) =>
  world.owner.query(`update customers set status = 'cancelled' where id = $1`, [uuid(customerId)])
const eventsOf = async (type: string) =>
  (
    await world.owner.query('select customer_id::text as id, data from events where tenant_id = $1 and type = $2', [
      shop.id,
      type,
    ])
  ).rows

describe('recovery', () => {
  test('verifying an unknown number creates a customer', async () => {
    const phone = aPhone()
    const { customerId } = await signInWith(world, shop, phone, { firstName: 'Noor' })
    expect(await get(customerId)).toMatchObject({ type: 'stub', status: 'active', phone, phoneVerified: true })
  })

  test('a customer who is known by the e-mail is found again, and keeps display name, tier, number and totals', async () => {
    const email = anEmail()
    const before = await aStub({ email })
    await grow(before.id)
    const known = await get(before.id)
    const { self } = await aPerson(shop, { email })
    expect((await self.call(api.me, {})).body.customer).toMatchObject({ id: before.id, displayName: known.displayName })
    expect(await get(before.id)).toMatchObject({
      number: known.number,
      displayName: known.displayName,
      tier: 'premium',
      totalOrders: 7,
      totalSpent: '42.500',
      loyaltyPoints: 12,
    })
  })

  test('moving a login home is told, whichever contact proved it', async () => {
    const email = anEmail()
    const stub = await aStub({ email })
    const { customerId } = await aPerson(shop, { email })
    const data = { customerId: uuid(stub.id), mergedId: uuid(customerId) }
    expect((await eventsOf('AccountMerged')).at(-1)).toMatchObject({ id: uuid(stub.id), data })
    expect((await eventsOf('CustomersMerged')).at(-1)).toMatchObject({ id: uuid(stub.id) })
  })

  test('a login that is gone is made anew for the customer who is still there', async () => {
    const phone = aPhone()
    const first = await signInWith(world, shop, phone, { firstName: 'Noor' })
    await grow(first.customerId)
    const known = await get(first.customerId)
    await world.owner.query('delete from accounts where id = $1', [first.id])
    const again = await signInWith(world, shop, phone)
    expect(again.customerId).toBe(first.customerId)
    expect(again.id).not.toBe(first.id)
    expect(await get(first.customerId)).toMatchObject({ displayName: known.displayName, tier: 'premium' })
  })

  /** A customer with every kind of login, and how to use each. */
  async function somebodyWithEveryWay() {
    const [email, phone] = [anEmail(), aPhone()]
    const person = await aPerson(shop, { email })
    const verificationToken = await prove(world, shop, phone, 'change_contact')
    await person.self.call(api.changeContact, { verificationToken })
    const key = anAuthenticator()
    const begun = (await person.self.call(api.beginPasskey, {})).body
    expect((await person.self.call(api.addPasskey, { credential: key.create(begun) })).status).toBe(201)
    const sub = randomUUID()
    const byProvider = async () => {
      const { nonce } = (await shop.visitor().call(api.oidcNonce, {})).body
      const idToken = await provider.sign({ sub, nonce, email, email_verified: true })
      return shop.visitor().call(api.signInByIdToken, { provider: 'one', idToken, nonce })
    }
    expect((await byProvider()).body.account.customerId).toBe(person.customerId)
    const ways = {
      password: () => logIn(shop, email),
      phone: async () => shop.visitor().call(api.phone, { verificationToken: await prove(world, shop, phone) }),
      passkey: async () => {
        const credential = key.get((await shop.visitor().call(api.beginPasskeySignIn, {})).body)
        return shop.visitor().call(api.signInByPasskey, { credential })
      },
      provider: byProvider,
      'new password': async () => {
        await forgot(world, shop, email)
        const { token } = await sentTo(shop, email, 'reset_password')
        if (token === '') return { status: 403, body: { code: 'auth.blocked' } }
        const reset = await shop.visitor().call(api.resetPassword, { token, password: BETTER })
        return reset.status === 200 ? logIn(shop, email, BETTER) : reset
      },
    }
    return { ...person, phone, ways }
  }
  const put_away = { deactivated: customers.deactivate, suspended: customers.suspend } as const

  test.each(['password', 'phone', 'passkey', 'provider', 'new password'] as const)(
    'by %s brings back who left or was deactivated, and never who was suspended',
    async (way) => {
      const { customerId, ways } = await somebodyWithEveryWay()
      await shop.call(put_away.suspended, { customerId })
      expect(await ways[way]()).toMatchObject({ status: 403, body: { code: 'auth.blocked' } })
      expect((await get(customerId)).status).toBe('suspended')
      await shop.call(customers.reactivate, { customerId })
      await leave(customerId)
      expect(await ways[way]()).toMatchObject({ status: 200, body: { account: { customerId } } })
      expect((await get(customerId)).status).toBe('active')
      await shop.call(put_away.deactivated, { customerId })
      expect((await ways[way === 'new password' ? 'phone' : way]()).body.account.customerId).toBe(customerId)
      expect((await get(customerId)).status).toBe('active')
    },
  )

  test('happens when the session begins, not with half a sign-in', async () => {
    const { email, self, id, customerId } = await aPerson(shop)
    const { secret } = (await self.call(api.beginTotp, {})).body
    const totp = new TOTP({ secret })
    await self.call(api.confirmTotp, { code: totp.generate() })
    await world.owner.query('update account_factors set last_step = 0 where account_id = $1', [id])
    await shop.call(customers.deactivate, { customerId })
    const { challenge } = (await logIn(shop, email)).body.mfa
    expect((await get(customerId)).status).toBe('deactivated')
    const code = totp.generate()
    expect((await shop.visitor().call(api.finishSignIn, { challenge, method: 'totp', code })).status).toBe(200)
    expect((await get(customerId)).status).toBe('active')
  })

  test('joins a deactivated customer whose e-mail is verified', async () => {
    const email = anEmail()
    const stub = await aStub({ email })
    await shop.call(customers.deactivate, { customerId: stub.id })
    const { self } = await aPerson(shop, { email })
    expect((await self.call(api.me, {})).body.customer.id).toBe(stub.id)
    expect((await get(stub.id)).status).toBe('active')
  })
})

describe('the three scenarios of one phone and many logins', () => {
  test('1. sign-up with an unknown e-mail and phone: a customer is created and linked', async () => {
    const [email, phone] = [anEmail(), aPhone()]
    const { self, id, customerId } = await aPerson(shop, { email, phone })
    const verificationToken = await prove(world, shop, phone, 'change_contact')
    expect((await self.call(api.changeContact, { verificationToken })).status).toBe(200)
    expect(await get(customerId)).toMatchObject({ type: 'full', phone, phoneVerified: true, email })
    const { items } = (await shop.request('GET', `/admin/customers/${customerId}/users`)).body
    expect(items.map((one: { id: string }) => one.id)).toEqual([id])
    const proved = items[0].credentials.map((one: { kind: string; proved: boolean }) => `${one.kind} ${one.proved}`)
    expect(proved.sort()).toEqual(['password true', 'phone true'])
  })

  test('2. sign-up with a phone that is known: linked once it is proved, with everything that was theirs', async () => {
    const stub = await aStub()
    await grow(stub.id)
    await put(stub.id, { SHIRT: 2 })
    const first = await signInWith(world, shop, stub.phone)
    const { self, customerId, id } = await aPerson(shop, { phone: stub.phone })
    expect(customerId).not.toBe(stub.id)
    expect((await self.call(api.me, {})).body.customer.id).toBe(customerId)
    const verificationToken = await prove(world, shop, stub.phone, 'change_contact')
    expect((await self.call(api.changeContact, { verificationToken })).status).toBe(200)
    expect((await self.call(api.me, {})).body.customer.id).toBe(stub.id)
    expect(await get(stub.id)).toMatchObject({ totalOrders: 7, totalSpent: '42.500', number: stub.number })
    expect(await cartOf(stub.id)).toEqual({ SHIRT: 2 })
    const { items } = (await shop.request('GET', `/api/v1/customers/${stub.id}/users`)).body
    expect(items.map((one: { id: string }) => one.id).sort()).toEqual([first.id, id].sort())
  })

  test('3. a guest who gives a phone: known, what they put aside joins that customer; unknown, a customer is made by it', async () => {
    const aGuest = async () => {
      const { body } = await shop.visitor().call(api.beginGuest, {})
      await put(body.customerId, { SHIRT: 3 })
      return body as { guestToken: string; customerId: string }
    }
    const stub = await aStub()
    await put(stub.id, { SHIRT: 1, SUIT: 1 })
    const [known, unknown] = [await aGuest(), await aGuest()]
    const there = await signInWith(world, shop, stub.phone, { guestToken: known.guestToken })
    expect(there.customerId).toBe(stub.id)
    expect(await cartOf(stub.id)).toEqual({ SHIRT: 4, SUIT: 1 })
    expect((await shop.call(customers.get, { customerId: known.customerId })).status).toBe(307)

    const phone = aPhone()
    const made = await signInWith(world, shop, phone, { firstName: 'Noor', guestToken: unknown.guestToken })
    expect(await get(made.customerId)).toMatchObject({ phone, type: 'stub' })
    expect(await cartOf(made.customerId)).toEqual({ SHIRT: 3 })
  })

  test('the guest comes along by every way in', async () => {
    const person = await aPerson(shop)
    const key = anAuthenticator()
    await person.self.call(api.addPasskey, {
      credential: key.create((await person.self.call(api.beginPasskey, {})).body),
    })
    const aGuestToken = async () => {
      const { body } = await shop.visitor().call(api.beginGuest, {})
      await put(body.customerId, { SHIRT: 1 })
      return body.guestToken as string
    }
    const credential = key.get((await shop.visitor().call(api.beginPasskeySignIn, {})).body)
    const byKey = { credential, guestToken: await aGuestToken() }
    expect((await shop.visitor().call(api.signInByPasskey, byKey)).status).toBe(200)
    expect(await cartOf(person.customerId)).toEqual({ SHIRT: 1 })
    const { nonce } = (await shop.visitor().call(api.oidcNonce, {})).body
    const claims = { sub: randomUUID(), nonce, email: person.email, email_verified: true }
    const byToken = { provider: 'one', idToken: await provider.sign(claims), nonce, guestToken: await aGuestToken() }
    expect((await shop.visitor().call(api.signInByIdToken, byToken)).status).toBe(200)
    expect(await cartOf(person.customerId)).toEqual({ SHIRT: 2 })
  })
})

describe('a phone that was not proved', () => {
  /** Everything that a stranger could try, with the results. */
  const ATTEMPTS: Readonly<Record<string, (phone: string, victim: string) => Promise<unknown>>> = {
    'registering with it': async (phone) => (await aPerson(shop, { phone })).body,
    'registering with it and reading one’s own record': async (phone) => {
      const { self } = await aPerson(shop, { phone })
      return [(await self.call(api.me, {})).body, (await self.call(api.sessions, {})).body]
    },
    'naming it with the proof of another phone': async (phone) => {
      const { self } = await aPerson(shop)
      const verificationToken = await prove(world, shop, aPhone(), 'change_contact')
      return self.call(api.changeContact, { verificationToken, phone })
    },
    'signing in with the proof of another phone': async (phone) => {
      const verificationToken = await prove(world, shop, aPhone())
      return shop.visitor().call(api.phone, { verificationToken, phone, firstName: 'Salma' })
    },
    'guessing its code': async (phone) => {
      await world.owner.query('delete from verification_counts where tenant_id = $1', [shop.id])
      await shop.visitor().call(sendOtp, { phone, purpose: 'sign_in' })
      return shop.visitor().call(verifyOtp, { phone, purpose: 'sign_in', code: '000000' })
    },
    'a made-up proof': (phone) =>
      shop.visitor().call(api.phone, { phone, verificationToken: 'A'.repeat(54), firstName: 'Salma' }),
    'making it one’s second factor': async (phone) => {
      const { self } = await aPerson(shop)
      await world.owner.query('delete from verification_counts where tenant_id = $1', [shop.id])
      return [await self.call(api.beginSms, { phone }), await self.call(api.confirmSms, { code: '000000' })]
    },
    'reading the holder with one’s own login': async (phone, victim) => {
      const { self } = await aPerson(shop, { phone })
      const answers = [
        await self.call(customers.get, { customerId: victim }),
        await self.call(api.accountsOfCustomer, { customerId: victim }),
        await self.call(carts.read, { customerId: victim }),
        await self.call(customers.list, { q: phone } as never),
      ]
      return answers.map(({ status, body: { instance: _, requestId: __, ...body } }) => [status, body])
    },
    'merging the holder into the caller': async (phone, victim) => {
      const { self, customerId } = await aPerson(shop, { phone })
      const wish = { from: victim, into: customerId, reason: 'mine' }
      return (await self.request('POST', '/api/v1/customers/merge', wish)).status
    },
    'upgrading the holder with the proof of another phone': async (phone, victim) => {
      const { self } = await aPerson(shop, { phone })
      const verificationToken = await prove(world, shop, aPhone(), 'upgrade')
      return (await self.call(api.upgrade, { customerId: victim, verificationToken } as never)).status
    },
  }

  test.each(Object.keys(ATTEMPTS))('discloses and changes nothing: %s', async (attempt) => {
    const phone = aPhone()
    const holder = await signInWith(world, shop, phone, { firstName: 'Zubaida', lastName: 'Al Kharusi' })
    await grow(holder.customerId)
    await put(holder.customerId, { SUIT: 1 })
    const before = [await get(holder.customerId), (await shop.call(api.accountsOfCustomer, holder)).body]
    const told = JSON.stringify(await ATTEMPTS[attempt]!(phone, holder.customerId))
    for (const secret of ['Zubaida', 'Kharusi', before[0].displayName, before[0].number, holder.id, 'SUIT']) {
      expect(told).not.toContain(secret)
    }
    if (!/holder/.test(attempt)) expect(told).not.toContain(holder.customerId)
    expect([await get(holder.customerId), (await shop.call(api.accountsOfCustomer, holder)).body]).toEqual(before)
    expect(await cartOf(holder.customerId)).toEqual({ SUIT: 1 })
    expect((await holder.self.call(api.me, {})).body.customer.id).toBe(holder.customerId)
    expect(await signInWith(world, shop, phone)).toMatchObject({ id: holder.id, customerId: holder.customerId })
  })
})

describe('every session of a person ends', () => {
  async function signedInTwice() {
    const person = await aPerson(shop)
    const phone = aPhone()
    const verificationToken = await prove(world, shop, phone, 'change_contact')
    expect((await person.self.call(api.changeContact, { verificationToken })).status).toBe(200)
    const { nonce } = (await shop.visitor().call(api.oidcNonce, {})).body
    const claims = { sub: randomUUID(), nonce, email: person.email, email_verified: true }
    const wish = { provider: 'one', idToken: await provider.sign(claims), nonce }
    // Another login of the same person.
    const other = await shop.visitor().call(api.signInByIdToken, wish)
    expect(other.body.account.customerId).toBe(person.customerId)
    expect(other.body.account.id).not.toBe(person.id)
    const sessions = [person.body, (await logIn(shop, person.email)).body, other.body]
    const out = () =>
      eventually(async () => {
        for (const { accessToken } of sessions) {
          if ((await bearer(shop, accessToken).call(api.me, {})).status !== 401) return false
        }
        return true
      })
    const refused = async () => {
      for (const { refreshToken } of sessions) {
        expect((await shop.visitor().call(api.refresh, { refreshToken })).status).toBe(401)
      }
    }
    return { ...person, out, refused }
  }

  test('when the password is reset by mail', async () => {
    const { email, out, refused } = await signedInTwice()
    await forgot(world, shop, email)
    const { token } = await sentTo(shop, email, 'reset_password')
    expect((await shop.visitor().call(api.resetPassword, { token, password: BETTER })).status).toBe(200)
    await out()
    await refused()
  })

  test.each(['suspended', 'deactivated'] as const)('when staff put them away: %s', async (how) => {
    const { customerId, out, refused } = await signedInTwice()
    await shop.call(how === 'suspended' ? customers.suspend : customers.deactivate, { customerId })
    await out()
    await refused()
  })

  test('when they are erased', async () => {
    const { customerId, email, out, refused } = await signedInTwice()
    await shop.run(async (ctx) => {
      for (const hooks of [...ctx.personalData.values()].reverse()) await hooks.erase(ctx, uuid(customerId))
    })
    await out()
    await refused()
    expect((await logIn(shop, email)).status).toBe(401)
  })
})

describe('the language of a new customer', () => {
  const inArabic = { 'accept-language': 'ar-OM,ar;q=0.9,en;q=0.5' }
  const isArabic = (text: string) => /[؀-ۿ]/.test(text)

  test('is that of their browser, from the first e-mail on', async () => {
    const email = anEmail()
    const wish = { email, password: GOOD, firstName: 'عائشة' }
    const { body } = await shop.visitor(inArabic).call(api.register, wish)
    const [mail] = await mailTo(shop, email)
    expect(mail).toMatchObject({ template: 'verify_email' })
    expect(isArabic(mail!.text)).toBe(true)
    expect((await get(body.account.customerId)).locale).toBe('ar')

    const guest = await shop.visitor(inArabic).call(api.beginGuest, {})
    expect((await get(guest.body.customerId)).locale).toBe('ar')
    const verificationToken = await prove(world, shop, aPhone())
    const signedIn = await shop.visitor(inArabic).call(api.phone, { verificationToken, firstName: 'عائشة' })
    expect((await get(signedIn.body.account.customerId)).locale).toBe('ar')
  })

  test('is what they say, and that of the business when nothing says it', async () => {
    const arabic = await aTenant(world, { locale: 'ar' })
    for (const [at, headers, locale, expected] of [
      [shop, inArabic, 'en', 'en'],
      [shop, { 'accept-language': 'fr' }, undefined, 'en'],
      [arabic, { 'accept-language': 'fr' }, undefined, 'ar'],
      [arabic, {}, undefined, 'ar'],
      [arabic, { 'accept-language': 'en-GB' }, undefined, 'en'],
    ] as const) {
      const email = anEmail()
      const said = locale === undefined ? {} : { locale }
      await at.visitor(headers).call(api.register, { email, password: GOOD, firstName: 'Aisha', ...said })
      expect(isArabic((await mailTo(at, email))[0]!.text)).toBe(expected === 'ar')
    }
  })
})
