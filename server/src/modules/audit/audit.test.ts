import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aPhone, aTenant, aWorld, type Shop, type World } from '../../../test/harness.ts'
import { linkEntries } from '../../kit/audit-chain.ts'
import { change, create } from '../customers/contract.ts'
import { exportAudit, list, verify } from './contract.ts'

let world: World
let shop: Shop
beforeAll(async () => {
  world = await aWorld()
  shop = await aTenant(world)
})
afterAll(() => world.close())

const seal = async (at: Shop) => {
  while (await at.run(linkEntries));
}
const stub = (firstName: string) => ({ type: 'stub' as const, firstName, phone: aPhone() })

describe('the trail', () => {
  test('tells who did what, newest first, page by page, each entry once', async () => {
    const busy = await aTenant(world)
    for (let n = 0; n < 60; n++) await busy.call(create, {})
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const { body } = await busy.call(list, { action: 'customer.created', ...(cursor && { cursor }) })
      seen.push(...body.items.map((entry: { id: string }) => entry.id))
      cursor = body.nextCursor ?? undefined
    } while (cursor)
    expect(seen).toHaveLength(60)
    expect(new Set(seen).size).toBe(60)
    const { body } = await busy.call(list, {})
    const times = body.items.map(({ at }: { at: string }) => at)
    expect(times).toEqual([...times].sort().reverse())
  })

  test('is narrowed by person, by who acted, by action and by time', async () => {
    const till = await shop.with('customers:write', 'customers:read')
    const { body: aisha } = await till.call(create, stub('Aisha'))
    await shop.call(change, { customerId: aisha.id, notes: 'likes oud' })
    const actions = async (filter: object) =>
      (await shop.call(list, filter)).body.items.map(({ action }: { action: string }) => action)
    expect(await actions({ customerId: aisha.id })).toEqual(['customer.changed', 'customer.created'])
    expect(await actions({ actor: `key:${till.keyId}` })).toEqual(['customer.created'])
    expect(await actions({ customerId: aisha.id, action: 'customer.changed' })).toEqual(['customer.changed'])
    const now = new Date(Date.now() + 1_000).toISOString()
    expect(await actions({ customerId: aisha.id, from: now })).toEqual([])
    expect(await actions({ customerId: aisha.id, to: now })).toHaveLength(2)
  })

  test('shows nothing of what an entry says of a person, and says from where it was done', async () => {
    const { body: secret } = await shop.call(create, stub('Zubaidah'))
    const { body } = await shop.call(list, { customerId: secret.id })
    expect(JSON.stringify(body)).not.toContain('Zubaidah')
    expect(body.items[0]).toMatchObject({ before: null, after: null, customerId: secret.id, ip: '127.0.0.1' })
    expect(body.items[0].fields).toContain('firstName')
  })

  test('opens what belongs to the business itself', async () => {
    await shop.with('customers:read')
    const { body } = await shop.call(list, { action: 'api_key.created' })
    expect(body.items[0].after).toMatchObject({ scopes: ['customers:read'] })
  })

  test('is not for a till, and a cursor of another list does not fit', async () => {
    const till = await shop.with('customers:read', 'customers:history')
    for (const endpoint of [list, exportAudit, verify]) {
      expect((await till.call(endpoint, {})).body).toMatchObject({ code: 'forbidden', needs: 'audit:read' })
    }
    const other = await aTenant(world)
    for (let n = 0; n < 52; n++) await other.call(create, {})
    const { nextCursor } = (await other.call(list, {})).body
    expect((await shop.call(list, { cursor: nextCursor })).body.code).toBe('cursor_invalid')
    expect((await other.call(list, { action: 'customer.created', cursor: nextCursor })).body.code).toBe(
      'cursor_invalid',
    )
  })

  test('of the neighbour shows nothing of ours', async () => {
    const neighbour = await aTenant(world)
    const { body: ours } = await shop.call(create, stub('Ours'))
    expect((await neighbour.call(list, { customerId: ours.id })).body.items).toEqual([])
    const actors = (await neighbour.call(list, {})).body.items.map(({ actor }: { actor: string }) => actor)
    expect(new Set(actors)).toEqual(new Set(['test']))
  })
})

test('an export streams every entry that fits, and is an entry itself', async () => {
  const other = await aTenant(world)
  for (let n = 0; n < 3; n++) await other.call(create, {})
  const { headers, body } = await other.call(exportAudit, { action: 'customer.created' })
  expect(headers.get('content-type')).toBe('application/x-ndjson; charset=utf-8')
  expect(
    body
      .trim()
      .split('\n')
      .map((line: string) => JSON.parse(line).action),
  ).toEqual(Array(3).fill('customer.created'))
  expect((await other.call(list, { action: 'audit.exported' })).body.items[0].fields).toEqual(['action'])
})

const at = (position: number) =>
  `(select b.ids[${position} - (b.position - cardinality(b.ids))] from audit_batches b
     where b.tenant_id = $1 and ${position} > b.position - cardinality(b.ids) and ${position} <= b.position)`
test.each([
  ['changed', `update audit_entries set actor = 'cli:other' where tenant_id = $1 and id = ${at(2)}`, 2, 'changed'],
  ['removed', `delete from audit_entries where tenant_id = $1 and id = ${at(2)}`, 2, 'removed'],
  [
    'put in another order',
    `update audit_batches set ids[1] = ids[2], ids[2] = ids[1] where tenant_id = $1`,
    1,
    'changed',
  ],
  ['cut off at the end', `delete from audit_entries where tenant_id = $1 and id = ${at(3)}`, 3, 'removed'],
])('the chain is verified over HTTP, and an entry that was %s is named', async (_, damage, position, what) => {
  const [victim, neighbour] = [await aTenant(world), await aTenant(world)]
  for (const shop of [victim, neighbour]) {
    await shop.call(create, {})
    await seal(shop)
  }
  const { body } = await victim.call(verify, {})
  expect(body).toEqual({ intact: true, entries: 4, waiting: 0, broken: null, begins: null, anchored: null })
  const { body: entries } = await victim.call(list, {})
  expect(entries.items.map((entry: { position: number }) => entry.position)).toEqual([4, 3, 2, 1])
  await world.owner.query(damage, [victim.id])
  expect((await victim.call(verify, {})).body).toMatchObject({
    intact: false,
    broken: { position, what, anchoredAt: null },
  })
  expect((await neighbour.call(verify, {})).body).toMatchObject({ intact: true })
})
