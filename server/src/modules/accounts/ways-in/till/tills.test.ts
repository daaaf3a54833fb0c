import { Secret, TOTP } from 'otpauth'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aTenant, aWorld, eventually, type Shop, type World } from '../../../../../test/harness.ts'
import type { Role } from '../../../../permissions.ts'
import * as customers from '../../../customers/contract.ts'
import { anEmail, aPerson, BETTER, bearer, GOOD, logIn, sentTo } from '../../accounts.harness.ts'
import * as api from '../../contract.ts'
import { isGuessedFirst } from './guessed-pin.ts'

let world: World
let shop: Shop
let rival: Shop
beforeAll(async () => {
  world = await aWorld({ KITH_TRUST_PROXY: '1' })
  shop = await aTenant(world)
  rival = await aTenant(world)
})
afterAll(() => world.close())

const PIN = '4071'

async function aMember(role: Role = 'cashier', at = shop) {
  const email = anEmail()
  const invited = await at.call(api.inviteStaff, { email, role, name: 'Huda' })
  const { token } = await sentTo(at, email, 'staff_invitation')
  const { body } = await at.visitor().call(api.acceptInvitation, { token, password: GOOD })
  return { id: invited.body.id as string, email, body, self: bearer(at, body.accessToken) }
}

async function aTill(at = shop) {
  const { status, body } = await at.call(api.registerTill, { name: 'Counter 1' })
  expect(status).toBe(201)
  const paired = await at.visitor().call(api.pairTill, { pairingCode: body.pairingCode })
  expect(paired.status).toBe(200)
  return { id: body.id as string, tillToken: paired.body.tillToken as string }
}
type Till = Awaited<ReturnType<typeof aTill>>

/** A staff member who has signed in on the till and chosen a PIN. */
async function anOperator(till: Till, role: Role = 'cashier', at = shop) {
  const member = await aMember(role, at)
  expect((await member.self.call(api.setPin, { pin: PIN, tillToken: till.tillToken })).status).toBe(200)
  return member
}
const byPin = (till: Till, accountId: string, pin = PIN, at = shop) =>
  at.visitor().call(api.signInByPin, { accountId, pin, tillToken: till.tillToken })
const wrong = { status: 401, body: { code: 'till.wrong_pin' } }
const over = { status: 401, body: { code: 'till.pin_over' } }
const fallAsleep = (sessionId: string) =>
  world.owner.query(`update account_sessions set awake_until = now() - interval '1 second' where id = $1`, [sessionId])
const operatorsOf = async (till: Till) =>
  (await shop.visitor().call(api.operators, { tillToken: till.tillToken })).body.items

