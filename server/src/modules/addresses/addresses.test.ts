import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aPhone, aTenant, aWorld, type Shop, type World } from '../../../test/harness.ts'
import { create } from '../customers/contract.ts'
import { aCustomer, anAddress, defaults, HOME, inside, listed } from './addresses.harness.ts'
import * as api from './contract.ts'

let world: World
let shop: Shop
let rival: Shop
beforeAll(async () => {
  world = await aWorld()
  shop = await aTenant(world)
  rival = await aTenant(world)
})
afterAll(() => world.close())

describe('adding', () => {
  test('keeps every field that was given, in both scripts, and says how mail writes it', async () => {
    const customerId = await aCustomer(shop)
    const given = {
      type: 'work',
      label: 'Office',
      label2: 'المكتب',
      building: '12',
      building2: '١٢',
      floor: '3',
      apartment: '31',
      street: 'Way 2703',
      street2: 'سكة ٢٧٠٣',
      area: 'Al Khuwair',
      area2: 'الخوير',
      city: 'Muscat',
      city2: 'مسقط',
      subdivision: 'Muscat',
      postalCode: 'PC 133',
      latitude: 23.588,
      longitude: 58.3829,
      deliveryNotes: 'Blue gate\nring twice',
    } as const
    const { status, body, headers } = await shop.call(api.add, { customerId, ...given })
    expect(status).toBe(201)
    expect(headers.get('etag')).toBe('"1"')
    expect(body).toMatchObject({
      ...given,
      id: expect.stringMatching(/^addr_[0-9a-f]{32}$/),
      customerId,
      subdivision: 'MA',
      postalCode: '133',
      country: 'OM',
      isDefault: true,
      verification: 'unverified',
      verificationReasons: [],
      checkedAt: null,
      distanceMeters: null,
      deletedAt: null,
      version: 1,
      formatted: { lines: ['Apt 31, Floor 3, Building 12', 'Way 2703', 'Al Khuwair', '133', 'Muscat'] },
      formatted2: { lines: ['شقة 31، طابق 3، مبنى ١٢', 'سكة ٢٧٠٣', 'الخوير', '133', 'مسقط'] },
    })
    expect((await shop.call(api.get, { customerId, addressId: body.id })).body).toEqual(body)
    expect(await listed(shop, customerId)).toEqual([body])
  })

  test('what the rules of its country refuse is said together with what its fields refuse, and nothing twice', async () => {
    const customerId = await aCustomer(shop)
    const errorsOf = ({ body }: Awaited<ReturnType<Shop['request']>>) =>
      body.errors.map(({ path, code }: { path: string; code: string }) => `${path} ${code}`).sort()
    const wrong = { label: 'x'.repeat(61), city: '', postalCode: 'x', latitude: 23, subdivision: 'Texas' }
    const said = [
      'label too_big',
      'city too_small',
      'longitude coordinates_incomplete',
      'postalCode postal_code_invalid',
      'street address_line_needed',
      'subdivision subdivision_unknown',
    ]
    expect(errorsOf(await shop.call(api.add, { customerId, ...wrong } as never))).toEqual([...said].sort())
    const whole = { firstName: '', phone: aPhone(), addresses: [HOME, { ...wrong, country: 'OM' }] }
    expect(errorsOf(await shop.request('POST', '/api/v1/customers', whole))).toEqual(
      ['firstName too_small', ...said.map((one) => `addresses.1.${one}`)].sort(),
    )
    const { id: addressId } = await anAddress(shop, customerId)
    const change = { customerId, addressId, label: 'x'.repeat(61), latitude: 0, longitude: 0, postalCode: 'x' }
    expect(errorsOf(await shop.call(api.change, change as never))).toEqual([
      'label too_big',
      'latitude coordinates_unset',
      'postalCode postal_code_invalid',
    ])
    expect(errorsOf(await shop.call(api.change, { customerId, addressId, label: 'x'.repeat(61) }))).toEqual([
      'label too_big',
    ])
    // A given but invalid field is not reported as missing.
    expect(errorsOf(await shop.call(api.add, { customerId, street: 5, city: 'Muscat' } as never))).toEqual([
      'street invalid_type',
    ])
  })

  test('the country is that of the customer unless another is named', async () => {
    const { body: guest } = await shop.call(create, { country: 'QA' })
    expect(await anAddress(shop, guest.id)).toMatchObject({ country: 'QA' })
    expect(await anAddress(shop, guest.id, { country: 'OM' })).toMatchObject({ country: 'OM' })
  })

  test('the first one is the default in any case; a later one only when requested', async () => {
    const customerId = await aCustomer(shop)
    const first = await anAddress(shop, customerId, { isDefault: false })
    expect(first.isDefault).toBe(true)
    const second = await anAddress(shop, customerId)
    expect(second.isDefault).toBe(false)
    const third = await anAddress(shop, customerId, { isDefault: true })
    expect(await defaults(shop, customerId)).toEqual([third.id])
    expect((await listed(shop, customerId)).map(({ id }: api.Address) => id)).toEqual([third.id, first.id, second.id])
  })

  test('twenty first addresses at once make twenty addresses and one default', async () => {
    const customerId = await aCustomer(shop)
    await Promise.all(Array.from({ length: 20 }, () => anAddress(shop, customerId, { isDefault: true })))
    expect(await listed(shop, customerId)).toHaveLength(20)
    expect(await defaults(shop, customerId)).toHaveLength(1)
  })

  test('with the same Idempotency-Key once, with the same answer; with another body it is refused', async () => {
    const customerId = await aCustomer(shop)
    const options = { headers: { 'idempotency-key': `home of ${customerId}`.replaceAll(' ', '-') } }
    const input = { customerId, ...HOME }
    const answers = await Promise.all([1, 2, 3].map(() => shop.call(api.add, input, options)))
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1)
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201])
    expect(answers.filter(({ headers }) => headers.get('idempotent-replayed') === 'true')).toHaveLength(2)
    expect(answers.map(({ headers }) => headers.get('etag'))).toEqual(['"1"', '"1"', '"1"'])
    expect(await listed(shop, customerId)).toHaveLength(1)
    expect(await shop.call(api.add, { ...input, city: 'Sohar' }, options)).toMatchObject({
      status: 422,
      body: { code: 'idempotency_key_reused' },
    })
  })

  test('stops at fifty, also when many come at once; a deleted one makes room, and is not restored into a full house', async () => {
    const customerId = await aCustomer(shop)
    const first = await anAddress(shop, customerId)
    await Promise.all(Array.from({ length: 46 }, () => anAddress(shop, customerId)))
    const answers = await Promise.all(Array.from({ length: 6 }, () => shop.call(api.add, { customerId, ...HOME })))
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 201, 201, 409, 409, 409])
    expect(answers.find(({ status }) => status === 409)).toMatchObject({ body: { code: 'address.too_many' } })
    expect(await listed(shop, customerId)).toHaveLength(50)

    await shop.call(api.remove, { customerId, addressId: first.id })
    await anAddress(shop, customerId)
    expect(await shop.call(api.restore, { customerId, addressId: first.id })).toMatchObject({
      status: 409,
      body: { code: 'address.too_many' },
    })
  })
})

