import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { aPhone, aTenant, aWorld, type Shop, type World } from '../../../test/harness.ts'
import { sendOtp, verifyOtp } from '../verification/contract.ts'
import { anEmail, aPerson, bearer, GOOD, logIn, mailTo, sentTo } from './accounts.harness.ts'
import * as api from './contract.ts'

/** Comparisons wait until the test lets them go. */
const bcrypt = vi.hoisted(() => ({ begun: 0, gate: Promise.resolve() }))
vi.mock('bcrypt', async (original) => {
  const real = await original<typeof import('bcrypt')>()
  const compare = async (password: string, hash: string) => {
    bcrypt.begun += 1
    await bcrypt.gate
    return real.compare(password, hash)
  }
  return { ...real, compare }
})

let world: World
let shop: Shop
beforeAll(async () => {
  world = await aWorld({ KITH_POOL: '20', KITH_TRUST_PROXY: '1' })
  shop = await aTenant(world)
})
afterAll(() => world.close())
beforeEach(() => {
  bcrypt.begun = 0
})

test('1,000 guesses at a code never succeed, from any caller and even with the right one among them', async () => {
  const phone = aPhone()
  const purpose = 'sign_in' as const
  const { handle } = (await shop.visitor().call(sendOtp, { phone, purpose })).body
  const code = /\b(\d{6})\b/.exec((await mailTo(shop, phone))[0]!.text)![1]!
  const others = Array.from({ length: 1_000 }, (_, n) => String((Number(code) + n) % 1_000_000).padStart(6, '0'))
  // The first ten are wrong; after them the right one is as likely as any other.
  const guesses = [...others.slice(1, 11), ...others.slice(0, 1), ...others.slice(11)]
  const statuses: number[] = []
  for (let at = 0; at < guesses.length; at += at < 11 ? 1 : 50) {
    const together = guesses.slice(at, at < 11 ? at + 1 : at + 50)
    const answers = await Promise.all(
      together.map((guess) => shop.visitor().call(verifyOtp, { phone, purpose, code: guess })),
    )
    statuses.push(...answers.map(({ status }) => status))
  }
  expect(statuses).toHaveLength(1_000)
  expect([...new Set(statuses)]).toEqual([422])
  for (let n = 0; n < 3; n++) expect((await shop.visitor().call(verifyOtp, { phone, purpose, code })).status).toBe(422)
  const { body } = await shop.request('GET', '/api/v1/audit?action=verification.many_wrong_codes')
  expect(body.items).toHaveLength(1)
  // None of it used an attempt of the owner.
  expect((await shop.visitor().call(verifyOtp, { phone, purpose, code, handle })).status).toBe(200)
})

test('asking for new codes from ever new networks gives 45 a day and three guesses each, so 135 of a million', async () => {
  const phone = aPhone()
  const purpose = 'cod' as const
  for (let round = 0; round < 48; round++) {
    // As if an hour had passed: counters restart, except the daily one.
    await world.owner.query(`delete from verification_counts where window_of not in ('day', 'day of all', 'budget')`)
    const { status, body } = await shop.visitor().call(sendOtp, { phone, purpose })
    if (status !== 200) continue
    const guess = { phone, purpose, code: '000000', handle: body.handle }
    for (let n = 0; n < 4; n++) await shop.visitor().call(verifyOtp, guess)
  }
  const { rows } = await world.owner.query(
    `select count(*)::int as sent, sum(attempts)::int as looked from verification_codes where purpose = 'cod'`,
  )
  expect(rows).toEqual([{ sent: 45, looked: 135 }])
})

test('one network that guesses at the codes of many is closed out, and others are not', async () => {
  const here = shop.visitor({ 'x-forwarded-for': '2001:db8:7:7::1' })
  const nextDoor = shop.visitor({ 'x-forwarded-for': '2001:db8:7:7:8::2' })
  const purpose = 'sign_in' as const
  const wrong = async (at: Pick<Shop, 'call'>) => at.call(verifyOtp, { phone: aPhone(), purpose, code: '000000' })
  for (let n = 0; n < 30; n++) expect((await wrong(here)).status).toBe(422)
  const refused = await wrong(nextDoor)
  expect(refused).toMatchObject({ status: 429, body: { code: 'verification.guess_limit' } })
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
  expect((await wrong(shop.visitor())).status).toBe(422)
})

