import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aPhone, aTenant, aWorld, type Shop, type World } from '../../../test/harness.ts'
import { readInbox } from '../messages/contract.ts'
import { changeSettings, readSettings, sendOtp } from './contract.ts'
import { aCode, ask, inWorld } from './verification.harness.ts'

let world: World
let shop: Shop
let rival: Shop
/** Created with the others: visitors find a new tenant only seconds later. */
let visited: Shop
beforeAll(async () => {
  world = await aWorld({ KITH_TRUST_PROXY: '1' })
  shop = await aTenant(world)
  rival = await aTenant(world)
  visited = await aTenant(world)
})
afterAll(() => world.close())

const { coolDown, visit } = inWorld(() => world)

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

  test('one code a minute to one phone, for any purposes', async () => {
    const { phone } = await aCode(shop)
    const again = await shop.call(sendOtp, { phone, purpose: 'upgrade' })
    expect(again).toMatchObject({ status: 429, body: { code: 'verification.cooling_down' } })
    const seconds = Number(again.headers.get('retry-after'))
    expect(seconds).toBeGreaterThan(50)
    expect(seconds).toBeLessThanOrEqual(60)
    expect(again.body.retryAfterSeconds).toBe(seconds)
    expect(again.body.title).toMatch(/^A code was just sent; you can request another in (\d+ seconds|1 minute)\.$/)
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

  test('so many an hour to one phone by each network, and three times as many by all together', async () => {
    await visited.call(changeSettings, { perContactPerHour: 2 })
    const phone = aPhone()
    const askFrom = async (network: number, to = phone) => {
      await coolDown(visited)
      const from = { 'x-forwarded-for': `192.0.2.${network}` }
      return visit(visited, '/api/v1/customers/send-otp', { phone: to, purpose: 'sign_in' }, from)
    }
    for (const network of [1, 1, 2, 2]) expect((await askFrom(network)).status).toBe(200)
    for (const network of [1, 2]) {
      expect(await askFrom(network)).toMatchObject({ status: 429, body: { code: 'verification.contact_limit' } })
    }
    // Strangers have not locked the customer out, and the phone is not flooded either.
    for (const network of [3, 3]) expect((await askFrom(network)).status).toBe(200)
    expect(await askFrom(4)).toMatchObject({ status: 429, body: { code: 'verification.contact_limit' } })
    expect((await askFrom(4, aPhone())).status).toBe(200)
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

  test('to the countries that the tenant chooses', async () => {
    const at = await limited({ countries: ['GB'] })
    expect((await ask(at, '+447400123456')).status).toBe(200)
    expect(await ask(at, aPhone())).toMatchObject({
      status: 422,
      body: { code: 'verification.country_not_served', country: 'OM' },
    })
    expect((await at.call(changeSettings, { countries: null })).body.servedCountries).toContain('OM')
    expect((await ask(at, aPhone())).status).toBe(200)
  })

  test('are settings of the tenant: omitted ones keep their value, and they need a permission', async () => {
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
})
