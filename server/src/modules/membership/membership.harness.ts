import { expect } from 'vitest'
import { aPhone, type Shop, type World } from '../../../test/harness.ts'
import { create, get } from '../customers/contract.ts'
import { usualPlans } from './catalogue/plans.ts'
import * as api from './contract.ts'
import { membership } from './index.ts'

type Speaker = Pick<Shop, 'call'>

export const inside = (id: string) =>
  id.slice(id.indexOf('_') + 1).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')

export async function aCustomer(of: Speaker, more: Record<string, unknown> = {}): Promise<string> {
  const { status, body } = await of.call(create, {
    type: 'stub',
    firstName: 'Salim',
    phone: aPhone(),
    ...more,
  } as never)
  expect(status, JSON.stringify(body)).toBe(201)
  return body.id
}

export const start = (of: Speaker, customerId: string, planId: string, more: Record<string, unknown> = {}) =>
  of.call(api.start, { customerId, planId, ...more } as never)

export async function started(of: Speaker, customerId: string, planId: string, more: Record<string, unknown> = {}) {
  const { status, body } = await start(of, customerId, planId, more)
  expect(status, JSON.stringify(body)).toBe(201)
  return body
}

export const plans = async (of: Speaker, customerId: string) => (await of.call(api.list, { customerId })).body
/** As `premium active`. */
export const inShort = async (of: Speaker, customerId: string): Promise<string[]> =>
  (await plans(of, customerId)).items.map(({ planId, status }: Record<string, string>) => `${planId} ${status}`)
export const tierOf = async (of: Speaker, customerId: string): Promise<string> =>
  (await of.call(get, { customerId })).body.tier

export const features = async (of: Speaker, customerId: string) => {
  const { body } = await of.call(api.features, { customerId })
  return Object.fromEntries(
    body.features.map(({ key, value, source, from }: Record<string, unknown>) => [
      key,
      `${value} by ${source}${from ? ` ${from}` : ''}`,
    ]),
  )
}

const named = (en: string) => ({ en, ar: 'اسم' })
/** With features of each type, and values at every level. */
export const CATALOGUE = {
  tiers: usualPlans.tiers.map((tier) =>
    tier.key === 'premium' ? { ...tier, features: { freePickup: true, discount: 10 } } : tier,
  ),
  features: [
    { key: 'freePickup', name: named('Free pick-up'), type: 'boolean' as const, default: false },
    { key: 'discount', name: named('Discount'), type: 'number' as const, default: 0 },
    {
      key: 'speed',
      name: named('Speed'),
      type: 'choice' as const,
      choices: [
        { key: 'normal', name: named('Normal') },
        { key: 'express', name: named('Express') },
      ],
      default: 'normal',
    },
    { key: 'greeting', name: named('Greeting'), type: 'text' as const, default: 'Hello' },
  ],
  plans: usualPlans.plans.map((plan) =>
    plan.key === 'premium' ? { ...plan, features: { discount: 15, speed: 'express' } } : plan,
  ),
}

export async function decideOn(of: Speaker, catalogue: object = CATALOGUE) {
  const { status, body } = await of.call(api.changePlans, catalogue as never)
  expect(status, JSON.stringify(body)).toBe(200)
}

/** Runs the background work. */
export async function byTheSchedule(world: World, { id }: Pick<Shop, 'id'>): Promise<void> {
  for (const errand of membership.errands) while (await errand.run(world.kith.db, id));
}

/** As if all times of these plans had been so long ago. */
export const age = async (world: World, customerId: string, interval: string): Promise<void> => {
  const times = ['starts_at', 'ends_at', 'next_at', 'paused_at', 'resumes_at', 'due_at']
  await world.owner.query(
    `update subscriptions set ${times.map((one) => `${one} = ${one} - $2::interval`).join(', ')} where customer_id = $1`,
    [inside(customerId), interval],
  )
}

/** The law, asked of the tables: the tier is that of the best active plan, and the best that is active is there. */
export async function expectTiers({ owner }: World, { id }: Pick<Shop, 'id'>): Promise<void> {
  const order = usualPlans.tiers.map(({ key }) => key)
  const { rows } = await owner.query(
    `select c.id, c.tier, coalesce((array_agg(s.plan order by array_position($2::text[], s.plan) desc)
              filter (where s.status = 'active'))[1], 'free') as best,
            count(*) filter (where s.status = 'active' and s.plan = 'free') as free,
            count(*) filter (where s.status = 'active') as active, count(s.id) as rows
       from customers c left join subscriptions s on s.tenant_id = c.tenant_id and s.customer_id = c.id
      where c.tenant_id = $1 and c.merged_into is null and c.status <> 'erased' group by c.id, c.tier`,
    [id, order],
  )
  const wrong = rows.filter(
    ({ tier, best, free, active, rows: count }) =>
      tier !== best || Number(free) > 1 || (Number(free) === 1 && Number(active) > 1) || (count > 0 && active === '0'),
  )
  expect(wrong).toEqual([])
}