test('a stranger without the handle neither uses up nor spoils a code, and an app without one still signs in', async () => {
  const purpose = 'sign_in' as const
  const ask = async (phone: string) => {
    const { handle } = (await shop.visitor().call(sendOtp, { phone, purpose })).body
    return { handle, code: /\b(\d{6})\b/.exec((await mailTo(shop, phone))[0]!.text)![1]! }
  }
  const phone = aPhone()
  const { handle, code } = await ask(phone)
  const wrong = String((Number(code) + 1) % 1_000_000).padStart(6, '0')
  const stranger = shop.visitor()
  for (const shown of [{}, { handle: 'made up' }]) {
    for (let n = 0; n < 3; n++)
      expect((await stranger.call(verifyOtp, { phone, purpose, code: wrong, ...shown })).status).toBe(422)
  }
  expect((await stranger.call(verifyOtp, { phone, purpose, code })).status).toBe(422)
  const own = shop.visitor()
  for (let n = 0; n < 2; n++)
    expect((await own.call(verifyOtp, { phone, purpose, code: wrong, handle })).status).toBe(422)
  expect((await own.call(verifyOtp, { phone, purpose, code, handle })).status).toBe(200)
  const other = aPhone()
  const { code: second } = await ask(other)
  for (let n = 0; n < 3; n++)
    expect((await stranger.call(verifyOtp, { phone: other, purpose, code: wrong })).status).toBe(422)
  expect((await shop.visitor().call(verifyOtp, { phone: other, purpose, code: second })).status).toBe(200)
})

test('what strangers ask for and guess neither ends a code that a customer waits for nor keeps the customer waiting', async () => {
  const phone = aPhone()
  const purpose = 'sign_in' as const
  const send = async (at: Pick<Shop, 'call'>) => {
    const { status, body } = await at.call(sendOtp, { phone, purpose })
    expect(status).toBe(200)
    return { handle: body.handle, code: /\b(\d{6})\b/.exec((await mailTo(shop, phone))[0]!.text)![1]! }
  }
  const own = shop.visitor()
  const first = shop.visitor()
  await send(first)
  const { handle, code } = await send(own)
  const wrong = String((Number(code) + 1) % 1_000_000).padStart(6, '0')
  const strangers = [first, shop.visitor(), shop.visitor()]
  const theirs = [await send(strangers[1]!), await send(strangers[2]!)]
  for (const stranger of strangers) {
    for (const shown of [{}, { handle: theirs[0]!.handle }]) {
      const guesses = Array.from({ length: 3 }, () => ({ phone, purpose, code: wrong, ...shown }))
      await Promise.all(guesses.map((guess) => stranger.call(verifyOtp, guess)))
    }
  }
  expect(await own.call(sendOtp, { phone, purpose })).toMatchObject({ body: { code: 'verification.cooling_down' } })
  for (let n = 0; n < 2; n++)
    expect((await own.call(verifyOtp, { phone, purpose, code: wrong, handle })).status).toBe(422)
  expect((await own.call(verifyOtp, { phone, purpose, code, handle })).status).toBe(200)
  // The phone is verified: other codes for it are invalid.
  expect((await strangers[2]!.call(verifyOtp, { phone, purpose, ...theirs[1]! })).status).toBe(422)
})

test('of forty guesses at once with its handle three are looked at, and the codes of others are none of them', async () => {
  const phone = aPhone()
  const purpose = 'sign_in' as const
  await shop.visitor().call(sendOtp, { phone, purpose })
  const { handle } = (await shop.visitor().call(sendOtp, { phone, purpose })).body
  const code = /\b(\d{6})\b/.exec((await mailTo(shop, phone))[0]!.text)![1]!
  const wrong = (n: number) => String((Number(code) + 1 + n) % 1_000_000).padStart(6, '0')
  const guesses = Array.from({ length: 40 }, (_, n) => ({ phone, purpose, code: wrong(n), handle }))
  await Promise.all(guesses.map((guess) => shop.visitor().call(verifyOtp, guess)))
  const { rows } = await world.owner.query(
    `select attempts, stray_attempts from verification_codes
      where contact = (select contact from verification_codes where purpose = $1 order by id desc limit 1)
      order by id`,
    [purpose],
  )
  expect(rows).toEqual([
    { attempts: 0, stray_attempts: 0 },
    { attempts: 3, stray_attempts: 0 },
  ])
  expect((await shop.visitor().call(verifyOtp, { phone, purpose, code, handle })).status).toBe(422)
})

