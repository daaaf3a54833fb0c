import { randomUUID } from 'node:crypto'
import iconv from 'iconv-lite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aPhone, aTenant, aWorld, type Body, eventually, type Shop, type World } from '../../../test/harness.ts'
import { ROLES } from '../../permissions.ts'
import { staffMay } from '../accounts/index.ts'
import * as audit from '../audit/contract.ts'
import { publish } from '../consent/consent.harness.ts'
import * as consents from '../consent/contract.ts'
import * as customers from '../customers/contract.ts'
import { lookAtOutdated } from '../duplicates/index.ts'
import { eraseCustomer } from '../privacy/contract.ts'
import { revokeKey } from '../tenants/contract.ts'
import * as api from './contract.ts'
import { decided, imported, sendPart, stepped, uploaded, workOff } from './imports.harness.ts'
import { MOST_UPLOADS } from './limits.ts'

let world: World
let shop: Shop
let rival: Shop
beforeAll(async () => {
  world = await aWorld()
  ;[shop, rival] = [await aTenant(world), await aTenant(world)]
})
afterAll(() => world.close())

const listed = async (at: Shop, q?: string): Promise<Body[]> =>
  (await at.call(customers.list, { ...(q && { q }), total: 'none', limit: '200' })).body.items
const rowsOf = async (at: Shop, importId: string, outcome: 'refused' | 'duplicate' | 'kept') =>
  (await at.call(api.listRows, { importId, outcome })).body.items as Body[]
const found = async (at: Shop, phone: string) => (await at.call(customers.lookup, { phone })).body

test('a thousand rows are checked, imported but for those with errors, and these corrected and fed back', async () => {
  const at = await aTenant(world)
  const lines = Array.from({ length: 1_000 }, (_, n) => `Person ${n},Family,${aPhone()},p${n}@example.com`)
  lines[9] = 'Aisha,Wrong,12,aisha@example.com'
  lines[99] = `Salim,Wrong,${aPhone()},not an address`
  lines[499] = lines[498]!.replace('Person 498', 'Person 498 again')
  const one = await uploaded(world, at, 'all.csv', `first name,last name,mobile,e-mail\n${lines.join('\n')}\n`)
  expect(one.columns.map(({ target }) => target)).toEqual(['firstName', 'lastName', 'phone', 'email'])

  const checked = await stepped(world, at, api.check, one.id)
  expect(checked).toMatchObject({ state: 'checked', rows: 1_000, done: 1_000 })
  expect(checked.counts).toMatchObject({ created: 997, updated: 0, duplicates: 1, refused: 2 })
  expect(await listed(at)).toEqual([])
  expect(await rowsOf(at, one.id, 'refused')).toMatchObject([
    { row: 11, reasons: [{ column: 'mobile', code: 'phone_invalid', message: 'Not a phone number of this country' }] },
    { row: 101, reasons: [{ column: 'e-mail', code: 'email_invalid' }] },
  ])
  expect(await rowsOf(at, one.id, 'duplicate')).toMatchObject([{ row: 501, otherRow: 500 }])

  const done = await stepped(world, at, api.run, one.id)
  expect(done).toMatchObject({ state: 'done', counts: checked.counts })
  const file = (await at.call(api.refusedFile, { importId: one.id })).body as string
  expect(file.split('\r\n').slice(0, 2)).toEqual([
    'first name,last name,mobile,e-mail,Kith: reason',
    'Aisha,Wrong,12,aisha@example.com,mobile: Not a phone number of this country',
  ])
  const corrected = file.replace(',12,', `,${aPhone()},`).replace('not an address', 'salim@example.com')
  const again = await imported(world, at, 'corrected.csv', corrected)
  expect(again.counts).toMatchObject({ created: 2, duplicates: 0, refused: 0, unchanged: 1, updated: 0 })
  const { body } = await at.call(customers.list, { total: 'exact', limit: '1' })
  expect(body.total).toBe(999)
})

