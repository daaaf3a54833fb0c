import fc from 'fast-check'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runJob } from '../src/kit/jobs.ts'
import { openLog } from '../src/kit/log.ts'
import type { Subscriber } from '../src/kit/module.ts'
import { jobs } from '../src/main.ts'
import { change, create } from '../src/modules/customers/contract.ts'
import { CustomerRegistered, CustomerUpdated } from '../src/modules/customers/events.ts'
import { deliverEvents, hearAgain, readEvents, rewind } from '../src/modules/events/index.ts'
import { webhookSubscriber } from '../src/modules/webhooks/deliveries/hear.ts'
import { aWebhook } from '../src/modules/webhooks/webhooks.harness.ts'
import { modules } from '../src/modules.ts'
import { backUp } from './backup.ts'
import { aTenant, aWorld, type Shop, type World } from './harness.ts'

let world: World
beforeAll(async () => {
  world = await aWorld()
})
afterAll(() => world.close())

const silent = openLog('silent')
const inner = (id: string) => id.slice(5).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
const BOTH = [CustomerRegistered, CustomerUpdated]
const listener = (name: string, hear: Subscriber['hear'], more: Partial<Subscriber> = {}): Subscriber => ({
  name,
  on: BOTH,
  from: 'start',
  again: 'nothing more',
  hear,
  ...more,
})
/** A subscriber that notes what it hears, such as `Registered`, `2`, `3`: the versions of a customer. */
function noting(name: string, more: Partial<Subscriber> = {}) {
  const heard: { customerId: string; version: number }[] = []
  const note: Subscriber['hear'] = async (_, { data }) => {
    const { customerId, version = 1 } = data as { customerId: string; version?: number }
    heard.push({ customerId, version })
  }
  const versions = (id: string) => heard.filter((one) => one.customerId === inner(id)).map(({ version }) => version)
  return { subscriber: listener(name, note, more), heard, versions }
}
async function aClient() {
  const { host, port, database = '' } = world.owner
  const client = new pg.Client({ host, port, database, user: 'postgres' })
  await client.connect()
  return client
}
const deliver = (at: Shop, ...subscribers: Subscriber[]) => at.run((ctx) => deliverEvents(ctx, subscribers, silent))
const dueNow = (at: Shop) =>
  world.owner.query(
    `update event_holds set next_attempt_at = now() - interval '1 second' where tenant_id = $1 and next_attempt_at is not null`,
    [at.id],
  )
const positions = async (at: Shop) =>
  Object.fromEntries(
    (
      await world.owner.query('select subscriber, position::int from event_subscribers where tenant_id = $1', [at.id])
    ).rows.map(({ subscriber, position }) => [subscriber, position]),
  )

