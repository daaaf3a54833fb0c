import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { aTenant, aWorld, eventually, type Shop, type World } from '../../../../test/harness.ts'
import { create, history } from '../../customers/contract.ts'
import { customers } from '../../customers/index.ts'
import * as api from '../contract.ts'
import { addresses } from '../index.ts'
import { queueUnchecked, recheckAddresses } from '../recheck.ts'
import { ACCEPTED, googleDouble, UNDELIVERABLE, UNSURE, verdict } from './google.harness.ts'
import { TIMEOUT_MS } from './google.ts'

const OXFORD = { country: 'GB', building: '12', street: 'High Street', city: 'Oxford', postalCode: 'OX1 4AA' } as const
const MUSCAT = { country: 'OM', street: 'Way 2703', city: 'Muscat' } as const

const IN_TRANSACTION = `select from pg_stat_activity where datname = current_database() and state like 'idle in transaction%'`

let google: Awaited<ReturnType<typeof googleDouble>>
let world: World
let shop: Shop
async function openWorld(settings: Record<string, string> = {}) {
  google = await googleDouble()
  world = await aWorld({ ...google.settings, ...settings })
  shop = await aTenant(world)
  await shop.call(api.changeSettings, { validation: 'lenient' })
}
async function closeWorld() {
  await world.close()
  await google.close()
}

const aCustomer = async (): Promise<string> => (await shop.call(create, {})).body.id
const inside = (id: string) => id.slice(5).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
const stored = async (id: string) =>
  (await world.owner.query('select * from addresses where id = $1', [inside(id)])).rows[0]
const recheck = () => recheckAddresses(world.kith.db, shop.id)
const dueNow = () =>
  world.owner.query("update addresses set check_at = now() - interval '1 second' where check_at is not null")

