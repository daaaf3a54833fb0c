import { Secret, TOTP } from 'otpauth'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aTenant, aWorld, type Shop, type World } from '../../../../test/harness.ts'
import type { Role } from '../../../permissions.ts'
import { marketingContacts } from '../../consent/contract.ts'
import { anEmail, aPerson, BETTER, bearer, forgot, GOOD, logIn, sentTo } from '../accounts.harness.ts'
import * as api from '../contract.ts'

let world: World
let shop: Shop
beforeAll(async () => {
  world = await aWorld({ KITH_TRUST_PROXY: '1' })
  shop = await aTenant(world)
})
afterAll(() => world.close())

/** Every code is of a later time step than the one before, because codes are single-use. */
const codeOf = (secret: string, steps = 0) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + steps * 30_000 })
const over = { status: 401, body: { code: 'auth.challenge_over' } }

async function aMember(role: Role, at = shop) {
  const email = anEmail()
  const { body } = await at.call(api.inviteStaff, { email, role })
  const { token } = await sentTo(at, email, 'staff_invitation')
  const joined = await at.visitor().call(api.acceptInvitation, { token, password: GOOD })
  expect(joined.status).toBe(200)
  return { id: body.id as string, email, body: joined.body, self: bearer(at, joined.body.accessToken) }
}
const isIn = async (self: ReturnType<typeof bearer>) => (await self.call(api.me, {})).status === 200
/** Completes a sign-in that has to set up a second factor. */
async function enrol(challenge: string, at = shop) {
  const { secret } = (await at.visitor().call(api.enrolAtSignIn, { challenge })).body
  const done = await at.visitor().call(api.finishSignIn, { challenge, method: 'totp', code: codeOf(secret) })
  expect(done.status).toBe(200)
  return { secret: secret as string, self: bearer(at, done.body.accessToken) }
}

describe('knowing the password of an account that needs a second factor', () => {
  test('and began to sign in before it was set up cannot put their own in its place', async () => {
    const at = await aTenant(world)
    const member = await aMember('manager', at)
    await at.call(api.changeSettings, { mfaForRoles: ['manager'] })
    const challengeOf = async () => (await logIn(at, member.email)).body.mfa.challenge as string
    const [thief, other, holder] = [await challengeOf(), await challengeOf(), await challengeOf()]
    const { secret: stolen } = (await at.visitor().call(api.enrolAtSignIn, { challenge: other })).body
    const { secret } = await enrol(holder, at)

    expect(await at.visitor().call(api.enrolAtSignIn, { challenge: thief })).toMatchObject(over)
    for (const challenge of [thief, other]) {
      for (const code of [codeOf(stolen), codeOf(secret, 1)]) {
        expect(await at.visitor().call(api.finishSignIn, { challenge, method: 'totp', code })).toMatchObject(over)
      }
    }
    const wish = { challenge: await challengeOf(), method: 'totp' as const, code: codeOf(secret, 1) }
    expect((await at.visitor().call(api.finishSignIn, wish)).status).toBe(200)
  })

  test('is not in any more when the business begins to ask for one; who decided it stays', async () => {
    const at = await aTenant(world)
    const [owner, cashier, analyst] = [
      await aMember('owner', at),
      await aMember('cashier', at),
      await aMember('analyst', at),
    ]
    const { body } = await owner.self.call(api.changeSettings, { mfaForRoles: ['owner', 'cashier'] })
    expect(body.mfaForRoles).toEqual(['owner', 'cashier'])
    expect([await isIn(owner.self), await isIn(cashier.self), await isIn(analyst.self)]).toEqual([true, false, true])
    const { refreshToken } = cashier.body
    expect((await at.visitor().call(api.refresh, { refreshToken })).status).toBe(401)
    const { self } = await enrol((await logIn(at, cashier.email)).body.mfa.challenge, at)
    expect((await owner.self.call(api.changeSettings, { mfaForRoles: ['cashier', 'analyst'] })).status).toBe(200)
    expect([await isIn(self), await isIn(analyst.self)]).toEqual([true, false])
  })

  test('does not get the rights of that role into a session without one', async () => {
    const at = await aTenant(world)
    await at.call(api.changeSettings, { mfaForRoles: ['admin'] })
    const [member, kept] = [await aMember('cashier', at), await aMember('cashier', at)]
    await at.call(api.changeRole, { accountId: kept.id, role: 'manager' })
    expect((await kept.self.call(api.me, {})).body.account.role).toBe('manager')
    await at.call(api.changeRole, { accountId: member.id, role: 'admin' })
    expect(await isIn(member.self)).toBe(false)
    expect((await logIn(at, member.email)).body.mfa.methods).toEqual(['enrol'])
  })
})

