import { afterAll, beforeAll, expect, test } from 'vitest'
import { aTenant, aWorld, type World } from '../../../test/harness.ts'
import { linkEntries } from '../../kit/audit-chain.ts'
import { verifyChain } from '../../kit/audit-verify.ts'
import { customers } from '../customers/index.ts'
import { aCustomer, decide, inner, publish } from './consent.harness.ts'
import { compareDecisions, consent } from './index.ts'

let world: World
beforeAll(async () => {
  world = await aWorld()
})
afterAll(() => world.close())

async function aShop() {
  const shop = await aTenant(world)
  await publish(shop, 'marketing.sms')
  const [stays, goes] = [await aCustomer(shop), await aCustomer(shop)]
  for (const customerId of [stays, goes]) await decide(shop, customerId, 'marketing.sms', 'granted')
  await decide(shop, stays, 'marketing.sms', 'withdrawn')
  await shop.run(async (ctx) => {
    for (const { personalData } of [consent, customers]) await personalData.erase(ctx, inner(goes))
  })
  while (await shop.run(linkEntries));
  return { shop, stays: inner(stays), goes: inner(goes) }
}

test('each decision is in the chain: also that which an erasure made, and those of a person whose key is gone', async () => {
  const { shop } = await aShop()
  expect(await shop.run(compareDecisions)).toEqual({ changed: 0, missing: 0 })
  const { rows } = await world.owner.query(
    `select count(*)::int as n, count(digest)::int as digests from audit_entries where tenant_id = $1 and action like 'consent.%'`,
    [shop.id],
  )
  expect(rows).toEqual([{ n: 4, digests: 4 }])
})

test.each([
  [
    'a decision that was turned',
    `update consent_events set decision = 'granted' where decision = 'withdrawn' and customer_id = $1`,
    'stays',
  ],
  [
    'a time that was moved',
    `update consent_events set decided_at = decided_at - interval '1 day' where decision = 'granted' and customer_id = $1`,
    'stays',
  ],
  [
    'a decision of an erased person',
    `update consent_events set decision = 'withdrawn' where decision = 'granted' and customer_id = $1`,
    'goes',
  ],
  [
    'what is sealed of an erased person',
    `update consent_events set sealed = null where decision = 'granted' and customer_id = $1`,
    'goes',
  ],
] as const)('%s is noticed, and the neighbour is not concerned', async (_, damage, whose) => {
  const [{ shop, ...people }, { shop: neighbour }] = [await aShop(), await aShop()]
  expect((await world.owner.query(damage, [people[whose]])).rowCount).toBe(1)
  expect(await shop.run(compareDecisions)).toEqual({ changed: 1, missing: 0 })
  expect(await neighbour.run(compareDecisions)).toEqual({ changed: 0, missing: 0 })
})

test('a decision that was removed, or made up, is noticed', async () => {
  const { shop, stays } = await aShop()
  await world.owner.query(`delete from consent_events where customer_id = $1 and decision = 'withdrawn'`, [stays])
  expect(await shop.run(compareDecisions)).toEqual({ changed: 0, missing: 1 })
  await world.owner.query(
    `insert into consent_events select tenant_id, gen_random_uuid(), customer_id, document_id, version_id, locale, decision, source,
       actor, decided_at, recorded_at + interval '1 hour', sealed from consent_events where customer_id = $1 limit 1`,
    [stays],
  )
  expect(await shop.run(compareDecisions)).toEqual({ changed: 1, missing: 0 })
})

test.each([
  ['the row of a business that released nothing', `null, '\\x${'00'.repeat(32)}', 0, 0`],
  ['a checkpoint', `now(), '\\x01', 1, 1`],
])('a decision that was made up is noticed also behind a time that was put into %s', async (_, values) => {
  const { shop, stays } = await aShop()
  await world.owner.query(
    `insert into audit_checkpoints (tenant_id, newest, at, hash, seq, position) values ($1, '2100-01-01', ${values})`,
    [shop.id],
  )
  await world.owner.query(
    `insert into consent_events select tenant_id, gen_random_uuid(), customer_id, document_id, version_id, locale, decision, source,
       actor, decided_at, recorded_at + interval '1 hour', sealed from consent_events where customer_id = $1 limit 1`,
    [stays],
  )
  expect(await shop.run(compareDecisions)).toEqual({ changed: 1, missing: 0 })
  expect((await shop.run(verifyChain)).broken).toMatchObject({ what: 'checkpoint_changed' })
})

test('an entry whose digest was changed to fit a changed decision breaks the chain', async () => {
  const { shop, stays } = await aShop()
  await world.owner.query(
    `update audit_entries set digest = '\\x00' where customer_id = $1 and action = 'consent.withdrawn'`,
    [stays],
  )
  expect((await shop.run(verifyChain)).broken).toMatchObject({ what: 'changed' })
})
