import { Secret, TOTP } from 'otpauth'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aTenant, aWorld, type Shop, type World } from '../../../../../test/harness.ts'
import { ROLES, type Role } from '../../../../permissions.ts'
import * as customers from '../../../customers/contract.ts'
import * as tenants from '../../../tenants/contract.ts'
import { anEmail, aPerson, BETTER, bearer, forgot, GOOD, logIn, mailTo, sentTo } from '../../accounts.harness.ts'
import * as api from '../../contract.ts'

let world: World
let shop: Shop
let rival: Shop
let strict: Shop
beforeAll(async () => {
  world = await aWorld({ KITH_TRUST_PROXY: '1' })
  shop = await aTenant(world)
  rival = await aTenant(world)
  strict = await aTenant(world)
})
afterAll(() => world.close())

async function aMember(role: Role, at = shop) {
  const email = anEmail()
  const invited = await at.call(api.inviteStaff, { email, role, name: 'Huda' })
  expect(invited.status).toBe(201)
  const { token } = await sentTo(at, email, 'staff_invitation')
  const { status, body } = await at.visitor().call(api.acceptInvitation, { token, password: GOOD })
  expect(status).toBe(200)
  return { id: invited.body.id as string, email, body, self: bearer(at, body.accessToken) }
}

describe('an invitation', () => {
  test('is accepted by choosing a password; then the role decides what one may', async () => {
    const { self, email, id } = await aMember('cashier')
    const { body } = await self.call(api.me, {})
    expect(body).toMatchObject({
      account: { id, kind: 'staff', role: 'cashier' },
      name: 'Huda',
      email,
      customer: null,
      emailVerified: true,
    })
    expect(body.may).toEqual(ROLES.cashier)
    expect((await self.call(customers.create, {})).status).toBe(201)
    expect((await self.call(customers.statistics, {})).body.code).toBe('forbidden')
    expect((await self.call(api.listStaff, {})).status).toBe(403)
    expect((await logIn(shop, email)).body.account).toMatchObject({ kind: 'staff', role: 'cashier', customerId: null })
    expect((await logIn(rival, email)).status).toBe(401)
  })

  test('is single-use, is replaced by the next, and ends with the invited login', async () => {
    const email = anEmail()
    const first = (await shop.call(api.inviteStaff, { email, role: 'analyst' })).body
    const old = (await sentTo(shop, email, 'staff_invitation')).token
    const again = (await shop.call(api.inviteStaff, { email, role: 'manager', name: 'Noor' })).body
    expect(again).toMatchObject({ id: first.id, role: 'manager', name: 'Noor', status: 'invited', email })
    const { token } = await sentTo(shop, email, 'staff_invitation')
    const accept = (given: string, at = shop) =>
      at.visitor().call(api.acceptInvitation, { token: given, password: GOOD })
    expect((await accept(old)).body.code).toBe('auth.token_unusable')
    expect((await accept(token, rival)).body.code).toBe('auth.token_unusable')
    expect((await logIn(shop, email)).status).toBe(401)
    const answers = await Promise.all([accept(token), accept(token)])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 422])

    const unwanted = anEmail()
    const { id } = (await shop.call(api.inviteStaff, { email: unwanted, role: 'cashier' })).body
    const ended = (await sentTo(shop, unwanted, 'staff_invitation')).token
    expect((await shop.call(api.disableStaff, { accountId: id })).status).toBe(200)
    expect((await accept(ended)).status).toBe(422)
    expect((await shop.call(api.listStaff, {})).body.items.some((one: { id: string }) => one.id === id)).toBe(false)
  })

  test('is not sent to an e-mail that signs in already; a mere claim on it does not matter', async () => {
    const { email } = await aPerson(shop)
    expect((await shop.call(api.inviteStaff, { email, role: 'cashier' })).body.code).toBe('staff.email_in_use')
    const squatted = await aPerson(shop, { confirmed: false })
    expect((await shop.call(api.inviteStaff, { email: squatted.email, role: 'cashier' })).status).toBe(201)
    expect((await shop.call(api.inviteStaff, { email: squatted.email, role: 'cashier' })).status).toBe(201)
    const waiting = (await shop.call(api.listStaff, {})).body.items as { email: string }[]
    expect(waiting.filter(({ email: one }) => one === squatted.email)).toHaveLength(1)
    const { token } = await sentTo(shop, squatted.email, 'staff_invitation')
    expect((await shop.visitor().call(api.acceptInvitation, { token, password: BETTER })).status).toBe(200)
    expect((await squatted.self.call(api.me, {})).status).toBe(401)
    expect((await logIn(shop, squatted.email, BETTER)).body.account.kind).toBe('staff')
  })

  test('cannot be used up by asking for a new password instead', async () => {
    const email = anEmail()
    await shop.call(api.inviteStaff, { email, role: 'owner' })
    await forgot(world, shop, email)
    expect((await mailTo(shop, email)).map(({ template }) => template)).toEqual(['staff_invitation'])
  })
})

