import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aPhone, aTenant, aWorld, type Shop, type World } from '../../../test/harness.ts'
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

const aStub = async (input: Record<string, unknown> = {}) =>
  (await shop.call(api.create, { type: 'stub', firstName: 'Salim', phone: aPhone(), ...input } as never)).body

describe('creating', () => {
  test('a guest needs nothing and is called a walk-in in both scripts', async () => {
    const { status, body, headers } = await shop.call(api.create, {})
    expect(status).toBe(201)
    expect(body).toMatchObject({
      type: 'guest',
      firstName: 'Walk-in Customer',
      name2: 'زائر',
      phone: null,
      email: null,
      tier: 'free',
      status: 'active',
    })
    expect(body.id).toMatch(/^cust_[0-9a-f]{32}$/)
    expect(body.number).toMatch(/^CUST-\d{5}$/)
    expect(body.displayName).toMatch(/^[A-Z][a-z]+[A-Z][a-z]+\d{2}$/)
    expect(headers.get('etag')).toBe('"1"')
  })

  test('a guest with a phone is refused: it is a stub', async () => {
    expect(await shop.call(api.create, { type: 'guest', phone: aPhone() })).toMatchObject({
      status: 422,
      body: { code: 'customer.guest_has_no_contacts' },
    })
  })

  test('a stub has a name and a phone, stored as E.164 from what was typed', async () => {
    const { status, body } = await shop.call(api.create, {
      type: 'stub',
      firstName: 'Aisha',
      lastName: 'Al-Balushi',
      name2: 'عائشة البلوشي',
      phone: '٩٢١٢ ٣٤-٥٦',
    })
    expect(status).toBe(201)
    expect(body).toMatchObject({
      type: 'stub',
      name: 'Aisha Al-Balushi',
      name2: 'عائشة البلوشي',
      phone: '+96892123456',
      phoneVerified: false,
    })
  })

  test.each([
    [{ type: 'stub', phone: '+96891110000' }, 'customer.name_needed'],
    [{ type: 'stub', firstName: 'A' }, 'customer.phone_needed'],
    [{ type: 'stub', firstName: 'A', email: 'a@example.com' }, 'customer.phone_needed'],
  ])('%j is refused with %s', async (input, code) => {
    expect(await shop.call(api.create, input as never)).toMatchObject({ status: 422, body: { code } })
  })

  test('a full customer needs proof, unless the caller imports proved contacts', async () => {
    const full = { type: 'full', firstName: 'Noor', phone: aPhone(), email: 'Noor@Example.com' } as const
    const till = await shop.with('customers:read', 'customers:write', 'customers:contacts')
    expect(await till.call(api.create, full)).toMatchObject({ status: 422, body: { code: 'verification_required' } })
    expect(await shop.call(api.create, full)).toMatchObject({ body: { code: 'verification_required' } })
    expect(await till.call(api.create, { ...full, phoneVerified: true })).toMatchObject({
      status: 403,
      body: { code: 'customer.import_only' },
    })
    const { status, body } = await shop.call(api.create, { ...full, emailVerified: true })
    expect(status).toBe(201)
    expect(body).toMatchObject({ type: 'full', email: 'noor@example.com', phoneVerified: false, emailVerified: true })
    const { items } = (await shop.call(api.history, { customerId: body.id })).body
    expect(items.find(({ action }: { action: string }) => action === 'customer.contact_asserted')).toMatchObject({
      fields: ['emailVerified'],
      after: { email: 'noor@example.com', emailVerified: true },
    })
  })

  test('a legacy plan fills the tier on import, and only there', async () => {
    const till = await shop.with('customers:write')
    expect(await till.call(api.create, { plan: 'premium' })).toMatchObject({
      status: 403,
      body: { code: 'customer.import_only' },
    })
    expect(await shop.call(api.create, { plan: 'premium' })).toMatchObject({
      status: 201,
      body: { plan: 'premium', tier: 'premium' },
    })
    expect(await shop.call(api.create, { plan: 'old gold' })).toMatchObject({
      status: 201,
      body: { plan: 'old gold', tier: 'free' },
    })
  })

  test('free keys, config and features come back as they were given', async () => {
    const free = {
      config: { allowedOrigins: ['https://a.example'] },
      features: { beta: true },
      extra: { shoeSize: 43, أ: ['ب'] },
    }
    expect((await shop.call(api.create, free)).body).toMatchObject(free)
  })

  test('a phone belongs to one customer; who may read is told whose it is', async () => {
    const phone = aPhone()
    const first = await aStub({ phone })
    const again = { type: 'stub', firstName: 'Other', phone: phone.replace('+968', '00968 ') } as const
    expect(await shop.call(api.create, again)).toMatchObject({
      status: 409,
      body: { code: 'customer.phone_taken', customerId: first.id },
    })
    const blind = await shop.with('customers:write')
    const { status, body } = await blind.call(api.create, again)
    expect(status).toBe(409)
    expect(body).not.toHaveProperty('customerId')
  })

  test('an e-mail belongs to one customer, however it is written', async () => {
    await aStub({ email: 'One@Example.com' })
    const second = { type: 'stub', firstName: 'B', phone: aPhone(), email: ' one@example.COM' } as const
    expect(await shop.call(api.create, second)).toMatchObject({ status: 409, body: { code: 'customer.email_taken' } })
  })

  test('the neighbouring tenant has its own phones and its own numbers', async () => {
    const phone = aPhone()
    await aStub({ phone })
    const { status, body } = await rival.call(api.create, { type: 'stub', firstName: 'R', phone })
    expect(status).toBe(201)
    expect(body.number).toBe('CUST-00001')
  })

  test('200 at once get the numbers 1 to 200, with refusals among them leaving no gap', async () => {
    const busy = await aTenant(world)
    const taken = aPhone()
    const inputs = Array.from({ length: 200 }, () => ({ type: 'stub', firstName: 'N', phone: aPhone() }) as const)
    const clashes = Array.from({ length: 20 }, () => ({ type: 'stub', firstName: 'N', phone: taken }) as const)
    const answers = await Promise.all(
      [...inputs, ...clashes].sort(() => Math.random() - 0.5).map((input) => busy.call(api.create, input)),
    )
    const made = answers.filter(({ status }) => status === 201)
    expect(made).toHaveLength(201)
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(19)
    expect(made.map(({ body }) => Number(body.number.slice(5))).sort((a, b) => a - b)).toEqual(
      Array.from({ length: 201 }, (_, i) => i + 1),
    )
    expect(new Set(made.map(({ body }) => body.displayName)).size).toBe(201)
  })

  test('creating publishes ids and facts, and a refusal publishes nothing', async () => {
    const quiet = await aTenant(world)
    const phone = aPhone()
    await quiet.call(api.create, { type: 'stub', firstName: 'Hilal', phone })
    await quiet.call(api.create, { type: 'stub', firstName: 'Hilal', phone })
    const { rows } = await world.owner.query('select type, data from events where tenant_id = $1', [quiet.id])
    expect(rows).toEqual([
      { type: 'CustomerRegistered', data: { customerId: expect.any(String), number: 1, type: 'stub' } },
    ])
  })
})

