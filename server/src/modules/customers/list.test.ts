import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aPhone, aTenant, aWorld, type Shop, type World } from '../../../test/harness.ts'
import { writeCursor } from '../../kit/cursor.ts'
import * as audit from '../audit/contract.ts'
import { eraseCustomer } from '../privacy/contract.ts'
import * as api from './contract.ts'
import { displayName, NAMES_WITH_TWO_DIGITS } from './display-name.ts'
import { maskEmail, maskPhone, normalisePhone } from './phone.ts'
import { renewSearch } from './renew-search.ts'
import { prepareQuery } from './search/query.ts'
import { noteCarriers } from './search-commonness.ts'
import { hashed } from './search-tokens.ts'

let world: World
let shop: Shop
let rival: Shop
beforeAll(async () => {
  world = await aWorld()
  shop = await aTenant(world)
  rival = await aTenant(world)
  const people = [
    {
      firstName: 'Ahmed',
      lastName: 'Al-Said',
      name2: 'أحمد السعيد',
      phone: '+96890123456',
      email: 'ahmed@example.com',
    },
    { firstName: 'Saeed', lastName: 'Al-Harthy', name2: 'سعيد الحارثي', phone: '+96892220123' },
    { firstName: 'Said', phone: '+96893334444' },
    { firstName: 'Ahmad', lastName: 'Khan', phone: '+96894445555' },
    { firstName: 'Priya', lastName: 'Nair', phone: '+96895556666', email: 'priya@example.com' },
  ]
  for (const person of people) await shop.call(api.create, { type: 'stub', ...person })
  for (let n = 0; n < 40; n++) await shop.call(api.create, {})
  await rival.call(api.create, { type: 'stub', firstName: 'Ahmed', lastName: 'Rival', phone: '+96890123456' })
})
afterAll(() => world.close())

const found = async (q: string, more: Record<string, unknown> = {}) =>
  (await shop.call(api.list, { q, ...more } as never)).body.items.map(({ name }: { name: string }) => name)

