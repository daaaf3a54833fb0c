import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { linkEntries, verifyChain } from '../src/kit/audit-chain.ts'
import { runJob } from '../src/kit/jobs.ts'
import { openLog } from '../src/kit/log.ts'
import type { Subscriber } from '../src/kit/module.ts'
import { open, seal, Unopenable } from '../src/kit/sealing.ts'
import { jobs } from '../src/main.ts'
import { change, create, get, lookup } from '../src/modules/customers/contract.ts'
import { CustomerRegistered, CustomerUpdated } from '../src/modules/customers/events.ts'
import { customers, rotateKeys } from '../src/modules/customers/index.ts'
import { deliverEvents } from '../src/modules/events/index.ts'
import { aPhone, aTenant, aWorld, eventually, olderTransactionsOver, type World } from './harness.ts'

let world: World
beforeAll(async () => {
  world = await aWorld()
})
afterAll(() => world.close())

const silent = openLog('silent')
const inner = (id: string) => id.slice(5).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')

describe('the audit chain', () => {
  async function aChain() {
    const chained = await aTenant(world)
    for (let n = 0; n < 5; n++) await chained.call(create, {})
    while (await chained.run(linkEntries));
    return chained
  }

  test('holds, and names what is not linked yet', async () => {
    const chained = await aChain()
    await chained.call(create, {})
    expect(await chained.run(verifyChain)).toEqual({ entries: 8, unsealed: 1, broken: null })
  })

  test('holds also while it is being linked on', async () => {
    const chained = await aChain()
    let going = true
    const linking = (async () => {
      for (let n = 0; n < 150; n++) {
        await chained.call(create, {})
        while (await chained.run(linkEntries));
      }
      going = false
    })()
    while (going) expect((await chained.run(verifyChain)).broken).toBeNull()
    await linking
  })

  test('that lost all of its entries is found', async () => {
    const chained = await aChain()
    await world.owner.query('delete from audit_entries where tenant_id = $1', [chained.id])
    expect((await chained.run(verifyChain)).broken).toEqual({ seq: 1, what: 'tail_removed' })
  })

  const move = (from: number, to: number) =>
    `update audit_entries set seq = ${to} where tenant_id = $1 and seq = ${from}`
  test.each([
    [
      'a changed row',
      [`update audit_entries set actor = 'mallory' where tenant_id = $1 and seq = 3`],
      { seq: 3, what: 'changed' },
    ],
    ['a removed row', ['delete from audit_entries where tenant_id = $1 and seq = 3'], { seq: 3, what: 'removed' }],
    ['a cut tail', ['delete from audit_entries where tenant_id = $1 and seq >= 6'], { seq: 6, what: 'tail_removed' }],
    [
      'two rows in another order',
      // By way of a free place: a unique index is checked row by row.
      [move(3, 40), move(4, 3), move(40, 4)],
      { seq: 3, what: 'changed' },
    ],
  ])('%s is found', async (_, damage, broken) => {
    const chained = await aChain()
    for (const statement of damage) await world.owner.query(statement, [chained.id])
    expect((await chained.run(verifyChain)).broken).toEqual(broken)
  })
})

describe('the relay', () => {
  const listener = (name: string, hear: Subscriber['hear']): Subscriber => ({
    name,
    on: [CustomerRegistered, CustomerUpdated],
    hear,
  })

  test('hands on each event once per subscriber, per customer in the order of the commits', async () => {
    const telling = await aTenant(world)
    const { body } = await telling.call(create, {})
    for (let n = 0; n < 5; n++) await telling.call(change, { customerId: body.id, notes: `n${n}` })
    const heard: string[] = []
    const subscribers = [
      listener('a', async (_, { data }) => void heard.push(String((data as { version?: number }).version ?? 1))),
    ]
    await olderTransactionsOver(world)
    await telling.run((ctx) => deliverEvents(ctx, subscribers, silent))
    await telling.run((ctx) => deliverEvents(ctx, subscribers, silent))
    expect(heard).toEqual(['1', '2', '3', '4', '5', '6'])
  })

  test('a failing subscriber holds back its customer alone, is retried, and the others do not hear twice', async () => {
    const telling = await aTenant(world)
    const [a, b] = [(await telling.call(create, {})).body, (await telling.call(create, {})).body]
    await telling.call(change, { customerId: a.id, notes: 'later' })
    const heard: string[] = []
    let broken = true
    const subscribers = [
      listener(
        'steady',
        async (_, { type, data }) => void heard.push(`${type} ${(data as { customerId: string }).customerId}`),
      ),
      listener('shaky', async (_, { data }) => {
        if (broken && (data as { customerId: string }).customerId === inner(a.id)) throw new Error('not now')
      }),
    ]
    const deliver = () => telling.run((ctx) => deliverEvents(ctx, subscribers, silent))
    await olderTransactionsOver(world)
    await deliver()
    expect(heard).toEqual([`CustomerRegistered ${inner(a.id)}`, `CustomerRegistered ${inner(b.id)}`])
    broken = false
    await deliver()
    expect(heard).toHaveLength(2)
    await world.owner.query(
      `update events set next_attempt_at = now() - interval '1 second' where tenant_id = $1 and next_attempt_at is not null`,
      [telling.id],
    )
    await deliver()
    expect(heard.slice(2)).toEqual([`CustomerUpdated ${inner(a.id)}`])
  })

  test('passes over nothing while an older transaction is open', async () => {
    const telling = await aTenant(world)
    const heard: string[] = []
    const deliver = () =>
      telling.run((ctx) => deliverEvents(ctx, [listener('a', async (_, { id }) => void heard.push(id))], silent))
    await world.owner.query('begin')
    await world.owner.query('select pg_current_xact_id()')
    await telling.call(create, {})
    await deliver()
    expect(heard).toEqual([])
    await world.owner.query('commit')
    // Other test files share the server, and their transactions count as older ones too.
    await eventually(async () => {
      await deliver()
      return heard.length === 1
    })
  })
})