describe('staff give and take only what they have themselves', () => {
  test('an admin manages all staff except owners, a manager none', async () => {
    const [owner, admin, manager, cashier] = [
      await aMember('owner'),
      await aMember('admin'),
      await aMember('manager'),
      await aMember('cashier'),
    ]
    expect((await manager.self.call(api.inviteStaff, { email: anEmail(), role: 'cashier' })).status).toBe(403)
    expect((await admin.self.call(api.inviteStaff, { email: anEmail(), role: 'owner' })).body.code).toBe(
      'staff.beyond_your_role',
    )
    expect((await admin.self.call(api.changeRole, { accountId: owner.id, role: 'cashier' })).body.code).toBe(
      'staff.beyond_your_role',
    )
    expect((await admin.self.call(api.changeRole, { accountId: admin.id, role: 'owner' })).body.code).toBe(
      'staff.beyond_your_role',
    )
    expect((await admin.self.call(api.disableStaff, { accountId: owner.id })).body.code).toBe('staff.beyond_your_role')
    expect((await admin.self.call(api.changeRole, { accountId: cashier.id, role: 'manager' })).body).toMatchObject({
      role: 'manager',
    })
    expect((await cashier.self.call(customers.statistics, {})).status).toBe(200)
    expect((await owner.self.call(api.changeRole, { accountId: cashier.id, role: 'analyst' })).status).toBe(200)
    expect((await cashier.self.call(customers.create, {})).status).toBe(403)
    const limited = await shop.with('staff:manage', 'segments:read', 'customers:statistics')
    expect((await limited.call(api.inviteStaff, { email: anEmail(), role: 'cashier' })).body.code).toBe(
      'staff.beyond_your_role',
    )
    expect((await limited.call(api.inviteStaff, { email: anEmail(), role: 'analyst' })).status).toBe(201)
  })

  test('an admin cannot turn the invitation of an owner into one for another role', async () => {
    const admin = await aMember('admin')
    const email = anEmail()
    await shop.call(api.inviteStaff, { email, role: 'owner' })
    expect((await admin.self.call(api.inviteStaff, { email, role: 'cashier' })).body.code).toBe(
      'staff.beyond_your_role',
    )
  })

  test('a customer’s login is not on the staff, and the neighbour’s staff does not exist', async () => {
    const person = await aPerson(shop)
    const member = await aMember('cashier')
    for (const [at, accountId] of [
      [shop, person.id],
      [rival, member.id],
    ] as const) {
      expect((await at.call(api.changeRole, { accountId, role: 'owner' })).body.code).toBe('staff.not_found')
      expect((await at.call(api.disableStaff, { accountId })).status).toBe(404)
      expect((await at.call(api.enableStaff, { accountId })).status).toBe(404)
    }
    expect((await person.self.call(api.listStaff, {})).status).toBe(403)
    expect((await rival.call(api.listStaff, {})).body.items).toEqual([])
  })

  test('what changes the staff wants a recent proof', async () => {
    const admin = await aMember('admin')
    await world.owner.query(
      `update account_sessions set proved_at = now() - interval '11 minutes' where account_id = $1`,
      [admin.id],
    )
    world.kith.nudges.send('sessions', shop.id)
    const key = { name: 'Till', role: 'cashier' } as const
    expect((await admin.self.call(tenants.createKey, key)).body.code).toBe('proof_needed')
    expect((await admin.self.call(api.inviteStaff, { email: anEmail(), role: 'cashier' })).body.code).toBe(
      'proof_needed',
    )
    expect((await admin.self.call(api.listStaff, {})).status).toBe(200)
  })
})