describe('the relay', () => {
  test('reads a page whole, whether its places lie in many small batches or in a few large ones', async () => {
    const at = await aTenant(world)
    const ids = (count: number) => `(select array_agg(uuidv7()) from generate_series(1, ${count}))`
    const insert = `insert into event_batches (tenant_id, position, ids, newest) select $1, 100 + place`
    await world.owner.query(`${insert}, ${ids(1)}, now() from generate_series(1, 300) as place`, [at.id])
    await world.owner.query(`${insert}, ${ids(500)}, now() from unnest(array[800, 1300]) as place`, [at.id])
    const pages = []
    for (let [after, more] = [0, true]; more; ) {
      const page = await at.run((ctx) => readEvents(ctx, after, null))
      pages.push(page.through)
      ;({ through: after, more } = page)
    }
    expect(pages).toEqual([300, 500, 700, 900, 1100, 1300, 1400])
  })

  test('hands on each event once per subscriber, per customer in the order of the commits, and writes no event anew', async () => {
    const [shop, neighbour] = [await aTenant(world), await aTenant(world)]
    const { body } = await shop.call(create, {})
    await neighbour.call(create, {})
    for (let n = 0; n < 5; n++) await shop.call(change, { customerId: body.id, notes: `n${n}` })
    const before = await world.owner.query('select ctid, xmin, id from events where tenant_id = $1 order by id', [
      shop.id,
    ])
    const { subscriber, heard } = noting('a')
    await deliver(shop, subscriber)
    await deliver(shop, subscriber)
    expect(heard).toEqual([1, 2, 3, 4, 5, 6].map((version) => ({ customerId: inner(body.id), version })))
    const after = await world.owner.query('select ctid, xmin, id from events where tenant_id = $1 order by id', [
      shop.id,
    ])
    expect(after.rows).toEqual(before.rows)
    expect(await positions(neighbour)).toEqual({})
  })

  test('a failing subscriber holds back its customer alone, is retried, and the others do not hear twice', async () => {
    const shop = await aTenant(world)
    const [a, b] = [(await shop.call(create, {})).body, (await shop.call(create, {})).body]
    await shop.call(change, { customerId: a.id, notes: 'later' })
    const [steady, shaky] = [noting('steady'), noting('shaky')]
    let broken = true
    const failing = listener('shaky', async (ctx, event) => {
      if (broken && (event.data as { customerId: string }).customerId === inner(a.id)) throw new Error('not now')
      await shaky.subscriber.hear(ctx, event)
    })
    const round = () => deliver(shop, steady.subscriber, failing)
    await round()
    expect([steady.versions(a.id), steady.versions(b.id)]).toEqual([[1, 2], [1]])
    expect([shaky.versions(a.id), shaky.versions(b.id)]).toEqual([[], [1]])
    broken = false
    await shop.call(change, { customerId: a.id, notes: 'later still' })
    await shop.call(change, { customerId: b.id, notes: 'too' })
    await round()
    // Before its time is there nothing of that customer is tried again.
    expect([shaky.versions(a.id), shaky.versions(b.id)]).toEqual([[], [1, 2]])
    await dueNow(shop)
    await round()
    expect(shaky.versions(a.id)).toEqual([1, 2, 3])
    expect(steady.heard).toHaveLength(5)
    expect((await world.owner.query('select from event_holds where tenant_id = $1', [shop.id])).rowCount).toBe(0)
  })

  test('an event that is never taken is given up after twelve tries, and the later ones go on', async () => {
    const shop = await aTenant(world)
    const { body } = await shop.call(create, {})
    await shop.call(change, { customerId: body.id, notes: 'later' })
    const good = noting('picky')
    let tries = 0
    const picky = listener('picky', async (ctx, event) => {
      if (event.type === CustomerRegistered.type) throw new Error(`no ${tries++}`)
      await good.subscriber.hear(ctx, event)
    })
    for (let round = 0; round < 14; round++) {
      await deliver(shop, picky)
      await dueNow(shop)
    }
    expect([tries, good.versions(body.id)]).toEqual([12, [2]])
    const { rows } = await world.owner.query('select attempts, parked_at from event_holds where tenant_id = $1', [
      shop.id,
    ])
    expect(rows).toEqual([{ attempts: 12, parked_at: expect.any(Date) }])
  })

  test('passes over nothing of a transaction that is open for long, and does not wait for it', async () => {
    const shop = await aTenant(world)
    const { subscriber, heard } = noting('a')
    const slow = await aClient()
    await slow.query('begin')
    await slow.query(
      `insert into events (tenant_id, id, type, data, actor)
         values ($1, gen_random_uuid(), 'CustomerRegistered', '{"customerId":"slow"}', 'test')`,
      [shop.id],
    )
    for (let n = 0; n < 3; n++) {
      await shop.call(create, {})
      await deliver(shop, subscriber)
    }
    expect(heard).toHaveLength(3)
    await slow.query('commit')
    await slow.end()
    await deliver(shop, subscriber)
    expect(heard.map(({ customerId }) => customerId).at(-1)).toBe('slow')
    expect(heard).toHaveLength(4)
    await deliver(shop, subscriber)
    expect(heard).toHaveLength(4)
  })

  test('passes over nothing of a transaction that is open for long while no other one ends', async () => {
    const shop = await aTenant(world)
    const { subscriber, heard } = noting('a')
    await shop.call(create, {})
    const slow = await aClient()
    await slow.query('begin')
    await slow.query(
      `insert into events (tenant_id, id, at, type, data, actor)
         values ($1, gen_random_uuid(), clock_timestamp() - interval '5 seconds', 'CustomerRegistered', '{"customerId":"slow"}', 'test')`,
      [shop.id],
    )
    for (let n = 0; n < 3; n++) await deliver(shop, subscriber)
    await slow.query('commit')
    await slow.end()
    await deliver(shop, subscriber)
    expect(heard.map(({ customerId }) => customerId).at(-1)).toBe('slow')
  })

  test('finds what a clock that was set back, or the clock of another server, had hidden', async () => {
    const shop = await aTenant(world)
    const { subscriber, heard } = noting('a')
    const late = (ago: string) =>
      world.owner.query(
        `insert into events (tenant_id, id, at, type, data, actor)
           values ($1, gen_random_uuid(), clock_timestamp() - $2::interval, 'CustomerRegistered', '{"customerId":"late"}', 'test')`,
        [shop.id, ago],
      )
    const marked = (set: string) =>
      world.owner.query(`update event_lanes set low = clock_timestamp(), ${set} where tenant_id = $1`, [shop.id])
    await shop.call(create, {})
    await deliver(shop, subscriber)
    await marked('mark_at = clock_timestamp()')
    await late('1 hour')
    await deliver(shop, subscriber)
    expect(heard).toHaveLength(1)
    // As after a failover to a server with a clock that is behind.
    await marked(`mark_server = '2020-01-01'`)
    await deliver(shop, subscriber)
    expect(heard).toHaveLength(2)
    // Also what is committed between this round and the next.
    await late('2 hours')
    await deliver(shop, subscriber)
    expect(heard).toHaveLength(3)
    await marked(`mark_at = clock_timestamp() + interval '1 minute'`)
    await late('3 hours')
    await deliver(shop, subscriber)
    expect(heard).toHaveLength(4)
    await marked('mark_at = clock_timestamp()')
    await late('3 days')
    await runJob(world.kith.db, jobs.find(({ name }) => name === 'forget-delivered-events')!, silent)
    await deliver(shop, subscriber)
    expect(heard).toHaveLength(5)
  })

  test('what a subscriber wrote is committed with its position, or neither is', async () => {
    const shop = await aTenant(world)
    await shop.call(create, {})
    let dies = true
    const writing = listener('writing', async (ctx) => {
      ctx.audit({ action: 'heard', customer: null, fields: [] })
    })
    const dying = listener('dying', async () => {})
    const round = () =>
      shop.run(async (ctx) => {
        await deliverEvents(ctx, [writing, dying], silent)
        if (dies) throw new Error('kill -9')
      })
    await expect(round()).rejects.toThrow('kill -9')
    expect(await positions(shop)).toEqual({})
    dies = false
    await round()
    await round()
    const { rows } = await world.owner.query(
      `select count(*)::int as n from audit_entries where tenant_id = $1 and action = 'heard'`,
      [shop.id],
    )
    expect([rows[0].n, await positions(shop)]).toEqual([1, { writing: 1, dying: 1 }])
  })

  test('what is held back for a subscriber that is gone keeps its event for 90 days, and not for ever', async () => {
    const shop = await aTenant(world)
    await shop.call(create, {})
    const failing = listener('failing', () => Promise.reject(new Error('It is away')))
    await deliver(shop, failing)
    const age = (change: string) => world.owner.query(`update ${change} where tenant_id = $1`, [shop.id])
    const forget = () => runJob(world.kith.db, jobs.find(({ name }) => name === 'forget-delivered-events')!, silent)
    const kept = async () => {
      const { rows } = await world.owner.query(
        `select (select count(*)::int from events where tenant_id = $1) as events,
                (select count(*)::int from event_holds where tenant_id = $1) as holds`,
        [shop.id],
      )
      return rows[0]
    }
    await age(`event_batches set at = now() - interval '91 days'`)
    await age(`event_holds set held_at = now() - interval '91 days'`)
    await forget()
    expect(await kept()).toEqual({ events: 1, holds: 1 })
    await age(`event_subscribers set moved_at = now() - interval '91 days'`)
    await forget()
    expect(await kept()).toEqual({ events: 0, holds: 0 })
  })

  test('a new subscriber begins where it declares: with what is kept, or with what comes', async () => {
    const shop = await aTenant(world)
    const { body } = await shop.call(create, {})
    const first = noting('first')
    await deliver(shop, first.subscriber)
    const [old, young] = [noting('old'), noting('young', { from: 'now' })]
    const all = [first, old, young].map(({ subscriber }) => subscriber)
    await deliver(shop, ...all)
    await shop.call(change, { customerId: body.id, notes: 'new' })
    await deliver(shop, ...all)
    expect([first, old, young].map(({ versions }) => versions(body.id))).toEqual([[1, 2], [1, 2], [2]])
  })

  test('a subscriber that was set back hears again, by time or by type, in order and alone', async () => {
    const [shop, neighbour] = [await aTenant(world), await aTenant(world)]
    const [one, other] = [noting('one'), noting('other')]
    const round = (at = shop) => deliver(at, one.subscriber, other.subscriber)
    const { body: early } = await shop.call(create, {})
    await round()
    const since = new Date((await world.owner.query('select clock_timestamp() as now')).rows[0].now.getTime() + 1)
    await new Promise((resolve) => setTimeout(resolve, 2))
    const { body: late } = await shop.call(create, {})
    await shop.call(change, { customerId: late.id, notes: 'x' })
    await neighbour.call(create, {})
    await round()
    await round(neighbour)
    one.heard.length = other.heard.length = 0
    await shop.run((ctx) => hearAgain(ctx, 'one', { since }))
    await round()
    expect([one.versions(early.id), one.versions(late.id), other.heard]).toEqual([[], [1, 2], []])
    one.heard.length = 0
    await shop.run((ctx) => hearAgain(ctx, 'one', { since: new Date(0), types: [CustomerUpdated.type] }))
    await shop.call(change, { customerId: late.id, notes: 'y' })
    await round()
    expect([one.versions(early.id), one.versions(late.id), other.versions(late.id)]).toEqual([[], [2, 3], [3]])
    await round(neighbour)
    expect(one.heard).toHaveLength(2)
  })
})