describe('changing', () => {
  test('what is named changes, null clears, the rest stays; the version counts', async () => {
    const customerId = await aCustomer(shop)
    const { id: addressId } = await anAddress(shop, customerId, { label: 'Home', deliveryNotes: 'Blue gate' })
    const { status, body, headers } = await shop.call(api.change, {
      customerId,
      addressId,
      label: null,
      type: 'other',
      city2: 'مسقط',
    })
    expect(status).toBe(200)
    expect(headers.get('etag')).toBe('"2"')
    expect(body).toMatchObject({
      ...HOME,
      label: null,
      type: 'other',
      city2: 'مسقط',
      deliveryNotes: 'Blue gate',
      version: 2,
    })
  })

  test('nothing named is refused, nothing changed changes nothing', async () => {
    const customerId = await aCustomer(shop)
    const { id: addressId } = await anAddress(shop, customerId)
    expect(await shop.call(api.change, { customerId, addressId })).toMatchObject({
      status: 422,
      body: { errors: [{ code: 'nothing_to_change' }] },
    })
    expect((await shop.call(api.change, { customerId, addressId, city: 'Muscat' })).body.version).toBe(1)
  })

  test('a lost race is 412 with the present version, and nothing changes', async () => {
    const customerId = await aCustomer(shop)
    const { id: addressId } = await anAddress(shop, customerId)
    const stale = { headers: { 'if-match': '"1"' } }
    expect((await shop.call(api.change, { customerId, addressId, label: 'A' }, stale)).status).toBe(200)
    const refused = [
      await shop.call(api.change, { customerId, addressId, label: 'B' }, stale),
      await shop.call(api.remove, { customerId, addressId }, stale),
      await shop.call(api.change, { customerId, addressId, label: 'B' }, { headers: { 'if-match': '"never"' } }),
    ]
    for (const { status, body, headers } of refused) {
      expect([status, body.code, body.version, headers.get('etag')]).toEqual([412, 'version_conflict', 2, '"2"'])
    }
    expect(await listed(shop, customerId)).toMatchObject([{ label: 'A', version: 2, deletedAt: null }])
  })

  test('ten who change it at once with the same ETag: one wins', async () => {
    const customerId = await aCustomer(shop)
    const { id: addressId } = await anAddress(shop, customerId)
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, n) =>
        shop.call(api.change, { customerId, addressId, label: `L${n}` }, { headers: { 'if-match': '"1"' } }),
      ),
    )
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(answers.filter(({ status }) => status === 412)).toHaveLength(9)
  })

  test('the rules of the new country are those that count, for the whole address', async () => {
    const customerId = await aCustomer(shop)
    const { id: addressId } = await anAddress(shop, customerId, { postalCode: '133' })
    const { status, body } = await shop.call(api.change, { customerId, addressId, country: 'GB' })
    expect(status).toBe(422)
    expect(body.errors).toMatchObject([{ path: 'postalCode', code: 'postal_code_invalid' }])
    expect(
      await shop.call(api.change, { customerId, addressId, country: 'GB', postalCode: 'ox14aa', city: 'Oxford' }),
    ).toMatchObject({ status: 200, body: { country: 'GB', postalCode: 'OX1 4AA' } })
  })

  test('half a point cannot be cleared', async () => {
    const customerId = await aCustomer(shop)
    const { id: addressId } = await anAddress(shop, customerId, { latitude: 23.5, longitude: 58.3 })
    expect(await shop.call(api.change, { customerId, addressId, latitude: null })).toMatchObject({
      status: 422,
      body: { errors: [{ path: 'latitude', code: 'coordinates_incomplete' }] },
    })
    const { body } = await shop.call(api.change, { customerId, addressId, latitude: null, longitude: null })
    expect(body).toMatchObject({ latitude: null, longitude: null })
  })
})