test('Arabic column names in Windows-1256 with semicolons are understood, and remembered as they were decided', async () => {
  const at = await aTenant(world)
  const file = (name: string, phone: string) =>
    iconv.encode(`الاسم;رقم الجوال;المنطقة;ملاحظات\r\n${name};${phone};مسقط;تحب العود\r\n`, 'windows-1256')
  const [one, other] = [aPhone(), aPhone()]
  const first = await imported(world, at, 'عملاء.csv', file('عائشة البلوشي', one), (read) => {
    expect(read).toMatchObject({ encoding: 'windows-1256', separator: ';' })
    expect(read.columns.map(({ target }) => target)).toEqual(['fullName', 'phone', null, 'notes'])
    return decided(read, { المنطقة: { target: 'extra', policy: 'overwrite' } })
  })
  expect(first.counts.created).toBe(1)
  expect(await found(at, one)).toMatchObject({
    firstName: 'عائشة',
    lastName: 'البلوشي',
    notes: 'تحب العود',
    extra: { المنطقة: 'مسقط' },
  })
  const next = await uploaded(world, at, 'more.csv', file('سالم', other))
  expect(next.columns[2]).toMatchObject({ target: 'extra', policy: 'overwrite' })
  expect((await uploaded(world, rival, 'more.csv', file('سالم', other))).columns[2]!.target).toBeNull()
})

test('a field of the business is filled by its type, and what does not fit it is refused', async () => {
  const at = await aTenant(world)
  const label = { en: 'Size', ar: 'المقاس' }
  const choices = [{ value: 'xl', label: { en: 'Extra large', ar: 'كبير جدًا' } }]
  const person = [
    { key: 'children', label, type: 'number' },
    { key: 'size', label, type: 'choice', choices },
    { key: 'vegan', label, type: 'boolean' },
    { key: 'card', label, type: 'text' },
  ]
  expect((await at.call(customers.changeOwnFields, { person, address: [] } as never)).status).toBe(200)
  const [phone, other] = [aPhone(), aPhone()]
  const csv = `first name,mobile,kids,fits,plants\nMuna,${phone},٣,كبير جدًا,yes\nSalim,${other},three,xl,no\n`
  const own = (key: string) => ({ target: `own.${key}`, policy: 'fill' }) as const
  const one = await imported(world, at, 'own.csv', csv, (read) =>
    decided(read, { kids: own('children'), fits: own('size'), plants: own('vegan') }),
  )
  expect(one.counts).toMatchObject({ created: 1, refused: 1 })
  expect(await found(at, phone)).toMatchObject({ ownFields: { children: 3, size: 'xl', vegan: true } })
  expect(await rowsOf(at, one.id, 'refused')).toMatchObject([{ reasons: [{ column: 'kids', code: 'own_field_form' }] }])
  const long = await imported(world, at, 'long.csv', `mobile,club\n${aPhone()},${'x'.repeat(501)}\n`, (read) =>
    decided(read, { club: own('card') }),
  )
  expect(await rowsOf(at, long.id, 'refused')).toMatchObject([{ reasons: [{ column: 'club', code: 'too_big' }] }])
  const more = `mobile,kids,fits\n${phone},5,\n`
  const two = await imported(world, at, 'more.csv', more, (read) =>
    decided(read, { kids: { ...own('children'), policy: 'overwrite' }, fits: own('size') }),
  )
  expect(await found(at, phone)).toMatchObject({ ownFields: { children: 5, size: 'xl' } })
  await stepped(world, at, api.undo, two.id)
  expect(await found(at, phone)).toMatchObject({ ownFields: { children: 3, size: 'xl', vegan: true } })
})

test('a row that is probably a known customer is put aside with that customer, and created where the import says so', async () => {
  const at = await aTenant(world)
  const known = { firstName: 'Zubaydah', lastName: 'Al Rawahi', birthDate: '1987-03-12' }
  const { id } = (await at.call(customers.create, { ...known, phone: aPhone() })).body
  while ((await at.run(lookAtOutdated)) > 0);
  const csv = `first name,last name,birthday,mobile\nZubaidah,Rawahi,1987-03-12,${aPhone()}\nZubaydah,Farsi,1950-01-30,${aPhone()}\n`
  const one = await imported(world, at, 'likely.csv', csv)
  expect(one.counts).toMatchObject({ created: 1, duplicates: 1, refused: 0 })
  expect(await rowsOf(at, one.id, 'duplicate')).toMatchObject([
    { row: 2, customerId: id, otherRow: null, reasons: [{ code: 'likely_same' }] },
  ])
  const all = await imported(world, at, 'likely.csv', csv, () => ({ likely: 'create' }))
  expect(all.counts).toMatchObject({ created: 1, duplicates: 0, unchanged: 1 })
  expect((await imported(world, rival, 'likely.csv', csv)).counts).toMatchObject({ created: 2, duplicates: 0 })
})