describe('search finds what a shop assistant expects, best first', () => {
  test.each([
    ['ahm', ['Ahmad Khan', 'Ahmed Al-Said']],
    ['Ahmed Al-Said', ['Ahmed Al-Said']],
    ['سعيد', ['Saeed Al-Harthy', 'Ahmed Al-Said', 'Said']],
    ['Saeed', ['Saeed Al-Harthy', 'Ahmed Al-Said', 'Said']],
    ['9689012', ['Ahmed Al-Said']],
    ['0123', ['Saeed Al-Harthy']],
    ['+968 9012 3456', ['Ahmed Al-Said']],
    ['ahmed@ex', ['Ahmed Al-Said']],
    ['CUST-00005', ['Priya Nair']],
    ['#5', ['Priya Nair']],
  ])('%s', async (q, names) => {
    const result = await found(q)
    expect(new Set(result)).toEqual(new Set(names))
    if (q !== 'ahm' && q !== 'سعيد') expect(result[0]).toBe(names[0])
  })

  test.each([
    ['Ahmed Al-Said', { 'Ahmed Al-Said': 'exact' }],
    ['said', { 'Ahmed Al-Said': 'exact', Said: 'exact', 'Saeed Al-Harthy': 'sounds_like' }],
    ['ahm', { 'Ahmad Khan': 'prefix', 'Ahmed Al-Said': 'prefix' }],
    ['Pyrya', { 'Priya Nair': 'sounds_like' }],
    ['9689012', { 'Ahmed Al-Said': 'prefix' }],
    ['#5', { 'Priya Nair': 'exact' }],
  ])('%s: every hit says how it fits, in any order', async (q, matches) => {
    for (const more of [{}, { sort: 'created' }]) {
      const { items } = (await shop.call(api.list, { q, ...more } as never)).body
      const said = items.map(({ name, match }: { name: string; match: string }) => [name, match])
      expect(Object.fromEntries(said)).toEqual(matches)
    }
  })

  test.each([
    ['priya', ['name']],
    ['أحمد السعيد', ['name2']],
    ['+968 9012', ['phone']],
    ['priya@ex', ['email']],
    ['CUST-00005', ['number']],
    ['nair 5556', null],
    ['nair 6666', ['name', 'phone']],
  ])('%s: every hit says by which fields', async (q, fields) => {
    const { items } = (await shop.call(api.list, { q } as never)).body
    expect(items.map(({ matchedBy }: { matchedBy: string[] }) => matchedBy)).toEqual(fields ? [fields] : [])
  })

  test('a name that only shares consonants is not found, and what is no name finds no customer', async () => {
    const at = await aTenant(world)
    for (const firstName of ['Saif', 'Seif', 'سيف', 'Zakariya', 'Saud'])
      await at.call(api.create, { type: 'stub', firstName, phone: aPhone() })
    for (const q of ['Sofia', 'Sof', 'صوفيا', 'zzzqqq'])
      expect([q, (await at.call(api.list, { q })).body.items]).toEqual([q, []])
    expect((await at.call(api.list, { q: 'Sayf' })).body.items.map(({ match }: { match?: string }) => match)).toEqual(
      Array(3).fill('sounds_like'),
    )
  })

  test('words come before beginnings and these before sounds, page by page, the latest change of identity first', async () => {
    const at = await aTenant(world)
    const make = async (firstName: string) =>
      (await at.call(api.create, { type: 'stub', firstName, phone: aPhone() })).body.id
    const [exact, begun, alike] = [await make('Said'), await make('Saidah'), await make('Saeed')]
    const latest = await make('Said')
    const pages: [string, string][] = []
    let cursor: string | undefined
    do {
      const { body } = await at.call(api.list, { q: 'said', limit: '1', ...(cursor && { cursor }) })
      pages.push(
        ...body.items.map(({ id, match }: { id: string; match?: string }): [string, string] => [id, match ?? '']),
      )
      cursor = body.nextCursor ?? undefined
    } while (cursor)
    expect(pages).toEqual([
      [latest, 'exact'],
      [exact, 'exact'],
      [begun, 'prefix'],
      [alike, 'sounds_like'],
    ])
    await at.call(api.change, { customerId: exact, notes: 'was here' } as never)
    expect((await at.call(api.list, { q: 'said', limit: '1' })).body.items[0]!.id).toBe(latest)
    await at.call(api.change, { customerId: exact, lastName: 'Nasser' } as never)
    expect((await at.call(api.list, { q: 'said', limit: '1' })).body.items[0]!.id).toBe(exact)
  })

  test('what a half-typed word may come to sound like is on the page only if little else is, else on the next', async () => {
    const at = await aTenant(world)
    const make = (firstName: string) => at.call(api.create, { type: 'stub', firstName, phone: aPhone() })
    await make('كريم')
    const page = async (cursor?: string) => (await at.call(api.list, { q: 'kari', ...(cursor && { cursor }) })).body
    const names = ({ items }: Awaited<ReturnType<typeof page>>) =>
      items.map(({ firstName }: { firstName: string }) => firstName)
    expect(names(await page())).toEqual(['كريم'])
    for (const n of 'abcdefgh') await make(`Kari${n}`)
    const first = await page()
    expect([names(first).length, names(first).includes('كريم')]).toEqual([8, false])
    expect(names(await page(first.nextCursor!))).toEqual(['كريم'])
  })

  test('a visit writes nothing that a search reads', async () => {
    const { id } = (await shop.call(api.list, { q: 'priya' })).body.items[0]!
    const row = () => world.owner.query('select xmin, ctid, s.* from customer_search s where id = $1', [inner(id)])
    const before = (await row()).rows
    await world.owner.query(`update customers set last_seen_at = now() - interval '3 days' where id = $1`, [inner(id)])
    expect((await shop.call(api.visit, { customerId: id })).status).toBe(200)
    expect((await row()).rows).toEqual(before)
  })

  test('customers of the release before are found by beginnings at once, and by all when they have been renewed', async () => {
    const at = await aTenant(world)
    const { id } = (await at.call(api.create, { type: 'stub', firstName: 'Saeed', phone: aPhone() })).body
    const old = await at.run(async (ctx) =>
      ['t:sa', 't:sae', 't:saee', 's:sd', 'n:1'].map((term) => ctx.keys.searchToken(term)),
    )
    await world.owner.query('update customers set tokens = $2 where id = $1', [inner(id), old])
    const found = async (q: string) =>
      (await at.call(api.list, { q })).body.items.map(({ match }: { match?: string }) => match)
    expect([await found('saee'), await found('#1'), await found('Said')]).toEqual([['prefix'], ['exact'], []])
    await at.run((ctx) => renewSearch(ctx))
    expect([await found('saeed'), await found('Said')]).toEqual([['exact'], ['sounds_like']])
    const { rows } = await world.owner.query('select tokens from customers where id = $1', [inner(id)])
    expect(rows).toEqual([{ tokens: [] }])
  })

  test('what many carry is found along the date, with the same pages', async () => {
    const at = await aTenant(world)
    const names = ['Salim', 'Salima', 'Saleem', 'Salim', 'Nasser', 'Salim']
    for (const firstName of names) await at.call(api.create, { type: 'stub', firstName, phone: aPhone() })
    const pages = async () => {
      const { body } = await at.call(api.list, { q: 'salim', limit: '2' })
      const more = await at.call(api.list, { q: 'salim', limit: '4', cursor: body.nextCursor } as never)
      return [...body.items, ...more.body.items].map(({ id }) => id)
    }
    const rare = await pages()
    await at.run(async (ctx) => {
      for (const { all } of prepareQuery('salim').stages)
        noteCarriers(
          ctx.tenant,
          all.map((terms) => hashed(ctx, terms)),
          1_000_000,
        )
    })
    expect(await pages()).toEqual(rare)
    expect(rare).toHaveLength(5)
  })

  test('a list without a search says nothing of how it fits', async () => {
    const { items } = (await shop.call(api.list, { limit: '5' } as never)).body
    expect(items.filter((one: object) => 'match' in one)).toEqual([])
  })

  test('never in the neighbouring tenant', async () => {
    expect(await found('Rival')).toEqual([])
    expect((await rival.call(api.list, { q: 'Ahmed' })).body.items).toHaveLength(1)
  })

  test('with filters and an order of one’s own', async () => {
    expect(await found('said', { sort: 'number', order: 'asc' })).toEqual(['Ahmed Al-Said', 'Saeed Al-Harthy', 'Said'])
    expect(await found('said', { type: 'guest' })).toEqual([])
  })

  test('one letter is too little', async () => {
    expect(await shop.call(api.list, { q: 'a' })).toMatchObject({
      status: 422,
      body: { code: 'customer.query_too_short' },
    })
  })

  test('pages of a search hold each customer once', async () => {
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const { body } = await shop.call(api.list, { q: 'said', limit: '1', ...(cursor && { cursor }) })
      seen.push(...body.items.map(({ id }: { id: string }) => id))
      cursor = body.nextCursor ?? undefined
    } while (cursor)
    expect(new Set(seen).size).toBe(3)
    expect(seen).toHaveLength(3)
  })
})

