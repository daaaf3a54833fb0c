import { Secret, TOTP } from 'otpauth'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { aPhone, aTenant, aWorld, type Shop, type World } from '../../../test/harness.ts'
import { watchStatements } from '../../../test/work-done.ts'
import * as customers from '../customers/contract.ts'
import { sendOtp, verifyOtp } from '../verification/contract.ts'
import { anEmail, aPerson, BETTER, forgot, GOOD, logIn, mailTo, sentTo } from './accounts.harness.ts'
import * as api from './contract.ts'
import { signInWith } from './ways-in/code/phone.harness.ts'

const bcrypt = vi.hoisted(() => ({ hashes: 0 }))
vi.mock('bcrypt', async (original) => {
  const real = await original<typeof import('bcrypt')>()
  const counted =
    <Given extends unknown[], T>(work: (...given: Given) => T) =>
    (...given: Given) => {
      bcrypt.hashes += 1
      return work(...given)
    }
  return { ...real, hash: counted(real.hash), compare: counted(real.compare) }
})

let world: World
let shop: Shop
let watch: ReturnType<typeof watchStatements>
beforeAll(async () => {
  // Without background work, so that only the work within the request is counted.
  // Connections keep the way in which they send.
  watch = watchStatements()
  world = await aWorld({ KITH_TRUST_PROXY: '1' })
  shop = await aTenant(world)
})
afterAll(async () => {
  watch.stop()
  await world.close()
})

type Answer = Awaited<ReturnType<typeof logIn>>

/** Everything observable from outside about a response, and its cost. */
async function seen(ask: () => Promise<Answer>) {
  bcrypt.hashes = 0
  const { answer, statements } = await watch.during(ask)
  const { date: _, 'x-request-id': __, ...headers } = Object.fromEntries(answer.headers)
  return { status: answer.status, headers, body: faceless(answer.body), hashes: bcrypt.hashes, statements }
}

/** Ids, tokens and times differ for every call; their length does not. */
const faceless = (body: object) =>
  JSON.stringify(body)
    .replace(/[\w-]{20,}(\.[\w-]+)*/g, (drawn) => '…'.repeat(drawn.includes('.') ? 1 : drawn.length))
    .replace(/\d{4}-[\dT:.-]+Z/g, '…')

const blockedBy = async (act: typeof customers.suspend | typeof customers.deactivate) => {
  const { email, customerId } = await aPerson(shop)
  expect((await shop.call(act, { customerId })).status).toBe(200)
  return email
}
async function aMember({ disabled = false, accepted = true } = {}) {
  const email = anEmail()
  const { body } = await shop.call(api.inviteStaff, { email, role: 'cashier' })
  const { token } = await sentTo(shop, email, 'staff_invitation')
  if (accepted) await shop.visitor().call(api.acceptInvitation, { token, password: GOOD })
  if (disabled) await shop.call(api.disableStaff, { accountId: body.id })
  return email
}
async function withSecondFactor() {
  const { email, self } = await aPerson(shop)
  const { secret } = (await self.call(api.beginTotp, {})).body
  await self.call(api.confirmTotp, { code: new TOTP({ secret: Secret.fromBase32(secret) }).generate() })
  return email
}

/** Every state in which the business may know an e-mail. */
const KNOWN: Readonly<Record<string, () => Promise<string>>> = {
  confirmed: async () => (await aPerson(shop)).email,
  'not confirmed': async () => (await aPerson(shop, { confirmed: false })).email,
  'with a second factor': withSecondFactor,
  suspended: () => blockedBy(customers.suspend),
  deactivated: () => blockedBy(customers.deactivate),
  'of staff': () => aMember(),
  'of staff who were disabled': () => aMember({ disabled: true }),
  'invited to the staff': () => aMember({ accepted: false }),
  'of a customer without a login': async () => {
    const email = anEmail()
    await shop.call(customers.create, { type: 'stub', firstName: 'Salma', phone: aPhone(), email } as never)
    return email
  },
}
const everyKind = Object.keys(KNOWN)