describe('the default', () => {
  test('is switched, by its own call or by a change, and both addresses get a new version', async () => {
    const customerId = await aCustomer(shop)
    const first = await anAddress(shop, customerId)
    const second = await anAddress(shop, customerId)
    const switched = await shop.call(api.makeDefault, { customerId, addressId: second.id })
    expect(switched).toMatchObject({ status: 200, body: { isDefault: true, version: 2 } })
    expect(switched.headers.get('etag')).toBe('"2"')
    expect(await defaults(shop, customerId)).toEqual([second.id])
    expect((await shop.call(api.makeDefault, { customerId, addressId: second.id })).body.version).toBe(2)

    const changed = await shop.call(api.change, { customerId, addressId: first.id, isDefault: true, label: 'Home' })
    expect(changed.body).toMatchObject({ isDefault: true, label: 'Home' })
    expect(await defaults(shop, customerId)).toEqual([first.id])
    const only = await shop.call(api.change, { customerId, addressId: second.id, isDefault: true })
    expect(only.body).toMatchObject({ isDefault: true })
    expect(await defaults(shop, customerId)).toEqual([second.id])
  })

  test('cannot be given up, only given to another', async () => {
    const customerId = await aCustomer(shop)
    const { id: addressId } = await anAddress(shop, customerId)
    const { id: other } = await anAddress(shop, customerId)
    expect(await shop.call(api.change, { customerId, addressId, isDefault: false })).toMatchObject({
      status: 422,
      body: { code: 'address.default_needed' },
    })
    expect((await shop.call(api.change, { customerId, addressId: other, isDefault: false })).status).toBe(200)
  })

  test('stays exactly one while many switch it at once, each by another way', async () => {
    const customerId = await aCustomer(shop)
    const ids = (await Promise.all(Array.from({ length: 5 }, () => anAddress(shop, customerId)))).map(({ id }) => id)
    for (let round = 0; round < 5; round++) {
      const answers = await Promise.all(
        ids.flatMap((addressId) => [
          shop.call(api.makeDefault, { customerId, addressId }),
          shop.call(api.change, { customerId, addressId, isDefault: true, label: `Round ${round}` }),
        ]),
      )
      expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(200))
      expect(await defaults(shop, customerId)).toHaveLength(1)
    }
  })

  test('is guarded by the database itself', async () => {
    const customerId = await aCustomer(shop)
    await anAddress(shop, customerId)
    await anAddress(shop, customerId)
    const all = world.owner.query('update addresses set is_default = true where customer_id = $1', [inside(customerId)])
    await expect(all).rejects.toThrow('addresses_default')
  })
})

