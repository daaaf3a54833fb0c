import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { growthInWords, measureGrowth } from '../src/cli/growth.ts'
import type { Context } from '../src/kit/context.ts'
import { runJob } from '../src/kit/jobs.ts'
import { openLog } from '../src/kit/log.ts'
import type { Subscriber } from '../src/kit/module.ts'
import { jobs } from '../src/main.ts'
import { aPerson } from '../src/modules/accounts/accounts.harness.ts'
import { list as audit } from '../src/modules/audit/contract.ts'
import { create, outsideId } from '../src/modules/customers/contract.ts'
import { CustomerRegistered } from '../src/modules/customers/events.ts'
import { deliverEvents } from '../src/modules/events/index.ts'
import { merge } from '../src/modules/merging/contract.ts'
import { changeRetention, readRetention } from '../src/modules/messages/contract.ts'
import { liftHold, placeHold } from '../src/modules/privacy/contract.ts'
import { aStub } from '../src/modules/privacy/privacy.harness.ts'
import { changeKeptDays, readKeptDays } from '../src/modules/tenants/index.ts'
import * as events from '../src/modules/webhooks/contract.ts'
import { aTenant, aWorld, type Shop, type World } from './harness.ts'

const MESSAGES = { name: 'messages', usualDays: 400 }

let world: World
beforeAll(async () => {
  world = await aWorld()
})
afterAll(() => world.close())

const count = async (query: string, values: unknown[]) =>
  (await world.owner.query<{ n: number }>(`select count(*)::int as n from ${query}`, values)).rows[0]!.n
const run = (name: string) => runJob(world.kith.db, jobs.find((job) => job.name === name)!, openLog('silent'))

test('messages end after their days, those of today stay, and one that is still to be sent too', async () => {
  const shop = await aTenant(world)
  for (let n = 0; n < 3; n++) await aPerson(shop)
  const { rows } = await world.owner.query('select id from messages where tenant_id = $1 order by id', [shop.id])
  const over = `update messages set queued_at = now() - interval '401 days', status = 'sent', due_at = null where id = $1`
  await world.owner.query(over, [rows[0].id])
  await world.owner.query(
    `update messages set queued_at = now() - interval '401 days', status = 'queued', due_at = now() where id = $1`,
    [rows[1].id],
  )
  await run('forget-messages')
  const left = await world.owner.query('select id from messages where tenant_id = $1', [shop.id])
  expect(left.rows.map(({ id }) => id).sort()).toEqual(rows.slice(1).map(({ id }) => id))
})

test('messages of a person under a legal hold stay with their texts until it is lifted', async () => {
  const shop = await aTenant(world)
  for (let n = 0; n < 2; n++) await aPerson(shop)
  await world.owner.query(
    `update messages set queued_at = now() - interval '401 days', status = 'sent', due_at = null where tenant_id = $1`,
    [shop.id],
  )
  const customers = async (where = 'true') =>
    (
      await world.owner.query(`select distinct customer_id from messages where tenant_id = $1 and ${where}`, [shop.id])
    ).rows.map(({ customer_id }) => customer_id)
  const [held, ...others] = await customers()
  expect(others).not.toEqual([])
  const customerId = outsideId(held)
  expect((await shop.call(placeHold, { customerId, reason: 'A claim' })).status).toBe(200)
  const forget = async () => {
    await run('forget-message-texts')
    await run('forget-messages')
  }
  await forget()
  expect(await customers('address is not null')).toEqual([held])
  expect(await customers()).toEqual([held])
  await shop.call(liftHold, { customerId })
  await forget()
  expect(await customers()).toEqual([])
})

