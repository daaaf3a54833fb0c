import { expect, test } from 'vitest'
import { demoOrders } from './orders.ts'
import { demoPerson } from './people.ts'

const NOW = new Date('2026-11-30T08:00:00Z')
const MANY = 2_000
const all = Array.from({ length: MANY }, (_, n) => demoOrders(n, demoPerson(n), `customer ${n}`, NOW))

test('the orders of a demo person are the same for the same number', () => {
  expect(demoOrders(18, demoPerson(18), 'customer 18', NOW)).toEqual(all[18])
})

test('they are of people who came before, and add up', () => {
  for (const [n, orders] of all.entries()) {
    const came = NOW.getTime() - demoPerson(n).createdDaysAgo * 86_400_000
    for (const { placedAt, total, lines, happened } of orders) {
      expect(placedAt.getTime()).toBeGreaterThanOrEqual(came)
      expect(total).toBe(lines.reduce((sum, { amount }) => sum + amount, 0))
      for (const { at, amount = 0 } of happened) {
        expect(at.getTime()).toBeGreaterThanOrEqual(placedAt.getTime())
        expect(at.getTime()).toBeLessThanOrEqual(NOW.getTime())
        expect(amount).toBeLessThanOrEqual(total)
      }
    }
  }
})

test('about half of the people ordered, few of them often, and everything that can happen to an order did', () => {
  const ordered = all.filter((orders) => orders.length > 0).length / MANY
  expect(ordered).toBeGreaterThan(0.4)
  expect(ordered).toBeLessThan(0.7)
  expect(Math.max(...all.map((orders) => orders.length))).toBeGreaterThan(8)
  const happened = new Set(all.flat().flatMap((order) => order.happened.map(({ what }) => what)))
  expect([...happened].sort()).toEqual(['cancelled', 'delivered', 'paid', 'refunded'])
})
