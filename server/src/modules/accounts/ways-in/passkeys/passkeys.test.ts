import { randomBytes, randomUUID } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aTenant, aWorld, eventually, type Shop, type World } from '../../../../../test/harness.ts'
import * as customers from '../../../customers/contract.ts'
import { anEmail, aPerson, bearer, forgot, GOOD, logIn, mailTo, sentTo } from '../../accounts.harness.ts'
import * as api from '../../contract.ts'
import { anAuthenticator } from './passkeys.harness.ts'

let world: World
let shop: Shop
let rival: Shop
beforeAll(async () => {
  world = await aWorld({
    KITH_TRUST_PROXY: '1',
    KITH_PUBLIC_URL: 'http://localhost:4999',
    KITH_DEV_INBOX: 'on',
    KITH_POOL: '20',
  })
  shop = await aTenant(world)
  rival = await aTenant(world)
})
afterAll(() => world.close())

type Self = Awaited<ReturnType<typeof aPerson>>['self']
type Key = ReturnType<typeof anAuthenticator>

const optionsFor = async (self: Self) => (await self.call(api.beginPasskey, {})).body
async function add(self: Self, key: Key, odd: Parameters<Key['create']>[1] = {}) {
  return self.call(api.addPasskey, { credential: key.create(await optionsFor(self), odd), name: 'My phone' })
}
const challenge = async (at = shop) => (await at.visitor().call(api.beginPasskeySignIn, {})).body
const present = (credential: ReturnType<Key['get']>, at = shop) =>
  at.visitor().call(api.signInByPasskey, { credential })
const signIn = async (key: Key, odd: Parameters<Key['get']>[1] = {}) => present(key.get(await challenge(), odd))

async function aPersonWithPasskey(options: Parameters<typeof anAuthenticator>[0] = {}) {
  const person = await aPerson(shop)
  const key = anAuthenticator(options)
  const { status, body } = await add(person.self, key)
  expect(status).toBe(201)
  return { ...person, key, passkey: body as { id: string } }
}
const audited = async (action: string) =>
  (
    await world.owner.query('select count(*)::int as n from audit_entries where tenant_id = $1 and action = $2', [
      shop.id,
      action,
    ])
  ).rows[0].n
/** The number of statements that wait for a lock of the superuser's transaction. */
const waitingForMe = async () =>
  (
    await world.owner.query(
      `select count(*)::int as n from pg_locks where not granted
         and (transactionid = pg_current_xact_id()::xid or relation = 'accounts'::regclass
           and database = (select oid from pg_database where datname = current_database()))`,
    )
  ).rows[0].n
async function makeStale(accountId: string): Promise<void> {
  await world.owner.query(
    `update account_sessions set proved_at = now() - interval '11 minutes' where account_id = $1`,
    [accountId],
  )
  world.kith.nudges.send('sessions', shop.id)
}