test('events end that every subscriber heard long ago; what one has still to hear stays, and what was given up stays longer', async () => {
  const [shop, neighbour] = [await aTenant(world), await aTenant(world)]
  const listener = (name: string, deaf: readonly number[]) => {
    let heard = 0
    const hear = async () => {
      if (deaf.includes(heard++)) throw new Error('not this one')
    }
    return { name, on: [CustomerRegistered], from: 'start', again: 'nothing more', hear } as const
  }
  const deliver = (at: Shop, ...to: Subscriber[]) => at.run((ctx) => deliverEvents(ctx, to, openLog('silent')))
  const [steady, shaky] = [listener('steady', []), listener('shaky', [2, 3])]
  // Each a batch of its own.
  for (let n = 0; n < 6; n++) {
    await shop.call(create, {})
    if (n < 5) await deliver(shop, steady, shaky)
  }
  await deliver(shop, steady)
  await neighbour.call(create, {})
  await deliver(neighbour, steady)
  const { rows } = await world.owner.query(
    'select ids[1] as id from event_batches where tenant_id = $1 order by position',
    [shop.id],
  )
  const ids = rows.map(({ id }) => id)
  expect(ids).toHaveLength(6)
  const age = (table: string, column: string, position: number, days: number) =>
    world.owner.query(
      `update ${table} set ${column} = now() - $3 * interval '1 day' where tenant_id = $1 and position = $2`,
      [shop.id, position, days],
    )
  // Heard, heard lately, given up long ago and lately, heard, not heard by one of two.
  for (const [position, days] of [31, 29, 100, 100, 31, 31].entries())
    await age('event_batches', 'at', position + 1, days)
  await age('event_holds', 'parked_at', 3, 91)
  await age('event_holds', 'parked_at', 4, 89)
  await run('forget-delivered-events')
  const left = (await world.owner.query('select id from events where tenant_id = $1', [shop.id])).rows
  expect(ids.map((id) => left.some((row) => row.id === id))).toEqual([false, true, false, true, false, true])
  expect(await count('event_batches where tenant_id = $1', [shop.id])).toBe(3)
  expect(await count('events where tenant_id = $1', [neighbour.id])).toBe(1)
  // A subscriber that has been gone for so long holds up nothing.
  await world.owner.query(
    `update event_subscribers set moved_at = now() - interval '91 days' where tenant_id = $1 and subscriber = 'shaky'`,
    [shop.id],
  )
  await run('forget-delivered-events')
  expect(await count('events where tenant_id = $1 and id = $2', [shop.id, ids[5]])).toBe(0)
})

describe('the days that a business decides for its messages', () => {
  const later = (ctx: Context, days: number) => ({ ...ctx, now: new Date(ctx.now.getTime() + days * 86_400_000) })

  test('are those of the installation until it decides, and refused where they are too few or no days', async () => {
    const [shop, neighbour] = [await aTenant(world), await aTenant(world)]
    const usual = { keepDays: null, usualDays: 400, daysNow: 400, startsAt: null }
    expect((await shop.call(readRetention, {})).body).toEqual(usual)
    for (const keepDays of [29, 0, -1, 30.5, 36_501, '90', undefined])
      expect((await shop.call(changeRetention, { keepDays } as never)).status, `${keepDays}`).toBe(422)
    const manager = await shop.with('messages:manage', 'audit:read')
    for (const answer of [await manager.call(readRetention, {}), await manager.call(changeRetention, { keepDays: 90 })])
      expect(answer.status).toBe(403)
    await shop.call(changeRetention, { keepDays: 500 })
    expect((await shop.call(readRetention, {})).body).toMatchObject({ keepDays: 500, daysNow: 500, startsAt: null })
    expect((await shop.call(audit, { action: 'settings.changed' })).body.items[0].fields).toContain('messages.keepDays')
    expect((await neighbour.call(readRetention, {})).body).toEqual(usual)
  })

  test('count at once where they are more, and a month later where they are fewer, also if other days are decided meanwhile', async () => {
    const shop = await aTenant(world)
    const decide = (keepDays: number | null, after = 0) =>
      shop.run((ctx) => changeKeptDays(later(ctx, after), MESSAGES, keepDays))
    const inDays = async (after: number) => (await shop.run((ctx) => readKeptDays(later(ctx, after), MESSAGES))).daysNow
    const first = await decide(90)
    expect(first).toMatchObject({ keepDays: 90, daysNow: 400, startsAt: expect.any(String) })
    expect([await inDays(29), await inDays(31)]).toEqual([400, 90])
    // More than was decided, and still fewer than what counts: the month goes on.
    expect(await decide(120, 10)).toMatchObject({ daysNow: 400, startsAt: first.startsAt })
    // Still fewer: a month anew.
    await decide(60, 20)
    expect([await inDays(49), await inDays(51)]).toEqual([400, 60])
    expect(await decide(400, 21)).toMatchObject({ daysNow: 400, startsAt: null })
    expect(await inDays(90)).toBe(400)
  })

  test('delete what is older, in this business alone', async () => {
    const [shop, neighbour] = [await aTenant(world), await aTenant(world)]
    for (const one of [shop, neighbour]) {
      await aPerson(one)
      await world.owner.query(
        `update messages set queued_at = now() - interval '91 days', status = 'sent', due_at = null where tenant_id = $1`,
        [one.id],
      )
    }
    const left = () => Promise.all([shop, neighbour].map(({ id }) => count('messages where tenant_id = $1', [id])))
    const before = await left()
    await shop.call(changeRetention, { keepDays: 90 })
    await run('forget-messages')
    expect(await left()).toEqual(before)
    await shop.run((ctx) => changeKeptDays(later(ctx, -31), MESSAGES, null))
    await shop.run((ctx) => changeKeptDays(later(ctx, -31), MESSAGES, 90))
    await run('forget-messages')
    expect(await left()).toEqual([0, before[1]])
  })
})

