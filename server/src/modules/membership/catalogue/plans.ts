import { z } from 'zod'
import type { FieldProblem } from '../../../kit/field-problem.ts'
import { NAME_FORM } from '../../../kit/problems.ts'
import { form, text } from '../../../kit/text.ts'
import { TIERS } from '../../customers/contract.ts'
import { ALL_TIERS, CHOICES_MISSING, FEATURE_UNKNOWN, FEATURE_VALUE, FREE_PLAN, REPEATED_KEY } from '../problems.ts'
import { Feature, fits, Names, Said } from './features.ts'

export const CYCLES = ['monthly', 'yearly', 'lifetime'] as const
export type Cycle = (typeof CYCLES)[number]
export type Tier = (typeof TIERS)[number]
/** The plan that a customer has without any other. */
export const FREE = 'free'

export const CatalogueKey = form(/^[a-z0-9](?:-?[a-z0-9]){0,39}$/, NAME_FORM).meta({ example: 'premium' })
export const AnchorDay = z.int().min(1).max(31).nullable()

const Plan = z.strictObject({
  key: CatalogueKey,
  name: Names,
  description: z
    .strictObject({ en: text(300), ar: text(300) })
    .nullable()
    .default(null),
  tier: z.enum(TIERS),
  cycle: z.enum(CYCLES),
  anchorDay: AnchorDay.default(null).meta({
    description: 'The day of the month on which periods begin, in a shorter month its last; null: that of the start',
  }),
  features: Said.default({}),
  offered: z.boolean().default(true).meta({ description: 'False: customers keep it, and others do not get it' }),
})
export type Plan = z.output<typeof Plan>

const fields = {
  tiers: z
    .array(z.strictObject({ key: z.enum(TIERS), name: Names, features: Said.default({}) }))
    .length(TIERS.length)
    .meta({ description: 'From the lowest up: this order alone decides which of several plans is the best' }),
  features: z.array(Feature).max(100),
  plans: z.array(Plan).min(1).max(100),
} as const

export const PlanCatalogue = z.strictObject(fields).superRefine(({ tiers, features, plans }, ctx) => {
  const unfit = (code: FieldProblem, ...path: (string | number)[]) =>
    ctx.addIssue({ code: 'custom', path, params: { code } })
  const unfitSaid = (said: Said, ...path: (string | number)[]) => {
    for (const [key, value] of Object.entries(said)) {
      const feature = features.find((one) => one.key === key)
      if (!feature) unfit(FEATURE_UNKNOWN, ...path, key)
      else if (!fits(feature, value)) unfit(FEATURE_VALUE, ...path, key)
    }
  }
  if (new Set(tiers.map(({ key }) => key)).size < TIERS.length || tiers[0]?.key !== 'free') unfit(ALL_TIERS, 'tiers')
  for (const at of repeated(features)) unfit(REPEATED_KEY, 'features', at, 'key')
  for (const at of repeated(plans)) unfit(REPEATED_KEY, 'plans', at, 'key')
  for (const [at, feature] of features.entries()) {
    if (feature.type === 'choice' && feature.choices.length < 2) unfit(CHOICES_MISSING, 'features', at, 'choices')
    for (const choice of repeated(feature.choices)) unfit(REPEATED_KEY, 'features', at, 'choices', choice, 'key')
    if (!fits(feature, feature.default)) unfit(FEATURE_VALUE, 'features', at, 'default')
  }
  for (const [at, tier] of tiers.entries()) unfitSaid(tier.features, 'tiers', at, 'features')
  for (const [at, plan] of plans.entries()) unfitSaid(plan.features, 'plans', at, 'features')
  const free = plans.find(({ key }) => key === FREE)
  if (free?.tier !== 'free' || !free.offered) unfit(FREE_PLAN, 'plans')
})
export type PlanCatalogue = z.output<typeof PlanCatalogue>

/** The places of those with a key that stood before. */
export const repeated = (all: readonly { readonly key: string }[]): number[] =>
  all.flatMap(({ key }, at) => (all.findIndex((one) => one.key === key) < at ? [at] : []))

const USUAL_NAMES: Readonly<Record<Tier, z.output<typeof Names>>> = {
  free: { en: 'Free', ar: 'مجانية' },
  basic: { en: 'Basic', ar: 'أساسية' },
  premium: { en: 'Premium', ar: 'مميزة' },
  enterprise: { en: 'Enterprise', ar: 'للشركات' },
}

/** Before a tenant decides anything: a plan for each tier, which gives nothing yet. */
export const usualPlans: PlanCatalogue = {
  tiers: TIERS.map((key) => ({ key, name: USUAL_NAMES[key], features: {} })),
  features: [],
  plans: TIERS.map((key) => ({
    key,
    name: USUAL_NAMES[key],
    description: null,
    tier: key,
    cycle: 'monthly' as const,
    anchorDay: null,
    features: {},
    offered: true,
  })),
}

export const planNamed = ({ plans }: PlanCatalogue, key: string): Plan | undefined =>
  plans.find((one) => one.key === key)

export const rankOf = ({ tiers }: PlanCatalogue, tier: Tier): number => tiers.findIndex(({ key }) => key === tier)

/** The best first. A plan that the catalogue does not know counts as free. */
export function bestFirst(catalogue: PlanCatalogue, plans: readonly string[]): Plan[] {
  const known = plans.map((key) => planNamed(catalogue, key) ?? planNamed(catalogue, FREE)!)
  return known.sort((one, other) => rankOf(catalogue, other.tier) - rankOf(catalogue, one.tier))
}

/** The rule: the tier of the best of the active plans, and free without any. */
export const tierOf = (catalogue: PlanCatalogue, active: readonly string[]): Tier =>
  bestFirst(catalogue, active)[0]?.tier ?? 'free'