describe('a passkey', () => {
  test('is added by its holder, who is told, and signs in without a name', async () => {
    const { id, key, email, passkey, self } = await aPersonWithPasskey()
    expect(passkey).toMatchObject({ name: 'My phone', synced: false, usedAt: null })
    expect((await mailTo(shop, email))[0]?.template).toBe('login_added')
    const asked = await challenge()
    expect(asked.publicKey).not.toHaveProperty('allowCredentials')
    expect(asked.publicKey).toMatchObject({ userVerification: 'required', rpId: 'localhost' })
    const { status, body } = await present(key.get(asked))
    expect(status).toBe(200)
    expect(body.account.id).toBe(id)
    const there = bearer(shop, body.accessToken)
    expect((await there.call(api.sessions, {})).body.items[0]).toMatchObject({
      signedInWith: 'passkey',
      secondFactor: true,
    })
    expect((await self.call(api.listPasskeys, {})).body.items[0].usedAt).not.toBeNull()
  })

  test('is two factors: the gate asks for no other, while a password still needs one', async () => {
    const { self, key, id, email } = await aPersonWithPasskey()
    const { secret } = (await self.call(api.beginTotp, {})).body
    const code = new TOTP({ secret: Secret.fromBase32(secret) }).generate()
    expect((await self.call(api.confirmTotp, { code })).status).toBe(200)
    expect((await signIn(key)).body.account.id).toBe(id)
    expect((await logIn(shop, email)).body.mfa.methods).toContain('totp')
  })

  test('lets staff in whose role needs a second factor', async () => {
    const email = anEmail()
    await rival.call(api.inviteStaff, { email, role: 'cashier' })
    const { token } = await sentTo(rival, email, 'staff_invitation')
    const { body } = await rival.visitor().call(api.acceptInvitation, { token, password: GOOD })
    const key = anAuthenticator()
    expect((await add(bearer(rival, body.accessToken), key)).status).toBe(201)
    await rival.call(api.changeSettings, { mfaForRoles: ['cashier'] })
    expect((await rival.visitor().call(api.login, { email, password: GOOD })).body.mfa.methods).toEqual(['enrol'])
    const whole = await present(key.get(await challenge(rival)), rival)
    expect(whole.body.account).toMatchObject({ kind: 'staff', role: 'cashier' })
  })

  test('of a suspended customer does not sign in', async () => {
    const { key, customerId } = await aPersonWithPasskey()
    await shop.call(customers.suspend, { customerId, reason: 'fraud' })
    expect((await signIn(key)).body.code).toBe('auth.blocked')
  })

  test('needs a recent proof to be added and removed, not to be named', async () => {
    const { self, id, passkey } = await aPersonWithPasskey()
    const credential = anAuthenticator().create(await optionsFor(self))
    await makeStale(id)
    expect((await self.call(api.beginPasskey, {})).body.code).toBe('proof_needed')
    expect((await self.call(api.addPasskey, { credential })).body.code).toBe('proof_needed')
    expect((await self.call(api.removePasskey, { passkeyId: passkey.id })).body.code).toBe('proof_needed')
    const { body } = await self.call(api.renamePasskey, { passkeyId: passkey.id, name: 'هاتفي' })
    expect(body).toMatchObject({ id: passkey.id, name: 'هاتفي' })
    expect((await self.call(api.listPasskeys, {})).body.items).toMatchObject([{ name: 'هاتفي' }])
  })

  test('proves again who is there, but only a passkey of this account', async () => {
    const { self, id, key, passkey } = await aPersonWithPasskey()
    const other = await aPersonWithPasskey()
    await makeStale(id)
    const wrong = await self.call(api.stepUpByPasskey, { credential: other.key.get(await challenge()) })
    expect(wrong.body.code).toBe('auth.wrong_passkey')
    expect((await self.call(api.removePasskey, { passkeyId: passkey.id })).body.code).toBe('proof_needed')
    const credential = key.get(await challenge())
    expect((await self.call(api.stepUpByPasskey, { credential })).status).toBe(200)
    expect((await self.call(api.stepUpByPasskey, { credential })).body.code).toBe('auth.wrong_passkey')
    expect((await self.call(api.removePasskey, { passkeyId: passkey.id })).status).toBe(200)
  })

  test('that is removed opens nothing, and the sessions it opened end', async () => {
    const { self, key, passkey } = await aPersonWithPasskey()
    const { body } = await signIn(key)
    const there = bearer(shop, body.accessToken)
    expect((await there.call(api.me, {})).status).toBe(200)
    expect((await self.call(api.removePasskey, { passkeyId: passkey.id })).status).toBe(200)
    expect((await there.call(api.me, {})).status).toBe(401)
    expect((await signIn(key)).body.code).toBe('auth.wrong_passkey')
    expect((await self.call(api.removePasskey, { passkeyId: passkey.id })).status).toBe(404)
  })

  test('of another account cannot be seen, named or removed', async () => {
    const { passkey } = await aPersonWithPasskey()
    const other = await aPersonWithPasskey()
    expect((await other.self.call(api.listPasskeys, {})).body.items).toHaveLength(1)
    for (const answer of [
      await other.self.call(api.renamePasskey, { passkeyId: passkey.id, name: 'mine' }),
      await other.self.call(api.removePasskey, { passkeyId: passkey.id }),
    ]) {
      expect(answer).toMatchObject({ status: 404, body: { code: 'auth.login_not_found' } })
    }
  })

  test('when it is the last way in, stays, also when two are removed at once', async () => {
    const person = await aPerson(shop, { confirmed: false })
    const [one, two] = [anAuthenticator(), anAuthenticator()]
    const ids = [(await add(person.self, one)).body.id, (await add(person.self, two)).body.id]
    // Both have removed their passkey and check what is left: neither may see the other's uncommitted removal.
    await world.owner.query('begin')
    await world.owner.query('select from accounts where id = $1 for update', [person.id])
    const both = Promise.all(ids.map((passkeyId) => person.self.call(api.removePasskey, { passkeyId })))
    await eventually(async () => (await waitingForMe()) === 2).finally(() => world.owner.query('commit'))
    const answers = await both
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    const [left] = (await person.self.call(api.listPasskeys, {})).body.items
    expect((await person.self.call(api.removePasskey, { passkeyId: left.id })).body.code).toBe('auth.last_login')
  })

  test('there are twenty at most, also when many are added at once', async () => {
    const { self } = await aPersonWithPasskey()
    const begun = await Promise.all(Array.from({ length: 24 }, () => optionsFor(self)))
    const answers = await Promise.all(
      begun.map((one) => self.call(api.addPasskey, { credential: anAuthenticator().create(one) })),
    )
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(19)
    expect((await self.call(api.beginPasskey, {})).body.code).toBe('auth.too_many_passkeys')
  })
})

