import type { PastOrder } from '../modules/orders/index.ts'
import { type Dice, diceOf, pick } from './dice.ts'
import { DEMO_PEOPLE, type DemoPerson } from './people.ts'

interface Article {
  readonly sku: string
  readonly category: string
  readonly en: string
  readonly ar: string
  /** In thousandths of a rial. */
  readonly price: number
}

const article = (sku: string, category: string, price: number, en: string, ar: string): Article => ({
  ...{ sku, category, price, en, ar },
})
const ARTICLES = [
  article('DISHDASHA', 'laundry', 500, 'Dishdasha, washed and ironed', 'دشداشة، غسيل وكي'),
  article('KUMMA', 'laundry', 300, 'Kumma, washed', 'كمة، غسيل'),
  article('ABAYA', 'laundry', 800, 'Abaya, washed and ironed', 'عباءة، غسيل وكي'),
  article('SHIRT', 'laundry', 300, 'Shirt, washed and ironed', 'قميص، غسيل وكي'),
  article('TROUSERS', 'laundry', 350, 'Trousers, washed and ironed', 'بنطلون، غسيل وكي'),
  article('SUIT', 'dry-cleaning', 1_500, 'Suit, dry-cleaned', 'بدلة، تنظيف جاف'),
  article('DRESS', 'dry-cleaning', 1_800, 'Evening dress, dry-cleaned', 'فستان سهرة، تنظيف جاف'),
  article('BEDDING', 'household', 700, 'Bed linen, a set', 'طقم أغطية سرير'),
  article('BLANKET', 'household', 2_000, 'Blanket', 'بطانية'),
  article('CURTAIN', 'household', 3_000, 'Curtains, a pair', 'زوج ستائر'),
  article('CARPET', 'carpets', 4_500, 'Carpet, washed', 'سجادة، غسيل'),
] as const

/** How many of them ever ordered, and how often at most. */
const HABITS = { guest: { share: 0, most: 0 }, stub: { share: 0.5, most: 4 }, full: { share: 0.85, most: 12 } }
const PAYMENTS = ['cash', 'cash', 'cash', 'card', 'card', 'cod', 'transfer'] as const
const DAY_MS = 86_400_000

/** What the n-th person ordered since they came, always the same: from throws of its own. */
export function demoOrders(n: number, person: DemoPerson, customerId: string, now: Date): PastOrder[] {
  const { share, most } = HABITS[person.type]
  const dice = diceOf(n + 2 * DEMO_PEOPLE)
  if (dice() >= share) return []
  // Few come often.
  const count = 1 + Math.floor(dice() ** 3 * most)
  return Array.from({ length: count }, () => anOrder(dice, person, customerId, now))
}

function anOrder(dice: Dice, { createdDaysAgo, locale }: DemoPerson, customerId: string, now: Date): PastOrder {
  const placedAt = new Date(now.getTime() - createdDaysAgo * dice() * DAY_MS)
  const lines = Array.from({ length: 1 + Math.floor(dice() * 3) }, () => {
    const { sku, category, price, [locale]: name } = pick(dice, ARTICLES)
    const quantity = 1 + Math.floor(dice() ** 2 * 5)
    return { sku, category, name, quantity, amount: price * quantity, data: {} }
  })
  const total = lines.reduce((sum, { amount }) => sum + amount, 0)
  const payment = pick(dice, PAYMENTS)
  const channel = dice() < 0.7 ? 'till' : 'app'
  return { customerId, channel, total, payment, placedAt, lines, happened: whatBecame(dice, placedAt, total, now) }
}

function whatBecame(dice: Dice, placedAt: Date, total: number, now: Date): PastOrder['happened'] {
  const later = (days: number) => new Date(placedAt.getTime() + days * DAY_MS)
  const fate = dice()
  if (fate < 0.02) return upTo(now, [{ what: 'cancelled', at: later(0.2), reason: 'customer' }])
  const usual = [
    { what: 'paid', at: later(0.01) },
    { what: 'delivered', at: later(1 + dice() * 2) },
  ] as const
  if (fate < 0.05) {
    const amount = Math.max(100, Math.round(total / 300) * 100)
    return upTo(now, [...usual, { what: 'refunded', at: later(4), amount: Math.min(amount, total), reason: 'stain' }])
  }
  return upTo(now, usual)
}

const upTo = (now: Date, happened: PastOrder['happened']) => happened.filter(({ at }) => at <= now)