describe('a subscriber of Kith itself', () => {
  test('that is set back does nothing twice: webhooks get what they were never given, and are given nothing again', async () => {
    const [shop, neighbour] = [await aTenant(world), await aTenant(world)]
    const round = (at: Shop) => deliver(at, webhookSubscriber)
    const noted = async (at: Shop) =>
      (
        await world.owner.query(
          'select endpoint_id, event_id, status, attempts, due_at from webhook_deliveries where tenant_id = $1 order by position',
          [at.id],
        )
      ).rows
    const WANTED = { types: BOTH.map(({ type }) => type) }
    const early = await aWebhook(shop, 'https://example.com/early', WANTED)
    const { body } = await shop.call(create, {})
    await shop.call(change, { customerId: body.id, notes: 'x' })
    await neighbour.call(create, {})
    for (const at of [shop, neighbour]) await round(at)
    await world.owner.query(
      `update webhook_deliveries set status = 'delivered', due_at = null, finished_at = now() where tenant_id = $1`,
      [shop.id],
    )
    const before = await noted(shop)
    expect(before.map(({ endpoint_id }) => endpoint_id)).toEqual([early.id, early.id])
    for (const types of [undefined, [CustomerRegistered.type, CustomerUpdated.type]]) {
      await shop.run((ctx) => rewind(ctx, webhookSubscriber, { since: new Date(0), ...(types && { types }) }))
      await round(shop)
      expect(await noted(shop)).toEqual(before)
    }
    const late = await aWebhook(shop, 'https://example.com/late', WANTED)
    await aWebhook(neighbour, 'https://example.com/neighbour', WANTED)
    await shop.run((ctx) => rewind(ctx, webhookSubscriber, { since: new Date(0), types: [CustomerUpdated.type] }))
    for (const at of [shop, neighbour]) await round(at)
    const added = (await noted(shop)).filter(({ endpoint_id }) => endpoint_id === late.id)
    expect(added.map(({ event_id }) => event_id)).toEqual([before[1].event_id])
    expect(await noted(neighbour)).toEqual([])
    const { rows } = await world.owner.query(
      `select from audit_entries where tenant_id = $1 and action = 'subscriber.rewound'`,
      [shop.id],
    )
    expect(rows).toHaveLength(3)
  })

  test('is not set back where something would come of it twice', async () => {
    const shop = await aTenant(world)
    const doubles = modules.flatMap((module) => module.subscribers).filter(({ again }) => again !== 'nothing more')
    expect(doubles.map(({ name }) => name)).toEqual(['tell-officers-of-deadlines'])
    const back = shop.run((ctx) => rewind(ctx, doubles[0]!, { since: new Date(0) }))
    await expect(back).rejects.toThrow(
      'tell-officers-of-deadlines is not set back: privacy officers would get the same e-mails a second time',
    )
  })
})

