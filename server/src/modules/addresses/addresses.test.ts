import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aPhone, aTenant, aWorld, eventually, type Shop, type World } from '../../../test/harness.ts'
import { create, history } from '../customers/contract.ts'
import { customers } from '../customers/index.ts'
import * as api from './contract.ts'
import { addresses } from './index.ts'

let world: World
let shop: Shop
let rival: Shop
beforeAll(async () => {
  world = await aWorld()
  shop = await aTenant(world)
  rival = await aTenant(world)
})
afterAll(() => world.close())

/** As the database has it. */
const inside = (id: string) => id.slice(5).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')

const WAITING = `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
const HOME = { building: '12', street: 'Way 2703', area: 'Al Khuwair', city: 'Muscat' }
const aCustomer = async (of: Pick<Shop, 'call'> = shop): Promise<string> =>
  (await of.call(create, { type: 'stub', firstName: 'Salim', phone: aPhone() })).body.id
const anAddress = async (customerId: string, more: Record<string, unknown> = {}) => {
  const { status, body } = await shop.call(api.add, { customerId, ...HOME, ...more } as never)
  expect(status, JSON.stringify(body)).toBe(201)
  return body
}
const listed = async (customerId: string, more: Record<string, unknown> = {}) =>
  (await shop.call(api.list, { customerId, ...more } as never)).body.items
const defaults = async (customerId: string): Promise<string[]> =>
  (await listed(customerId)).filter((one: api.Address) => one.isDefault).map((one: api.Address) => one.id)
const stored = async (customerId: string) => {
  const id = inside(customerId)
  return (await world.owner.query('select * from addresses where customer_id = $1', [id])).rows
}

describe('adding', () => {
  test('keeps every field that was given, in both scripts, and says how mail writes it', async () => {
    const customerId = await aCustomer()
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
    expect(await listed(customerId)).toEqual([body])
  })

  test('the country is that of the customer unless another is named', async () => {
    const { body: guest } = await shop.call(create, { country: 'QA' })
    expect(await anAddress(guest.id)).toMatchObject({ country: 'QA' })
    expect(await anAddress(guest.id, { country: 'OM' })).toMatchObject({ country: 'OM' })
  })

  test('the first one is the default whatever was said; a later one only when it is said', async () => {
    const customerId = await aCustomer()
    const first = await anAddress(customerId, { isDefault: false })
    expect(first.isDefault).toBe(true)
    const second = await anAddress(customerId)
    expect(second.isDefault).toBe(false)
    const third = await anAddress(customerId, { isDefault: true })
    expect(await defaults(customerId)).toEqual([third.id])
    expect((await listed(customerId)).map(({ id }: api.Address) => id)).toEqual([third.id, first.id, second.id])
  })

  test('twenty first addresses at once make twenty addresses and one default', async () => {
    const customerId = await aCustomer()
    await Promise.all(Array.from({ length: 20 }, () => anAddress(customerId, { isDefault: true })))
    expect(await listed(customerId)).toHaveLength(20)
    expect(await defaults(customerId)).toHaveLength(1)
  })

  test('with the same Idempotency-Key once, with the same answer; with another body it is refused', async () => {
    const customerId = await aCustomer()
    const options = { headers: { 'idempotency-key': `home of ${customerId}`.replaceAll(' ', '-') } }
    const input = { customerId, ...HOME }
    const answers = await Promise.all([1, 2, 3].map(() => shop.call(api.add, input, options)))
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1)
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201])
    expect(answers.filter(({ headers }) => headers.get('idempotent-replayed') === 'true')).toHaveLength(2)
    expect(answers.map(({ headers }) => headers.get('etag'))).toEqual(['"1"', '"1"', '"1"'])
    expect(await listed(customerId)).toHaveLength(1)
    expect(await shop.call(api.add, { ...input, city: 'Sohar' }, options)).toMatchObject({
      status: 422,
      body: { code: 'idempotency_key_reused' },
    })
  })

  test('stops at fifty, also when many come at once; a deleted one makes room, and is not restored into a full house', async () => {
    const customerId = await aCustomer()
    const first = await anAddress(customerId)
    await Promise.all(Array.from({ length: 46 }, () => anAddress(customerId)))
    const answers = await Promise.all(Array.from({ length: 6 }, () => shop.call(api.add, { customerId, ...HOME })))
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 201, 201, 409, 409, 409])
    expect(answers.find(({ status }) => status === 409)).toMatchObject({ body: { code: 'address.too_many' } })
    expect(await listed(customerId)).toHaveLength(50)

    await shop.call(api.remove, { customerId, addressId: first.id })
    await anAddress(customerId)
    expect(await shop.call(api.restore, { customerId, addressId: first.id })).toMatchObject({
      status: 409,
      body: { code: 'address.too_many' },
    })
  })
})

describe('what does not fit is refused, and nothing is written', () => {
  let customerId: string
  beforeAll(async () => {
    customerId = await aCustomer()
  })

  test.each([
    ['an unknown key', { shoe: 1 }, 'shoe', 'unknown_key'],
    ['another type', { type: 'beach' }, 'type', 'invalid_value'],
    ['NUL in a street', { street: 'A\u0000b' }, 'street', 'control_characters'],
    ['a lone surrogate in a label', { label2: 'A\ud800' }, 'label2', 'broken_characters'],
    ['an override in a city', { city: 'A\u202eb' }, 'city', 'reordering_characters'],
    ['a line break in a street', { street: 'A\nB' }, 'street', 'line_breaks'],
    ['a street of 5,000 letters', { street: 'x'.repeat(5_000) }, 'street', 'too_big'],
    ['a street of 161 letters', { street: 'x'.repeat(161) }, 'street', 'too_big'],
    ['notes of 501 letters', { deliveryNotes: 'x'.repeat(501) }, 'deliveryNotes', 'too_big'],
    ['a label of spaces', { label: '  ' }, 'label', 'too_small'],
    ['a number for a floor', { floor: 3 }, 'floor', 'invalid_type'],
    ['a country that is none', { country: 'ZZ' }, 'country', 'country_unknown'],
    ['a country in small letters', { country: 'om' }, 'country', 'invalid_format'],
    ['no city', { city: null }, 'city', 'needed_here'],
    ['a postal code of another country', { postalCode: 'OX1 4AA' }, 'postalCode', 'postal_code_invalid'],
    ['a part of another country', { subdivision: 'California' }, 'subdivision', 'subdivision_unknown'],
    ['a latitude beyond the pole', { latitude: 90.1, longitude: 5 }, 'latitude', 'too_big'],
    ['a longitude beyond the date line', { latitude: 5, longitude: -180.1 }, 'longitude', 'too_small'],
    ['a latitude as text', { latitude: '23', longitude: 58 }, 'latitude', 'invalid_type'],
    ['a latitude alone', { latitude: 23.5 }, 'longitude', 'coordinates_incomplete'],
    ['a longitude alone', { longitude: 58.3 }, 'latitude', 'coordinates_incomplete'],
    ['the point of a device that knows none', { latitude: 0, longitude: 0 }, 'latitude', 'coordinates_unset'],
  ])('%s', async (_, more, path, code) => {
    for (const language of ['en', 'ar']) {
      const answer = await shop.call(api.add, { customerId, ...HOME, ...more } as never, {
        headers: { 'accept-language': language },
      })
      expect(answer).toMatchObject({ status: 422, body: { code: 'invalid', errors: [{ path, code }] } })
      expect(answer.body.errors[0].message).toMatch(
        language === 'ar' ? /\p{Script=Arabic}/u : /^[^\p{Script=Arabic}]+$/u,
      )
    }
    expect(await stored(customerId)).toEqual([])
  })

  test('everything that the rules of the country miss is said at once', async () => {
    const { body } = await shop.call(api.add, { customerId, country: 'US', building: '1' })
    expect(body.errors.map(({ path }: { path: string }) => path)).toEqual(['city', 'subdivision', 'postalCode'])
  })

  test('coordinates are kept to eleven centimetres', async () => {
    const at = { latitude: 23.588000000001, longitude: 58.382912345678 }
    expect(await anAddress(await aCustomer(), at)).toMatchObject({ latitude: 23.588, longitude: 58.382912 })
  })
})

describe('whose address it is', () => {
  test('the neighbouring tenant finds neither customer nor address, and another customer not the address', async () => {
    const customerId = await aCustomer()
    const other = await aCustomer()
    const { id: addressId } = await anAddress(customerId)
    const tries = (speaker: Pick<Shop, 'call'>, of: string) => [
      speaker.call(api.get, { customerId: of, addressId }),
      speaker.call(api.change, { customerId: of, addressId, label: 'Mine' }),
      speaker.call(api.remove, { customerId: of, addressId }),
      speaker.call(api.restore, { customerId: of, addressId }),
      speaker.call(api.makeDefault, { customerId: of, addressId }),
    ]
    for (const { status, body } of await Promise.all(tries(rival, customerId))) {
      expect([status, body.code]).toEqual([404, 'customer.not_found'])
    }
    const theirs = await aCustomer(rival)
    for (const { status, body } of await Promise.all([...tries(shop, other), ...tries(rival, theirs)])) {
      expect([status, body.code]).toEqual([404, 'address.not_found'])
    }
    expect((await rival.call(api.list, { customerId })).status).toBe(404)
    expect((await rival.call(api.add, { customerId, ...HOME })).status).toBe(404)
    expect(await listed(customerId)).toMatchObject([{ id: addressId, version: 1, label: null, deletedAt: null }])
  })

  test('an id that cannot be one is an id that does not exist', async () => {
    const customerId = await aCustomer()
    for (const addressId of ['addr_1', 'addr_%00', `cust_${'0'.repeat(32)}`]) {
      expect((await shop.call(api.get, { customerId, addressId } as never)).status).toBe(404)
    }
  })

  test('each scope opens its own half', async () => {
    const customerId = await aCustomer()
    const { id: addressId } = await anAddress(customerId)
    const reader = await shop.with('addresses:read')
    const writer = await shop.with('addresses:write')
    expect((await reader.call(api.list, { customerId })).status).toBe(200)
    expect((await writer.call(api.change, { customerId, addressId, label: 'Home' })).status).toBe(200)
    const refused = await Promise.all([
      writer.call(api.list, { customerId }),
      writer.call(api.get, { customerId, addressId }),
      reader.call(api.add, { customerId, ...HOME }),
      reader.call(api.change, { customerId, addressId, label: 'X' }),
      reader.call(api.remove, { customerId, addressId }),
      reader.call(api.restore, { customerId, addressId }),
      reader.call(api.makeDefault, { customerId, addressId }),
      reader.call(api.readSettings, {}),
      writer.call(api.changeSettings, { validation: 'strict' }),
    ])
    expect(refused.map(({ status, body }) => [status, body.needs])).toEqual([
      [403, 'addresses:read'],
      [403, 'addresses:read'],
      ...Array(5).fill([403, 'addresses:write']),
      ...Array(2).fill([403, 'settings:manage']),
    ])
  })

  test('a merged customer’s addresses are asked for at the survivor, an erased one has none', async () => {
    const [from, into, gone] = [await aCustomer(), await aCustomer(), await aCustomer()]
    const moved = await anAddress(from)
    await anAddress(gone)
    const [fromId, intoId, goneId] = [from, into, gone].map(inside) as [string, string, string]
    await shop.run(async (ctx) => {
      await addresses.personalData.merge(ctx, fromId, intoId)
      await customers.personalData.merge(ctx, fromId, intoId)
      await addresses.personalData.erase(ctx, goneId)
      await customers.personalData.erase(ctx, goneId)
    })
    const answers = await Promise.all([
      shop.call(api.list, { customerId: from }),
      shop.call(api.add, { customerId: from, ...HOME }),
      shop.call(api.get, { customerId: from, addressId: moved.id }),
      shop.call(api.change, { customerId: from, addressId: moved.id, label: 'X' }),
    ])
    for (const { status, body, headers } of answers) {
      expect([status, body.code, body.customerId]).toEqual([301, 'customer.merged', into])
      expect(headers.get('location')).toBe(`/api/v1/customers/${into}`)
    }
    expect(await listed(into)).toMatchObject([{ id: moved.id, street: 'Way 2703' }])
    expect((await shop.call(api.list, { customerId: gone })).status).toBe(404)
    expect((await shop.call(api.add, { customerId: gone, ...HOME })).status).toBe(404)
    expect(await stored(gone)).toEqual([])
  })

  test('an address that is added while its customer is being erased is refused, not left behind', async () => {
    const customerId = await aCustomer()
    const id = inside(customerId)
    let adding: ReturnType<typeof shop.call> | undefined
    await shop.run(async (ctx) => {
      await addresses.personalData.erase(ctx, id)
      adding = shop.call(api.add, { customerId, ...HOME })
      await eventually(async () => (await world.owner.query(WAITING)).rowCount)
      await customers.personalData.erase(ctx, id)
    })
    expect((await adding!).status).toBe(404)
    expect(await stored(customerId)).toEqual([])
  })
})

describe('changing', () => {
  test('what is named changes, null clears, the rest stays; the version counts', async () => {
    const customerId = await aCustomer()
    const { id: addressId } = await anAddress(customerId, { label: 'Home', deliveryNotes: 'Blue gate' })
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
    const customerId = await aCustomer()
    const { id: addressId } = await anAddress(customerId)
    expect(await shop.call(api.change, { customerId, addressId })).toMatchObject({
      status: 422,
      body: { errors: [{ code: 'nothing_to_change' }] },
    })
    expect((await shop.call(api.change, { customerId, addressId, city: 'Muscat' })).body.version).toBe(1)
  })

  test('a lost race is 412 with the present version, and nothing changes', async () => {
    const customerId = await aCustomer()
    const { id: addressId } = await anAddress(customerId)
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
    expect(await listed(customerId)).toMatchObject([{ label: 'A', version: 2, deletedAt: null }])
  })

  test('ten who change it at once with the same ETag: one wins', async () => {
    const customerId = await aCustomer()
    const { id: addressId } = await anAddress(customerId)
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, n) =>
        shop.call(api.change, { customerId, addressId, label: `L${n}` }, { headers: { 'if-match': '"1"' } }),
      ),
    )
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(answers.filter(({ status }) => status === 412)).toHaveLength(9)
  })

  test('the rules of the new country are those that count, for the whole address', async () => {
    const customerId = await aCustomer()
    const { id: addressId } = await anAddress(customerId, { postalCode: '133' })
    const { status, body } = await shop.call(api.change, { customerId, addressId, country: 'GB' })
    expect(status).toBe(422)
    expect(body.errors).toMatchObject([{ path: 'postalCode', code: 'postal_code_invalid' }])
    expect(
      await shop.call(api.change, { customerId, addressId, country: 'GB', postalCode: 'ox14aa', city: 'Oxford' }),
    ).toMatchObject({ status: 200, body: { country: 'GB', postalCode: 'OX1 4AA' } })
  })

  test('half a point cannot be cleared', async () => {
    const customerId = await aCustomer()
    const { id: addressId } = await anAddress(customerId, { latitude: 23.5, longitude: 58.3 })
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
    const customerId = await aCustomer()
    const first = await anAddress(customerId)
    const second = await anAddress(customerId)
    const switched = await shop.call(api.makeDefault, { customerId, addressId: second.id })
    expect(switched).toMatchObject({ status: 200, body: { isDefault: true, version: 2 } })
    expect(switched.headers.get('etag')).toBe('"2"')
    expect(await defaults(customerId)).toEqual([second.id])
    expect((await shop.call(api.makeDefault, { customerId, addressId: second.id })).body.version).toBe(2)

    const changed = await shop.call(api.change, { customerId, addressId: first.id, isDefault: true, label: 'Home' })
    expect(changed.body).toMatchObject({ isDefault: true, label: 'Home' })
    expect(await defaults(customerId)).toEqual([first.id])
    const only = await shop.call(api.change, { customerId, addressId: second.id, isDefault: true })
    expect(only.body).toMatchObject({ isDefault: true })
    expect(await defaults(customerId)).toEqual([second.id])
  })

  test('cannot be given up, only given to another', async () => {
    const customerId = await aCustomer()
    const { id: addressId } = await anAddress(customerId)
    const { id: other } = await anAddress(customerId)
    expect(await shop.call(api.change, { customerId, addressId, isDefault: false })).toMatchObject({
      status: 422,
      body: { code: 'address.default_needed' },
    })
    expect((await shop.call(api.change, { customerId, addressId: other, isDefault: false })).status).toBe(200)
  })

  test('stays exactly one while many switch it at once, each by another way', async () => {
    const customerId = await aCustomer()
    const ids = (await Promise.all(Array.from({ length: 5 }, () => anAddress(customerId)))).map(({ id }) => id)
    for (let round = 0; round < 5; round++) {
      const answers = await Promise.all(
        ids.flatMap((addressId) => [
          shop.call(api.makeDefault, { customerId, addressId }),
          shop.call(api.change, { customerId, addressId, isDefault: true, label: `Round ${round}` }),
        ]),
      )
      expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(200))
      expect(await defaults(customerId)).toHaveLength(1)
    }
  })

  test('is guarded by the database itself', async () => {
    const customerId = await aCustomer()
    await anAddress(customerId)
    await anAddress(customerId)
    const all = world.owner.query('update addresses set is_default = true where customer_id = $1', [inside(customerId)])
    await expect(all).rejects.toThrow('addresses_default')
  })
})

describe('deleting', () => {
  test('hides the address; the default is handed on to the newest other one; restoring brings it back', async () => {
    const customerId = await aCustomer()
    const first = await anAddress(customerId)
    await anAddress(customerId, { label: 'Second' })
    const third = await anAddress(customerId, { label: 'Third' })
    const { status, body } = await shop.call(api.remove, { customerId, addressId: first.id })
    expect(status).toBe(200)
    expect(body).toMatchObject({ isDefault: false, deletedAt: expect.any(String) })
    expect(await defaults(customerId)).toEqual([third.id])
    expect((await shop.call(api.get, { customerId, addressId: first.id })).status).toBe(404)
    expect((await shop.call(api.change, { customerId, addressId: first.id, label: 'X' })).status).toBe(404)
    expect((await shop.call(api.makeDefault, { customerId, addressId: first.id })).status).toBe(404)
    expect(await listed(customerId)).toHaveLength(2)
    expect(await listed(customerId, { deleted: true })).toMatchObject([{ id: first.id, street: 'Way 2703' }])

    const back = await shop.call(api.restore, { customerId, addressId: first.id })
    expect(back).toMatchObject({ status: 200, body: { id: first.id, isDefault: false, deletedAt: null, ...HOME } })
    expect(await defaults(customerId)).toEqual([third.id])
  })

  test('said twice it is done once, and so is restoring', async () => {
    const customerId = await aCustomer()
    const { id: addressId } = await anAddress(customerId)
    const once = await shop.call(api.remove, { customerId, addressId })
    expect((await shop.call(api.remove, { customerId, addressId })).body).toEqual(once.body)
    const back = await shop.call(api.restore, { customerId, addressId })
    expect(back.body).toMatchObject({ isDefault: true, version: 3 })
    expect((await shop.call(api.restore, { customerId, addressId })).body).toEqual(back.body)
  })

  test('all at once leaves none; what is added or restored next is the default', async () => {
    const customerId = await aCustomer()
    const ids = (await Promise.all(Array.from({ length: 4 }, () => anAddress(customerId)))).map(({ id }) => id)
    const answers = await Promise.all(ids.map((addressId) => shop.call(api.remove, { customerId, addressId })))
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200])
    expect(await listed(customerId)).toEqual([])
    await shop.call(api.restore, { customerId, addressId: ids[1]! })
    expect(await defaults(customerId)).toEqual([ids[1]])
  })
})

describe('finding the nearest', () => {
  test('sorts by distance and tells it; what has no coordinates comes last', async () => {
    const customerId = await aCustomer()
    await anAddress(customerId, { label: 'Nowhere' })
    await anAddress(customerId, { label: 'Dubai', latitude: 25.2048, longitude: 55.2708 })
    await anAddress(customerId, { label: 'Seeb', latitude: 23.6703, longitude: 58.1891 })
    await anAddress(customerId, { label: 'Here', latitude: 23.588, longitude: 58.3829 })
    const near = await listed(customerId, { near: '23.588,58.3829' })
    expect(near.map(({ label }: api.Address) => label)).toEqual(['Here', 'Seeb', 'Dubai', 'Nowhere'])
    expect(near[0].distanceMeters).toBe(0)
    expect(near[1].distanceMeters).toBeGreaterThan(21_000)
    expect(near[1].distanceMeters).toBeLessThan(23_000)
    expect(near[3].distanceMeters).toBeNull()
  })

  test.each(['here', '23.5', '23.5,58.3,1', '91,0', '0,181', 'NaN,NaN', '1e3,2', '23.5;58.3', `${'9'.repeat(400)},1`])(
    'from %s is refused',
    async (near) => {
      const { status, body } = await shop.call(api.list, { customerId: await aCustomer(), near })
      expect([status, body.code, body.errors[0].path]).toEqual([422, 'invalid', 'near'])
    },
  )
})

describe('what is remembered', () => {
  test('the history tells every step with before and after, but not to who may not read addresses', async () => {
    const customerId = await aCustomer()
    const first = await anAddress(customerId, { label: 'Home' })
    const second = await anAddress(customerId)
    await shop.call(api.change, { customerId, addressId: first.id, label: 'Old home', street: 'Way 1' })
    await shop.call(api.makeDefault, { customerId, addressId: second.id })
    await shop.call(api.remove, { customerId, addressId: second.id })
    await shop.call(api.restore, { customerId, addressId: second.id })
    const { items } = (await shop.call(history, { customerId })).body
    expect(items.map(({ action }: { action: string }) => action)).toEqual([
      'address.restored',
      'address.removed',
      'address.default_moved',
      'address.default_moved',
      'address.changed',
      'address.added',
      'address.added',
      'customer.created',
    ])
    expect(items[4]).toMatchObject({
      fields: ['label', 'street'],
      before: { addressId: first.id, label: 'Home', street: 'Way 2703' },
      after: { addressId: first.id, label: 'Old home', street: 'Way 1' },
    })
    expect(items[3]).toMatchObject({ before: { addressId: first.id }, after: { addressId: second.id } })
    expect(items[1]).toMatchObject({ before: { street: 'Way 2703', isDefault: true } })

    const blind = await shop.with('customers:history')
    const seen = (await blind.call(history, { customerId })).body.items
    expect(seen[4]).toMatchObject({ fields: ['label', 'street'], before: {}, after: {} })
    expect(JSON.stringify(seen)).not.toMatch(/Way|Khuwair/)
  })

  test('events tell ids and facts, never the place', async () => {
    const customerId = await aCustomer()
    const { id } = await anAddress(customerId, { label: 'Secret house' })
    const second = await anAddress(customerId)
    await shop.call(api.change, { customerId, addressId: id, street: 'Elsewhere' })
    await shop.call(api.remove, { customerId, addressId: id })
    const { rows } = await world.owner.query(
      `select type, data from events where customer_id = $1 and type like 'Address%' order by at, id`,
      [inside(customerId)],
    )
    const [addressId, secondId] = [id, second.id].map(inside)
    const customer = inside(customerId)
    const added = { customerId: customer, type: 'home', country: 'OM' }
    expect(rows).toEqual([
      { type: 'AddressAdded', data: { ...added, addressId, isDefault: true } },
      { type: 'AddressAdded', data: { ...added, addressId: secondId, isDefault: false } },
      { type: 'AddressChanged', data: { customerId: customer, addressId, fields: ['street'], version: 2 } },
      {
        type: 'AddressChanged',
        data: { customerId: customer, addressId: secondId, fields: ['isDefault'], version: 2 },
      },
      { type: 'AddressRemoved', data: { customerId: customer, addressId } },
    ])
  })

  test('nothing of a place is stored in the clear, in any table', async () => {
    const customerId = await aCustomer()
    const secrets = {
      label: 'Qwlabelz',
      label2: 'قثصضفغ',
      building: 'Asbuildingz',
      building2: 'طكمنت',
      floor: 'Flrz77',
      apartment: 'Aptz88',
      street: 'Zxstreetz',
      street2: 'شسيبلا',
      area: 'Poareaz',
      area2: 'ظزوةىلا',
      city: 'Lkcityz',
      city2: 'ئءؤرلاى',
      deliveryNotes: 'Mnnotesz',
    }
    const at = { postalCode: '987', latitude: 21.234567, longitude: 57.765432 }
    const made = await anAddress(customerId, { ...secrets, ...at })
    await shop.call(api.change, { customerId, addressId: made.id, street: 'Zxstreetz again' })
    await shop.call(api.remove, { customerId, addressId: made.id })
    const tables = await world.owner.query(
      `select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'`,
    )
    let dump = ''
    for (const { relname } of tables.rows) {
      const { rows } = await world.owner.query(`select coalesce(string_agg(t::text, ' '), '') as all from ${relname} t`)
      dump += rows[0].all
    }
    expect(dump).toContain('address.added')
    for (const secret of [...Object.values(secrets), '21.234567', '57.765432']) {
      for (const encoding of ['utf8', 'hex', 'base64'] as const) {
        expect(dump.includes(Buffer.from(secret).toString(encoding)), `${secret} as ${encoding}`).toBe(false)
      }
    }
    const [row] = await stored(customerId)
    expect(Object.keys(row)).not.toContain('postal_code')
  })

  test('a sealed address that was moved to another row does not open', async () => {
    const customerId = await aCustomer()
    const [a, b] = [await anAddress(customerId), await anAddress(customerId)]
    await world.owner.query(
      'update addresses set sealed = (select sealed from addresses where id = $1) where id = $2',
      [inside(a.id), inside(b.id)],
    )
    expect((await shop.call(api.get, { customerId, addressId: b.id })).status).toBe(500)
  })
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
  test('are lenient until decided, change one by one, and are each tenant’s own', async () => {
    const mine = await aTenant(world)
    expect((await mine.call(api.readSettings, {})).body).toEqual({ validation: 'lenient', whenUnavailable: 'store' })
    await mine.call(api.changeSettings, { validation: 'strict' })
    await mine.call(api.changeSettings, { whenUnavailable: 'refuse' })
    const decided = { validation: 'strict', whenUnavailable: 'refuse' }
    expect((await mine.call(api.readSettings, {})).body).toEqual(decided)
    expect((await rival.call(api.readSettings, {})).body.validation).toBe('lenient')
    expect((await mine.call(api.changeSettings, { validation: 'harsh' } as never)).status).toBe(422)
    expect((await mine.call(api.changeSettings, { other: 1 } as never)).status).toBe(422)
  })
})
