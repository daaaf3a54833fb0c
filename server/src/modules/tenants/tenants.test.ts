import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aTenant, aWorld, type Shop, type World } from '../../../test/harness.ts'
import type { Scope } from '../../kit/caller.ts'
import { ROLES } from '../../permissions.ts'
import * as audit from '../audit/contract.ts'
import * as customers from '../customers/contract.ts'
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

const trail = async (at: Shop, action: string) => (await at.call(audit.list, { action })).body.items

test('a business is known from the moment it is made, also right after another', async () => {
  for (let made = 0; made < 4; made++) {
    const at = await aTenant(world)
    expect((await at.visitor().request('GET', '/api/v1/business')).status).toBe(200)
  }
})

describe('the details of a business', () => {
  test('are changed, audited, and hold from the next request on; the neighbour keeps its own', async () => {
    const at = await aTenant(world)
    await at.call(customers.create, {})
    const before = (await rival.call(api.get, {})).body
    const { body, status } = await at.call(api.change, {
      name: 'Marhaba',
      name2: 'مرحبا',
      country: 'AE',
      locale: 'ar',
      timeZone: 'Asia/Kolkata',
    })
    expect(status).toBe(200)
    expect(body).toMatchObject({ name: 'Marhaba', name2: 'مرحبا', country: 'AE', locale: 'ar', version: 2 })
    expect(body).toMatchObject({ timeZone: 'Asia/Kolkata', ownTimeZone: 'Asia/Kolkata', slug: at.slug })
    expect((await at.call(api.get, {})).body).toEqual(body)
    const { body: made } = await at.call(customers.create, { type: 'stub', firstName: 'Here', phone: '050 123 4567' })
    expect(made).toMatchObject({ phone: '+971501234567', country: 'AE', locale: 'ar' })
    expect((await rival.call(api.get, {})).body).toEqual(before)
    const [entry] = await trail(at, 'tenant.changed')
    expect(entry.fields.sort()).toEqual(['country', 'locale', 'name', 'name2', 'time_zone'])
    expect(await trail(rival, 'tenant.changed')).toEqual([])
  })

  test('what is not named stays, and without a time zone of its own it keeps that of its country', async () => {
    const at = await aTenant(world)
    const { body } = await at.call(api.change, { name2: 'متجر' })
    expect(body).toMatchObject({ name: 'A shop', name2: 'متجر', timeZone: 'Asia/Muscat', ownTimeZone: null })
    expect((await at.call(api.change, { country: 'SA' })).body.timeZone).toBe('Asia/Riyadh')
    expect((await at.call(api.change, { country: 'SA' })).body.version).toBe(3)
  })

  test('of two who change them at once, the second is told', async () => {
    const at = await aTenant(world)
    const read = await at.call(api.get, {})
    const headers = { 'if-match': read.headers.get('etag')! }
    expect((await at.call(api.change, { name: 'First' }, { headers })).status).toBe(200)
    const second = await at.call(api.change, { name: 'Second' }, { headers })
    expect(second).toMatchObject({ status: 412, body: { code: 'version_conflict' } })
    expect((await at.call(api.get, {})).body.name).toBe('First')
  })

  test.each([
    [{ country: 'ZZ' }, 'country', 'country_unknown'],
    [{ timeZone: 'Asia/Nowhere' }, 'timeZone', 'time_zone_unknown'],
    [{ name: 'evil\u202eeman' }, 'name', 'reordering_characters'],
    [{ slug: 'mine' }, 'slug', 'unknown_key'],
  ])('%j is refused', async (change, path, code) => {
    const { status, body } = await shop.call(api.change, change as object)
    expect(status).toBe(422)
    expect(body.errors).toMatchObject([{ path, code }])
  })

  test('are the affair of who may change settings', async () => {
    const till = await shop.with(...ROLES.cashier)
    expect((await till.call(api.change, { name: 'Mine' })).body).toMatchObject({ needs: 'settings:manage' })
    expect((await till.call(api.get, {})).body.may).toEqual([...ROLES.cashier].sort())
  })
})

