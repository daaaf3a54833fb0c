import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aPhone, aTenant, aWorld, type Shop, type World } from '../../../../../test/harness.ts'
import { ROLES } from '../../../../permissions.ts'
import * as customers from '../../../customers/contract.ts'
import * as messages from '../../../messages/contract.ts'
import * as tenants from '../../../tenants/contract.ts'
import { aPerson, logIn } from '../../accounts.harness.ts'
import * as api from '../../contract.ts'

let world: World
let shop: Shop
beforeAll(async () => {
  world = await aWorld({ KITH_TRUST_PROXY: '1' })
  shop = await aTenant(world)
})
afterAll(() => world.close())

const KINDS = [
  ['customers', customers.customersByDay],
  ['messages', messages.messagesByDay],
  ['sign-ins', api.signInsByDay],
] as const
interface Day {
  readonly day: string
}

describe.each(KINDS)('the figures of %s by day', (_, endpoint) => {
  test('cover every day of the period, in the time zone of the business', async () => {
    const { body } = await shop.call(endpoint, { from: '2026-02-26', to: '2026-03-02' })
    expect(body).toMatchObject({ from: '2026-02-26', to: '2026-03-02', timeZone: 'Asia/Muscat' })
    const days = body.days.map(({ day }: Day) => day)
    expect(days).toEqual(['2026-02-26', '2026-02-27', '2026-02-28', '2026-03-01', '2026-03-02'])
  })

  test('are by default of 30 days, today being the last', async () => {
    const { body } = await shop.call(endpoint, {})
    const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Muscat' }).format(new Date())
    expect(body.to).toBe(today)
    expect(body.days.length).toBe(30)
    expect((await shop.call(endpoint, { from: today })).body.days.length).toBe(1)
  })

  test.each([
    [{ from: '2026-03-02', to: '2026-03-01' }, 'period_backwards'],
    [{ from: '2025-01-01', to: '2026-03-01' }, 'period_too_long'],
    [{ from: 'yesterday' }, 'invalid_format'],
  ])('of %j are refused', async (period, code) => {
    const { status, body } = await shop.call(endpoint, period)
    expect(status).toBe(422)
    expect(body.errors[0].code).toBe(code)
  })

  test('are for who may read statistics', async () => {
    const [till, analyst] = [await shop.with(...ROLES.cashier), await shop.with(...ROLES.analyst)]
    expect((await till.call(endpoint, {})).body.needs).toBe('customers:statistics')
    expect((await analyst.call(endpoint, {})).status).toBe(200)
  })
})

test('new customers are counted by what they are now, on the day they came where the business is', async () => {
  const [at, neighbour] = [await aTenant(world), await aTenant(world)]
  const add = (createdAt: string, more: object) => at.call(customers.create, { createdAt, ...more } as never)
  const stub = () => ({ type: 'stub', firstName: 'Noor', phone: aPhone() })
  // 21:30 in London is the next day in Muscat.
  await add('2026-03-01T21:30:00Z', {})
  await add('2026-03-02T08:00:00Z', stub())
  const proved = (await add('2026-03-02T19:59:59Z', stub())).body
  await world.owner.query(
    `update customers set type = 'full', phone_verified = true where tenant_id = $1 and number = $2`,
    [at.id, Number(proved.number.slice(5))],
  )
  await add('2026-03-02T20:00:00Z', stub())
  // Already the fourth there.
  await add('2026-03-03T20:30:00Z', stub())
  await neighbour.call(customers.create, { createdAt: '2026-03-02T08:00:00Z' } as never)
  const { body } = await at.call(customers.customersByDay, { from: '2026-03-02', to: '2026-03-03' })
  expect(body.days).toEqual([
    { day: '2026-03-02', guest: 1, stub: 1, full: 1, phoneVerified: 1 },
    { day: '2026-03-03', guest: 0, stub: 1, full: 0, phoneVerified: 0 },
  ])
  expect(body.total).toEqual({ all: 4, reachedStub: 3, reachedFull: 1, phoneVerified: 1 })
  await at.call(tenants.change, { timeZone: 'Europe/London' })
  const moved = await at.call(customers.customersByDay, { from: '2026-03-01', to: '2026-03-02' })
  expect(moved.body.days.map(({ guest, stub }: { guest: number; stub: number }) => [guest, stub])).toEqual([
    [1, 0],
    [0, 2],
  ])
})

test('they are read from an index that holds all that is counted, not from the customers themselves', async () => {
  const client = world.owner
  try {
    // With so few rows any index would do; this checks that this one suffices alone.
    await client.query('begin; drop index sessions_device; set local enable_seqscan = off')
    await client.query(
      `set local enable_bitmapscan = off; set local role kith_app; set local app.tenant = '${shop.id}'`,
    )
    const explain = async (query: string) =>
      (await client.query(`explain ${query} /* tenant_id */`)).rows.map((row) => row['QUERY PLAN']).join('\n')
    const within = `where tenant_id = '${shop.id}' and %s >= '2026-03-01' and %s < '2026-04-01' group by 1, 2`
    const period = (column: string) => within.replaceAll('%s', column)
    const day = (column: string) => `to_char(${column} at time zone 'Asia/Muscat', 'YYYY-MM-DD')`
    expect(
      await explain(
        `select ${day('created_at')}, type, count(*) filter (where phone_verified) from customers ${period('created_at').replace('group', "and status not in ('merged', 'erased') group")}`,
      ),
    ).toContain('Index Only Scan using customers_created')
    expect(
      await explain(
        `select ${day('queued_at')}, channel, max(coalesce(delivered_at, sent_at) - queued_at), count(*) filter (where status = 'failed') from messages ${period('queued_at')}`,
      ),
    ).toContain('Index Only Scan using messages_queued')
    expect(
      await explain(
        `select ${day('created_at')}, factor, count(distinct account_id) from account_sessions ${period('created_at')}`,
      ),
    ).toContain('Index Only Scan using sessions_created')
  } finally {
    await client.query('rollback')
  }
})

test('messages are counted with how long they took, by channel', async () => {
  const at = await aTenant(world)
  await aPerson(at)
  await world.owner.query(
    `update messages set status = 'delivered', queued_at = '2026-03-02T08:00Z', sent_at = '2026-03-02T08:00:01Z', delivered_at = '2026-03-02T08:00:04Z'
      where tenant_id = $1`,
    [at.id],
  )
  const { days } = (await at.call(messages.messagesByDay, { from: '2026-03-02', to: '2026-03-02' })).body
  expect(days[0].channels).toEqual([
    { channel: 'sms', messages: 0, lost: 0, seconds: null },
    { channel: 'email', messages: 1, lost: 0, seconds: { p50: 4, p95: 4 } },
  ])
})

test('sign-ins of customers and staff are counted apart, and not those of the neighbour', async () => {
  const at = await aTenant(world)
  const { email } = await aPerson(at)
  await logIn(at, email)
  await logIn(at, email)
  const { body } = await at.call(api.signInsByDay, {})
  expect(body.days.at(-1)).toMatchObject({ customers: 3, staff: 0 })
  expect(body.byFactor).toEqual({ registration: 1, password: 2 })
  const { account } = (await logIn(at, email)).body
  await world.owner.query(`update accounts set role = 'cashier', customer_id = null where id = $1`, [account.id])
  expect((await at.call(api.signInsByDay, {})).body.days.at(-1)).toMatchObject({ customers: 0, staff: 4 })
  expect((await shop.call(api.signInsByDay, {})).body.byFactor).toEqual({})
})