describe('deleting', () => {
  test('hides the address; the default is handed on to the newest other one; restoring brings it back', async () => {
    const customerId = await aCustomer(shop)
    const first = await anAddress(shop, customerId)
    await anAddress(shop, customerId, { label: 'Second' })
    const third = await anAddress(shop, customerId, { label: 'Third' })
    const { status, body } = await shop.call(api.remove, { customerId, addressId: first.id })
    expect(status).toBe(200)
    expect(body).toMatchObject({ isDefault: false, deletedAt: expect.any(String) })
    expect(await defaults(shop, customerId)).toEqual([third.id])
    expect((await shop.call(api.get, { customerId, addressId: first.id })).status).toBe(404)
    expect((await shop.call(api.change, { customerId, addressId: first.id, label: 'X' })).status).toBe(404)
    expect((await shop.call(api.makeDefault, { customerId, addressId: first.id })).status).toBe(404)
    expect(await listed(shop, customerId)).toHaveLength(2)
    expect(await listed(shop, customerId, { deleted: true })).toMatchObject([{ id: first.id, street: 'Way 2703' }])

    const back = await shop.call(api.restore, { customerId, addressId: first.id })
    expect(back).toMatchObject({ status: 200, body: { id: first.id, isDefault: false, deletedAt: null, ...HOME } })
    expect(await defaults(shop, customerId)).toEqual([third.id])
  })

  test('said twice it is done once, and so is restoring', async () => {
    const customerId = await aCustomer(shop)
    const { id: addressId } = await anAddress(shop, customerId)
    const once = await shop.call(api.remove, { customerId, addressId })
    expect((await shop.call(api.remove, { customerId, addressId })).body).toEqual(once.body)
    const back = await shop.call(api.restore, { customerId, addressId })
    expect(back.body).toMatchObject({ isDefault: true, version: 3 })
    expect((await shop.call(api.restore, { customerId, addressId })).body).toEqual(back.body)
  })

  test('all at once leaves none; what is added or restored next is the default', async () => {
    const customerId = await aCustomer(shop)
    const ids = (await Promise.all(Array.from({ length: 4 }, () => anAddress(shop, customerId)))).map(({ id }) => id)
    const answers = await Promise.all(ids.map((addressId) => shop.call(api.remove, { customerId, addressId })))
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200])
    expect(await listed(shop, customerId)).toEqual([])
    await shop.call(api.restore, { customerId, addressId: ids[1]! })
    expect(await defaults(shop, customerId)).toEqual([ids[1]])
  })
})