describe('a till', () => {
  test('is registered by owner, admin and manager, and by no other role', async () => {
    for (const [role, status] of [
      ['owner', 201],
      ['admin', 201],
      ['manager', 201],
      ['cashier', 403],
      ['analyst', 403],
      ['privacy-officer', 403],
    ] as const) {
      const { self } = await aMember(role)
      expect((await self.call(api.registerTill, { name: 'Counter' })).status).toBe(status)
      expect((await self.call(api.listTills, {})).status).toBe(status === 201 ? 200 : 403)
    }
    const person = await aPerson(shop)
    expect((await person.self.call(api.registerTill, { name: 'Counter' })).status).toBe(403)
    expect((await shop.visitor().call(api.registerTill, { name: 'Counter' })).status).toBe(401)
  })

  test('its code is kept for no Idempotency-Key', async () => {
    const once = { headers: { 'idempotency-key': 'the same' } }
    const answers = [1, 2].map(() => shop.call(api.registerTill, { name: 'Counter 2' }, once))
    const [first, second] = await Promise.all(answers)
    expect([first!.status, second!.status]).toEqual([201, 201])
    expect(second!.body.pairingCode).not.toBe(first!.body.pairingCode)
    expect(second!.headers.has('idempotent-replayed')).toBe(false)
    const { rows } = await world.owner.query('select from idempotency_keys where tenant_id = $1', [shop.id])
    expect(rows).toEqual([])
  })

  test('is paired once, by its code as people type it, within a quarter of an hour, in its own business', async () => {
    const no = { status: 422, body: { code: 'till.pairing_over' } }
    const pair = (pairingCode: string, at = shop) => at.visitor().call(api.pairTill, { pairingCode })
    const { body } = await shop.call(api.registerTill, { name: 'Counter' })
    expect(body).toMatchObject({ status: 'waiting', pairingCode: expect.stringMatching(/^[A-Z2-9]{4}-[A-Z2-9]{4}$/) })
    expect(await pair(body.pairingCode, rival)).toMatchObject(no)
    expect(await pair('AAAA-AAAA')).toMatchObject(no)
    const typed = body.pairingCode.toLowerCase().replace('-', ' ')
    const answers = await Promise.all([pair(typed), pair(body.pairingCode), pair(typed)])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 422, 422])
    expect(await pair(body.pairingCode)).toMatchObject(no)
    const late = (await shop.call(api.registerTill, { name: 'Late' })).body
    await world.owner.query(`update tills set pairing_expires_at = now() - interval '1 second' where id = $1`, [
      late.id,
    ])
    expect(await pair(late.pairingCode)).toMatchObject(no)
    const gone = (await shop.call(api.registerTill, { name: 'Gone' })).body
    await shop.call(api.revokeTill, { tillId: gone.id })
    expect(await pair(gone.pairingCode)).toMatchObject(no)
    const { items } = (await shop.call(api.listTills, {})).body
    expect(items.find(({ id }: { id: string }) => id === body.id)).toMatchObject({ status: 'paired' })
    expect((await rival.call(api.listTills, {})).body.items).toEqual([])
  })

  test('a pairing code cannot be guessed from one address', async () => {
    const visitor = shop.visitor()
    const statuses = []
    for (let n = 0; n < 21; n++) {
      statuses.push((await visitor.call(api.pairTill, { pairingCode: 'AAAA-AAAA' })).status)
    }
    expect(statuses).toEqual([...Array(20).fill(422), 429])
  })

  test('by itself signs no one in, and its token is nowhere but on the device', async () => {
    const till = await aTill()
    expect((await bearer(shop, till.tillToken).call(api.me, {})).status).toBe(401)
    const member = await aMember()
    expect(await byPin(till, member.id)).toMatchObject(wrong)
    const { rows } = await world.owner.query('select tills::text as row from tills')
    for (const { row } of rows)
      expect(row).not.toContain(Buffer.from(till.tillToken.slice(6), 'base64url').toString('hex'))
  })

  test('in a browser keeps its token where no script can read it', async () => {
    const { body } = await shop.call(api.registerTill, { name: 'Browser' })
    const paired = await shop
      .visitor({ origin: world.url })
      .call(api.pairTill, { pairingCode: body.pairingCode, keepIn: 'cookie' })
    expect(paired.body).toEqual({ till: { id: body.id, name: 'Browser' } })
    const [cookie] = paired.headers.getSetCookie()
    expect(cookie).toMatch(/^kith_till=kitht_.+; Path=\/api\/v1\/tills; HttpOnly; SameSite=Lax/)
    const here = { cookie: cookie!.split(';')[0]!, origin: world.url }
    const member = await aMember()
    const authorization = `Bearer ${member.body.accessToken}`
    expect((await shop.visitor({ ...here, authorization }).call(api.setPin, { pin: PIN })).status).toBe(200)
    const signedIn = await shop
      .visitor(here)
      .call(api.signInByPin, { accountId: member.id, pin: PIN, session: 'cookie' })
    expect(signedIn.status).toBe(200)
    expect(signedIn.headers.getSetCookie().map((one) => one.split('=')[0])).toEqual(['kith_access', 'kith_refresh'])
  })

  test('that is revoked ends its sessions at once, its PINs and its token', async () => {
    const till = await aTill()
    const member = await anOperator(till)
    const { body } = await byPin(till, member.id)
    const self = bearer(shop, body.accessToken)
    expect((await self.call(customers.list, {})).status).toBe(200)
    expect((await rival.call(api.revokeTill, { tillId: till.id })).status).toBe(404)
    expect((await self.call(api.revokeTill, { tillId: till.id })).status).toBe(403)
    expect((await shop.call(api.revokeTill, { tillId: till.id })).body.status).toBe('revoked')
    expect((await self.call(customers.list, {})).status).toBe(401)
    expect((await shop.visitor().call(api.refresh, { refreshToken: body.refreshToken })).status).toBe(401)
    expect(await byPin(till, member.id)).toMatchObject({ status: 401, body: { code: 'till.unknown' } })
    expect((await shop.call(api.revokeTill, { tillId: till.id })).status).toBe(200)
    const { rows } = await world.owner.query('select from till_pins where till_id = $1', [till.id])
    expect(rows).toEqual([])
  })

  test('revoked at the moment of a sign-in leaves no session', async () => {
    for (let round = 0; round < 5; round++) {
      const till = await aTill()
      const member = await anOperator(till)
      const [signedIn] = await Promise.all([byPin(till, member.id), shop.call(api.revokeTill, { tillId: till.id })])
      expect([200, 401]).toContain(signedIn.status)
      if (signedIn.status === 200) {
        expect((await bearer(shop, signedIn.body.accessToken).call(api.me, {})).status).toBe(401)
      }
    }
  })
})