describe('while the provider answers', () => {
  beforeAll(() => openWorld())
  afterAll(closeWorld)
  beforeEach(() => {
    google.asked.length = 0
    google.answers(() => ACCEPTED)
  })

  test('an address that it accepts is verified; it was asked over REST, with the key out of the address', async () => {
    const customerId = await aCustomer()
    const { status, body, headers } = await shop.call(api.add, { customerId, ...OXFORD, apartment: '3', label: 'Home' })
    expect(status).toBe(201)
    expect(headers.get('etag')).toBe('"1"')
    expect(body).toMatchObject({ verification: 'verified', verificationReasons: [], checkedAt: expect.any(String) })
    expect(google.asked).toMatchObject([
      {
        url: 'POST /v1:validateAddress',
        headers: { 'x-goog-api-key': 'a-key-of-google' },
        address: {
          regionCode: 'GB',
          postalCode: 'OX1 4AA',
          locality: 'Oxford',
          addressLines: ['12 High Street', 'Apt 3'],
        },
      },
    ])
    expect(JSON.stringify(google.asked)).not.toContain('Home')
  })

  test('one that it is unsure of is unverified, and one that it knows to be wrong is kept as rejected, with reasons', async () => {
    const customerId = await aCustomer()
    google.answers(() => UNSURE)
    expect((await shop.call(api.add, { customerId, ...OXFORD })).body).toMatchObject({
      verification: 'unverified',
      verificationReasons: ['unconfirmed.street_number'],
      checkedAt: expect.any(String),
    })
    google.answers(() => UNDELIVERABLE)
    expect((await shop.call(api.add, { customerId, ...OXFORD })).body).toMatchObject({
      verification: 'rejected',
      verificationReasons: ['missing.street_number', 'unconfirmed.route', 'unresolved'],
    })
  })

  test.each([
    ['complete to the house', { validationGranularity: 'PREMISE', addressComplete: true }, {}, 'verified'],
    [
      'with parts that it doubts',
      { validationGranularity: 'PREMISE', addressComplete: true, hasUnconfirmedComponents: true },
      {},
      'unverified',
    ],
    ['found as far as the street', { validationGranularity: 'ROUTE', addressComplete: true }, {}, 'unverified'],
    ['not found at all', { validationGranularity: 'OTHER' }, {}, 'rejected'],
    ['without any verdict', {}, {}, 'rejected'],
    ['to confirm with a flat', { possibleNextAction: 'CONFIRM_ADD_SUBPREMISES' }, {}, 'unverified'],
    [
      'accepted by the map, unknown to the post',
      { possibleNextAction: 'ACCEPT' },
      { uspsData: { dpvConfirmation: 'N' } },
      'rejected',
    ],
  ])('its verdict: %s', async (_, given, more, verification) => {
    google.answers(() => verdict(given, more))
    const { body } = await shop.call(api.add, { customerId: await aCustomer(), ...OXFORD })
    expect(body.verification).toBe(verification)
  })

  test('an address in a country that it does not cover never leaves this server', async () => {
    const { body } = await shop.call(api.add, { customerId: await aCustomer(), ...MUSCAT })
    expect(body).toMatchObject({ verification: 'unverified', checkedAt: null })
    expect(google.asked).toEqual([])
    expect(await stored(body.id)).toMatchObject({ check_at: null })
  })

  test('nor does one that the rules of its country refuse, or of a customer that does not exist', async () => {
    const customerId = await aCustomer()
    expect((await shop.call(api.add, { customerId, ...OXFORD, postalCode: '133' })).status).toBe(422)
    expect((await shop.call(api.add, { customerId: `cust_${'0'.repeat(32)}`, ...OXFORD })).status).toBe(404)
    const rival = await aTenant(world)
    expect((await rival.call(api.add, { customerId, ...OXFORD })).status).toBe(404)
    expect(google.asked).toEqual([])
  })

  test('a country that it covers no longer is no failure', async () => {
    google.answers(() => ({ status: 400, body: { error: { code: 400, message: 'Unsupported region code' } } }))
    for (let n = 0; n < 4; n++) {
      expect((await shop.call(api.add, { customerId: await aCustomer(), ...OXFORD })).body).toMatchObject({
        verification: 'unverified',
        verificationReasons: ['not_covered'],
      })
    }
    expect(google.asked).toHaveLength(4)
  })

  test('a change of the place is checked, a change of the label is not', async () => {
    const customerId = await aCustomer()
    const { id: addressId } = (await shop.call(api.add, { customerId, ...OXFORD })).body
    await shop.call(api.change, { customerId, addressId, label: 'Work', type: 'work', latitude: 51.7, longitude: -1.2 })
    expect(google.asked).toHaveLength(1)
    expect((await shop.call(api.get, { customerId, addressId })).body.verification).toBe('verified')
    google.answers(() => UNDELIVERABLE)
    const { body } = await shop.call(api.change, { customerId, addressId, street: 'No Street' })
    expect(body).toMatchObject({ verification: 'rejected', street: 'No Street' })
    expect(google.asked).toHaveLength(2)
  })

  test('a change with a stale ETag is refused before the provider is called', async () => {
    const customerId = await aCustomer()
    const { id: addressId } = (await shop.call(api.add, { customerId, ...OXFORD })).body
    google.asked.length = 0
    const stale = { headers: { 'if-match': '"7"' } }
    expect((await shop.call(api.change, { customerId, addressId, street: 'X' }, stale)).status).toBe(412)
    expect(google.asked).toEqual([])
  })

  test('a verdict on an address that was changed meanwhile has no effect', async () => {
    const customerId = await aCustomer()
    const { id: addressId } = (await shop.call(api.add, { customerId, ...OXFORD })).body
    let go: (() => void) | undefined
    google.answers(async ({ address }) => {
      if (JSON.stringify(address).includes('Slow')) await new Promise<void>((resolve) => (go = resolve))
      return UNDELIVERABLE
    })
    const slow = shop.call(api.change, { customerId, addressId, street: 'Slow Street' })
    await eventually(async () => go)
    await shop.call(api.change, { customerId, addressId, city: 'Cambridge' })
    go!()
    const { body } = await slow
    expect(body).toMatchObject({
      street: 'Slow Street',
      city: 'Cambridge',
      verification: 'unverified',
      checkedAt: null,
    })
    expect((await stored(addressId)).check_at).not.toBeNull()
  })

  test('what is undeliverable is refused unless decided otherwise, with reasons and nothing written; what is only unsure it keeps', async () => {
    const strict = await aTenant(world)
    const customerId = (await strict.call(create, {})).body.id
    google.answers(() => UNDELIVERABLE)
    for (const [language, said] of [
      ['en', /delivered/],
      ['ar', /التوصيل/],
    ] as const) {
      const headers = { 'accept-language': language }
      const { status, body } = await strict.call(api.add, { customerId, ...OXFORD }, { headers })
      expect([status, body.code]).toEqual([422, 'address.undeliverable'])
      expect(body.title).toMatch(said)
      expect(body.reasons).toContain('missing.street_number')
    }
    expect((await strict.call(api.list, { customerId })).body.total).toBe(0)
    google.answers(() => UNSURE)
    const { status, body } = await strict.call(api.add, { customerId, ...OXFORD })
    expect([status, body.verification]).toEqual([201, 'unverified'])
    expect((await strict.call(api.add, { customerId, ...MUSCAT })).status).toBe(201)

    google.answers(() => UNDELIVERABLE)
    const change = { customerId, addressId: body.id, street: 'No Street' }
    expect((await strict.call(api.change, change)).status).toBe(422)
    expect((await strict.call(api.get, change)).body.street).toBe('High Street')
    // The neighbour is lenient.
    expect((await shop.call(api.add, { customerId: await aCustomer(), ...OXFORD })).status).toBe(201)
  })

  test('a repeated Idempotency-Key gives the same answer, even if the provider’s has changed', async () => {
    const customerId = await aCustomer()
    const options = { headers: { 'idempotency-key': 'oxford-1' } }
    const first = await shop.call(api.add, { customerId, ...OXFORD }, options)
    google.answers(() => UNDELIVERABLE)
    const again = await shop.call(api.add, { customerId, ...OXFORD }, options)
    expect(again.body).toEqual(first.body)
    expect((await shop.call(api.list, { customerId })).body.total).toBe(1)
  })

  test('what a hostile answer names as a part is not stored', async () => {
    google.answers(() => verdict({ possibleNextAction: 'FIX' }, { address: { missingComponentTypes: ['<script>'] } }))
    const { body } = await shop.call(api.add, { customerId: await aCustomer(), ...OXFORD })
    expect(body).toMatchObject({ verification: 'unverified', verificationReasons: [] })
  })
})

