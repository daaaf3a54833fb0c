import { afterAll, beforeAll, expect, test } from 'vitest'
import { aPhone, aTenant, aWorld, type Shop, type World } from '../../../../../test/harness.ts'
import * as verification from '../../../verification/contract.ts'
import { anEmail, aPerson, GOOD, logIn } from '../../accounts.harness.ts'
import * as api from '../../contract.ts'

let world: World
let shop: Shop
let neighbour: Shop
beforeAll(async () => {
  world = await aWorld({ KITH_TRUST_PROXY: '1' })
  shop = await aTenant(world)
  neighbour = await aTenant(world)
})
afterAll(() => world.close())

/** Without the sentence for people, which is that of the refusal. */
const refused = async (at: Shop) =>
  (await at.call(api.signInsByDay, {})).body.refused.map(({ said: _, ...one }: { said: string }) => one)
const metric = async (way: string, outcome: string) => {
  const text = await (await fetch(`${world.url}/metrics`)).text()
  const line = text.split('\n').find((one) => one.startsWith(`kith_tries_total{way="${way}",outcome="${outcome}"}`))
  return Number(line?.split(' ').at(-1) ?? 0)
}

test('tries and successes are counted by reason, for operators and for the business, without a trace of the person', async () => {
  const before = [await metric('registration', 'done'), await metric('password', 'done')]
  const { email } = await aPerson(shop)
  await logIn(shop, email)
  const weak = { email: anEmail(), password: 'password1', firstName: 'Salim' }
  expect((await shop.visitor().call(api.register, weak)).status).toBe(422)
  for (let n = 0; n < 2; n++) expect((await logIn(shop, email, 'not the password')).status).toBe(401)
  const phone = aPhone()
  await shop.visitor().call(verification.sendOtp, { phone, purpose: 'login' } as never)
  const guess = { phone, purpose: 'login', code: '000000' }
  await shop.visitor().call(verification.verifyOtp, guess as never)

  expect(await refused(shop)).toEqual(
    expect.arrayContaining([
      { way: 'password', reason: 'auth.wrong_credentials', tries: 2 },
      { way: 'code', reason: 'verification.code_invalid', tries: 1 },
      { way: 'registration', reason: 'invalid', tries: 1 },
    ]),
  )
  const { refused: told } = (await shop.call(api.signInsByDay, {}, { headers: { 'accept-language': 'ar' } })).body
  expect(told.every(({ said }: { said: string }) => /[ء-ي]/.test(said))).toBe(true)
  expect(await metric('registration', 'done')).toBe(before[0]! + 1)
  expect(await metric('password', 'done')).toBe(before[1]! + 1)
  expect(await metric('password', 'auth.wrong_credentials')).toBe(2)
  const { rows } = await world.owner.query('select * from refused_tries where tenant_id = $1', [shop.id])
  for (const trace of [email, phone.slice(1), 'Salim', '127.0.0.1']) expect(JSON.stringify(rows)).not.toContain(trace)
})

test('a lock-out is counted once, what it refuses each time, and neither at the neighbour’s', async () => {
  const at = await aTenant(world)
  const { email } = await aPerson(at)
  const here = { 'x-forwarded-for': '192.0.2.79' }
  for (let n = 0; n < 13; n++) await logIn(at, email, `wrong ${n}`, here)
  expect((await logIn(at, email, GOOD, here)).status).toBe(429)
  const counted = await refused(at)
  expect(counted.find(({ way }: { way: string }) => way === 'lock_out')).toMatchObject({ tries: 1 })
  expect(counted).toContainEqual({ way: 'password', reason: 'too_many_requests', tries: 4 })
  expect(await refused(neighbour)).toEqual([])
})

test('days are those of the business, and after 90 days nothing is left', async () => {
  const at = await aTenant(world)
  await world.owner.query(
    `insert into refused_tries (tenant_id, at, way, reason, tries) values
       ($1, '2026-03-01T19:45Z', 'code', 'verification.code_invalid', 1),
       ($1, '2026-03-01T20:00Z', 'code', 'verification.code_invalid', 2)`,
    [at.id],
  )
  const day = async (of: string) => (await at.call(api.signInsByDay, { from: of, to: of })).body.refused
  expect(await day('2026-03-01')).toMatchObject([{ tries: 1 }])
  expect(await day('2026-03-02')).toMatchObject([{ tries: 2 }])
  const { forgetOldCounts } = await import('../../../../kit/counted.ts')
  await at.run(forgetOldCounts)
  expect(await day('2026-03-02')).toEqual([])
})
