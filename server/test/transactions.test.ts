import { sql as raw } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { Shares } from '../src/db/pool.ts'
import { itself } from '../src/kit/caller.ts'
import type { Context } from '../src/kit/context.ts'
import { inOneWrite, inTenant } from '../src/kit/transaction.ts'
import { sql } from '../src/modules/accounts/login/tables.ts'
import { aTenant, aWorld, type Shop, type World } from './harness.ts'

let world: World
let shop: Shop
beforeAll(async () => {
  world = await aWorld({ KITH_POOL: '2' })
  shop = await aTenant(world)
})
afterAll(() => world.close())
beforeEach(() => world.owner.query('truncate sign_in_attempts'))

const atOnce = <T>(work: (ctx: Context) => Promise<T>) => inOneWrite(world.kith.db, itself(shop.id, 'test'), work)
const add = (ctx: Context, subject: string, count = 1) =>
  sql(ctx)
    .insertInto('sign_in_attempts')
    .values({ tenant_id: shop.id, subject: Buffer.from(subject), count, until: ctx.now })
    .returning('count')
    .executeTakeFirstOrThrow()
const counts = async () =>
  (await world.owner.query('select count from sign_in_attempts order by count')).rows.map(({ count }) => count)

test('what is sent at once is answered, and stays', async () => {
  const answers = await atOnce((ctx) => Promise.all([add(ctx, 'a', 1), add(ctx, 'b', 2)]))
  expect(answers).toEqual([{ count: 1 }, { count: 2 }])
  expect(await counts()).toEqual([1, 2])
})

test('of what is sent at once nothing stays when one fails, and the first failure is told', async () => {
  const failing = atOnce((ctx) => Promise.all([add(ctx, 'a'), add(ctx, 'a'), add(ctx, 'b')]))
  await expect(failing).rejects.toThrow(/duplicate key/)
  expect(await counts()).toEqual([])
  const unsent = atOnce(async (ctx) => {
    await Promise.all([add(ctx, 'a'), Promise.reject(new Error('before anything was sent'))])
  })
  await expect(unsent).rejects.toThrow('before anything was sent')
  expect(await counts()).toEqual([])
})

test('what is sent after an answer came is too late: it fails, and is not written without its transaction', async () => {
  const late = atOnce(async (ctx) => {
    await add(ctx, 'a', 1)
    await add(ctx, 'b', 2)
  })
  await expect(late).rejects.toThrow()
  expect(await counts()).toEqual([1])
})

test('many at once share few connections, and each is answered', async () => {
  const all = Array.from({ length: 30 }, (_, n) => atOnce((ctx) => add(ctx, `many ${n}`, n)))
  expect((await Promise.all(all)).map(({ count }) => count)).toEqual(Array.from({ length: 30 }, (_, n) => n))
  expect((await counts()).length).toBe(30)
})

test('one business that changes its segments again and again leaves named statements for the others', () => {
  const shares = new Shares(40)
  const got = (who: string) => Array.from({ length: 100 }, () => shares.take(who)).filter(Boolean).length
  expect([got('one'), got('another'), got('a third')]).toEqual([20, 10, 5])
  expect(shares.taken).toBe(35)
})

describe('when a connection breaks', () => {
  const breaks = (ctx: Context) => raw`select pg_terminate_backend(pg_backend_pid()) /* tenant_id */`.execute(sql(ctx))
  const commit = () => vi.spyOn(world.kith.db.transactions, 'commit')
  /** The commit is done, and its answer is lost. */
  const loseAnswer = () => {
    const { transactions } = world.kith.db
    const really = transactions.commit.bind(transactions)
    commit().mockImplementationOnce(async (transaction) => {
      await really(transaction)
      throw new Error('Connection terminated unexpectedly')
    })
  }
  const count = async () => (await shop.request('GET', '/api/v1/customers')).body.total as number

  test.each([{ readOnly: true }, { readOnly: false }])(
    'what was not committed is done once more: %j',
    async (options) => {
      let times = 0
      const work = async (ctx: Context) => {
        times += 1
        if (times === 1) await breaks(ctx)
        return times
      }
      expect(await inTenant(world.kith.db, itself(shop.id, 'test'), work, options)).toBe(2)
    },
  )

  test('twice is all: then it is told', async () => {
    await expect(shop.run(breaks)).rejects.toMatchObject({ name: 'DatabaseFault', kind: 'away' })
    expect((await shop.request('GET', '/api/v1/customers')).status).toBe(200)
  })

  test.each([
    ['en', /may or may not be saved/],
    ['ar', /ربما تم الحفظ وربما لم يتم/],
  ])('a write whose commit is unknown says so (%s), and is not repeated', async (language, title) => {
    const before = await count()
    loseAnswer()
    const headers = { 'accept-language': language }
    const answer = await shop.request('POST', '/api/v1/customers', {}, { headers })
    expect(answer).toMatchObject({
      status: 503,
      body: { code: 'outcome_unknown', title: expect.stringMatching(title) },
    })
    expect(answer.headers.get('retry-after')).toBe('2')
    expect(await count()).toBe(before + 1)
  })

  test('with an Idempotency-Key it is repeated, and finds what it had done', async () => {
    const before = await count()
    loseAnswer()
    const headers = { 'idempotency-key': 'lost-answer' }
    const answer = await shop.request('POST', '/api/v1/customers', {}, { headers })
    expect([answer.status, answer.headers.get('idempotent-replayed')]).toEqual([201, 'true'])
    expect(await count()).toBe(before + 1)
  })

  test('a full disk is told, also at /health/ready, until something was written again', async () => {
    const full = Object.assign(new Error('could not extend file'), { code: '53100', severity: 'ERROR' })
    commit().mockRejectedValueOnce(full)
    const refused = await shop.request('POST', '/api/v1/customers', {})
    expect(refused).toMatchObject({ status: 503, body: { code: 'disk_full' } })
    const ready = await shop.request('GET', '/health/ready')
    expect(ready).toMatchObject({ status: 503, body: { trouble: ['The disk of the database is full'] } })
    expect((await shop.request('POST', '/api/v1/customers', {})).status).toBe(201)
    const after = (await shop.request('GET', '/health/ready')).body
    expect([after.status, after.trouble]).toEqual(['ready', undefined])
  })
})
