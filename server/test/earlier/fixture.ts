import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect } from 'vitest'
import { aPerson } from '../../src/modules/accounts/accounts.harness.ts'
import * as accounts from '../../src/modules/accounts/contract.ts'
import * as customers from '../../src/modules/customers/contract.ts'
import { USUAL_DOCUMENT } from '../../src/modules/duplicates/model/document.ts'
import { storeModel } from '../../src/modules/duplicates/model/train.ts'
import { uploaded } from '../../src/modules/imports/imports.harness.ts'
import * as messages from '../../src/modules/messages/contract.ts'
import * as privacy from '../../src/modules/privacy/contract.ts'
import { privacy as privacyModule } from '../../src/modules/privacy/index.ts'
import { PLANTS, person } from '../erasure/plants.ts'
import { aTenant, type Shop, type World } from '../harness.ts'

/** Of one tenant: every row of every table that another row, a list or a key needs. */
export interface Fixture {
  readonly apiKey: string
  readonly tenant: string
  readonly slug: string
  readonly customerId: string
  readonly rows: Readonly<Record<string, readonly Record<string, unknown>[]>>
}

const FILE = path.join(import.meta.dirname, 'sealed.json')
export const readFixture = (): Fixture => JSON.parse(readFileSync(FILE, 'utf8'))

/** Written by a release, to be read by those after it: `npm run drill -- server/test/earlier` writes it anew. */
export async function writeFixture(world: World): Promise<void> {
  const shop = await aTenant(world)
  const customerId = await plantEverything(world, shop)
  const { rows: tables } = await world.owner.query(`select c.relname as name from pg_class c
      join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped
     where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' order by 1`)
  const rows: Record<string, Record<string, unknown>[]> = {}
  for (const name of ['tenants', ...tables.map((table) => table.name).filter((one) => one !== 'tenants')]) {
    if (LEFT_OUT.includes(name)) continue
    const { rows: found } = await world.owner.query(`select to_jsonb(t) as row from ${name} t where tenant_id = $1`, [
      shop.id,
    ])
    if (found.length > 0) rows[name] = found.map(({ row }) => row)
  }
  const lines = Object.entries(rows).map(
    ([name, all]) => `${JSON.stringify(name)}:[\n${all.map((row) => JSON.stringify(row)).join(',\n')}\n]`,
  )
  const { apiKey, id: tenant, slug } = shop
  const head = JSON.stringify({ apiKey, tenant, slug, customerId }).slice(0, -1)
  writeFileSync(FILE, `${head},"rows":{\n${lines.join(',\n')}\n}}\n`)
}

const LEFT_OUT = ['events', 'event_receipts', 'job_runs', 'sign_in_attempts', 'rate_limits', 'erasures']

/** As it is: neither the order of the tables nor what a trigger would say counts. */
export async function loadFixture({ owner }: World, { rows }: Fixture): Promise<void> {
  await owner.query('set session_replication_role = replica')
  for (const [table, all] of Object.entries(rows)) {
    const { rows: names } = await owner.query(
      `select attname as name from pg_attribute
        where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = '' and attname = any ($2)`,
      [table, Object.keys(all[0]!)],
    )
    const columns = names.map(({ name }) => `"${name}"`).join(', ')
    await owner.query(
      `insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $1::jsonb)`,
      [JSON.stringify(all)],
    )
  }
  await owner.query('set session_replication_role = origin')
  for (const filled of FILLED) await owner.query(filled)
}

/** As the migrations since then made them out of these rows. */
const FILLED = [
  `insert into customer_activity (tenant_id, customer_id, total_orders, total_spent, loyalty_points, last_seen_at)
   select tenant_id, id, total_orders, total_spent, loyalty_points, last_seen_at from customers on conflict do nothing`,
  `insert into customer_search (tenant_id, id, changed_at, tokens, outdated)
   select tenant_id, id, updated_at, tokens, true from customers where cardinality(tokens) > 0 on conflict do nothing`,
]

/** Something in every sealed column. */
async function plantEverything(world: World, shop: Shop): Promise<string> {
  let count = 0
  const unique = (name: string) => `Earlier${name}${count++}`
  const uniquePhone = () => `+96897${String(535_217 + count++ * 7).padStart(6, '0')}`
  const done = ({ status, body }: Awaited<ReturnType<Shop['request']>>) => {
    expect([200, 201, 202], JSON.stringify(body)).toContain(status)
    return body
  }
  await shop.call(privacy.changeSettings, { pack: 'gdpr' })
  const headers = { 'idempotency-key': 'planted' }
  const { id: customerId } = done(
    await shop.call(customers.create, person(unique, uniquePhone, 'first') as never, { headers }),
  )
  const neighbour = { type: 'stub', firstName: 'Neighbour', phone: '+96891000001' } as const
  const { id: neighbourId } = done(await shop.call(customers.create, neighbour))
  for (const plant of PLANTS) await plant({ world, shop, customerId, neighbourId, unique, uniquePhone })
  done(await shop.call(accounts.inviteStaff, { email: 'hind@example.com', role: 'manager', name: 'Hind' } as never))
  done(await shop.call(customers.saveView, { name: 'Regulars', filter: { type: ['full'] }, columns: ['name'] }))
  const wording = { subject: 'Our code', body: 'Your code at {{business}}: {{code}}' }
  done(
    await shop.call(messages.changeTemplate, {
      name: 'otp_code',
      channel: 'email',
      language: 'en',
      wording,
    } as never),
  )
  done(await shop.call(privacy.recordBreach, { what: 'A lost phone', people: 3 } as never))
  const { body: session } = await aPerson(shop)
  done(await shop.visitor().call(accounts.refresh, { refreshToken: session.refreshToken }))
  const gone = done(
    await shop.call(customers.create, { type: 'stub', firstName: 'Gone', phone: uniquePhone() } as never),
  )
  await shop.run((ctx) => storeModel(ctx, 0, 0, USUAL_DOCUMENT))
  done(await shop.call(privacy.eraseCustomer, { customerId: gone.id, reason: 'requested' } as never))
  for (const errand of privacyModule.errands) while (await errand.run(world.kith.db, shop.id));
  // An erasure deletes files that were not read yet.
  await uploaded(world, shop, 'unread.csv', 'phone\n+96891000002\n')
  return customerId
}