describe('a provider that does not answer does not stop the till', () => {
  beforeEach(() => openWorld())
  afterEach(closeWorld)

  test.each([
    ['hangs', 'hang'],
    ['is broken', { status: 500, body: 'oops' }],
    ['has had enough', { status: 429, body: { error: { code: 429 } } }],
    ['refuses the key', { status: 403, body: { error: { code: 403 } } }],
    ['redirects elsewhere', { status: 302, body: '' }],
    ['sends half of its JSON', { body: '{"result": {"verdict": {' }],
    ['sends other JSON', { body: [] }],
  ] as const)('%s: stored as unverified, to be asked again; then it is not asked for a while', async (_, answer) => {
    google.answers(() => answer)
    const customerId = await aCustomer()
    for (let n = 0; n < 3; n++) {
      const { status, body } = await shop.call(api.add, { customerId, ...OXFORD })
      expect([status, body.verification, body.checkedAt]).toEqual([201, 'unverified', null])
      expect(await stored(body.id)).toMatchObject({ check_at: expect.any(Date) })
    }
    expect(google.asked).toHaveLength(3)
    expect((await shop.call(api.add, { customerId, ...OXFORD })).status).toBe(201)
    expect(google.asked).toHaveLength(3)
  })

  test('no caller waits for it longer than 1.5 s', () => expect(TIMEOUT_MS).toBeLessThan(1_500))

  test('nor does one that is not there at all', async () => {
    await google.close()
    const { status, body } = await shop.call(api.add, { customerId: await aCustomer(), ...OXFORD })
    expect([status, body.verification]).toEqual([201, 'unverified'])
    google = await googleDouble()
  })

  test('while it hangs no connection to the database is held', async () => {
    google.answers(() => 'hang')
    const customerId = await aCustomer()
    let answered = false
    const adding = shop.call(api.add, { customerId, ...OXFORD }).finally(() => {
      answered = true
    })
    await eventually(async () => google.asked.length)
    await eventually(async () => (await world.owner.query(IN_TRANSACTION)).rowCount === 0)
    expect(answered).toBe(false)
    expect((await adding).status).toBe(201)
  })

  test('a strict tenant decides whether that is enough', async () => {
    google.answers(() => ({ status: 500, body: '' }))
    const customerId = await aCustomer()
    await shop.call(api.changeSettings, { validation: 'strict' })
    expect((await shop.call(api.add, { customerId, ...OXFORD })).status).toBe(201)
    await shop.call(api.changeSettings, { whenUnavailable: 'refuse' })
    const { status, body, headers } = await shop.call(api.add, { customerId, ...OXFORD })
    expect([status, body.code, headers.get('retry-after')]).toEqual([503, 'address.check_unavailable', '30'])
    expect((await shop.call(api.list, { customerId })).body.total).toBe(1)
    await shop.call(api.changeSettings, { validation: 'lenient' })
    expect((await shop.call(api.add, { customerId, ...OXFORD })).status).toBe(201)
  })
})

