import type { Context } from '../../../kit/context.ts'
import type { Output } from '../../../kit/endpoint.ts'
import type { Explained } from '../../../kit/explain.ts'
import { fits } from '../catalogue/features.ts'
import { bestFirst, type PlanCatalogue, rankOf } from '../catalogue/plans.ts'
import { decidedAbout } from '../catalogue/versions.ts'
import type * as api from '../contract.ts'
import { activePlans, namesOf } from '../held/row.ts'
import type { ResolvedFeature } from '../shapes.ts'
import { type Membership, membershipOf } from './read.ts'
import { resolve } from './resolve.ts'

/** Why a customer has this tier and these features, each in the one shape of explanations. */
export async function explainMembership(
  ctx: Context,
  { customerId }: { readonly customerId: string },
): Promise<Output<typeof api.explain>> {
  const membership = await membershipOf(ctx, customerId)
  const { version } = await decidedAbout(ctx, 'plans')
  const source = `membership.plans version ${version}`
  const features = resolve(membership.catalogue, activePlans(membership.rows), membership.said)
  return {
    plan: explainPlan(ctx, membership, source),
    features: features.map((feature) => ({ key: feature.key, ...explainFeature(ctx, membership, feature, source) })),
  }
}

function explainPlan({ caller: { language } }: Context, { catalogue, rows }: Membership, source: string): Explained {
  const best = bestFirst(catalogue, activePlans(rows))[0]
  const present = rows.find(({ plan, status }) => status === 'active' && plan === best?.key)
  return {
    value: best?.key ?? null,
    since: present?.starts_at.toISOString() ?? null,
    rule: {
      key: 'best_active_plan',
      text: {
        en: 'The tier is that of the best plan that is active, by the order of the tiers.',
        ar: 'الفئة هي فئة أفضل باقة سارية بحسب ترتيب الفئات.',
      }[language],
    },
    compared: rows.map(({ plan, status }) => ({
      what: placed(catalogue, plan)[language],
      value: status,
      needs: 'active',
      met: status === 'active',
    })),
    source,
  }
}

/** The name of a plan with the place of its tier. */
function placed(catalogue: PlanCatalogue, plan: string) {
  const { en, ar } = namesOf(catalogue, plan)
  const [best] = bestFirst(catalogue, [plan])
  const rank = rankOf(catalogue, best?.tier ?? 'free') + 1
  return {
    en: `${en}, tier ${rank} of ${catalogue.tiers.length}`,
    ar: `${ar}، الفئة ${rank} من ${catalogue.tiers.length}`,
  }
}

const WHO_SAYS = {
  override: { en: 'The customer’s own value', ar: 'قيمة خاصة بالعميل' },
  plan: { en: 'The plan', ar: 'الباقة' },
  tier: { en: 'The tier', ar: 'الفئة' },
  default: { en: 'The default', ar: 'القيمة المعتادة' },
} as const

function explainFeature(
  { caller: { language } }: Context,
  { catalogue, rows, said }: Membership,
  { key, value, source: who }: ResolvedFeature,
  source: string,
): Explained {
  const feature = catalogue.features.find((one) => one.key === key)
  const plans = bestFirst(catalogue, activePlans(rows))
  const tier = catalogue.tiers.find((one) => one.key === (plans[0]?.tier ?? 'free'))
  const asked = [
    { what: WHO_SAYS.override[language], says: said[key] },
    ...plans.map((plan) => ({ what: `${WHO_SAYS.plan[language]}: ${plan.name[language]}`, says: plan.features[key] })),
    { what: `${WHO_SAYS.tier[language]}: ${tier?.name[language] ?? ''}`, says: tier?.features[key] },
    { what: WHO_SAYS.default[language], says: feature?.default },
  ]
  const compared = asked.flatMap(({ what, says }) =>
    plain(says) ? [{ what, value: says, needs: feature?.type ?? null, met: !feature || fits(feature, says) }] : [],
  )
  return {
    value,
    since: null,
    rule: {
      key: `first_of_four:${who}`,
      text: {
        en: 'The first that says anything: the customer’s own value, the best active plan, the tier, the default.',
        ar: 'أول ما يحدد قيمة: قيمة العميل الخاصة، ثم أفضل باقة سارية، ثم الفئة، ثم القيمة المعتادة.',
      }[language],
    },
    compared,
    source: who === 'override' ? 'customer.features' : source,
  }
}

const plain = (value: unknown): value is string | number | boolean =>
  ['string', 'number', 'boolean'].includes(typeof value)