test('events are kept for the days of the business, never less than webhooks and lists promise, and in this business alone', async () => {
  const [shop, neighbour] = [await aTenant(world), await aTenant(world)]
  const ended = async () => {
    for (const { id } of [shop, neighbour])
      await world.owner.query(`update event_batches set at = now() - interval '31 days' where tenant_id = $1`, [id])
    await run('forget-delivered-events')
    return Promise.all([shop, neighbour].map(({ id }) => count('events where tenant_id = $1', [id])))
  }
  for (const one of [shop, neighbour]) {
    await one.call(create, {})
    await one.run((ctx) => deliverEvents(ctx, [], openLog('silent')))
  }
  const usual = { keepDays: null, usualDays: 30, daysNow: 30, startsAt: null }
  expect((await shop.call(events.readRetention, {})).body).toEqual(usual)
  for (const keepDays of [29, 0, 30.5, 36_501, '90'])
    expect((await shop.call(events.changeRetention, { keepDays } as never)).status, `${keepDays}`).toBe(422)
  const reader = await shop.with('webhooks:read')
  expect((await reader.call(events.changeRetention, { keepDays: 60 })).status).toBe(403)
  expect((await shop.call(events.changeRetention, { keepDays: 60 })).body).toMatchObject({ daysNow: 60 })
  const [kept, gone] = await ended()
  expect([kept! > 0, gone]).toEqual([true, 0])
  expect((await shop.call(events.changeRetention, { keepDays: null })).body).toMatchObject({ daysNow: 60 })
  expect((await ended())[0]).toBe(kept)
  expect((await neighbour.call(events.readRetention, {})).body).toEqual(usual)
})

test('events about a person under a legal hold stay, also of before a merge, until it is lifted', async () => {
  const shop = await aTenant(world)
  const [held, merged, free] = [await aStub(shop), await aStub(shop), await aStub(shop)]
  expect((await shop.call(merge, { from: merged.id, into: held.id, reason: 'One person' })).status).toBe(201)
  await shop.call(placeHold, { customerId: held.id, reason: 'A claim' })
  const forget = async () => {
    await shop.run((ctx) => deliverEvents(ctx, [], openLog('silent')))
    await world.owner.query(`update event_batches set at = now() - interval '31 days' where tenant_id = $1`, [shop.id])
    await run('forget-delivered-events')
    const { rows } = await world.owner.query(
      'select distinct customer_id from events where tenant_id = $1 and customer_id is not null',
      [shop.id],
    )
    return rows.map(({ customer_id }) => outsideId(customer_id)).sort()
  }
  const left = await forget()
  expect(left).toEqual([held.id, merged.id].sort())
  expect(left).not.toContain(free.id)
  await shop.call(liftHold, { customerId: held.id })
  expect(await forget()).toEqual([])
})

/** Notes each statement that deletes from a table: its transaction, and how many rows. */
async function watchDeletes(table: string) {
  await world.owner.query(`
    create table deleted_${table} (transaction xid8, rows int);
    create function note_deleted_${table}() returns trigger language plpgsql security definer as $$
      begin
        insert into deleted_${table} select pg_current_xact_id(), count(*) from gone having count(*) > 0;
        return null;
      end $$;
    create trigger note_deleted after delete on ${table} referencing old table as gone
      for each statement execute function note_deleted_${table}()`)
  return async () =>
    (await world.owner.query(`select rows, transaction::text from deleted_${table} order by transaction`)).rows
}

test('messages that are over go in small transactions, and what went stays gone when a later one fails', async () => {
  const shop = await aTenant(world)
  const add = (count: number, days: number) =>
    world.owner.query(
      `insert into messages (tenant_id, id, channel, template, language, status, queued_at)
       select $1, gen_random_uuid(), 'sms', 'otp_code', 'en', 'sent', now() - $3 * interval '1 day' from generate_series(1, $2)`,
      [shop.id, count, days],
    )
  await add(2_001, 402)
  await add(1, 401)
  await add(1, 399)
  await world.owner.query(`
    create function refuse() returns trigger language plpgsql as $$ begin raise exception 'not this one'; end $$;
    create trigger refuse before delete on messages for each row
      when (old.queued_at > now() - interval '401 days 12 hours') execute function refuse()`)
  const deleted = await watchDeletes('messages')
  await expect(run('forget-messages')).rejects.toThrow()
  expect((await deleted()).map(({ rows }) => rows)).toEqual([1_000, 1_000])
  expect(await count('messages where tenant_id = $1', [shop.id])).toBe(3)
  await world.owner.query('drop trigger refuse on messages')
  await run('forget-messages')
  const all = await deleted()
  expect(all.map(({ rows }) => rows)).toEqual([1_000, 1_000, 2])
  expect(new Set(all.map(({ transaction }) => transaction)).size).toBe(3)
  expect(await count('messages where tenant_id = $1', [shop.id])).toBe(1)
})