describe('finding the nearest', () => {
  test('sorts by distance and tells it; what has no coordinates comes last', async () => {
    const customerId = await aCustomer(shop)
    await anAddress(shop, customerId, { label: 'Nowhere' })
    await anAddress(shop, customerId, { label: 'Dubai', latitude: 25.2048, longitude: 55.2708 })
    await anAddress(shop, customerId, { label: 'Seeb', latitude: 23.6703, longitude: 58.1891 })
    await anAddress(shop, customerId, { label: 'Here', latitude: 23.588, longitude: 58.3829 })
    const near = await listed(shop, customerId, { near: '23.588,58.3829' })
    expect(near.map(({ label }: api.Address) => label)).toEqual(['Here', 'Seeb', 'Dubai', 'Nowhere'])
    expect(near[0].distanceMeters).toBe(0)
    expect(near[1].distanceMeters).toBeGreaterThan(21_000)
    expect(near[1].distanceMeters).toBeLessThan(23_000)
    expect(near[3].distanceMeters).toBeNull()
  })

  test.each(['here', '23.5', '23.5,58.3,1', '91,0', '0,181', 'NaN,NaN', '1e3,2', '23.5;58.3', `${'9'.repeat(400)},1`])(
    'from %s is refused',
    async (near) => {
      const { status, body } = await shop.call(api.list, { customerId: await aCustomer(shop), near })
      expect([status, body.code, body.errors[0].path]).toEqual([422, 'invalid', 'near'])
    },
  )
})

describe('the rules for a form', () => {
  test('are told to anyone, in both languages', async () => {
    const response = await fetch(`${world.url}/api/v1/address-rules/OM`, { headers: { 'x-kith-tenant': shop.slug } })
    expect(response.status).toBe(200)
    const body = (await response.json()) as Record<string, unknown>
    expect(body).toMatchObject({
      country: 'OM',
      name: { en: 'Oman', ar: 'عُمان' },
      needs: ['line', 'city'],
      postalCode: { example: '133' },
    })
    expect(body['subdivisions']).toContainEqual({ code: 'MA', name: { en: 'Muscat', ar: 'مسقط' } })
    expect((await shop.call(api.rules, { country: 'AE' })).body).toMatchObject({ postalCode: null })
    expect((await shop.call(api.rules, { country: 'ZW' })).body).toMatchObject({ subdivisions: [] })
  })

  test.each(['ZZ', 'om', 'OMN', '..'])('%s is no country', async (country) => {
    expect((await shop.request('GET', `/api/v1/address-rules/${country}`)).status).toBe(404)
  })
})

describe('the settings of a tenant', () => {
  test('are strict until decided, change one by one, and are each tenant’s own', async () => {
    const mine = await aTenant(world)
    expect((await mine.call(api.readSettings, {})).body).toEqual({ validation: 'strict', whenUnavailable: 'store' })
    await mine.call(api.changeSettings, { validation: 'lenient' })
    await mine.call(api.changeSettings, { whenUnavailable: 'refuse' })
    const decided = { validation: 'lenient', whenUnavailable: 'refuse' }
    expect((await mine.call(api.readSettings, {})).body).toEqual(decided)
    expect((await rival.call(api.readSettings, {})).body.validation).toBe('strict')
    expect((await mine.call(api.changeSettings, { validation: 'harsh' } as never)).status).toBe(422)
    expect((await mine.call(api.changeSettings, { other: 1 } as never)).status).toBe(422)
  })
})
