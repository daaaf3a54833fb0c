import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aTenant, aWorld, eventually, type Shop, type World } from '../../../test/harness.ts'
import { ROLES, type Role } from '../../permissions.ts'
import { history } from '../customers/contract.ts'
import { customers } from '../customers/index.ts'
import { aCustomer, anAddress, HOME, inside, listed, stored } from './addresses.harness.ts'
import * as api from './contract.ts'
import { addresses } from './index.ts'

const WAITING = `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`

let world: World
let shop: Shop
let rival: Shop
beforeAll(async () => {
  world = await aWorld()
  shop = await aTenant(world)
  rival = await aTenant(world)
})
afterAll(() => world.close())

describe('what does not fit is refused, and nothing is written', () => {
  let customerId: string
  beforeAll(async () => {
    customerId = await aCustomer(shop)
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
    expect(await stored(world, customerId)).toEqual([])
  })

  test('everything that the rules of the country miss is said at once', async () => {
    const { body } = await shop.call(api.add, { customerId, country: 'US', building: '1' })
    expect(body.errors.map(({ path }: { path: string }) => path)).toEqual(['city', 'subdivision', 'postalCode'])
  })

  test('coordinates are kept to eleven centimetres', async () => {
    const at = { latitude: 23.588000000001, longitude: 58.382912345678 }
    expect(await anAddress(shop, await aCustomer(shop), at)).toMatchObject({ latitude: 23.588, longitude: 58.382912 })
  })
})

describe('whose address it is', () => {
  test('the neighbouring tenant finds neither customer nor address, and another customer not the address', async () => {
    const customerId = await aCustomer(shop)
    const other = await aCustomer(shop)
    const { id: addressId } = await anAddress(shop, customerId)
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
    expect(await listed(shop, customerId)).toMatchObject([{ id: addressId, version: 1, label: null, deletedAt: null }])
  })

  test('an id that cannot be one is an id that does not exist', async () => {
    const customerId = await aCustomer(shop)
    for (const addressId of ['addr_1', 'addr_%00', `cust_${'0'.repeat(32)}`]) {
      expect((await shop.call(api.get, { customerId, addressId } as never)).status).toBe(404)
    }
  })

  test('each scope opens its own half', async () => {
    const customerId = await aCustomer(shop)
    const { id: addressId } = await anAddress(shop, customerId)
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

  test('the till and those above it handle addresses, the privacy officer reads them, an analyst does not', () => {
    const may = (role: Role) => ROLES[role].filter((scope) => scope.startsWith('addresses:'))
    for (const role of ['cashier', 'manager', 'admin', 'owner'] as const) {
      expect(may(role)).toEqual(['addresses:read', 'addresses:write'])
    }
    expect(may('privacy-officer')).toEqual(['addresses:read'])
    expect(may('analyst')).toEqual([])
  })

  test('a merged customer’s addresses are asked for at the survivor, an erased one has none', async () => {
    const [from, into, gone] = [await aCustomer(shop), await aCustomer(shop), await aCustomer(shop)]
    const moved = await anAddress(shop, from)
    await anAddress(shop, gone)
    const [fromId, intoId, goneId] = [from, into, gone].map(inside) as [string, string, string]
    await shop.run(async (ctx) => {
      await addresses.personalData.merge(ctx, fromId, intoId, {})
      await customers.personalData.merge(ctx, fromId, intoId, {})
      await addresses.personalData.erase(ctx, goneId)
      await customers.personalData.erase(ctx, goneId)
    })
    const answers = await Promise.all([
      shop.call(api.list, { customerId: from }),
      shop.call(api.add, { customerId: from, ...HOME }),
      shop.call(api.get, { customerId: from, addressId: moved.id }),
      shop.call(api.change, { customerId: from, addressId: moved.id, label: 'X' }),
    ])
    for (const { body } of answers) expect([body.code, body.customerId]).toEqual(['customer.merged', into])
    expect(answers.map(({ status }) => status)).toEqual([307, 409, 307, 409])
    const there = `/api/v1/customers/${into}/addresses`
    expect(answers.map(({ headers }) => headers.get('location'))).toEqual([there, null, `${there}/${moved.id}`, null])
    expect(await listed(shop, into)).toMatchObject([{ id: moved.id, street: 'Way 2703' }])
    expect((await shop.call(api.list, { customerId: gone })).status).toBe(404)
    expect((await shop.call(api.add, { customerId: gone, ...HOME })).status).toBe(404)
    expect(await stored(world, gone)).toEqual([])
  })

  test('an address that is added while its customer is being erased is refused, not left behind', async () => {
    const customerId = await aCustomer(shop)
    const id = inside(customerId)
    let adding: ReturnType<typeof shop.call> | undefined
    await shop.run(async (ctx) => {
      await addresses.personalData.erase(ctx, id)
      adding = shop.call(api.add, { customerId, ...HOME })
      await eventually(async () => (await world.owner.query(WAITING)).rowCount)
      await customers.personalData.erase(ctx, id)
    })
    expect((await adding!).status).toBe(404)
    expect(await stored(world, customerId)).toEqual([])
  })
})

describe('what is remembered', () => {
  test('the history tells every step with before and after, but not to who may not read addresses', async () => {
    const customerId = await aCustomer(shop)
    const first = await anAddress(shop, customerId, { label: 'Home' })
    const second = await anAddress(shop, customerId)
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
    const customerId = await aCustomer(shop)
    const { id } = await anAddress(shop, customerId, { label: 'Secret house' })
    const second = await anAddress(shop, customerId)
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
    const customerId = await aCustomer(shop)
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
    const made = await anAddress(shop, customerId, { ...secrets, ...at })
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
    const [row] = await stored(world, customerId)
    expect(Object.keys(row)).not.toContain('postal_code')
  })

  test('a sealed address that was moved to another row does not open', async () => {
    const customerId = await aCustomer(shop)
    const [a, b] = [await anAddress(shop, customerId), await anAddress(shop, customerId)]
    await world.owner.query(
      'update addresses set sealed = (select sealed from addresses where id = $1) where id = $2',
      [inside(a.id), inside(b.id)],
    )
    const { body } = await shop.call(api.get, { customerId, addressId: b.id })
    expect(body).toMatchObject({ damaged: true, street: null, city: null })
    expect((await shop.call(api.change, { customerId, addressId: b.id, floor: '2' })).body.code).toBe('record_damaged')
  })
})
