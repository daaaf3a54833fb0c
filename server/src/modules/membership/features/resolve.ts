import { type Feature, fits, Value } from '../catalogue/features.ts'
import { bestFirst, type PlanCatalogue, type Tier } from '../catalogue/plans.ts'
import type { ResolvedFeature } from '../shapes.ts'

type Found = Pick<ResolvedFeature, 'value' | 'source' | 'from'>

/**
 * Each feature, and where its value is from: what the customer’s own `features` say, else the best active plan that says
 * anything, else the tier, else the default. A value of another type than the feature’s says nothing.
 */
export function resolve(
  catalogue: PlanCatalogue,
  active: readonly string[],
  own: Readonly<Record<string, unknown>>,
): ResolvedFeature[] {
  const plans = bestFirst(catalogue, active)
  const tier = plans[0]?.tier ?? 'free'
  const declared = catalogue.features.map((feature) => {
    const { key, name, type, choices } = feature
    const found = overrideOf(feature, own) ?? saidOf(catalogue, feature, plans, tier)
    return { key, name, type, valueName: choices.find((one) => one.key === found.value)?.name ?? null, ...found }
  })
  return [...declared, ...undeclared(catalogue, own)]
}

function overrideOf(feature: Feature, own: Readonly<Record<string, unknown>>): Found | null {
  const value = own[feature.key]
  return fits(feature, value) ? { value, source: 'override', from: null } : null
}

function saidOf(
  { tiers }: PlanCatalogue,
  feature: Feature,
  plans: readonly { readonly key: string; readonly features: Readonly<Record<string, Value>> }[],
  tier: Tier,
): Found {
  const plan = plans.find(({ features }) => fits(feature, features[feature.key]))
  if (plan) return { value: plan.features[feature.key]!, source: 'plan', from: plan.key }
  const value = tiers.find(({ key }) => key === tier)?.features[feature.key]
  if (fits(feature, value)) return { value, source: 'tier', from: tier }
  return { value: feature.default, source: 'default', from: null }
}

/** What a caller wrote beside the catalogue keeps working: plain values alone. */
function undeclared({ features }: PlanCatalogue, own: Readonly<Record<string, unknown>>): ResolvedFeature[] {
  return Object.entries(own).flatMap(([key, written]) => {
    const { data: value } = Value.safeParse(written)
    if (value === undefined || features.some((one) => one.key === key)) return []
    return [{ key, name: null, type: typeOf(value), value, valueName: null, source: 'override' as const, from: null }]
  })
}

const typeOf = (value: Value) =>
  typeof value === 'boolean' ? 'boolean' : typeof value === 'number' ? 'number' : 'text'