describe('a PIN', () => {
  test('signs in on its till, with the role of its holder', async () => {
    const till = await aTill()
    const member = await anOperator(till)
    expect(await operatorsOf(till)).toEqual([{ accountId: member.id, name: 'Huda', role: 'cashier', usable: true }])
    const { status, body } = await byPin(till, member.id)
    expect(status).toBe(200)
    expect(body.account).toMatchObject({ id: member.id, kind: 'staff', role: 'cashier' })
    const { body: me } = await bearer(shop, body.accessToken).call(api.me, {})
    expect(me.may).toContain('customers:write')
    expect(me.may).not.toContain('staff:manage')
  })

  test('is worthless on another till, for another account, in another business, and with another token', async () => {
    const [till, other, foreign] = [await aTill(), await aTill(), await aTill(rival)]
    const [member, colleague] = [await anOperator(till), await aMember()]
    expect(await byPin(other, member.id)).toMatchObject(wrong)
    expect(await byPin(till, colleague.id)).toMatchObject(wrong)
    const unknown = { status: 401, body: { code: 'till.unknown' } }
    expect(await byPin(till, member.id, PIN, rival)).toMatchObject(unknown)
    expect(await byPin(foreign, member.id, PIN, rival)).toMatchObject(wrong)
    for (const tillToken of [foreign.tillToken, `kitht_${'A'.repeat(64)}`, 'kitht_nonsense_nonsense', undefined]) {
      const given = { accountId: member.id, pin: PIN, ...(tillToken && { tillToken }) }
      expect(await shop.visitor().call(api.signInByPin, given)).toMatchObject(unknown)
      expect(await shop.visitor().call(api.operators, tillToken ? { tillToken } : {})).toMatchObject(unknown)
    }
  })

  test('a wrong one and an account without one get the same answer', async () => {
    const till = await aTill()
    const member = await anOperator(till)
    const answers = [await byPin(till, member.id, '9052'), await byPin(till, '01a1fde1-bb3b-737c-83c6-5a2b8132b326')]
    const [one, other] = answers.map(({ status, body }) => [status, { ...body, instance: '', requestId: '' }])
    expect(one).toEqual(other)
  })

  test('counts in whichever digits it is typed; a wrong one says how many attempts are left', async () => {
    const till = await aTill()
    const member = await anOperator(till)
    const { body } = await byPin(till, member.id, '9052')
    expect(body).toMatchObject({ triesLeft: 4, title: expect.stringMatching(/4 attempts left\.$/) })
    const eastern = PIN.replace(/\d/g, (digit) => '٠١٢٣٤٥٦٧٨٩'[Number(digit)]!)
    const persian = PIN.replace(/\d/g, (digit) => '۰۱۲۳۴۵۶۷۸۹'[Number(digit)]!)
    expect((await byPin(till, member.id, eastern)).status).toBe(200)
    expect((await byPin(till, member.id, persian)).status).toBe(200)
  })

  test('is locked after five wrong ones, also when they come at once, until a full sign-in', async () => {
    const till = await aTill()
    const member = await anOperator(till)
    const guesses = await Promise.all(
      Array.from({ length: 20 }, (_, n) => byPin(till, member.id, String(5_000 + n * 7))),
    )
    expect(guesses.filter(({ body }) => body.code === 'till.wrong_pin')).toHaveLength(5)
    expect(guesses.filter(({ body }) => body.code === 'till.pin_over')).toHaveLength(15)
    expect(await byPin(till, member.id)).toMatchObject(over)
    expect((await operatorsOf(till))[0]).toMatchObject({ usable: false })
    const { body } = await logIn(shop, member.email)
    const self = bearer(shop, body.accessToken)
    expect((await self.call(api.setPin, { pin: '86420', tillToken: till.tillToken })).status).toBe(200)
    expect(await byPin(till, member.id)).toMatchObject(wrong)
    expect((await byPin(till, member.id, '86420')).status).toBe(200)
  })

  test('guessed on one till is not locked on another', async () => {
    const [till, other] = [await aTill(), await aTill()]
    const member = await anOperator(till)
    await bearer(shop, (await logIn(shop, member.email)).body.accessToken).call(api.setPin, {
      pin: '86420',
      tillToken: other.tillToken,
    })
    for (let n = 0; n < 5; n++) expect(await byPin(other, member.id)).toMatchObject(wrong)
    expect(await byPin(other, member.id, '86420')).toMatchObject(over)
    expect((await byPin(till, member.id)).status).toBe(200)
  })

  test('that is right starts the count anew', async () => {
    const till = await aTill()
    const member = await anOperator(till)
    for (let round = 0; round < 2; round++) {
      for (let n = 0; n < 4; n++) expect(await byPin(till, member.id, '9052')).toMatchObject(wrong)
      expect((await byPin(till, member.id)).status).toBe(200)
    }
  })

  test('is 4 to 8 digits that are not tried first', async () => {
    const till = await aTill()
    const { self } = await aMember()
    for (const pin of [
      ...['123', '123456789', '12a4', '0000', '1234', '98765', '٤٤٤٤'],
      ...['1212', '2580', '1004', '1221', '1990', '121212'],
    ]) {
      expect((await self.call(api.setPin, { pin, tillToken: till.tillToken })).status, pin).toBe(422)
    }
    expect((await self.call(api.setPin, { pin: '40719', tillToken: till.tillToken })).status).toBe(200)
  })

  test.each(['1212', '2580', '1004', '1122', '1313', '2000', '6969', '1010', '1990', '123123', '4321'])(
    '%s is tried first',
    (pin) => expect(isGuessedFirst(pin)).toBe(true),
  )

  test.each(['4071', '9052', '4827', '86420', '40719', '1974502', '20817'])('%s is not', (pin) =>
    expect(isGuessedFirst(pin)).toBe(false),
  )

  test('is chosen after a recent full sign-in, by staff; a PIN is no proof', async () => {
    const till = await aTill()
    const person = await aPerson(shop)
    expect((await person.self.call(api.setPin, { pin: PIN, tillToken: till.tillToken })).body.code).toBe(
      'till.staff_only',
    )
    expect((await shop.call(api.setPin, { pin: PIN, tillToken: till.tillToken })).status).toBe(403)
    const member = await anOperator(till, 'admin')
    await world.owner.query(`update till_pins set signed_in_at = now() - interval '11 minutes' where account_id = $1`, [
      member.id,
    ])
    const { body } = await byPin(till, member.id)
    const self = bearer(shop, body.accessToken)
    const needed = { status: 403, body: { code: 'proof_needed' } }
    expect(await self.call(api.setPin, { pin: '9052', tillToken: till.tillToken })).toMatchObject(needed)
    expect(await self.call(api.registerTill, { name: 'Mine' })).toMatchObject(needed)
    expect(await self.call(api.changePassword, { password: BETTER })).toMatchObject(needed)
    expect((await self.call(api.stepUp, { password: GOOD })).status).toBe(200)
    expect((await self.call(api.setPin, { pin: '9052', tillToken: till.tillToken })).status).toBe(200)
  })

  test('ends with the full sign-in it stands for, with another password, and with the login', async () => {
    const till = await aTill()
    const [old, changed, disabled] = [await anOperator(till), await anOperator(till), await anOperator(till)]
    await world.owner.query(`update till_pins set signed_in_at = now() - interval '30 days' where account_id = $1`, [
      old.id,
    ])
    expect(await byPin(till, old.id)).toMatchObject(over)
    const { body } = await logIn(shop, changed.email)
    await bearer(shop, body.accessToken).call(api.changePassword, { password: BETTER })
    expect(await byPin(till, changed.id)).toMatchObject(over)
    await shop.call(api.disableStaff, { accountId: disabled.id })
    expect(await byPin(till, disabled.id)).toMatchObject({ status: 403, body: { code: 'auth.blocked' } })
    expect((await operatorsOf(till)).map(({ accountId }: { accountId: string }) => accountId)).not.toContain(
      disabled.id,
    )
  })

  test('does not go around the second factor: what it stands for had one, or it is asked for', async () => {
    const till = await aTill()
    const member = await anOperator(till)
    const again = bearer(shop, (await logIn(shop, member.email)).body.accessToken)
    const { secret } = (await again.call(api.beginTotp, {})).body
    const totp = new TOTP({ secret: Secret.fromBase32(secret) })
    await again.call(api.confirmTotp, { code: totp.generate() })
    const half = await byPin(till, member.id)
    expect(half.body.mfa.methods).toEqual(['totp', 'recovery'])
    const code = totp.generate({ timestamp: Date.now() + 30_000 })
    const { body } = await shop
      .visitor()
      .call(api.finishSignIn, { challenge: half.body.mfa.challenge, method: 'totp', code })
    const full = bearer(shop, body.accessToken)
    await world.owner.query('update account_sessions set proved_at = now() where id = $1', [body.session.id])
    expect((await full.call(api.setPin, { pin: PIN, tillToken: till.tillToken })).status).toBe(200)
    expect((await byPin(till, member.id)).body.account.id).toBe(member.id)
  })

  test('of a sign-in whose till is revoked before the second factor opens nothing', async () => {
    const till = await aTill()
    const member = await anOperator(till)
    const again = bearer(shop, (await logIn(shop, member.email)).body.accessToken)
    const { secret } = (await again.call(api.beginTotp, {})).body
    const totp = new TOTP({ secret: Secret.fromBase32(secret) })
    await again.call(api.confirmTotp, { code: totp.generate() })
    const { challenge } = (await byPin(till, member.id)).body.mfa
    await shop.call(api.revokeTill, { tillId: till.id })
    const code = totp.generate({ timestamp: Date.now() + 30_000 })
    expect(await shop.visitor().call(api.finishSignIn, { challenge, method: 'totp', code })).toMatchObject({
      status: 401,
      body: { code: 'till.unknown' },
    })
  })

  test('is stored as a digest that differs between people and tills', async () => {
    const till = await aTill()
    await anOperator(till)
    await anOperator(till)
    const { rows } = await world.owner.query(
      `select encode(digest, 'hex') as digest, till_pins::text as row from till_pins where till_id = $1`,
      [till.id],
    )
    expect(new Set(rows.map(({ digest }) => digest)).size).toBe(2)
    for (const { row } of rows) expect(row).not.toContain(Buffer.from(PIN).toString('hex'))
  })
})