test('how people sign in is not changed by a session that has not proved lately who is there', async () => {
  const owner = await aMember('owner')
  await world.owner.query(
    `update account_sessions set proved_at = now() - interval '11 minutes' where account_id = $1`,
    [owner.id],
  )
  world.kith.nudges.send('sessions', shop.id)
  const change = () => owner.self.call(api.changeSettings, { mfaForRoles: [] })
  expect(await change()).toMatchObject({ status: 403, body: { code: 'proof_needed' } })
  // The marketing list needs the same recent authentication as the customer export.
  const leaves = await owner.self.call(marketingContacts, { channel: 'sms', topic: 'offers' })
  expect(leaves).toMatchObject({ status: 403, body: { code: 'proof_needed' } })
  expect((await owner.self.call(api.stepUp, { password: GOOD })).status).toBe(200)
  expect((await change()).status).toBe(200)
})

test('a password alone keeps no PIN alive beyond the thirty days of the full sign-in', async () => {
  const { pairingCode } = (await shop.call(api.registerTill, { name: 'Counter' })).body
  const { tillToken } = (await shop.visitor().call(api.pairTill, { pairingCode })).body
  const member = await aMember('cashier')
  const pin = '4071'
  const byPin = () => shop.visitor().call(api.signInByPin, { accountId: member.id, pin, tillToken })
  expect((await member.self.call(api.setPin, { pin, tillToken })).status).toBe(200)
  await world.owner.query(`update till_pins set signed_in_at = now() - interval '29 days' where account_id = $1`, [
    member.id,
  ])
  const self = bearer(shop, (await byPin()).body.accessToken)
  expect((await self.call(api.stepUp, { password: GOOD })).status).toBe(200)
  expect((await self.call(api.setPin, { pin, tillToken })).status).toBe(200)
  const { rows } = await world.owner.query(
    `select extract(day from now() - signed_in_at)::int as pin,
            (select extract(day from max(ends_at) - now())::int from account_sessions s
              where s.account_id = p.account_id and s.ended_at is null) as session
       from till_pins p where account_id = $1`,
    [member.id],
  )
  expect(rows).toEqual([{ pin: 29, session: 0 }])
  expect((await byPin()).status).toBe(200)
})

test('a link or a challenge for one thing opens nothing else', async () => {
  const person = await aPerson(shop, { confirmed: false })
  const invited = anEmail()
  await shop.call(api.inviteStaff, { email: invited, role: 'owner' })
  const settled = await aPerson(shop)
  const { secret } = (await settled.self.call(api.beginTotp, {})).body
  await settled.self.call(api.confirmTotp, { code: codeOf(secret) })
  await forgot(world, shop, settled.email)
  const tokens = {
    verify: (await sentTo(shop, person.email, 'verify_email')).token,
    invitation: (await sentTo(shop, invited, 'staff_invitation')).token,
    reset: (await sentTo(shop, settled.email, 'reset_password')).token,
    challenge: (await logIn(shop, settled.email)).body.mfa.challenge as string,
  }
  const visitor = shop.visitor()
  const uses = {
    verify: (token: string) => visitor.call(api.verifyEmail, { token, password: GOOD }),
    invitation: (token: string) => visitor.call(api.acceptInvitation, { token, password: BETTER }),
    reset: (token: string) => visitor.call(api.resetPassword, { token, password: BETTER }),
    challenge: (token: string) =>
      visitor.call(api.finishSignIn, { challenge: token, method: 'totp', code: codeOf(secret, 1) }),
  }
  for (const [made, token] of Object.entries(tokens)) {
    expect(token, made).toMatch(/^[\w-]{43}$/)
    for (const [use, present] of Object.entries(uses)) {
      if (use === made) continue
      expect([401, 422], `${made} as ${use}`).toContain((await present(token)).status)
    }
  }
  // None was used up: each still works.
  for (const use of ['challenge', 'verify', 'reset', 'invitation'] as const) {
    expect((await uses[use](tokens[use])).status, use).toBe(200)
  }
})
