import { expect } from 'vitest'
import type { Shop, World } from '../../../test/harness.ts'
import * as api from './contract.ts'
import { segments } from './index.ts'
import type { Definitions, Rule } from './rules/grammar.ts'

export const named = (key: string) => ({ key, name: { en: key, ar: key } })
export const otherwise = named('others')

export const definitions = (
  rules: Readonly<Record<string, Rule>>,
  tags: Readonly<Record<string, Rule | null>> = {},
): Definitions => ({
  segments: Object.entries(rules).map(([key, rule]) => ({ ...named(key), rule })),
  otherwise,
  tags: Object.entries(tags).map(([key, rule]) => ({ ...named(key), rule })),
})

/** Saves segments and applies them to everyone. */
export async function decide(world: World, shop: Shop, wanted: Definitions) {
  const { status, body } = await shop.call(api.decide, wanted as never)
  expect(status, JSON.stringify(body)).toBe(200)
  await byTheClock(world, shop)
}

export async function byTheClock(world: World, shop: Pick<Shop, 'id'>): Promise<void> {
  for (const { run } of segments.errands) while (await run(world.kith.db, shop.id));
}

export const segmentsOf = async (shop: Pick<Shop, 'call'>, customerId: string) =>
  (await shop.call(api.ofOne, { customerId })).body

/** The segment and the tags alone. */
export async function placeOf(shop: Pick<Shop, 'call'>, customerId: string) {
  const { segment, tags } = await segmentsOf(shop, customerId)
  return [segment?.key ?? null, ...tags.map(({ key }: { key: string }) => key).sort()]
}

export const inside = (id: string) => id.slice(5).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')

/** As if it had happened so many days ago. */
export async function daysPass(world: World, shop: Pick<Shop, 'id'>, days: number): Promise<void> {
  const back = `- $2 * interval '1 day'`
  await world.owner.query(`update loyalty_orders set at = at ${back} where tenant_id = $1`, [shop.id, days])
  await world.owner.query(`update segment_members set due_at = due_at ${back} where tenant_id = $1`, [shop.id, days])
}