describe('the face of a business', () => {
  const PNG =
    'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
  const NONE = { logo: null, colour: null, hours: null, hours2: null, schedule: null, opening: null }
  const seen = async (at: Shop) => (await at.visitor().request('GET', '/api/v1/business/face')).body

  test('is seen by everyone, kept field by field, and audited by name alone; the neighbour keeps its own', async () => {
    const at = await aTenant(world)
    expect(await seen(at)).toEqual(NONE)
    expect((await at.call(api.changeFace, { logo: PNG, colour: '#aa3300' })).body).toEqual({
      ...NONE,
      logo: PNG,
      colour: '#aa3300',
    })
    await at.call(api.changeFace, { hours: 'Sat–Thu 8–22\nFri 14–22', hours2: 'يوميًا', colour: null })
    expect(await seen(at)).toEqual({ ...NONE, logo: PNG, hours: 'Sat–Thu 8–22\nFri 14–22', hours2: 'يوميًا' })
    expect(await seen(rival)).toEqual(NONE)
    const entries = await trail(at, 'settings.changed')
    expect(entries.map(({ fields }: { fields: string[] }) => fields.sort())).toContainEqual([
      'face.colour',
      'face.hours',
      'face.hours2',
    ])
    expect(JSON.stringify(entries)).not.toContain('8–22')
  })

  test('has hours in the time zone of the business, in words of both languages, beside the texts from before', async () => {
    const at = await aTenant(world)
    await at.call(api.changeFace, { hours: 'Not on holidays' })
    const always = [{ opens: '00:00', closes: '00:00' }]
    const week = { mon: always, tue: always, wed: always, thu: always, fri: always, sat: always, sun: always }
    const { body } = await at.call(api.changeFace, { schedule: week })
    expect(body).toMatchObject({
      hours: 'Not on holidays',
      schedule: { ...week, closedOn: [] },
      opening: {
        isOpen: true,
        changesAt: null,
        timeZone: 'Asia/Muscat',
        words: { en: 'Every day: 24 hours', ar: 'كل يوم: على مدار الساعة' },
      },
    })
    await at.call(api.changeFace, { schedule: {} })
    expect((await seen(at)).opening).toMatchObject({
      isOpen: false,
      changesAt: null,
      words: { en: 'Every day: closed' },
    })
    expect(await seen(rival)).toEqual(NONE)
    await at.call(api.changeFace, { schedule: null })
    expect(await seen(at)).toEqual({ ...NONE, hours: 'Not on holidays' })
  })

  test.each([
    ['a drawing that can hold scripts', { logo: `data:image/svg+xml;base64,${'A'.repeat(40)}` }],
    ['a picture that says that it is another', { logo: `data:image/png;base64,${'A'.repeat(40)}` }],
    ['a page', { logo: `data:text/html;base64,${'A'.repeat(40)}` }],
    ['an address', { logo: 'https://example.com/logo.png' }],
    ['more than 48 kB', { logo: `${PNG.slice(0, -2)}${'A'.repeat(66_000)}` }],
    ['a colour that closes its style', { colour: 'red;background:url(x)' }],
    ['a name of a colour', { colour: 'teal' }],
    ['hours that are none', { schedule: { mon: [{ opens: '8', closes: '22:00' }] } }],
    ['hours after midnight as 25', { schedule: { mon: [{ opens: '08:00', closes: '25:00' }] } }],
    ['a day of four openings', { schedule: { mon: Array(4).fill({ opens: '08:00', closes: '09:00' }) } }],
    ['a weekday that is none', { schedule: { mon: [], someday: [] } }],
    ['a closed day that is none', { schedule: { closedOn: ['2026-02-30'] } }],
  ])('refuses %s', async (_, body) => {
    expect((await shop.call(api.changeFace, body)).status).toBe(422)
  })

  test('is the affair of those who may change settings', async () => {
    const till = await shop.with(...ROLES.cashier)
    expect((await till.call(api.changeFace, { colour: '#aa3300' })).body).toMatchObject({ needs: 'settings:manage' })
  })
})

