import { afterAll, beforeAll, expect, test } from 'vitest'
import { examineRecords } from '../../src/cli/records.ts'
import { linkEntries } from '../../src/kit/audit-chain.ts'
import { verifyChain } from '../../src/kit/audit-verify.ts'
import { itself } from '../../src/kit/caller.ts'
import type { Context } from '../../src/kit/context.ts'
import { SEALED } from '../../src/kit/sealed.ts'
import { inTenant } from '../../src/kit/transaction.ts'
import { create } from '../../src/modules/customers/contract.ts'
import { inner } from '../erasure/plants.ts'
import { aTenant, aWorld, type Body, type World } from '../harness.ts'
import { loadFixture, readFixture, writeFixture } from './fixture.ts'

const WRITES = 'KITH_DRILL_ROUNDS' in process.env
const settings = { KITH_PUBLIC_URL: 'http://localhost:4999', KITH_DEV_INBOX: 'on' }

let world: World
beforeAll(async () => {
  world = await aWorld(settings)
  if (!WRITES) await loadFixture(world, readFixture())
})
afterAll(() => world.close())

test.runIf(WRITES)('this release writes what the next one must read', () => writeFixture(world))

test.skipIf(WRITES)('what an earlier release sealed is read over HTTP, and lacks nothing', async () => {
  const { apiKey, customerId } = readFixture()
  const read = async (path: string) => {
    const answer = await fetch(`${world.url}/api/v1/${path}`, { headers: { authorization: `Bearer ${apiKey}` } })
    expect(answer.status, path).toBe(200)
    return answer.json() as Promise<Body>
  }
  const text = expect.stringMatching(/^Earlier/)
  const customer = await read(`customers/${customerId}`)
  expect(customer).toMatchObject({ firstName: text, companyName: text, notes: text, damaged: false })
  expect(await read(`customers?q=${encodeURIComponent(customer.firstName)}`)).toMatchObject({
    items: [{ id: customerId, lastName: customer.lastName }],
  })
  const { items } = await read('customers?limit=200')
  expect(items.length).toBeGreaterThan(1)

  const lists: Record<string, object> = {
    [`customers/${customerId}/contacts`]: { value: expect.stringMatching(/\+968|@example.com/) },
    [`customers/${customerId}/addresses`]: { street: text, damaged: false },
    [`customers/${customerId}/history`]: { damaged: false },
    [`customers/${customerId}/consents/events`]: { intact: true },
    [`customers/${customerId}/merges`]: { reason: text, damaged: false },
    [`privacy-requests?customerId=${customerId}`]: { text, damaged: false },
    breaches: { what: 'A lost phone', damaged: false },
    'dev/messages': { to: expect.any(String), text: expect.any(String), damaged: false },
    staff: { name: 'Hind' },
  }
  for (const [path, one] of Object.entries(lists)) {
    const { items } = await read(path)
    expect(items.length, path).toBeGreaterThan(0)
    expect(items, path).toContainEqual(expect.objectContaining(one))
  }
  expect(await read(`customers/${customerId}/preferences`)).toMatchObject({ values: { wishes: text } })
  expect(await read(`customers/${customerId}/cart`)).toMatchObject({ lines: expect.any(Array) })
  const { items: templates } = await read('message-templates')
  expect(templates).toContainEqual(expect.objectContaining({ subject: 'Our code', changed: true, damaged: false }))
  expect(await read('settings/privacy')).toMatchObject({ pack: 'gdpr' })
})

test('a chain of entries with a link each goes on in batches, and is verified as one', async () => {
  const at = await aTenant(world)
  for (const firstName of ['One', 'Two', 'Three']) await at.call(create, { firstName } as never)
  const linked = await linkAsFormerly(at.id)
  const run = <T>(work: (ctx: Context) => Promise<T>) => inTenant(world.kith.db, itself(at.id, 'test'), work)
  expect(await run(verifyChain)).toEqual({ entries: linked, unsealed: 0, broken: null, begins: null })
  await run(async (ctx) => ctx.audit({ action: 'new', customer: null, fields: [] }))
  while (await run(linkEntries));
  expect(await run(verifyChain)).toEqual({ entries: linked + 1, unsealed: 0, broken: null, begins: null })
  await world.owner.query('delete from audit_entries where tenant_id = $1 and seq = $2', [at.id, linked])
  expect((await run(verifyChain)).broken).toEqual({ seq: linked, what: 'tail_removed' })
})

/** As releases before batches did: each entry has its place and a link, the head those of the last one. */
async function linkAsFormerly(tenant: string): Promise<number> {
  const { rows } = await world.owner.query(
    `select id, (extract(epoch from at) * 1000000)::bigint::text as at, actor, request_id, action, customer_id, fields, sealed, origin
       from audit_entries where tenant_id = $1 order by audit_entries.at, id`,
    [tenant],
  )
  const base64 = (bytes: Buffer | null) => bytes?.toString('base64') ?? null
  let [seq, hash]: [number, Buffer] = [0, Buffer.alloc(32)]
  const chainLink = await inTenant(world.kith.db, itself(tenant, 'test'), async ({ keys }) => keys.chainLink.bind(keys))
  for (const { id, at, actor, request_id, action, customer_id, fields, sealed, origin } of rows) {
    const told = [id, Number(at), actor, request_id, action, customer_id, fields, base64(sealed), base64(origin)]
    hash = chainLink(hash, JSON.stringify([tenant, ++seq, ...told]))
    await world.owner.query('update audit_entries set seq = $3, hash = $4 where tenant_id = $1 and id = $2', [
      tenant,
      id,
      seq,
      hash,
    ])
  }
  await world.owner.query('insert into audit_heads (tenant_id, seq, hash) values ($1, $2, $3)', [tenant, seq, hash])
  return seq
}

test.skipIf(WRITES)('and every sealed column is at the place where it was', async () => {
  const { rows, tenant, customerId } = readFixture()
  const filled = SEALED.filter(({ table, column }) => rows[table]?.some((row) => row[column] !== null))
  expect(SEALED.filter((one) => !filled.includes(one)).map(({ table, column }) => `${table}.${column}`)).toEqual([])
  expect(await examineRecords(world.kith, { repair: false })).toMatchObject({ ok: true, found: 'all can be read' })
  await inTenant(world.kith.db, itself(tenant, 'test'), async (ctx) => {
    for (const [name, { export: everything }] of ctx.personalData) {
      expect(JSON.stringify(await everything(ctx, inner(customerId))), name).not.toContain('"damaged":true')
    }
  })
})
