import { dayKey, MOST_HELD, type PointRules } from './points.ts'
import type { Why } from './why.ts'

export interface Line {
  readonly sku: string | null
  readonly category: string | null
  readonly amount: number
}

/** An order as the rules see it. `counted` is in minor units of the reporting currency, `total` and lines in those of its own. */
export interface Sale {
  readonly at: Date
  readonly counted: number
  readonly total: number
  readonly lines: readonly Line[]
}

interface Around {
  readonly version: number
  readonly currency: string
  readonly timeZone: string
  readonly tier: string | null
  /** What orders of the same day have earned before; only asked where a day has a most. */
  readonly earnedToday: number
}

export interface Earned {
  readonly points: number
  readonly why: Why
}

/** Multipliers are hundredths, so three of them are millionths. */
const HUNDRED = 100n

/** The points of an order and why so many. Exact until it is rounded, once. */
export function earned(rules: PointRules, sale: Sale, around: Around): Earned {
  const { points: rate, per } = rules.earn
  const tier = timesOf(rules.multipliers.tiers, around.tier)
  const day = timesOf(rules.multipliers.days, dayKey(sale.at, around.timeZone))
  const shares = sharesOf(sale, rules.multipliers.categories)
  const why: Why = {
    rule: 'order',
    version: around.version,
    rate: { points: rate, per },
    currency: around.currency,
    counted: sale.counted,
    rounding: rules.rounding,
    ...(tier && { tier }),
    ...(day && { day }),
    ...(shares.told.length > 0 && { lines: shares.told }),
  }
  if (sale.counted < rules.minimum || sale.counted === 0) return { points: 0, why }

  const numerator =
    BigInt(sale.counted) * BigInt(rate) * shares.weighted * hundredths(tier?.times) * hundredths(day?.times)
  const denominator = BigInt(per) * shares.whole * HUNDRED * HUNDRED * HUNDRED
  const whole = Math.min(MOST_HELD, rounded(numerator, denominator, rules.rounding))
  const room = rules.capPerDay === null ? whole : Math.max(0, rules.capPerDay - around.earnedToday)
  const capped = room < whole && { capped: rules.capPerDay! }
  return { points: Math.min(whole, room), why: { ...why, exact: hundredthsText(numerator, denominator), ...capped } }
}

/**
 * How much of the order is of which category. What the lines do not add up to, such as delivery, counts once; lines that
 * add up to more than was paid share what was paid.
 */
function sharesOf({ total, lines }: Sale, categories: Readonly<Record<string, string>>) {
  const sum = lines.reduce((amount, line) => amount + line.amount, 0)
  const whole = BigInt(Math.max(total, sum, 1))
  let weighted = whole * HUNDRED
  const told: { sku: string | null; category: string; amount: number; times: string }[] = []
  for (const { sku, category, amount } of lines) {
    const found = timesOf(categories, category)
    if (!found) continue
    weighted += BigInt(amount) * (hundredths(found.times) - HUNDRED)
    if (told.length < LINES_TOLD) told.push({ sku, category: found.key, amount, times: found.times })
  }
  return { whole, weighted, told }
}
const LINES_TOLD = 50

const timesOf = (times: Readonly<Partial<Record<string, string>>>, key: string | null) => {
  const found = key === null || !Object.hasOwn(times, key) ? undefined : times[key]
  return found === undefined || key === null ? undefined : { key, times: found }
}

function hundredths(times = '1'): bigint {
  const [whole, fraction = ''] = times.split('.')
  return BigInt(whole! + fraction.padEnd(2, '0'))
}

function rounded(numerator: bigint, denominator: bigint, how: PointRules['rounding']): number {
  const extra = { down: 0n, nearest: denominator / 2n, up: denominator - 1n }[how]
  return Number((numerator + extra) / denominator)
}

function hundredthsText(numerator: bigint, denominator: bigint): string {
  const parts = String((numerator * HUNDRED) / denominator).padStart(3, '0')
  return `${parts.slice(0, -2)}.${parts.slice(-2)}`
}