describe('the list', () => {
  test('counts exactly by type and status, on request by anything', async () => {
    expect((await shop.call(api.list, { type: 'stub' })).body).toMatchObject({ total: 5, totalIs: 'exact' })
    expect((await shop.call(api.list, { verified: 'true', total: 'exact' })).body).toMatchObject({
      total: 0,
      totalIs: 'exact',
    })
    const everyone = (await shop.call(api.list, { total: 'exact' })).body.total
    expect((await shop.call(api.list, { createdFrom: '2020-01-01', limit: '10' })).body).toMatchObject({
      total: everyone,
      totalIs: 'exact',
    })
    expect((await shop.call(api.list, { total: 'none' })).body).toMatchObject({ total: null, totalIs: 'not_counted' })
  })

  test('finds those who never ordered, and those who spent at least so much', async () => {
    const at = await aTenant(world)
    const spent: Record<string, number> = {}
    for (const thousandths of [0, 12_500, 100_000]) {
      const { id } = (await at.call(api.create, { type: 'stub', firstName: 'Noor', phone: aPhone() } as never)).body
      spent[id] = thousandths
      await world.owner.query(
        'update customer_activity set total_orders = sign($2::bigint)::int, total_spent = $2 where customer_id = $1::uuid',
        [id.slice('cust_'.length), thousandths],
      )
    }
    const found = async (filter: object) =>
      (await at.call(api.list, { ...filter, total: 'exact' } as never)).body.items
        .map(({ id }: { readonly id: string }) => spent[id]!)
        .sort((a: number, b: number) => a - b)
    expect(await found({ ordered: 'false' })).toEqual([0])
    expect(await found({ ordered: 'true' })).toEqual([12_500, 100_000])
    expect(await found({ spentFrom: '12.5' })).toEqual([12_500, 100_000])
    expect(await found({ spentFrom: '12.501' })).toEqual([100_000])
    expect((await at.call(api.list, { ordered: 'true' } as never)).body).toMatchObject({ total: 2, totalIs: 'exact' })
    for (const spentFrom of ['12,5', '-1', '1e9', '1.2345'])
      expect((await at.call(api.list, { spentFrom } as never)).status).toBe(422)
  })

  test('of more than a thousand who pass a filter the total is an estimate, and no less than a thousand', async () => {
    const at = await aTenant(world)
    await at.call(api.create, { firstName: 'Noor', phone: aPhone() } as never)
    await world.owner.query(
      `with copies as (
         insert into customers select (jsonb_populate_record(c, jsonb_build_object(
           'id', gen_random_uuid(), 'number', n, 'display_name', 'Copy' || n))).*
         from customers c, generate_series(2000, 3000) n where tenant_id = $1 returning id),
       seen as (insert into customer_activity (tenant_id, customer_id, last_seen_at) select $1::uuid, id, now() from copies)
       insert into data_keys (tenant_id, id, customer_id, wrapped)
       select tenant_id, copies.id, copies.id, wrapped from data_keys, copies where tenant_id = $1`,
      [at.id],
    )
    const { items, total, totalIs } = (await at.call(api.list, { createdFrom: '2020-01-01', limit: '1' })).body
    expect([items.length, totalIs]).toEqual([1, 'estimated'])
    expect(total).toBeGreaterThan(1_000)
  })

  test('the total is never less than the page, under any filter, and of the erased there is nothing to count', async () => {
    const at = await aTenant(world)
    const some = await Promise.all(
      Array.from({ length: 5 }, () =>
        at.call(api.create, { type: 'stub', firstName: 'Noor', phone: aPhone(), plan: 'premium' } as never),
      ),
    )
    await world.owner.query('update customers set email_verified = true where tenant_id = $1', [at.id])
    const gone = await at.call(eraseCustomer, { customerId: some[0]!.body.id, reason: 'requested' } as never)
    expect(gone.status).toBeLessThan(300)
    for (const filter of [
      { verified: 'true' },
      { verified: 'true', createdFrom: '2020-01-01' },
      { restricted: 'false' },
      { tier: 'premium' },
      {},
    ] as const) {
      const all = (await at.call(api.list, filter as never)).body
      expect([all.items.length, all.total, all.totalIs]).toEqual([4, 4, 'exact'])
      const first = (await at.call(api.list, { ...filter, limit: 2 } as never)).body
      expect(first.total).toBeGreaterThan(2)
      const last = (await at.call(api.list, { ...filter, limit: 3, cursor: first.nextCursor } as never)).body
      expect(last.total).toBeGreaterThanOrEqual(last.items.length)
    }
    for (const total of ['exact', 'estimated', undefined])
      expect((await at.call(api.list, { status: 'erased', ...(total && { total }) } as never)).body.total ?? 0).toBe(0)
  })

  test.each(api.SORTS)('sorted by %s both ways, every customer once, while others are being made', async (sort) => {
    for (const order of ['asc', 'desc'] as const) {
      const before = new Set(await idsOf({ sort: 'number', order: 'asc' }))
      const seen = await idsOf({ sort, order, limit: '7' }, () => shop.call(api.create, {}))
      expect(new Set(seen).size, 'no row twice').toBe(seen.length)
      expect(
        [...before].filter((id) => !seen.includes(id)),
        'none lost',
      ).toEqual([])
    }
  })

  test('a cursor is refused when it is old, another list’s, another tenant’s or made up', async () => {
    const { nextCursor } = (await shop.call(api.list, { limit: '2' })).body
    const made = Buffer.from(nextCursor, 'base64url')
    made[20]! ^= 1
    const invalid = { status: 400, body: { code: 'cursor_invalid' } }
    expect(await shop.call(api.list, { cursor: nextCursor, type: 'stub' })).toMatchObject(invalid)
    expect(await rival.call(api.list, { cursor: nextCursor })).toMatchObject(invalid)
    const former = await shop.run(async (ctx) =>
      writeCursor(ctx.keys, `customers ${JSON.stringify({ q: 'said', order: 'desc' })}`, new Date(), [4, 0, 'x']),
    )
    expect(await shop.call(api.list, { q: 'said', cursor: former })).toMatchObject(invalid)
    expect(await shop.call(api.list, { cursor: made.toString('base64url') })).toMatchObject(invalid)
    expect(await shop.call(api.list, { cursor: 'x' })).toMatchObject(invalid)
    const filters = JSON.stringify({ order: 'desc', total: undefined })
    const old = await shop.run(async (ctx) =>
      writeCursor(ctx.keys, `customers ${filters}`, new Date(Date.now() - 25 * 3_600_000), [1, 'x']),
    )
    expect(await shop.call(api.list, { cursor: old })).toMatchObject({ status: 400, body: { code: 'cursor_expired' } })
  })
})