describe('reading', () => {
  test('by id, with the version as ETag', async () => {
    const customer = await aStub()
    const { status, body, headers } = await shop.call(api.get, { customerId: customer.id })
    expect({ status, body, etag: headers.get('etag') }).toEqual({ status: 200, body: customer, etag: '"1"' })
  })

  test.each([
    ['unknown', 'cust_00000000000070008000000000000000'],
    ['no id at all', 'cust_42'],
    ['an inner id', '01a1fd1f-c733-7d85-9f74-5a0ab00c0051'],
  ])('%s is not found', async (_, customerId) => {
    expect(await shop.call(api.get, { customerId })).toMatchObject({
      status: 404,
      body: { code: 'customer.not_found' },
    })
  })

  test('another tenant’s customer is not found, just like an unknown one', async () => {
    const { id: customerId } = await aStub()
    const theirs = await rival.call(api.get, { customerId })
    const unknown = await rival.call(api.get, { customerId: 'cust_00000000000070008000000000000000' })
    const unnamed = { instance: '', requestId: '' }
    expect({ ...theirs.body, ...unnamed }).toEqual({ ...unknown.body, ...unnamed })
    for (const endpoint of [
      api.change,
      api.deactivate,
      api.suspend,
      api.reactivate,
      api.regenerateDisplayName,
      api.displayNames,
      api.history,
    ]) {
      const answer = await rival.call(
        endpoint as never,
        { customerId, ...(endpoint === api.change && { firstName: 'X' }) } as never,
      )
      expect(answer).toMatchObject({ status: 404, body: { code: 'customer.not_found' } })
    }
    expect((await shop.call(api.get, { customerId })).body.firstName).toBe('Salim')
  })

  test('look-up by phone, e-mail and number is exact and stays in the tenant', async () => {
    const phone = aPhone()
    const customer = await aStub({ phone, email: 'look@example.com' })
    const found = { status: 200, body: { id: customer.id } }
    expect(await shop.call(api.lookup, { phone: phone.slice(4) })).toMatchObject(found)
    expect(await shop.call(api.lookup, { email: 'LOOK@example.com' })).toMatchObject(found)
    expect(await shop.call(api.lookup, { number: customer.number })).toMatchObject(found)
    const none = await rival.call(api.lookup, { phone })
    expect(none).toMatchObject({ status: 404, body: { title: 'No customer has this phone number.' } })
    expect(JSON.stringify(none.body)).not.toContain(phone.slice(-8))
    expect((await rival.call(api.lookup, { email: 'look@example.com' })).body.code).toBe('customer.none_with_email')
    expect((await rival.call(api.lookup, { number: '900000' })).body.code).toBe('customer.none_with_number')
    expect(await shop.call(api.lookup, {})).toMatchObject({ status: 422, body: { errors: [{ code: 'exactly_one' }] } })
    expect(await shop.call(api.lookup, { phone, number: '1' })).toMatchObject({ status: 422 })
  })

  test('contacts are masked for who may not see them, everywhere', async () => {
    const phone = aPhone()
    const { id: customerId } = await aStub({ phone, email: 'secret@example.com' })
    const analyst = await shop.with('customers:read', 'customers:history', 'customers:export')
    const masked = `+968 •••• ${phone.slice(-4)}`
    expect((await analyst.call(api.get, { customerId })).body).toMatchObject({
      phone: masked,
      email: 's•••@example.com',
      contactsMasked: true,
    })
    expect((await analyst.call(api.list, { q: phone.slice(-4) })).body.items[0]).toMatchObject({ phone: masked })
    expect((await analyst.call(api.history, { customerId })).body.items[0].after).toMatchObject({ phone: masked })
    const csv = (await analyst.call(api.exportCustomers, { q: phone.slice(-4) })).body as string
    expect(csv).toContain('•••• ')
    expect(csv).not.toContain(phone.slice(1))
  })

  test('every address that a source names answers', async () => {
    const { id } = await aStub()
    for (const path of [`/customers/${id}`, `/admin/customers/${id}`, '/customers', '/admin/customers']) {
      expect((await shop.request('GET', path)).status).toBe(200)
    }
    expect(await shop.request('PUT', `/admin/customers/${id}`, { notes: 'No starch' })).toMatchObject({
      status: 200,
      body: { notes: 'No starch' },
    })
    expect((await shop.request('POST', '/customers', {})).status).toBe(201)
    expect((await shop.request('POST', `/admin/customers/${id}/display-name/regenerate`)).status).toBe(200)
  })
})