type Step = 'write' | 'slow' | 'end' | 'relay' | 'kill' | 'other cluster'
const steps = fc.array(
  fc.record({
    step: fc.constantFrom<Step[]>('write', 'write', 'write', 'slow', 'end', 'relay', 'relay', 'kill', 'other cluster'),
    customer: fc.nat(2),
    fails: fc.boolean(),
  }),
  { minLength: 10, maxLength: 30 },
)

/** As another cluster would have it: numbers of transactions that say nothing here, of a server with another clock. */
const otherCluster = (at: Shop, young: boolean) =>
  world.owner.query(
    `update event_lanes set mark_xid = $2::text::xid8, mark_server = '2020-01-01', mark_at = mark_at + interval '1 hour' where tenant_id = $1`,
    [at.id, young ? '3' : '9000000000000'],
  )

test('however writers, failures, deaths and restores fall together, each subscriber hears each event in the order of its customer', async () => {
  await fc.assert(
    fc.asyncProperty(steps, fc.boolean(), async (todo, young) => {
      const [shop, neighbour] = [await aTenant(world), await aTenant(world)]
      await neighbour.call(create, {})
      const writers: pg.Client[] = []
      const heard = { steady: [] as string[], shaky: [] as string[] }
      let fails = false
      const collect = (name: 'steady' | 'shaky', mayFail: boolean) =>
        listener(name, async (_, { data }) => {
          if (mayFail && fails && Math.random() < 0.4) throw new Error('now and then')
          const { customerId, version } = data as { customerId: string; version: number }
          heard[name].push(`${customerId} ${version}`)
        })
      const subscribers = [collect('steady', false), collect('shaky', true)]
      const round = () => deliver(shop, ...subscribers)
      /** A transaction that locks its customer, as each does, and takes its time then; it ends now or later. */
      const write = async (customer: number) => {
        const client = await aClient()
        await client.query('begin')
        const { rows } = await client.query('select pg_try_advisory_xact_lock(hashtext($1), $2) as mine', [
          shop.id,
          customer,
        ])
        if (rows[0].mine) {
          const version = (written.get(customer) ?? 0) + 1
          written.set(customer, version)
          await client.query(
            `insert into events (tenant_id, id, type, customer_id, data, actor)
               values ($1, gen_random_uuid(), 'CustomerUpdated', $2, $3, 'test')`,
            [shop.id, `00000000-0000-7000-8000-00000000000${customer}`, { customerId: String(customer), version }],
          )
        }
        return client
      }
      const written = new Map<number, number>()
      const end = async (client: pg.Client | undefined) => {
        await client?.query('commit')
        await client?.end()
      }
      for (const { step, customer, fails: failing } of todo) {
        fails = failing
        if (step === 'write') await end(await write(customer))
        else if (step === 'slow') writers.push(await write(customer))
        else if (step === 'end') await end(writers.shift())
        else if (step === 'relay') await round().then(() => dueNow(shop))
        else if (step === 'other cluster') await otherCluster(shop, young)
        else {
          const before = { steady: [...heard.steady], shaky: [...heard.shaky] }
          const killed = shop.run(async (ctx) => {
            await deliverEvents(ctx, subscribers, silent)
            throw new Error('kill -9')
          })
          await expect(killed).rejects.toThrow('kill -9')
          Object.assign(heard, before)
        }
      }
      for (const writer of writers) await end(writer)
      fails = false
      for (let n = 0; n < 4; n++) await round().then(() => dueNow(shop))
      for (const customer of [0, 1, 2]) {
        const all = Array.from({ length: written.get(customer) ?? 0 }, (_, n) => `${customer} ${n + 1}`)
        for (const list of Object.values(heard))
          expect(list.filter((one) => one.startsWith(`${customer} `))).toEqual(all)
      }
      expect(await positions(neighbour)).toEqual({})
    }),
    { numRuns: 25 },
  )
})

test('a backup that was put back goes on from its own positions, and nothing that it holds is lost', async () => {
  const own = await aWorld()
  const shop = await aTenant(own)
  const { body } = await shop.call(create, {})
  const { subscriber, versions } = noting('a')
  const round = () => shop.run((ctx) => deliverEvents(ctx, [subscriber], silent))
  await round()
  await shop.call(change, { customerId: body.id, notes: 'not delivered at the backup' })
  const restore = await backUp(own)
  await round()
  await shop.call(change, { customerId: body.id, notes: 'after the backup' })
  await round()
  expect(versions(body.id)).toEqual([1, 2, 3])
  await restore()
  await shop.call(change, { customerId: body.id, notes: 'after the restore' })
  await round()
  await round()
  expect(versions(body.id)).toEqual([1, 2, 3, 2, 3])
  await own.close()
})