test('each column fills, overwrites, writes only new customers, or nothing; a verified contact is not replaced', async () => {
  const [phone, other, third] = [aPhone(), aPhone(), aPhone()]
  const made = (
    await shop.call(customers.create, { firstName: 'Huda', phone, phoneVerified: true, notes: 'Old', lastName: 'Said' })
  ).body
  const csv = [
    'number,first,last,company,notes,phone',
    `${made.number},Hoda,Saeed,Oud House,New,${phone}`,
    `,Nasser,Harthi,Rose,Fresh,${other}`,
    `${made.number},Huda,Said,,,${third}`,
  ].join('\n')
  const one = await imported(world, shop, 'columns.csv', csv, (read) =>
    decided(read, {
      first: { policy: 'create' },
      last: { policy: 'overwrite' },
      company: { policy: 'fill' },
      notes: { policy: 'never' },
      phone: { policy: 'overwrite' },
    }),
  )
  expect(one.counts).toMatchObject({ created: 1, updated: 1, duplicates: 1 })
  expect(await found(shop, phone)).toMatchObject({
    firstName: 'Huda',
    lastName: 'Saeed',
    companyName: 'Oud House',
    notes: 'Old',
    phone,
    phoneVerified: true,
  })
  expect(await found(shop, other)).toMatchObject({ firstName: 'Nasser', companyName: 'Rose' })
  const again = await imported(world, shop, 'columns.csv', `number,phone\n${made.number},${third}\n`, (read) =>
    decided(read, { phone: { policy: 'overwrite' } }),
  )
  expect(again.counts.refused).toBe(1)
  expect(await rowsOf(shop, again.id, 'refused')).toMatchObject([
    { reasons: [{ column: 'phone', code: 'contact_is_verified' }], customerId: made.id },
  ])
})

test('the whole import is undone: created customers go, replaced values come back, later changes stay and are listed', async () => {
  const at = await aTenant(world)
  const [known, kept] = [aPhone(), aPhone()]
  const before = (await at.call(customers.create, { firstName: 'Known', phone: known, notes: 'As it was' })).body
  await at.call(customers.create, { firstName: 'Kept', phone: kept })
  const lines = [`Known,${known},Replaced,k@example.com`, `Kept,${kept},Noted,`]
  const fresh = Array.from({ length: 8 }, (_, n) => `New ${n},${aPhone()},,`)
  const one = await imported(world, at, 'undo.csv', ['name,phone,notes,email', ...lines, ...fresh].join('\n'), (read) =>
    decided(read, { notes: { policy: 'overwrite' } }),
  )
  expect(one.counts).toMatchObject({ created: 8, updated: 2 })
  const [touched] = (await listed(at)).filter(({ firstName, lastName }) => `${firstName} ${lastName}` === 'New 3')
  await at.call(customers.change, { customerId: touched.id, notes: 'Called today' })
  const edited = await found(at, kept)
  await at.call(customers.change, { customerId: edited.id, notes: 'Written since' })

  const undone = await stepped(world, at, api.undo, one.id)
  expect(undone).toMatchObject({ state: 'undone', counts: { undone: 8, kept: 2 } })
  const left = await listed(at)
  expect(left.map(({ firstName }) => firstName).sort()).toEqual(['Kept', 'Known', 'New'])
  expect(await found(at, known)).toMatchObject({ notes: 'As it was', email: null, number: before.number })
  expect(await found(at, kept)).toMatchObject({ notes: 'Written since' })
  expect(await rowsOf(at, one.id, 'kept')).toMatchObject([
    { row: 3, customerId: edited.id, reasons: [{ code: 'changed_since', message: 'Changed after the import: notes' }] },
    { row: 7, customerId: touched.id, reasons: [{ code: 'changed_since' }] },
  ])
  const next = (await at.call(customers.create, {})).body
  expect(next.number).toBe('CUST-00011')
  const { items } = (await at.call(audit.list, { action: 'customers.import_undone' })).body
  expect(items).toHaveLength(1)
})

