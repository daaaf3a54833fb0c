import { z } from 'zod'
import type { Line } from '../rules/earned.ts'

const Categories = z.record(z.string(), z.number()).nullable()

/** How much of an order is of which category: what trying other rules needs of its lines. */
export function categoriesIn(
  lines: readonly Pick<Line, 'category' | 'amount'>[],
): Readonly<Record<string, number>> | null {
  const amounts = new Map<string, number>()
  for (const { category, amount } of lines) {
    if (category !== null) amounts.set(category, (amounts.get(category) ?? 0) + amount)
  }
  return amounts.size === 0 ? null : Object.fromEntries(amounts)
}

export const linesOf = (categories: unknown): Line[] =>
  Object.entries(Categories.parse(categories) ?? {}).map(([category, amount]) => ({ sku: null, category, amount }))
