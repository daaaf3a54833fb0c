import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { earned } from './earned.ts'
import { MOST_HELD, type PointRules, usualPoints } from './points.ts'

const RIAL = 1_000
const around = { version: 1, currency: 'OMR', timeZone: 'Asia/Muscat', tier: null, earnedToday: 0 }
const MONDAY = new Date('2026-11-30T08:00:00Z')
const sale = (counted: number, lines: { sku?: string; category?: string; amount: number }[] = []) => ({
  at: MONDAY,
  counted,
  total: counted,
  lines: lines.map(({ sku = null, category = null, amount }) => ({ sku, category, amount })),
})
const rules = (change: Partial<PointRules> = {}): PointRules => ({ ...usualPoints(RIAL), ...change })
const times = (change: Partial<PointRules['multipliers']>) => ({
  multipliers: { tiers: {}, categories: {}, days: {}, ...change },
})

describe('what an order earns', () => {
  test('so many points for an amount, rounded once as the business says', () => {
    expect(earned(rules(), sale(37_900), around).points).toBe(37)
    expect(earned(rules({ rounding: 'nearest' }), sale(37_500), around).points).toBe(38)
    expect(earned(rules({ rounding: 'up' }), sale(37_001), around).points).toBe(38)
    expect(earned(rules({ earn: { points: 3, per: 500 } }), sale(1_250), around).points).toBe(7)
  })

  test('nothing below the minimum', () => {
    expect(earned(rules({ minimum: 5_000 }), sale(4_999), around).points).toBe(0)
    expect(earned(rules({ minimum: 5_000 }), sale(5_000), around).points).toBe(5)
  })

  test('multiplied by tier, day and category, of which each line says its own', () => {
    const all = rules(times({ tiers: { gold: '2' }, days: { mon: '1.5' }, categories: { coffee: '3' } }))
    const { points, why } = earned(all, sale(10_000, [{ sku: 'A', category: 'coffee', amount: 4_000 }]), {
      ...around,
      tier: 'gold',
    })
    // 6 rials once and 4 thrice are 18, twice and half as many again.
    expect(points).toBe(54)
    expect(why).toMatchObject({
      rate: { points: 1, per: RIAL },
      tier: { key: 'gold', times: '2' },
      day: { key: 'mon', times: '1.5' },
      lines: [{ sku: 'A', category: 'coffee', amount: 4_000, times: '3' }],
      exact: '54.00',
    })
  })

  test('the day is that of the business, not that of the server', () => {
    const monday = rules(times({ days: { mon: '2' } }))
    const late = { ...sale(1_000), at: new Date('2026-11-29T21:00:00Z') }
    expect(earned(monday, late, around).points).toBe(2)
    expect(earned(monday, late, { ...around, timeZone: 'Europe/London' }).points).toBe(1)
  })

  test('at most so many a day, all orders together', () => {
    const capped = rules({ capPerDay: 30 })
    expect(earned(capped, sale(37_000), around)).toMatchObject({ points: 30, why: { capped: 30 } })
    expect(earned(capped, sale(37_000), { ...around, earnedToday: 25 }).points).toBe(5)
    expect(earned(capped, sale(37_000), { ...around, earnedToday: 31 }).points).toBe(0)
  })

  test('a discount on the whole is shared by the lines, and what no line names counts once', () => {
    const coffee = rules(times({ categories: { coffee: '2' } }))
    const half = [
      { category: 'coffee', amount: 10_000 },
      { category: 'cake', amount: 10_000 },
    ]
    expect(earned(coffee, { ...sale(10_000, half), total: 10_000 }, around).points).toBe(15)
    expect(earned(coffee, sale(10_000, [{ category: 'coffee', amount: 5_000 }]), around).points).toBe(15)
  })

  test('never loses a fraction before the end: it is the exact quotient, rounded once', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 10_000_000 }),
        fc.integer({ min: 1, max: 50 }),
        fc.integer({ min: 1, max: 9_999 }),
        fc.integer({ min: 0, max: 9_999 }),
        (counted, points, per, hundredths) => {
          const written = `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}`
          const given = earned(
            rules({ earn: { points, per }, ...times({ tiers: { gold: written } }) }),
            sale(counted),
            { ...around, tier: 'gold' },
          )
          const exact = Number((BigInt(counted) * BigInt(points) * BigInt(hundredths)) / (BigInt(per) * 100n))
          expect(given.points).toBe(Math.min(exact, MOST_HELD))
        },
      ),
    )
  })
})