describe('a session on a till', () => {
  test('lasts longer than one elsewhere, and is the only one there', async () => {
    const till = await aTill()
    const [first, second] = [await anOperator(till), await anOperator(till)]
    expect((await first.self.call(api.me, {})).status).toBe(401)
    const one = (await byPin(till, first.id)).body
    const days = (Date.parse(one.session.expiresAt) - Date.now()) / 86_400_000
    expect(days).toBeGreaterThan(6.9)
    const refreshed = await shop.visitor().call(api.refresh, { refreshToken: one.refreshToken })
    expect((Date.parse(refreshed.body.session.expiresAt) - Date.now()) / 86_400_000).toBeGreaterThan(6.9)
    expect((await second.self.call(api.me, {})).status).toBe(401)
    const two = (await byPin(till, second.id)).body
    expect((await bearer(shop, one.accessToken).call(api.me, {})).status).toBe(401)
    expect((await bearer(shop, two.accessToken).call(api.me, {})).status).toBe(200)
  })

  test('falls asleep when it is not used, cannot be refreshed awake, and the PIN begins another', async () => {
    const till = await aTill()
    const member = await anOperator(till)
    const { body } = await byPin(till, member.id)
    await fallAsleep(body.session.id)
    expect(await shop.visitor().call(api.refresh, { refreshToken: body.refreshToken })).toMatchObject({
      status: 401,
      body: { code: 'till.locked' },
    })
    const self = bearer(shop, body.accessToken)
    await eventually(async () => (await self.call(api.me, {})).status === 401)
    expect((await self.call(api.me, {})).status).toBe(401)
    expect((await byPin(till, member.id)).status).toBe(200)
  })

  test('stays awake while it is used', async () => {
    const till = await aTill()
    const member = await anOperator(till)
    const { body } = await byPin(till, member.id)
    const awakeFor = async () => {
      const query = 'select extract(epoch from awake_until - now())::float as s from account_sessions where id = $1'
      return (await world.owner.query(query, [body.session.id])).rows[0].s as number
    }
    expect(await awakeFor()).toBeGreaterThan(290)
    await world.owner.query(`update account_sessions set awake_until = now() + interval '1 minute' where id = $1`, [
      body.session.id,
    ])
    const self = bearer(shop, body.accessToken)
    await eventually(async () => (await self.call(api.me, {})).status === 200 && (await awakeFor()) > 290)
  })

  test('is locked by hand at once, and after as many minutes as the business decides', async () => {
    const till = await aTill()
    await shop.call(api.changeSettings, { tillIdleMinutes: 30 })
    const member = await anOperator(till)
    const { body } = await byPin(till, member.id)
    const { rows } = await world.owner.query('select awake_until from account_sessions where id = $1', [
      body.session.id,
    ])
    expect(rows[0].awake_until.getTime() - Date.now()).toBeGreaterThan(29 * 60_000)
    await shop.call(api.changeSettings, { tillIdleMinutes: 5 })
    const self = bearer(shop, body.accessToken)
    expect((await self.call(api.lockTill, {})).status).toBe(200)
    expect((await self.call(api.me, {})).status).toBe(401)
    expect((await byPin(till, member.id)).status).toBe(200)
  })

  test('elsewhere does not fall asleep and cannot be locked', async () => {
    const member = await aMember()
    expect((await member.self.call(api.lockTill, {})).status).toBe(200)
    expect((await member.self.call(api.me, {})).status).toBe(200)
  })
})

test('what happens at a till is in the audit trail', async () => {
  const till = await aTill()
  const member = await anOperator(till)
  for (let n = 0; n < 5; n++) await byPin(till, member.id, '9052')
  await shop.call(api.revokeTill, { tillId: till.id })
  const { rows } = await world.owner.query('select action from audit_entries where tenant_id = $1', [shop.id])
  const actions = rows.map(({ action }) => action)
  for (const action of ['till.registered', 'till.paired', 'till.pin_set', 'till.pin_locked', 'till.revoked']) {
    expect(actions).toContain(action)
  }
})
