import { z } from 'zod'
import { text } from '../../../kit/text.ts'
import { REPEATED_KEY } from '../problems.ts'
import { Names } from './features.ts'
import { CatalogueKey, repeated } from './plans.ts'

const RULES = ['orders', 'years', 'birthday', 'loyalty_tier'] as const

export const FlairRule = z.discriminatedUnion('on', [
  z.strictObject({ on: z.literal('orders'), count: z.int().min(1).max(1_000_000) }),
  z.strictObject({ on: z.literal('years'), count: z.int().min(1).max(100) }),
  z.strictObject({ on: z.literal('birthday') }),
  z.strictObject({ on: z.literal('loyalty_tier'), tier: text(40).meta({ example: 'gold' }) }),
])
export type FlairRule = z.output<typeof FlairRule>

export const Flair = z.strictObject({
  key: CatalogueKey,
  name: Names,
  description: z
    .strictObject({ en: text(300), ar: text(300) })
    .nullable()
    .default(null),
  icon: text(16).meta({ description: 'One character, such as an emoji', example: '★' }),
  category: text(40).nullable().default(null),
  rule: FlairRule.nullable().default(null).meta({ description: 'Null: only people give it' }),
  offered: z.boolean().default(true).meta({ description: 'False: customers keep it, and others do not get it' }),
})
export type Flair = z.output<typeof Flair>

export const FlairCatalogue = z.strictObject({ flairs: z.array(Flair).max(100) }).superRefine(({ flairs }, ctx) => {
  for (const at of repeated(flairs))
    ctx.addIssue({ code: 'custom', path: ['flairs', at, 'key'], params: { code: REPEATED_KEY } })
})
export type FlairCatalogue = z.output<typeof FlairCatalogue>

const usual = (key: string, icon: string, category: string, en: string, ar: string, rule: FlairRule): Flair => ({
  key,
  name: { en, ar },
  description: null,
  icon,
  category,
  rule,
  offered: true,
})

export const usualFlairs: FlairCatalogue = {
  flairs: [
    usual('first-order', '1', 'orders', 'First order', 'أول طلب', { on: 'orders', count: 1 }),
    usual('tenth-order', '10', 'orders', 'Tenth order', 'الطلب العاشر', { on: 'orders', count: 10 }),
    usual('one-year', '✦', 'time', 'One year with us', 'سنة معنا', { on: 'years', count: 1 }),
    usual('birthday', '❀', 'time', 'First birthday with us', 'أول عيد ميلاد معنا', { on: 'birthday' }),
    usual('gold', '★', 'loyalty', 'Gold', 'ذهبي', { on: 'loyalty_tier', tier: 'gold' }),
  ],
}

/** How a rule is named where it gave a flair. */
export const ruleName = (rule: FlairRule): string =>
  rule.on === 'orders' || rule.on === 'years'
    ? `${rule.on}:${rule.count}`
    : rule.on === 'loyalty_tier'
      ? `${rule.on}:${rule.tier}`
      : rule.on