test('asked for again with its handle a code ends the one before, from wherever; without one it ends no other with a handle', async () => {
  const phone = aPhone()
  const purpose = 'sign_in' as const
  const wait = () => world.owner.query(`delete from verification_counts where window_of = 'cooldown'`)
  const send = async (at: Pick<Shop, 'call'>, shown = {}) => {
    const { status, body } = await at.call(sendOtp, { phone, purpose, ...shown })
    if (status !== 200) return { status, handle: '', code: '000000' }
    return { status, handle: body.handle, code: /\b(\d{6})\b/.exec((await mailTo(shop, phone))[0]!.text)![1]! }
  }
  const verify = async (code: string, handle?: string) =>
    (await shop.visitor().call(verifyOtp, { phone, purpose, code, handle })).status
  const house = shop.visitor()
  const before = await send(house)
  expect((await send(shop.visitor(), { handle: before.handle })).status).toBe(429)
  await wait()
  const again = await send(shop.visitor(), { handle: before.handle })
  expect(await verify(before.code, before.handle)).toBe(422)
  await wait()
  const flatmate = await send(house)
  if (again.code !== flatmate.code) expect(await verify(again.code)).toBe(422)
  expect(await verify(again.code, again.handle)).toBe(200)
})

test('an Arabic passphrase of forty letters with one wrong last letter is refused', async () => {
  const phrase = 'سفينةشراعيةقديمةترسوقربسوقمطرحكلمساءجمعة'
  expect([...phrase]).toHaveLength(40)
  // bcrypt would use only 72 bytes.
  expect(Buffer.from(phrase).subarray(0, 72)).toEqual(Buffer.from(`${phrase.slice(0, -1)}ى`).subarray(0, 72))
  const email = anEmail()
  const { body, status } = await shop.visitor().call(api.register, { email, password: phrase, firstName: 'Aisha' })
  expect(status).toBe(201)
  const { code } = await sentTo(shop, email, 'verify_email')
  await bearer(shop, body.accessToken).call(api.verifyEmail, { code })
  expect((await logIn(shop, email, `${phrase.slice(0, -1)}ى`)).status).toBe(401)
  expect((await logIn(shop, email, phrase.slice(0, -1))).status).toBe(401)
  expect((await logIn(shop, email, phrase)).status).toBe(200)
})

test('when as many wait for a hash as may, the next one is asked to come back, and loses no try by it', async () => {
  const { email } = await aPerson(shop)
  const { open, wait } = gate()
  bcrypt.gate = wait
  const crowd = Array.from({ length: 100 }, () => logIn(shop, anEmail(), 'wrong'))
  // A response without a comparison is a refusal.
  const refused = await Promise.race(crowd)
  expect(refused).toMatchObject({ status: 503, body: { code: 'overloaded' } })
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
  for (let n = 0; n < 12; n++) expect((await logIn(shop, email, GOOD)).status).toBe(503)
  const begins = { email: anEmail(), password: GOOD, firstName: 'Aisha' }
  expect((await shop.visitor().call(api.register, begins)).status).toBe(503)
  open()
  const statuses = (await Promise.all(crowd)).map(({ status }) => status)
  expect([...new Set(statuses)].sort()).toEqual([401, 503])
  expect(bcrypt.begun).toBe(statuses.filter((status) => status === 401).length)
  // Twelve refused attempts have not locked the account.
  expect((await logIn(shop, email, GOOD)).status).toBe(200)
})

function gate() {
  let open = () => {}
  const wait = new Promise<void>((resolve) => {
    open = resolve
  })
  return { open, wait }
}