describe('the export', () => {
  test('is UTF-8 with a mark for Excel, streamed in pages, formulas made harmless, and remembered', async () => {
    const exporting = await aTenant(world)
    await exporting.call(api.create, {
      type: 'stub',
      firstName: '=cmd()',
      lastName: 'a "quoted", name',
      name2: 'أحمد',
      preferredName: '＝cmd()',
      phone: aPhone(),
    })
    for (let n = 0; n < 3; n++) await exporting.call(api.create, {})
    const response = await fetch(`${world.url}/api/v1/customers/export`, {
      headers: { authorization: `Bearer ${exporting.apiKey}` },
    })
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    const bytes = Buffer.from(await response.arrayBuffer())
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    const lines = bytes.toString().trim().split('\r\n')
    expect(lines).toHaveLength(5)
    expect(lines[1]).toContain(`'=cmd(),"a ""quoted"", name",أحمد`)
    expect(lines[1]).toMatch(/,'\+9689\d{7},/)
    expect(lines[1]).toContain(",'＝cmd(),")
    const { rows } = await world.owner.query(
      `select actor from audit_entries where tenant_id = $1 and action = 'customers.exported'`,
      [exporting.id],
    )
    expect(rows).toEqual([{ actor: expect.stringMatching(/^key:/) }])
  })

  test('as NDJSON holds what the list holds, under any filter, and only ours', async () => {
    const { body } = await shop.call(api.exportCustomers, { format: 'ndjson', q: 'said' })
    const names = (body as string)
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).name)
    expect(names.sort()).toEqual(['Ahmed Al-Said', 'Saeed Al-Harthy', 'Said'])
  })

  test('of chosen customers holds them and no others, each once, and keeps the reason', async () => {
    const { items } = (await shop.call(api.list, { type: 'stub' } as never)).body
    const theirs = (await rival.call(api.list, {})).body.items[0].id
    const [one, two] = items.map(({ id }: { id: string }) => id)
    const input = { ids: [two, one, two, theirs], reason: 'for the survey', format: 'ndjson' as const }
    const { status, body } = await shop.call(api.exportSelected, input)
    expect(status).toBe(200)
    const ids = (body as string)
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).id)
    expect(ids.sort()).toEqual([one, two].sort())
    const entries = (await shop.call(audit.list, { action: 'customers.exported' })).body.items
    expect(entries[0]).toMatchObject({ reason: 'for the survey', after: { chosen: 3 } })
  })

  test('needs its own permission', async () => {
    const till = await shop.with('customers:read', 'customers:write', 'customers:contacts')
    expect(await till.call(api.exportCustomers, {})).toMatchObject({ status: 403, body: { needs: 'customers:export' } })
    const { id } = (await shop.call(api.list, {})).body.items[0]
    expect((await till.call(api.exportSelected, { ids: [id], reason: 'x' })).status).toBe(403)
  })
})

