import type { Context } from '../kit/context.ts'
import { changeOwnFields } from '../modules/customers/index.ts'
import { decideSegments, giveTag } from '../modules/segments/index.ts'
import { diceOf } from './dice.ts'
import { DEMO_PEOPLE, type DemoPerson } from './people.ts'

const names = (en: string, ar: string) => ({ en, ar })
const RIAL = 1_000

/** Who the customers of Marhaba Laundry are: the first that fits. */
const SEGMENTS = {
  segments: [
    {
      key: 'regulars',
      name: names('Regulars', 'الزبائن الدائمون'),
      rule: {
        all: [
          { attribute: 'orders', is: 'at_least', value: 3, window: { days: 180 } },
          { attribute: 'lastOrder', is: 'within', value: 60 },
        ],
      },
    },
    {
      key: 'big-spenders',
      name: names('Big spenders', 'الأكثر إنفاقًا'),
      rule: { attribute: 'spent', is: 'at_least', value: 20 * RIAL, window: { days: 365 } },
    },
    {
      key: 'new',
      name: names('New', 'الجدد'),
      rule: { attribute: 'registered', is: 'within', value: 30 },
    },
    {
      key: 'leaving',
      name: names('Perhaps leaving', 'قد يغادرون'),
      rule: {
        all: [
          { attribute: 'orders', is: 'at_least', value: 2 },
          { attribute: 'lastOrder', is: 'longer_ago', value: 120 },
        ],
      },
    },
    {
      key: 'tried-once',
      name: names('Came once', 'جرّبوا مرة'),
      rule: { attribute: 'orders', is: 'at_least', value: 1 },
    },
  ],
  otherwise: { key: 'never-ordered', name: names('Never ordered', 'لم يطلبوا بعد') },
  tags: [
    { key: 'friend', name: names('Friend of the house', 'صديق المحل'), rule: null },
    {
      key: 'reachable',
      name: names('Phone verified', 'هاتف موثّق'),
      rule: { attribute: 'verified', is: 'yes' },
    },
    {
      key: 'family',
      name: names('Large family', 'عائلة كبيرة'),
      rule: { attribute: 'ownNumber.household', is: 'at_least', value: 4 },
    },
  ],
} satisfies Parameters<typeof decideSegments>[1]

/** Fields of the business’s own. */
const OWN_FIELDS = {
  person: [
    { key: 'card', label: names('Membership card', 'بطاقة العضوية'), type: 'text', searched: true },
    { key: 'household', label: names('People in the household', 'عدد أفراد الأسرة'), type: 'number', compared: true },
  ],
  address: [{ key: 'gateCode', label: names('Gate code', 'رمز البوابة'), type: 'text' }],
} satisfies Parameters<typeof changeOwnFields>[1]

export const addOwnFields = (ctx: Context) => changeOwnFields(ctx, OWN_FIELDS)

const HAS_CARD = 0.3
const TELLS_HOUSEHOLD = 0.4
const MOST_IN_HOUSEHOLD = 6

/** What the n-th person told, from throws of its own. */
export function ownFieldsOf(n: number, { type }: DemoPerson): Record<string, string | number> {
  if (type === 'guest') return {}
  const dice = diceOf(n + 3 * DEMO_PEOPLE)
  return {
    ...(dice() < HAS_CARD && { card: `MC-${String(10_000 + n)}` }),
    ...(dice() < TELLS_HOUSEHOLD && { household: 1 + Math.floor(dice() * MOST_IN_HOUSEHOLD) }),
  }
}

const FRIENDS = 12

/** Decided once people and orders are there; applied by the server in the background. */
export async function decideDemoSegments(ctx: Context, customerIds: readonly string[]): Promise<void> {
  await decideSegments(ctx, SEGMENTS)
  for (const customerId of customerIds.slice(0, FRIENDS)) await giveTag(ctx, { customerId, tag: 'friend' })
}