test('a consent is imported with its origin and proof; without an origin none to marketing is, and no withdrawal is overwritten', async () => {
  const at = await aTenant(world)
  await publish(at, 'marketing.email')
  const [with_, without, withdrew] = [aPhone(), aPhone(), aPhone()]
  const { id } = (await at.call(customers.create, { firstName: 'Withdrew', phone: withdrew })).body
  await at.call(consents.decide, { customerId: id, purpose: 'marketing.email', decision: 'withdrawn', source: 'till' })
  const csv = [
    'name,phone,newsletter,consent source,consent date,proof',
    `With,${with_},yes,Form of the old shop,2024-03-02,form 12`,
    `Without,${without},yes,,,`,
    `Withdrew,${withdrew},yes,Form of the old shop,,`,
  ].join('\n')
  await imported(world, at, 'consents.csv', csv)
  const stateOf = async (phone: string) => {
    const customerId = (await found(at, phone)).id
    const { items } = (await at.call(consents.read, { customerId })).body
    return items[0].state
  }
  expect([await stateOf(with_), await stateOf(without), await stateOf(withdrew)]).toEqual([
    'granted',
    'none',
    'withdrawn',
  ])
  const customerId = (await found(at, with_)).id
  const [decision] = (await at.call(consents.listEvents, { customerId })).body.items
  expect(decision).toMatchObject({
    source: 'import',
    origin: 'Form of the old shop',
    proof: 'form 12',
    decidedAt: '2024-03-02T00:00:00.000Z',
  })
})

test('our own export comes back unchanged, with the apostrophes that it puts before formulas taken off', async () => {
  const at = await aTenant(world)
  const phone = aPhone()
  await at.call(customers.create, { firstName: '=Salma', phone, notes: '+ tall' })
  const file = (await at.call(customers.exportCustomers, {})).body
  expect(file).toContain("'+968")
  const one = await imported(world, at, 'customers.csv', file)
  expect(one).toMatchObject({ system: 'kith', counts: { unchanged: 1, refused: 0, created: 0, updated: 0 } })
})

test('one event tells of an import, unless it was told to tell of each customer; no message is sent', async () => {
  const types = async (at: Shop) =>
    (
      await world.owner.query(
        'select type, count(*)::int as n from events where tenant_id = $1 group by 1 order by 1',
        [at.id],
      )
    ).rows
  const csv = () => `name,phone\nOne,${aPhone()}\nTwo,${aPhone()}\n`
  const [quiet, loud] = [await aTenant(world), await aTenant(world)]
  await imported(world, quiet, 'a.csv', csv())
  await imported(world, loud, 'a.csv', csv(), () => ({ tells: true }))
  expect((await types(quiet)).filter(({ type }) => type.startsWith('Customer'))).toEqual([
    { type: 'CustomersImported', n: 1 },
  ])
  expect((await types(loud)).filter(({ type }) => type.startsWith('Customer'))).toEqual([
    { type: 'CustomerRegistered', n: 2 },
    { type: 'CustomersImported', n: 1 },
  ])
  expect((await world.owner.query('select from messages where tenant_id = $1', [quiet.id])).rowCount).toBe(0)
  const { items } = (await quiet.call(audit.list, { action: 'customers.imported' })).body
  expect(items).toMatchObject([{ actor: expect.stringMatching(/^key:/), fields: ['fullName', 'phone'] }])
})

test('rows that are long are kept few at a time, and imported like any others', async () => {
  const at = await aTenant(world)
  const lines = Array.from({ length: 12 }, (_, n) => `Long ${n},${aPhone()},${'x'.repeat(200_000)}`)
  const one = await uploaded(world, at, 'long.csv', ['name,phone,picture', ...lines].join('\n'))
  await at.call(api.change, { importId: one.id, ...decided(one, { picture: { target: null } }) })
  expect((await stepped(world, at, api.check, one.id)).counts).toMatchObject({ created: 12, refused: 0 })
  const { rows } = await world.owner.query('select rows from import_batches where import_id = $1 order by first', [
    one.id,
  ])
  expect(rows.map((batch) => batch.rows)).toEqual([6, 6])
  expect((await stepped(world, at, api.run, one.id)).counts).toMatchObject({ created: 12, duplicates: 0, refused: 0 })
})