describe('statistics', () => {
  test('count exactly, by type, status and tier, and survive a rebuild and a fold', async () => {
    const counted = await aTenant(world)
    for (const type of ['guest', 'stub', 'stub'] as const)
      await counted.call(api.create, { type, ...(type === 'stub' && { firstName: 'S', phone: aPhone() }) })
    const { body } = await counted.call(api.create, {
      type: 'full',
      firstName: 'F',
      phone: aPhone(),
      email: 'f@example.com',
      phoneVerified: true,
      plan: 'basic',
    })
    await counted.call(api.suspend, { customerId: body.id })
    const expected = {
      asOf: expect.any(String),
      total: 4,
      byType: { guest: 1, stub: 2, full: 1 },
      byStatus: { active: 3, suspended: 1 },
      byTier: { free: 3, basic: 1 },
      phoneVerified: 1,
      newToday: 4,
      newThisWeek: 4,
      newThisMonth: 4,
    }
    expect((await counted.call(api.statistics, {})).body).toEqual(expected)
    const { foldTally, rebuildTally } = await import('./tally.ts')
    await counted.run(foldTally)
    expect((await counted.call(api.statistics, {})).body).toEqual(expected)
    await world.owner.query(`update customer_tally set count = count + 5 where tenant_id = $1 and type = 'guest'`, [
      counted.id,
    ])
    expect((await counted.call(api.statistics, {})).body.total).toBe(9)
    expect(await counted.run(rebuildTally)).toEqual({ customers: 4, corrected: 1 })
    expect((await counted.call(api.statistics, {})).body).toEqual(expected)
  })
})