describe('phones and display names', () => {
  test('any spelling of a number gives the same E.164, and normalising twice changes nothing', () => {
    const spelt = fc.tuple(
      fc.integer({ min: 91_000_000, max: 99_999_999 }),
      fc.constantFrom('', '+968', '00968', '968'),
      fc.constantFrom('', ' ', '-', ' (', '.'),
    )
    fc.assert(
      fc.property(spelt, ([local, prefix, gap]) => {
        const digits = String(local)
        const typed = `${prefix}${prefix ? ' ' : ''}${digits.slice(0, 4)}${gap === ' (' ? ' ' : gap}${digits.slice(4)}`
        const phone = normalisePhone(typed, 'OM')
        if (phone === null) return normalisePhone(`+968${digits}`, 'OM') === null
        return phone === `+968${digits}` && normalisePhone(phone, 'DE') === phone
      }),
    )
  })

  test('what is no phone is none', () => {
    for (const typed of ['', 'abc', '123', '+999123456789', '9012345', '+96890123456 ext. 5', '<9012 3456>x']) {
      expect(normalisePhone(typed, 'OM'), typed).toBeNull()
    }
    fc.assert(
      fc.property(fc.string(), (typed) =>
        [null, 'string'].includes(normalisePhone(typed, 'OM') === null ? null : 'string'),
      ),
    )
  })

  test('masks show the country and the last four digits, and the first letter', () => {
    expect(maskPhone('+96890123456')).toBe('+968 •••• 3456')
    expect(maskEmail('ahmed@example.com')).toBe('a•••@example.com')
  })

  test('a million display names of a tenant are all different, and go on after the two digits run out', () => {
    const tenant = '01a1fd1f-a68b-7872-9439-d1ad4f0f5d5d'
    const names = new Set(Array.from({ length: 1_000_000 }, (_, n) => displayName(tenant, n)))
    expect(names.size).toBe(1_000_000)
    expect(displayName(tenant, NAMES_WITH_TWO_DIGITS + 1)).toMatch(/^[A-Za-z]+\d{3}$/)
    expect(NAMES_WITH_TWO_DIGITS).toBeGreaterThan(5_000_000)
  })
})

async function idsOf(
  query: Record<string, string>,
  between: () => Promise<unknown> = async () => {},
): Promise<string[]> {
  const ids: string[] = []
  let cursor: string | undefined
  do {
    const { body } = await shop.call(api.list, { ...query, ...(cursor && { cursor }) } as never)
    ids.push(...body.items.map(({ id }: { id: string }) => id))
    cursor = body.nextCursor ?? undefined
    if (ids.length < 60) await between()
  } while (cursor)
  return ids
}

const inner = (id: string) => id.slice(5).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