test('an import is paused, goes on at the next row, and is discarded with its file only before it was run', async () => {
  const at = await aTenant(world)
  const lines = Array.from({ length: 600 }, (_, n) => `P ${n},${aPhone()}`)
  const one = await uploaded(world, at, 'pause.csv', ['name,phone', ...lines].join('\n'))
  await stepped(world, at, api.check, one.id)
  await at.call(api.run, { importId: one.id })
  await at.call(api.pause, { importId: one.id })
  expect((await at.call(api.discard, { importId: one.id })).body.code).toBe('import.wrong_state')
  const done = await stepped(world, at, api.resume, one.id)
  expect(done).toMatchObject({ state: 'done', counts: { created: 600 } })
  expect((await at.call(api.run, { importId: one.id })).body.code).toBe('import.wrong_state')
  const other = await uploaded(world, at, 'pause.csv', ['name,phone', ...lines].join('\n'))
  expect((await at.call(api.discard, { importId: other.id })).body.state).toBe('failed')
  const { rows } = await world.owner.query('select from import_parts where tenant_id = $1', [at.id])
  expect(rows).toEqual([])
})

test('a row that is refused only when it is written takes no other back with it', async () => {
  const at = await aTenant(world)
  const guest = (await at.call(customers.create, {})).body
  const phones = Array.from({ length: 9 }, () => aPhone())
  const taken = aPhone()
  const lines = phones.map((phone, n) =>
    n === 6 ? `${guest.number},,${phone},` : `,R ${n},${phone},r${n}@example.com`,
  )
  const csv = ['number,name,phone,email', ...lines, `,Late,${taken},late@example.com`].join('\n')
  const one = await uploaded(world, at, 'race.csv', csv)
  await at.call(api.change, { importId: one.id, matchBy: ['number', 'email'] })
  const checked = await stepped(world, at, api.check, one.id)
  expect(checked.counts).toMatchObject({ created: 9, updated: 1, refused: 0 })
  await at.call(customers.create, { firstName: 'Faster', phone: taken })
  const done = await stepped(world, at, api.run, one.id)
  expect(done).toMatchObject({ done: 10, counts: { created: 8, updated: 0, refused: 2 } })
  expect(await rowsOf(at, one.id, 'refused')).toMatchObject([
    { row: 8, reasons: [{ code: 'customer.name_needed', column: 'name' }] },
    { row: 11, reasons: [{ code: 'customer.phone_taken', column: 'phone' }] },
  ])
})

test('an erased customer is taken out of checked files; a file that cannot be searched by its columns of now ends', async () => {
  const at = await aTenant(world)
  const [phone, other] = [aPhone(), aPhone()]
  const { id: customerId } = (await at.call(customers.create, { firstName: 'Erased', phone })).body
  const csv = `name,phone\nErased again,${phone}\nOther,${other}\n`
  const checked = await uploaded(world, at, 'checked.csv', csv)
  await stepped(world, at, api.check, checked.id)
  const changed = await uploaded(world, at, 'changed.csv', csv)
  await stepped(world, at, api.check, changed.id)
  await at.call(api.change, { importId: changed.id, likely: 'create' })
  expect((await at.call(eraseCustomer, { customerId, reason: 'requested' } as never)).status).toBe(201)

  expect((await at.call(api.get, { importId: changed.id })).body).toMatchObject({
    state: 'failed',
    resumable: false,
    failure: expect.stringContaining('was erased'),
  })
  const { rows } = await world.owner.query('select from import_batches where import_id = $1', [changed.id])
  expect(rows).toEqual([])
  expect((await at.call(api.check, { importId: changed.id })).body.code).toBe('import.wrong_state')
  expect((await stepped(world, at, api.run, checked.id)).counts.created).toBe(1)
  expect((await listed(at)).map(({ phone }) => phone)).toEqual([other])
})

