import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { itself } from '../src/kit/caller.ts'
import { type Context, inTenant } from '../src/kit/context.ts'
import { sql } from '../src/modules/accounts/tables.ts'
import { aTenant, aWorld, type Shop, type World } from './harness.ts'

let world: World
let shop: Shop
beforeAll(async () => {
  world = await aWorld({ KITH_POOL: '2' })
  shop = await aTenant(world)
})
afterAll(() => world.close())
beforeEach(() => world.owner.query('truncate sign_in_attempts'))

const atOnce = <T>(work: (ctx: Context) => Promise<T>) =>
  inTenant(world.kith.db, itself(shop.id, 'test'), work, { atOnce: true, mayBeLost: true })
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
