import { afterAll, beforeAll, expect, test } from 'vitest'
import { examineRecords } from '../src/cli/records.ts'
import { itself } from '../src/kit/caller.ts'
import { SEALED } from '../src/kit/sealed.ts'
import { inTenant } from '../src/kit/transaction.ts'
import { mayContact } from '../src/modules/preferences/index.ts'
import { loadFixture, readFixture } from './earlier/fixture.ts'
import { inner } from './erasure/plants.ts'
import { aWorld, type Body, type World } from './harness.ts'

const { apiKey, customerId, tenant } = readFixture()
let world: World
beforeAll(async () => {
  world = await aWorld({ KITH_PUBLIC_URL: 'http://localhost:4999', KITH_DEV_INBOX: 'on' })
  await loadFixture(world, readFixture())
})
afterAll(() => world.close())

const ask = (method: string, path: string, body?: object) =>
  fetch(`${world.url}/api/v1/${path}`, {
    method,
    headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' },
    ...(body && { body: JSON.stringify(body) }),
  })
const read = async (path: string) => {
  const answer = await ask('GET', path)
  expect(answer.status, path).toBe(200)
  return answer.json() as Promise<Body>
}
/** As a broken disk leaves it: every value of the column. */
const damage = (table: string, column: string) =>
  world.owner.query(
    `alter table ${table} disable trigger all;
     update ${table} set ${column} = overlay(${column} placing '\\x00000000'::bytea from 40)
      where tenant_id = '${tenant}' and ${column} is not null;
     alter table ${table} enable trigger all`,
  )

/** Columns that a list shows, and that list. A damaged value hides none of the others. */
const LISTS: Readonly<Record<string, string>> = {
  'addresses.sealed': `customers/${customerId}/addresses`,
  'messages.content': 'dev/messages',
  'messages.address': 'dev/messages',
  'message_templates.wording': 'message-templates',
  'privacy_requests.sealed': `privacy-requests?customerId=${customerId}`,
  'breaches.sealed': 'breaches',
  'merges.sealed': `customers/${customerId}/merges`,
  'cart_lines.details': `customers/${customerId}/cart`,
  'customer_preferences.sealed': `customers/${customerId}/preferences`,
  'customer_identifiers.sealed': `customers/${customerId}/contacts`,
  'consent_events.sealed': `customers/${customerId}/consents/events`,
  'accounts.sealed': 'staff',
  'account_credentials.sealed': 'staff',
  'account_sessions.origin': `customers/${customerId}/sessions`,
  'audit_entries.sealed': `customers/${customerId}/history`,
  'audit_entries.origin': 'audit',
}

test.each(Object.entries(LISTS))('a damaged %s fails no list', async (name, path) => {
  const before = await read(path)
  const [table, column] = name.split('.') as [string, string]
  await damage(table, column)
  const after = await read(path)
  const length = (list: { items?: object[]; lines?: object[] }) => (list.items ?? list.lines ?? []).length
  if (table !== 'customer_identifiers') expect(length(after)).toBe(length(before))
  if (DAMAGED_IS_SHOWN.includes(name)) expect(JSON.stringify(after)).toContain('"damaged":true')
})
const DAMAGED_IS_SHOWN = [
  'addresses.sealed',
  'messages.content',
  'message_templates.wording',
  'privacy_requests.sealed',
  'breaches.sealed',
  'merges.sealed',
  'customer_preferences.sealed',
  'audit_entries.sealed',
]

test('what stands on a damaged value is refused, and a customer whose preferences cannot be read is not contacted', async () => {
  const { items } = await read(`customers/${customerId}/addresses`)
  const changed = await ask('PATCH', `customers/${customerId}/addresses/${items[0].id}`, { city: 'Sur' })
  const refused: Body = await changed.json()
  expect([changed.status, refused.code]).toEqual([409, 'record_damaged'])
  const told = await inTenant(world.kith.db, itself(tenant, 'test'), (ctx) =>
    mayContact(ctx, inner(customerId), { channel: 'email', topic: 'orders' }),
  )
  expect(told).toBe(false)
})

test('the doctor names every damaged value and mends what has a rule; evidence and keys are for a backup', async () => {
  for (const { table, column } of SEALED)
    if (!(`${table}.${column}` in LISTS) && table !== 'customers') await damage(table, column)
  const { found: first } = await examineRecords(world.kith, { repair: false })
  expect(first).toMatch(/^\d+ damaged, 0 of a wrong type .*run `kith doctor --repair`$/)
  const { ok, found } = await examineRecords(world.kith, { repair: true })
  expect([ok, found]).toEqual([false, expect.stringContaining('only a backup brings back')])
  const mended = await read(`privacy-requests?customerId=${customerId}`)
  expect(mended.items.length).toBeGreaterThan(0)
  expect(JSON.stringify(mended)).not.toContain('"damaged":true')
  const { items } = await read(`customers/${customerId}/addresses`)
  expect(items.length).toBeGreaterThan(0)
  expect(await read('breaches')).toMatchObject({
    items: [{ what: expect.stringContaining('Damaged record'), damaged: false }],
  })
})