test('what failed is resumed in its own step: an undo as an undo, a check by other rules', async () => {
  const at = await aTenant(world)
  const one = await imported(world, at, 'undo.csv', `name,phone\nOne,${aPhone()}\nTwo,${aPhone()}\n`)
  await at.call(api.undo, { importId: one.id })
  await world.owner.query(
    `update imports set state = 'failed', failure = 'import.failed', failed_in = 'undoing' where id = $1`,
    [one.id],
  )
  const undone = await stepped(world, at, api.resume, one.id)
  expect(undone).toMatchObject({ state: 'undone', counts: { undone: 2 } })
  expect(await listed(at)).toEqual([])

  const lines = Array.from({ length: 1_500 }, (_, n) => JSON.stringify({ name: `P ${n}`, phone: aPhone() }))
  const tooLong = JSON.stringify({ name: 'x'.repeat(400_000) })
  const other = await uploaded(world, at, 'long.ndjson', [...lines, tooLong].join('\n'))
  expect(await stepped(world, at, api.check, other.id)).toMatchObject({ state: 'failed', resumable: true })
  expect((await at.call(api.change, { importId: other.id, likely: 'create' })).body.state).toBe('ready')
  expect((await stepped(world, at, api.check, other.id)).state).toBe('failed')
  expect((await at.call(api.check, { importId: other.id })).body.state).toBe('checking')
})

test('a run stops with the key that started it, and is resumed by another one', async () => {
  const at = await aTenant(world)
  const key = await at.with('customers:import')
  const one = await uploaded(world, at, 'key.csv', `name,phone\nOne,${aPhone()}\n`)
  await stepped(world, at, api.check, one.id)
  expect((await key.call(api.run, { importId: one.id })).status).toBe(202)
  await at.call(revokeKey, { keyId: key.keyId })
  await workOff(world, at)
  expect((await at.call(api.get, { importId: one.id })).body).toMatchObject({
    state: 'failed',
    resumable: true,
    failure: expect.stringContaining('may no longer import'),
    counts: { created: 0 },
  })
  const done = await stepped(world, at, api.resume, one.id)
  expect(done).toMatchObject({ state: 'done', counts: { created: 1 } })
  expect(done.startedBy).not.toBe(`key:${key.keyId}`)
})

test('a login runs an import as long as it is active and its role may import', async () => {
  const may = await shop.run(async (ctx) => {
    const account = randomUUID()
    const statement = (role: string, status: string) =>
      world.owner.query(
        `insert into accounts (tenant_id, id, role, status, language, created_at) values ($1, $2, $3, $4, 'en', now())
         on conflict (tenant_id, id) do update set role = excluded.role, status = excluded.status`,
        [shop.id, account, role, status],
      )
    const answers = []
    for (const [role, status] of [
      ['owner', 'active'],
      ['owner', 'disabled'],
      ['cashier', 'active'],
    ] as const) {
      await statement(role, status)
      answers.push(await staffMay(ctx, `account:${account}`, 'customers:import'))
    }
    return answers
  })
  expect(may).toEqual([true, false, false])
})

test('a consent column that writes nothing writes nothing of new customers either', async () => {
  const at = await aTenant(world)
  await publish(at, 'marketing.email')
  const phone = aPhone()
  const csv = `name,phone,newsletter,consent source\nNew,${phone},yes,A form\n`
  const one = await imported(world, at, 'never.csv', csv, (read) => decided(read, { newsletter: { policy: 'never' } }))
  expect(one.counts.created).toBe(1)
  const { id: customerId } = await found(at, phone)
  expect((await at.call(consents.read, { customerId })).body.items[0].state).toBe('none')
})

test('columns may be called as parts of the language are', async () => {
  const at = await aTenant(world)
  const phone = aPhone()
  await at.call(customers.create, { firstName: 'Known', phone })
  const kept = { target: 'extra', policy: 'fill' } as const
  await imported(world, at, 'names.csv', `phone,constructor,__proto__\n${phone},one,two\n`, (read) => ({
    columns: read.columns.map((column) => (column.name === 'phone' ? column : { ...column, ...kept })),
  }))
  expect((await found(at, phone)).extra).toEqual({ constructor: 'one', 'column 3': 'two' })
})

