import type { Context } from '../kit/context.ts'
import { CustomerId } from '../modules/customers/contract.ts'
import type { createCustomers } from '../modules/customers/index.ts'
import { changePlans, startSubscription } from '../modules/membership/index.ts'

type Made = Awaited<ReturnType<typeof createCustomers>>

const names = (en: string, ar: string) => ({ en, ar })
const plan = (
  key: string,
  name: ReturnType<typeof names>,
  tier: 'free' | 'basic' | 'premium' | 'enterprise',
  cycle: 'monthly' | 'yearly',
  features: Record<string, boolean | number | string>,
) => ({ key, name, description: null, tier, cycle, anchorDay: null, features, offered: true })

/** What Marhaba Laundry offers beside the usual: the laundry is collected, and ready sooner. */
const CATALOGUE = {
  tiers: [
    { key: 'free' as const, name: names('Everyone', 'الجميع'), features: {} },
    { key: 'basic' as const, name: names('Regular', 'الدائمون'), features: { discount: 5 } },
    { key: 'premium' as const, name: names('Premium', 'المميزون'), features: { discount: 10, freePickup: true } },
    { key: 'enterprise' as const, name: names('Business', 'الشركات'), features: { discount: 15, freePickup: true } },
  ],
  features: [
    {
      key: 'freePickup',
      name: names('Free pick-up', 'استلام مجاني'),
      type: 'boolean' as const,
      choices: [],
      default: false,
    },
    {
      key: 'discount',
      name: names('Discount in %', 'الخصم بالنسبة المئوية'),
      type: 'number' as const,
      choices: [],
      default: 0,
    },
    {
      key: 'speed',
      name: names('Ready', 'الجاهزية'),
      type: 'choice' as const,
      choices: [
        { key: 'normal', name: names('In two days', 'خلال يومين') },
        { key: 'nextDay', name: names('The next day', 'في اليوم التالي') },
        { key: 'sameDay', name: names('The same day', 'في اليوم نفسه') },
      ],
      default: 'normal',
    },
  ],
  plans: [
    plan('free', names('Free', 'مجانية'), 'free', 'monthly', {}),
    plan('household', names('Household', 'المنزل'), 'basic', 'monthly', { speed: 'nextDay' }),
    plan('shirts', names('Shirts for a year', 'قمصان لعام'), 'premium', 'yearly', { speed: 'nextDay' }),
    plan('express', names('Express', 'العاجلة'), 'premium', 'monthly', { speed: 'sameDay' }),
    plan('hotels', names('Hotels', 'الفنادق'), 'enterprise', 'monthly', { speed: 'sameDay', discount: 20 }),
  ],
}

export async function offerPlans(ctx: Context): Promise<void> {
  await changePlans(ctx, CATALOGUE)
}

const PAID = ['household', 'shirts', 'express', 'hotels'] as const
/** Of those with a full profile. */
const ONE_IN = 6

/** Some people have a plan, through the same operation as any caller. */
export async function takePlans(ctx: Context, people: Made): Promise<void> {
  const members = people.filter(({ type }) => type === 'full').filter((_, index) => index % ONE_IN === 0)
  for (const [index, { id, createdAt }] of members.entries()) {
    const planId = PAID[index % PAID.length]!
    await startSubscription(ctx, { customerId: CustomerId.parse(id), planId, startDate: new Date(createdAt) })
  }
}