describe.each(everyKind)('an e-mail %s', (kind) => {
  test('and an unknown one are the same to a wrong password: answer, headers, hashes and statements', async () => {
    const email = await KNOWN[kind]!()
    await logIn(shop, anEmail(), BETTER)
    const unknown = await seen(() => logIn(shop, anEmail(), BETTER))
    expect(unknown).toMatchObject({ status: 401, hashes: 1 })
    expect(unknown.statements.length).toBeGreaterThan(3)
    expect(await seen(() => logIn(shop, email, BETTER))).toEqual(unknown)
  })

  test('and an unknown one are the same to a password reset', async () => {
    const email = await KNOWN[kind]!()
    const ask = (of: string) => shop.visitor().call(api.forgotPassword, { email: of })
    await ask(anEmail())
    const unknown = await seen(() => ask(anEmail()))
    expect(unknown).toMatchObject({ status: 200, hashes: 0, body: '{"done":true}' })
    expect(await seen(() => ask(email))).toEqual(unknown)
  })

  test('and an unknown one are the same to a registration', async () => {
    const email = await KNOWN[kind]!()
    const ask = (of: string) =>
      shop.visitor().call(api.register, { email: of, password: GOOD, firstName: 'Aisha', session: 'cookie' })
    await ask(anEmail())
    const unknown = await seen(() => ask(anEmail()))
    expect(unknown).toMatchObject({ status: 201, hashes: 1 })
    const known = await seen(() => ask(email))
    expect({ ...known, headers: withoutCookies(known) }).toEqual({ ...unknown, headers: withoutCookies(unknown) })
  })

  test('and an unknown one are the same to a request for a code, and to a guess', async () => {
    const email = await KNOWN[kind]!()
    await indistinguishableCodes({ email: anEmail() }, { email })
  })
})

const withoutCookies = ({ headers }: { headers: Record<string, string> }) => ({
  ...headers,
  'set-cookie': headers['set-cookie']?.replace(/kith_\w+=[^;]+|Max-Age=\d+|Expires=[^;]+/g, '…'),
})

const PHONES: Readonly<Record<string, () => Promise<string>>> = {
  'of a customer without a login': async () => {
    const phone = aPhone()
    await shop.call(customers.create, { type: 'stub', firstName: 'Salma', phone } as never)
    return phone
  },
  'that signs in': async () => {
    const phone = aPhone()
    await signInWith(world, shop, phone, { firstName: 'Noor' })
    return phone
  },
  'that is only claimed': async () => {
    const phone = aPhone()
    await aPerson(shop, { phone })
    return phone
  },
  'of a suspended customer': async () => {
    const phone = aPhone()
    const { customerId } = await signInWith(world, shop, phone, { firstName: 'Noor' })
    await shop.call(customers.suspend, { customerId })
    return phone
  },
}

describe.each(Object.keys(PHONES))('a phone %s', (kind) => {
  test('and an unknown one are the same to a request for a code, and to a guess', async () => {
    const phone = await PHONES[kind]!()
    await indistinguishableCodes({ phone: aPhone() }, { phone })
  })

  test('and an unknown one are the same to a registration', async () => {
    const phone = await PHONES[kind]!()
    const ask = (of: string) =>
      shop.visitor().call(api.register, { email: anEmail(), phone: of, password: GOOD, firstName: 'Aisha' })
    await ask(aPhone())
    const unknown = await seen(() => ask(aPhone()))
    expect(unknown).toMatchObject({ status: 201, hashes: 1 })
    expect(await seen(() => ask(phone))).toEqual(unknown)
  })
})

async function indistinguishableCodes(
  nobody: { phone?: string; email?: string },
  known: { phone?: string; email?: string },
) {
  await world.owner.query('delete from verification_counts')
  await world.owner.query('delete from verification_codes')
  for (const purpose of ['sign_in', 'register'] as const) {
    await world.owner.query(`delete from verification_counts where window_of = 'cooldown'`)
    const send = (contact: typeof nobody) => shop.visitor().call(sendOtp, { ...contact, purpose })
    const unknown = await seen(() => send(nobody))
    expect(unknown).toMatchObject({ status: 200, hashes: 0 })
    expect(await seen(() => send(known))).toEqual(unknown)
    const guess = (contact: typeof nobody) => shop.visitor().call(verifyOtp, { ...contact, purpose, code: '000000' })
    const wrong = await seen(() => guess(nobody))
    expect(wrong.status).toBe(422)
    expect(await seen(() => guess(known))).toEqual(wrong)
  }
}

test('the one difference stays behind the answer: only a login that may come in gets the link', async () => {
  const sent: Record<string, number> = {}
  for (const kind of everyKind) {
    const email = await KNOWN[kind]!()
    await forgot(world, shop, email)
    sent[kind] = (await mailTo(shop, email)).filter(({ template }) => template === 'reset_password').length
  }
  expect(sent).toEqual({
    confirmed: 1,
    'not confirmed': 1,
    'with a second factor': 1,
    suspended: 0,
    deactivated: 1,
    'of staff': 1,
    'of staff who were disabled': 0,
    'invited to the staff': 0,
    'of a customer without a login': 0,
  })
})

test('many password resets are limited by IP address, for any e-mails', async () => {
  const visitor = shop.visitor()
  expect((await visitor.call(api.forgotPassword, { email: anEmail() })).status).toBe(200)
  await world.owner.query('update sign_in_attempts set count = 300 where tenant_id = $1', [shop.id])
  const answers = [await visitor.call(api.forgotPassword, { email: anEmail() })]
  expect(answers.map(({ status }) => status)).toEqual([429])
})