describe('what is not taken as a new passkey', () => {
  test.each([
    ['another origin', { origin: 'https://evil.example' }],
    ['another origin that looks like ours', { origin: 'http://localhost:4999.evil.example' }],
    ['another party', { rpId: 'evil.example' }],
    ['another challenge', { challenge: randomBytes(32).toString('base64url') }],
    ['a signature instead', { type: 'webauthn.get' }],
    ['a frame in another page', { crossOrigin: true }],
    ['no user verification', { userVerified: false }],
    ['no user present', { userPresent: false }],
  ] as const)('%s', async (_, odd) => {
    const { self } = await aPerson(shop)
    expect((await add(self, anAuthenticator(), odd)).body.code).toBe('auth.wrong_passkey')
    expect((await self.call(api.listPasskeys, {})).body.items).toEqual([])
  })

  test('a challenge twice, of another account, of another session, of another tenant, or too old', async () => {
    const person = await aPerson(shop)
    const other = await aPerson(shop)
    const options = await optionsFor(person.self)
    expect((await other.self.call(api.addPasskey, { credential: anAuthenticator().create(options) })).status).toBe(401)
    // The challenge was consumed by that.
    expect((await person.self.call(api.addPasskey, { credential: anAuthenticator().create(options) })).status).toBe(401)
    const elsewhere = bearer(shop, (await logIn(shop, person.email)).body.accessToken)
    const credential = anAuthenticator().create(await optionsFor(person.self))
    expect((await elsewhere.call(api.addPasskey, { credential })).status).toBe(401)
    const neighbour = await aPerson(rival)
    const foreign = anAuthenticator().create(await optionsFor(neighbour.self))
    expect((await person.self.call(api.addPasskey, { credential: foreign })).status).toBe(401)
    const late = anAuthenticator().create(await optionsFor(person.self))
    await world.owner.query(`update sign_in_flows set expires_at = now() - interval '1 second'`)
    expect((await person.self.call(api.addPasskey, { credential: late })).status).toBe(401)
    const signInChallenge = anAuthenticator().create({
      publicKey: { ...(await challenge()).publicKey, user: { id: 'x' } },
    })
    expect((await person.self.call(api.addPasskey, { credential: signInChallenge })).status).toBe(401)
  })

  test('one that another account has', async () => {
    const { key, id } = await aPersonWithPasskey()
    const thief = await aPerson(shop)
    expect((await add(thief.self, key)).body.code).toBe('auth.login_taken')
    expect((await signIn(key, { userHandle: handleOf(id) })).body.account.id).toBe(id)
  })

  test('a statement about the make of the device is not looked at, so nothing that it names is fetched', async () => {
    const { self } = await aPerson(shop)
    const attestation = new Map<string, unknown>([
      ['alg', -7],
      ['sig', new Uint8Array(64)],
      ['x5c', [new Uint8Array(300)]],
    ])
    expect((await add(self, anAuthenticator(), { attestation })).status).toBe(201)
  })

  test.each([
    ['no JSON', (body: ReturnType<Key['create']>) => ({ ...body.response, clientDataJSON: 'AAAA' })],
    ['no CBOR', (body: ReturnType<Key['create']>) => ({ ...body.response, attestationObject: 'AAAA' })],
  ] as const)('what is %s', async (_, broken) => {
    const { self } = await aPerson(shop)
    const credential = anAuthenticator().create(await optionsFor(self))
    const answer = await self.call(api.addPasskey, { credential: { ...credential, response: broken(credential) } })
    expect(answer.body.code).toBe('auth.wrong_passkey')
  })
})