describe('an API key', () => {
  test('is made with a role or scopes, is shown once, and ends at once when it is revoked', async () => {
    const { status, body: key } = await shop.call(api.createKey, { name: 'Till app', role: 'cashier', perMinute: 100 })
    expect(status).toBe(201)
    expect(key).toMatchObject({ name: 'Till app', perMinute: 100, expiresAt: null, revokedAt: null, withinYours: true })
    expect(key.scopes).toEqual(ROLES.cashier)
    const listed = (await shop.call(api.listKeys, {})).body.items
    expect(listed[0]).toEqual({ ...key, apiKey: undefined })
    expect(JSON.stringify(listed)).not.toContain(key.apiKey)
    const { rows } = await world.owner.query(`select count(*)::int as n from idempotency_keys where tenant_id = $1`, [
      shop.id,
    ])
    expect(rows[0].n).toBe(0)

    const app = shop.visitor({ authorization: `Bearer ${key.apiKey}` })
    expect((await app.call(customers.list, {})).status).toBe(200)
    expect((await app.call(customers.exportCustomers, {})).body.needs).toBe('customers:export')
    const revoked = await shop.call(api.revokeKey, { keyId: key.id })
    expect(revoked.body.revokedAt).toEqual(expect.any(String))
    expect((await app.call(customers.list, {})).status).toBe(401)
    expect((await shop.call(api.revokeKey, { keyId: key.id })).body.code).toBe('api_key.not_found')
    expect((await trail(shop, 'api_key.created'))[0].actor).toBe(key.createdBy)
    expect(await trail(shop, 'api_key.revoked')).toMatchObject([{ actor: key.createdBy }])
  })

  test('is not kept with an Idempotency-Key, because it would be kept with its secret', async () => {
    const headers = { 'idempotency-key': 'twice' }
    const make = () => shop.call(api.createKey, { name: 'Again', scopes: ['customers:read'] }, { headers })
    const [first, second] = [await make(), await make()]
    expect(first.body.apiKey).not.toBe(second.body.apiKey)
  })

  test('ends by itself when it has a time', async () => {
    const { body } = await shop.call(api.createKey, { name: 'Audit', scopes: ['customers:read'], expiresInDays: 7 })
    expect(Date.parse(body.expiresAt) - Date.parse(body.createdAt)).toBe(7 * 86_400_000)
    await world.owner.query(`update api_keys set expires_at = now() where tenant_id = $1 and name = 'Audit'`, [shop.id])
    const holder = shop.visitor({ authorization: `Bearer ${body.apiKey}` })
    expect((await holder.call(api.get, {})).status).toBe(401)
  })

  test('never may more than who makes it, and cannot be revoked by who may less', async () => {
    const helper = await shop.with('keys:manage', 'customers:read')
    const make = (scopes: Scope[]) => helper.call(api.createKey, { name: 'More', scopes })
    expect((await make(['customers:read', 'customers:export'])).body.code).toBe('api_key.beyond_yours')
    expect((await helper.call(api.createKey, { name: 'More', role: 'owner' })).status).toBe(403)
    const { body: own } = await make(['customers:read'])
    const { body: strong } = await shop.call(api.createKey, { name: 'Strong', role: 'manager' })
    expect((await helper.call(api.revokeKey, { keyId: strong.id })).body.code).toBe('api_key.beyond_yours')
    expect((await helper.call(api.revokeKey, { keyId: own.id })).status).toBe(200)
    const items: { id: string; withinYours: boolean }[] = (await helper.call(api.listKeys, {})).body.items
    expect(items.find(({ id }) => id === strong.id)?.withinYours).toBe(false)
  })

  test('of the neighbour is neither seen nor revoked', async () => {
    const { body } = await rival.call(api.createKey, { name: 'Theirs', role: 'analyst' })
    expect((await shop.call(api.revokeKey, { keyId: body.id })).status).toBe(404)
    expect(JSON.stringify((await shop.call(api.listKeys, {})).body)).not.toContain(body.id)
    const holder = rival.visitor({ authorization: `Bearer ${body.apiKey}` })
    expect((await holder.call(api.get, {})).body.slug).toBe(rival.slug)
  })

  test.each([
    [{ name: 'x' }, 'role_or_scopes'],
    [{ name: 'x', role: 'cashier', scopes: ['customers:read'] }, 'role_or_scopes'],
    [{ name: 'x', role: 'god' }, 'invalid_value'],
    [{ name: 'x', role: 'cashier', perMinute: 0 }, 'too_small'],
  ])('%j makes none', async (input, code) => {
    const { status, body } = await shop.call(api.createKey, input as never)
    expect(status).toBe(422)
    expect(body.errors[0].code).toBe(code)
  })

  test('is the affair of who may manage keys', async () => {
    const manager = await shop.with(...ROLES.manager)
    for (const answer of [
      await manager.call(api.listKeys, {}),
      await manager.call(api.createKey, { name: 'x', role: 'cashier' }),
      await manager.call(api.revokeKey, { keyId: '0123456789abcdef' }),
    ])
      expect(answer.body).toMatchObject({ code: 'forbidden', needs: 'keys:manage' })
  })
})

test('the roles are listed with what each may do, and which of them one may give', async () => {
  const manager = await shop.with(...ROLES.manager)
  const { roles, scopes } = (await manager.call(api.listRoles, {})).body
  const given = roles
    .filter((one: { withinYours: boolean }) => one.withinYours)
    .map(({ role }: { role: string }) => role)
  expect(given).toEqual(['manager', 'cashier', 'analyst'])
  expect(roles[0]).toMatchObject({ role: 'owner', scopes: scopes.map(({ scope }: { scope: string }) => scope) })
})