describe('in the background', () => {
  test('events are delivered and audit entries linked without being asked, and every job runs', async () => {
    const living = await aWorld()
    await living.startBackground()
    const shop = await aTenant(living)
    await shop.call(create, {})
    await eventually(async () => {
      const { rows } = await living.owner.query(`select (select count(*) from events where delivered_at is null)
        + (select count(*) from audit_entries where seq is null) = 0 as done`)
      return rows[0].done
    })
    for (const job of jobs) await runJob(living.kith.db, job, silent)
    await expect(
      runJob(living.kith.db, { name: 'bad', cron: '', summary: '', run: () => Promise.reject(new Error('x')) }, silent),
    ).rejects.toThrow('failed for 1 of 1')
    await living.close()
  })
})

describe('keys', () => {
  test('rotation wraps every data key anew and everything still opens; look-up and search are not touched', async () => {
    const rotating = await aTenant(world)
    const phone = aPhone()
    const { body } = await rotating.call(create, { type: 'stub', firstName: 'Rotated', phone })
    expect(await rotateKeys(world.kith.db, rotating.id)).toEqual({ rewrapped: 1 })
    expect((await rotating.call(get, { customerId: body.id })).body).toEqual(body)
    expect((await rotating.call(lookup, { phone })).body.id).toBe(body.id)
    expect((await rotating.call(create, {})).status).toBe(201)
  })

  test('what is sealed opens with its key, in its place, unchanged, and in no other way', () => {
    const key = { id: Buffer.alloc(16, 1), secret: Buffer.alloc(32, 2) }
    fc.assert(
      fc.property(fc.uint8Array(), fc.string(), fc.nat(), (plain, place, at) => {
        const sealed = seal(key, place, Buffer.from(plain))
        expect(open(key, place, sealed).equals(Buffer.from(plain))).toBe(true)
        expect(() => open(key, `${place}x`, sealed)).toThrow(Unopenable)
        expect(() => open({ ...key, secret: Buffer.alloc(32, 3) }, place, sealed)).toThrow(Unopenable)
        const changed = Buffer.from(sealed)
        changed[at % changed.length]! ^= 1
        expect(() => open(key, place, changed)).toThrow(Unopenable)
      }),
    )
  })
})

describe('the hooks of customers', () => {
  const { personalData } = customers

  test('the export holds everything, also the contacts of before', async () => {
    const at = await aTenant(world)
    const [old, phone] = [aPhone(), aPhone()]
    const { body } = await at.call(create, { type: 'stub', firstName: 'Exported', phone: old, notes: 'everything' })
    await at.call(change, { customerId: body.id, phone })
    const held = JSON.stringify(await at.run((ctx) => personalData.export(ctx, inner(body.id))))
    for (const value of ['Exported', old, phone, 'everything', body.displayName]) expect(held).toContain(value)
  })

  test('after erasing, the key is gone, no search finds the person, and the phone is free for another', async () => {
    const at = await aTenant(world)
    const phone = aPhone()
    const { body } = await at.call(create, { type: 'stub', firstName: 'Erased', phone })
    await at.run((ctx) => personalData.erase(ctx, inner(body.id)))
    expect((await at.call(get, { customerId: body.id })).status).toBe(404)
    expect((await at.request('GET', '/api/v1/customers?q=Erased')).body.items).toEqual([])
    expect((await at.call(create, { type: 'stub', firstName: 'New', phone })).status).toBe(201)
    const { rows } = await world.owner.query('select count(*)::int as n from data_keys where customer_id = $1', [
      inner(body.id),
    ])
    expect(rows[0].n).toBe(0)
  })
})