test('events that are over go in small transactions, past batches of which one event stays', async () => {
  const shop = await aTenant(world)
  await shop.call(create, {})
  await shop.run((ctx) => deliverEvents(ctx, [], openLog('silent')))
  // Of forty events, each a batch of its own, a subscriber gave two up lately.
  await world.owner.query(
    `with made as (insert into events (tenant_id, id, at, type, data, actor)
       select $1, gen_random_uuid(), now() - interval '40 days', 'CustomerSeen', '{}', 'test' from generate_series(1, 40) returning id),
     placed as (insert into event_batches (tenant_id, position, ids, newest, at)
       select $1, 100 + row_number() over (), array[id], now() - interval '40 days', now() - interval '40 days' from made
       returning position, ids[1] as id)
     insert into event_holds (tenant_id, subscriber, position, event_id, parked_at)
       select $1, 'shaky', position, id, now() from placed where position in (103, 125)`,
    [shop.id],
  )
  await world.owner.query('update event_lanes set position = 140 where tenant_id = $1', [shop.id])
  const deleted = await watchDeletes('events')
  await run('forget-delivered-events')
  const all = await deleted()
  expect(all.map(({ rows }) => rows)).toEqual([9, 10, 9, 10])
  expect(new Set(all.map(({ transaction }) => transaction)).size).toBe(4)
  expect(await count(`events where tenant_id = $1 and type = 'CustomerSeen'`, [shop.id])).toBe(2)
  expect(await count('event_batches where tenant_id = $1 and position > 100', [shop.id])).toBe(2)
})

test('what was sent to webhooks, and answers of idempotency keys, go in small transactions too', async () => {
  const shop = await aTenant(world)
  const endpoint = (await shop.call(events.create, { url: 'https://example.com/hook' })).body.id
  const made = (table: string, columns: string, values: string) =>
    world.owner.query(
      `insert into ${table} (tenant_id, ${columns}) select $1, ${values} from generate_series(1, 1002) as n`,
      [shop.id],
    )
  const at = (days: string) => `now() - interval '1 day' * case when n = 1 then 0 else ${days} end`
  await made('idempotency_keys', 'caller, key_digest, request, created_at', `'key:a', int4send(n), '', ${at('2')}`)
  await made(
    'webhook_deliveries',
    'endpoint_id, event_id, position, type, status, finished_at',
    `'${endpoint}', gen_random_uuid(), n, 'CustomerSeen', 'delivered', ${at('31')}`,
  )
  await made(
    'webhook_attempts',
    'id, endpoint_id, event_id, at, took_ms, outcome, was_full, test',
    `gen_random_uuid(), '${endpoint}', gen_random_uuid(), ${at('31')}, 1, 'delivered', false, false`,
  )
  const tables = ['idempotency_keys', 'webhook_deliveries', 'webhook_attempts']
  const deleted = await Promise.all(tables.map(watchDeletes))
  await run('forget-idempotency-answers')
  await run('forget-webhook-log')
  for (const rows of deleted) expect((await rows()).map((one) => one.rows)).toEqual([1_000, 1])
  for (const table of tables.slice(1)) expect(await count(`${table} where tenant_id = $1`, [shop.id])).toBe(1)
})

test('doctor counts what is stored for all tenants, how much of it is new, and since when', async () => {
  const shops = [await aTenant(world), await aTenant(world)]
  for (const shop of shops) for (let n = 0; n < 2; n++) await shop.call(create, {})
  await world.owner.query(
    `update customers set created_at = '2020-02-03T10:00:00Z' where id =
      (select id from customers where tenant_id = $1 limit 1)`,
    [shops[0]!.id],
  )
  const stored = await measureGrowth(world.kith)
  const all = await count('customers', [])
  const customers = stored.find(({ table }) => table === 'customers')!
  expect(customers).toMatchObject({ rows: all, lately: all - 1, oldest: '2020-02-03T10:00:00.000Z' })
  expect(customers.bytes).toBeGreaterThan(0)
  expect(stored.map(({ table }) => table)).toContain('pgboss')
  expect(stored.map(({ bytes }) => bytes)).toEqual(stored.map(({ bytes }) => bytes).sort((a, b) => b - a))
  const words = growthInWords(stored)
  expect(words).toMatch(/^customers +[\d.]+ MB +\d+ +\d+ \([\d.]+ MB\) +2020-02-03 +stays: /m)
})