const handleOf = (accountId: string) => Buffer.from(accountId.replaceAll('-', ''), 'hex').toString('base64url')

describe('what does not sign in', () => {
  test.each([
    ['another origin', { origin: 'https://evil.example' }],
    ['another party', { rpId: 'evil.example' }],
    ['another challenge', { challenge: randomBytes(32).toString('base64url') }],
    ['another ceremony', { type: 'webauthn.create' }],
    ['a frame in another page', { crossOrigin: true }],
    ['no user verification', { userVerified: false }],
    ['no user present', { userPresent: false }],
    ['an unknown passkey', { id: randomBytes(32).toString('base64url') }],
    ['the handle of another account', { userHandle: handleOf(randomUUID()) }],
    ['no handle', { userHandle: '' }],
  ] as const)('%s', async (what, odd) => {
    const { key } = await aPersonWithPasskey()
    const { status, body } = await signIn(key, odd)
    if (what !== 'no handle') expect(body).toMatchObject({ status: 401, code: 'auth.wrong_passkey' })
    expect(status).toBe(what === 'no handle' ? 422 : 401)
    expect((await signIn(key)).status).toBe(200)
  })

  test('an unknown passkey and a wrong one are the same answer', async () => {
    const { key } = await aPersonWithPasskey()
    const answers = [await signIn(anAuthenticator(), { userHandle: handleOf(randomUUID()) })]
    answers.push(await signIn(key, { origin: 'https://evil.example' }))
    const [a, b] = answers.map(({ status, body: { instance, requestId, ...rest } }) => ({ status, rest }))
    expect(a).toEqual(b)
  })

  test('the signature of another passkey in the name of this one; many of them lock nothing', async () => {
    const { key, id } = await aPersonWithPasskey()
    const thief = await aPersonWithPasskey()
    const forged = { id: key.id, userHandle: handleOf(id) }
    for (let n = 0; n < 11; n++) expect((await signIn(thief.key, forged)).body.code).toBe('auth.wrong_passkey')
    expect((await signIn(key)).status).toBe(200)
  })

  test('a replay, also of two at once', async () => {
    const { key } = await aPersonWithPasskey()
    const credential = key.get(await challenge())
    const answers = await Promise.all(Array.from({ length: 6 }, () => present(credential)))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect((await present(credential)).body.code).toBe('auth.wrong_passkey')
  })

  test('in another tenant, neither with its challenge nor with that of this one', async () => {
    const { key } = await aPersonWithPasskey()
    expect((await present(key.get(await challenge(rival)), rival)).status).toBe(401)
    const ours = key.get(await challenge())
    expect((await present(ours, rival)).status).toBe(401)
    expect((await present(key.get(await challenge(rival)))).status).toBe(401)
    expect((await present(ours)).status).toBe(200)
  })

  test('a challenge that is too old, or was for a new passkey', async () => {
    const { key, self } = await aPersonWithPasskey()
    const late = key.get(await challenge())
    await world.owner.query(`update sign_in_flows set expires_at = now() - interval '1 second'`)
    expect((await present(late)).status).toBe(401)
    expect((await present(key.get(await optionsFor(self)))).status).toBe(401)
  })

  test('a device that counts backwards: it was copied', async () => {
    const { key } = await aPersonWithPasskey()
    expect((await signIn(key, { counter: 10 })).status).toBe(200)
    const before = await audited('account.passkey_copied')
    for (const counter of [10, 9, 0]) expect((await signIn(key, { counter })).body.code).toBe('auth.wrong_passkey')
    expect(await audited('account.passkey_copied')).toBe(before + 3)
    expect((await signIn(key, { counter: 11 })).status).toBe(200)
    const [a, b] = [key.get(await challenge(), { counter: 12 }), key.get(await challenge(), { counter: 12 })]
    const statuses = (await Promise.all([present(a), present(b)])).map(({ status }) => status)
    expect(statuses.sort()).toEqual([200, 401])
  })

  test('a device that does not count may stay at nought', async () => {
    const { key } = await aPersonWithPasskey({ counts: false })
    for (let n = 0; n < 3; n++) expect((await signIn(key)).status).toBe(200)
  })

  test('a body of other shape or size', async () => {
    const { key } = await aPersonWithPasskey()
    const credential = key.get(await challenge())
    for (const wrong of [
      { ...credential, type: 'password' },
      { ...credential, more: true },
      { ...credential, id: 'ü' },
      { ...credential, response: { ...credential.response, signature: 'A'.repeat(20_000) } },
    ]) {
      expect((await present(wrong as never)).status).toBe(422)
    }
    expect((await shop.visitor().call(api.beginPasskey, {})).status).toBe(401)
    expect((await shop.call(api.beginPasskey, {})).body.code).toBe('sign_in_needed')
  })
})