describe('disabling', () => {
  test('ends every session at once; enabling lets in again', async () => {
    const { id, self, email, body } = await aMember('manager')
    expect((await self.call(api.me, {})).status).toBe(200)
    expect((await shop.call(api.disableStaff, { accountId: id })).status).toBe(200)
    expect((await self.call(api.me, {})).status).toBe(401)
    expect((await shop.visitor().call(api.refresh, { refreshToken: body.refreshToken })).status).toBe(401)
    expect((await logIn(shop, email)).body.code).toBe('auth.blocked')
    await forgot(world, shop, email)
    expect((await mailTo(shop, email)).map(({ template }) => template)).not.toContain('reset_password')
    expect((await shop.call(api.inviteStaff, { email, role: 'cashier' })).body.code).toBe('staff.email_in_use')
    expect((await shop.call(api.enableStaff, { accountId: id })).body.status).toBe('active')
    expect((await logIn(shop, email)).status).toBe(200)
  })

  test('never leaves a business without an owner, not even when two demote each other at once', async () => {
    for (let round = 0; round < 5; round++) {
      const [one, other] = [await aMember('owner', rival), await aMember('owner', rival)]
      const everyone = (await rival.call(api.listStaff, {})).body.items as {
        id: string
        role: string
        status: string
      }[]
      for (const { id, role, status } of everyone) {
        if (role !== 'owner' || status !== 'active' || [one.id, other.id].includes(id)) continue
        expect((await rival.call(api.changeRole, { accountId: id, role: 'analyst' })).status).toBe(200)
      }
      const answers = await Promise.all([
        one.self.call(api.changeRole, { accountId: other.id, role: 'cashier' }),
        other.self.call(api.disableStaff, { accountId: one.id }),
      ])
      const [refused] = answers.filter(({ status }) => status !== 200)
      expect(refused?.status).toBeGreaterThanOrEqual(401)
      const left = (await rival.call(api.listStaff, {})).body.items.filter(
        ({ role, status }: { role: string; status: string }) => role === 'owner' && status === 'active',
      )
      expect(left).toHaveLength(1)
      expect((await rival.call(api.disableStaff, { accountId: left[0].id })).body.code).toBe('staff.last_owner')
      expect((await rival.call(api.changeRole, { accountId: left[0].id, role: 'admin' })).body.code).toBe(
        'staff.last_owner',
      )
    }
  })
})

test('where a role needs a second factor, the first sign-in sets it up', async () => {
  await strict.call(api.changeSettings, { mfaForRoles: ['owner', 'manager'] })
  const email = anEmail()
  await strict.call(api.inviteStaff, { email, role: 'manager' })
  const { token } = await sentTo(strict, email, 'staff_invitation')
  const half = (await strict.visitor().call(api.acceptInvitation, { token, password: GOOD })).body
  expect(half).toMatchObject({ mfa: { methods: ['enrol'] } })
  const { challenge } = half.mfa
  const finish = (code: string, method: 'totp' | 'recovery' = 'totp') =>
    strict.visitor().call(api.finishSignIn, { challenge, method, code })
  expect((await finish('000000')).status).toBe(401)
  expect((await finish('aaaaa-aaaaa', 'recovery')).status).toBe(401)
  const { secret } = (await strict.visitor().call(api.enrolAtSignIn, { challenge })).body
  const done = await finish(new TOTP({ secret: Secret.fromBase32(secret) }).generate())
  expect(done).toMatchObject({ status: 200, body: { account: { role: 'manager' }, recoveryCodes: expect.any(Array) } })
  const self = bearer(strict, done.body.accessToken)
  expect((await self.call(api.removeTotp, {})).body.code).toBe('auth.mfa_required')
  expect((await logIn(strict, email)).body.mfa.methods).toEqual(['totp', 'recovery'])
  const challengeNow = (await logIn(strict, email)).body.mfa.challenge
  expect((await strict.visitor().call(api.enrolAtSignIn, { challenge: challengeNow })).body.code).toBe(
    'auth.challenge_over',
  )
  expect((await aMember('cashier', strict)).body.accessToken).toBeDefined()
})

test('the sign-in settings need the permission to manage settings', async () => {
  const cashier = await aMember('cashier')
  expect((await cashier.self.call(api.readSettings, {})).status).toBe(403)
  const admin = await aMember('admin')
  expect((await admin.self.call(api.changeSettings, { emailVerification: 'remind' })).body).toMatchObject({
    emailVerification: 'remind',
    mfaForRoles: [],
  })
  expect((await admin.self.call(api.readSettings, {})).body.emailVerification).toBe('remind')
  expect((await rival.call(api.readSettings, {})).body.emailVerification).toBe('before_checkout')
  expect((await admin.self.call(api.changeSettings, { mfaForRoles: ['king'] } as never)).status).toBe(422)
})