describe('what was stored while it did not answer is asked again', () => {
  beforeEach(async () => {
    await openWorld()
    google.answers(() => ({ status: 500, body: '' }))
  })
  afterEach(closeWorld)
  const unasked = async (customerId: string) => (await shop.call(api.add, { customerId, ...OXFORD })).body.id as string

  test('by itself, as soon as it answers; the history and an event tell', async () => {
    const customerId = await aCustomer()
    let calls = 0
    google.answers(() => (++calls === 1 ? { status: 500, body: '' } : ACCEPTED))
    await world.startBackground()
    const addressId = await unasked(customerId)
    await eventually(async () => (await stored(addressId)).verification === 'verified')
    expect(await stored(addressId)).toMatchObject({ check_at: null, check_tries: 0, version: 2 })
    expect((await shop.call(history, { customerId })).body.items[0]).toMatchObject({
      action: 'address.checked',
      actor: 'errand:recheck-addresses',
      before: { verification: 'unverified' },
      after: { verification: 'verified' },
    })
    const told = await world.owner.query(`select data from events where type = 'AddressChanged' and customer_id = $1`, [
      inside(customerId),
    ])
    expect(told.rows).toMatchObject([{ data: { addressId: inside(addressId), fields: ['verification'], version: 2 } }])
  })

  test('later and later while it still does not, and not while the breaker is open', async () => {
    const customerId = await aCustomer()
    const addressId = await unasked(customerId)
    const began = Date.now()
    await recheck()
    const first = await stored(addressId)
    expect(first).toMatchObject({ check_tries: 1, verification: 'unverified', version: 1 })
    expect(first.check_at.getTime() - began).toBeGreaterThan(55_000)
    expect(first.check_at.getTime() - Date.now()).toBeLessThan(61_000)
    await dueNow()
    await recheck()
    const second = await stored(addressId)
    expect(second.check_tries).toBe(2)
    expect(second.check_at.getTime() - began).toBeGreaterThan(295_000)
    await dueNow()
    await recheck()
    expect(google.asked).toHaveLength(3)
    expect((await stored(addressId)).check_tries).toBe(2)
  })

  test('once, by one of two processes', async () => {
    const addressId = await unasked(await aCustomer())
    google.asked.length = 0
    google.answers(() => ACCEPTED)
    await Promise.all([recheck(), recheck(), recheck()])
    expect(google.asked).toHaveLength(1)
    expect((await stored(addressId)).verification).toBe('verified')
  })

  test('not when it was deleted or changed meanwhile; found when its customer was merged', async () => {
    const [customerId, survivor] = [await aCustomer(), await aCustomer()]
    const [deleted, changed] = [await unasked(customerId), await unasked(customerId)]
    google.answers(async () => {
      await shop.call(api.change, { customerId, addressId: changed, label: 'Meanwhile' })
      return UNDELIVERABLE
    })
    await shop.call(api.remove, { customerId, addressId: deleted })
    google.asked.length = 0
    await recheck()
    expect(google.asked).toHaveLength(1)
    expect(await stored(changed)).toMatchObject({ verification: 'unverified', check_at: expect.any(Date) })
    expect(await stored(deleted)).toMatchObject({ verification: 'unverified', check_at: null })

    await shop.run(async (ctx) => {
      await addresses.personalData.merge(ctx, inside(customerId), inside(survivor), {})
      await customers.personalData.merge(ctx, inside(customerId), inside(survivor), {})
    })
    google.answers(() => UNDELIVERABLE)
    await dueNow()
    await recheck()
    expect(await stored(changed)).toMatchObject({ verification: 'rejected', customer_id: inside(survivor) })
    expect((await shop.call(history, { customerId: survivor })).body.items[0].action).toBe('address.checked')
  })

  test('nothing of an erased customer is asked', async () => {
    const customerId = await aCustomer()
    await unasked(customerId)
    await shop.run(async (ctx) => {
      // In the wrong order, so that a row has no key for a moment.
      await customers.personalData.erase(ctx, inside(customerId))
    })
    google.asked.length = 0
    await dueNow()
    expect(await recheck()).toBe(false)
    expect(google.asked).toEqual([])
    await shop.run((ctx) => addresses.personalData.erase(ctx, inside(customerId)))
    expect((await world.owner.query('select from addresses')).rowCount).toBe(0)
  })

  test('also those from before there was a provider, where it covers the country; each tenant its own', async () => {
    const customerId = await aCustomer()
    const old = await unasked(customerId)
    const covered = (await shop.call(api.add, { customerId, ...MUSCAT })).body.id
    await world.owner.query('update addresses set check_at = null')
    const rival = await aTenant(world)
    await rival.run(queueUnchecked)
    expect((await stored(old)).check_at).toBeNull()
    await shop.run(queueUnchecked)
    expect((await stored(old)).check_at).not.toBeNull()
    expect((await stored(covered)).check_at).toBeNull()
    google.answers(() => ACCEPTED)
    await recheckAddresses(world.kith.db, rival.id)
    expect((await stored(old)).verification).toBe('unverified')
    await recheck()
    expect((await stored(old)).verification).toBe('verified')
  })
})

test('without a provider nothing is validated or queued', async () => {
  await openWorld({ GOOGLE_MAPS_API_KEY: '' })
  const { body } = await shop.call(api.add, { customerId: await aCustomer(), ...OXFORD })
  await shop.run(queueUnchecked)
  expect(await stored(body.id)).toMatchObject({ verification: 'unverified', check_at: null })
  expect(await recheck()).toBe(false)
  expect(google.asked).toEqual([])
  await closeWorld()
})