test('a part that comes while the file is hashed is in no other file than its hash says', async () => {
  const at = await aTenant(world)
  const { body: one } = await at.call(api.create, { fileName: 'a.csv' })
  await sendPart(world, at, one.id, 1, Buffer.from('name,phone\nOne,90000001\n'))
  await world.owner.query('begin')
  await world.owner.query('select from imports where id = $1 for update', [one.id])
  const finishing = at.call(api.uploaded, { importId: one.id, parts: 1 })
  // In this database alone: those of the other tests wait for locks of their own.
  const waiting = `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
  await eventually(async () => (await world.owner.query(waiting)).rowCount)
  await world.owner.query('update imports set worker_at = clock_timestamp() where id = $1', [one.id])
  await world.owner.query('commit')
  expect((await finishing).body.code).toBe('import.wrong_state')
  expect((await at.call(api.uploaded, { importId: one.id, parts: 1 })).body.state).toBe('ready')
})

test('a business has 20 uploads that are not complete, and may discard one for another', async () => {
  const at = await aTenant(world)
  const begin = () => at.call(api.create, { fileName: 'a.csv' })
  const { body: first } = await begin()
  for (let n = 1; n < MOST_UPLOADS; n++) expect((await begin()).status).toBe(201)
  expect((await begin()).body.code).toBe('import.too_many_files')
  await at.call(api.discard, { importId: first.id })
  expect((await begin()).status).toBe(201)
})

test('an upload that has not gone on for a day is discarded with its parts, and one that goes on stays', async () => {
  const at = await aTenant(world)
  const upload = async () => (await at.call(api.create, { fileName: 'a.csv' })).body.id as string
  const [gone, begun, slow] = [await upload(), await upload(), await upload()]
  for (const id of [gone, slow]) expect((await sendPart(world, at, id, 1, Buffer.from('name\nOne\n'))).status).toBe(200)
  const dayAgo = (column: string) => `${column} = now() - interval '25 hours'`
  await world.owner.query(`update imports set ${dayAgo('created_at')} where tenant_id = $1`, [at.id])
  await world.owner.query(`update imports set ${dayAgo('worker_at')} where id = $1`, [gone])
  const forget = world.kith.db.jobs.find(({ name }) => name === 'forget-imports')!
  await at.run((ctx) => forget.run(ctx))
  for (const importId of [gone, begun])
    expect((await at.call(api.get, { importId })).body).toMatchObject({
      state: 'failed',
      failure: expect.stringContaining('discarded'),
    })
  expect((await at.call(api.get, { importId: slow })).body.state).toBe('uploading')
  const left = await world.owner.query('select import_id from import_parts where tenant_id = $1', [at.id])
  expect(left.rows).toEqual([{ import_id: slow }])
})

test('no role but those that may import sees or does any of it, and the neighbour is never matched', async () => {
  const phone = aPhone()
  await rival.call(customers.create, { firstName: 'Neighbour', phone })
  const one = await imported(world, shop, 'a.csv', `name,phone\nMine,${phone}\n`)
  expect(one.counts).toMatchObject({ created: 1, updated: 0 })
  expect((await rival.call(api.get, { importId: one.id })).body.code).toBe('import.not_found')
  expect((await rival.call(api.undo, { importId: one.id })).status).toBe(404)
  expect((await rival.call(api.refusedFile, { importId: one.id })).status).toBe(404)
  expect((await sendPart(world, rival, one.id, 1, Buffer.from('x'))).status).toBe(404)
  for (const role of ['manager', 'cashier', 'privacy-officer', 'analyst'] as const) {
    const key = await shop.with(...ROLES[role])
    expect((await key.call(api.list, {})).body).toMatchObject({ code: 'forbidden', needs: 'customers:import' })
    expect((await key.call(api.create, { fileName: 'x' })).status).toBe(403)
  }
})

test('after 30 days files, refused rows and values of before are gone; counts and hash stay', async () => {
  const at = await aTenant(world)
  const one = await imported(world, at, 'old.csv', `name,phone\nOld,${aPhone()}\nWrong,12\n`)
  await world.owner.query(`update imports set created_at = now() - interval '31 days' where id = $1`, [one.id])
  expect((await at.call(api.undo, { importId: one.id })).body.code).toBe('import.expired')
  const forget = world.kith.db.jobs.find(({ name }) => name === 'forget-imports')!
  await at.run((ctx) => forget.run(ctx))
  for (const table of ['import_parts', 'import_batches', 'import_refused', 'import_changes'])
    expect((await world.owner.query(`select from ${table} where tenant_id = $1`, [at.id])).rowCount, table).toBe(0)
  expect((await at.call(api.get, { importId: one.id })).body).toMatchObject({
    fileName: null,
    columns: [],
    sha256: one.sha256,
    counts: { created: 1, refused: 1 },
  })
})