test('an account that a stranger prepared with a passkey is free of it once the mailbox speaks', async () => {
  const trap = await aPerson(shop, { confirmed: false })
  const key = anAuthenticator()
  expect((await add(trap.self, key)).status).toBe(201)
  await forgot(world, shop, trap.email)
  const { token } = await sentTo(shop, trap.email, 'reset_password')
  await shop.visitor().call(api.resetPassword, { token, password: 'lantern orchard umbrella' })
  expect((await signIn(key)).status).toBe(401)
})

test('passkeys move with a merge and back, and can be named in between', async () => {
  const { key, self, customerId, passkey, id } = await aPersonWithPasskey()
  const into = await aPerson(shop)
  const { body: merged } = await shop.request('POST', '/api/v1/customers/merge', {
    from: customerId,
    into: into.customerId,
    reason: 'same person',
  })
  expect((await signIn(key)).body.account).toMatchObject({ id, customerId: into.customerId })
  expect((await self.call(api.renamePasskey, { passkeyId: passkey.id, name: 'Renamed' })).status).toBe(200)
  expect((await shop.request('POST', `/api/v1/merges/${merged.id}/undo`, { reason: 'not the same' })).status).toBe(200)
  // With the other's key gone, everything sealed with it would be lost.
  await world.owner.query('delete from data_keys where id = $1', [customers.CustomerId.parse(into.customerId)])
  expect((await signIn(key)).body.account).toMatchObject({ id, customerId })
  expect((await self.call(api.listPasskeys, {})).body.items).toMatchObject([{ name: 'Renamed' }])
})

test('is stored only sealed, tidied, exported and erased', async () => {
  const { key, id, customerId } = await aPersonWithPasskey()
  await challenge()
  const stored = async () =>
    (
      await world.owner.query(
        `select (select string_agg(t::text, ' ') from account_credentials t where account_id = $1)
              || (select string_agg(t::text, ' ') from sign_in_flows t) as all`,
        [id],
      )
    ).rows[0].all as string
  const all = await stored()
  for (const needle of [key.id, Buffer.from(key.id, 'base64url').toString('hex'), 'My phone']) {
    expect(all).not.toContain(needle)
  }
  const hooks = world.kith.db.personalData.get('accounts')!
  const customer = customers.CustomerId.parse(customerId)
  expect(await shop.run((ctx) => hooks.export(ctx, customer))).toMatchObject({
    passkeys: [{ credentialId: key.id, name: 'My phone' }],
  })
  await world.owner.query(`update sign_in_flows set expires_at = now() - interval '1 second'`)
  const { accounts } = await import('../../index.ts')
  await shop.run((ctx) => accounts.jobs.find(({ name }) => name === 'tidy-sign-ins')!.run(ctx))
  const left = await world.owner.query('select from sign_in_flows where tenant_id = $1', [shop.id])
  expect(left.rowCount).toBe(0)
  await shop.run((ctx) => hooks.erase(ctx, customer))
  expect((await signIn(key)).status).toBe(401)
})
