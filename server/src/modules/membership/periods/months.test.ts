import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { monthsLater, wallOf, whenIn } from './months.ts'
import { renewalAfter } from './renewal.ts'

const MUSCAT = 'Asia/Muscat'
const BERLIN = 'Europe/Berlin'
const at = (written: string) => new Date(written)
const days = (start: string, zone: string, anchorDay: number | null = null) =>
  [1, 2, 3, 4].map((months) => monthsLater(at(start), months, zone, anchorDay).toISOString())

describe('months', () => {
  test('31 January, 28 February, 31 March, 30 April: each counted from the start', () => {
    expect(days('2026-01-31T08:00:00Z', MUSCAT)).toEqual([
      '2026-02-28T08:00:00.000Z',
      '2026-03-31T08:00:00.000Z',
      '2026-04-30T08:00:00.000Z',
      '2026-05-31T08:00:00.000Z',
    ])
    expect(monthsLater(at('2028-02-29T08:00:00Z'), 12, MUSCAT).toISOString()).toBe('2029-02-28T08:00:00.000Z')
  })

  test('are those of the business: late in the evening of the last day it is the next month there', () => {
    expect(monthsLater(at('2026-01-31T21:00:00Z'), 1, MUSCAT).toISOString()).toBe('2026-02-28T21:00:00.000Z')
    expect(wallOf(at('2026-01-31T21:00:00Z'), MUSCAT)).toMatchObject({ month: 2, day: 1 })
  })

  test('keep the time of day over a change to summer time, which a day of its own begins at midnight', () => {
    expect(days('2026-02-28T09:00:00Z', BERLIN).slice(0, 2)).toEqual([
      '2026-03-28T09:00:00.000Z',
      '2026-04-28T08:00:00.000Z',
    ])
    expect(days('2026-02-10T09:00:00Z', BERLIN, 31).slice(0, 2)).toEqual([
      '2026-03-30T22:00:00.000Z',
      '2026-04-29T22:00:00.000Z',
    ])
  })

  test('a time that a clock skips is as much later, one that it shows twice is the first', () => {
    const half = 2.5 * 3_600_000
    expect(whenIn(BERLIN, { year: 2026, month: 3, day: 29, ms: half }).toISOString()).toBe('2026-03-29T01:30:00.000Z')
    expect(whenIn(BERLIN, { year: 2026, month: 10, day: 25, ms: half }).toISOString()).toBe('2026-10-25T00:30:00.000Z')
  })

  test('property: the same day or the last of the month, so many months later, at the same time of day', () => {
    const moment = fc.date({ min: at('2000-01-01'), max: at('2090-01-01'), noInvalidDate: true })
    fc.assert(
      fc.property(
        moment,
        fc.integer({ min: 0, max: 200 }),
        fc.constantFrom(MUSCAT, 'UTC', 'Asia/Kolkata'),
        (start, n, zone) => {
          const [from, to] = [wallOf(start, zone), wallOf(monthsLater(start, n, zone), zone)]
          expect(to.year * 12 + to.month).toBe(from.year * 12 + from.month + n)
          expect(to.day).toBe(Math.min(from.day, new Date(Date.UTC(to.year, to.month, 0)).getUTCDate()))
          expect(to.ms).toBe(from.ms)
        },
      ),
      { numRuns: 100 },
    )
  })
})

describe('the next period', () => {
  const plan = (cycle: 'monthly' | 'yearly' | 'lifetime', starts: string, anchor_day: number | null = null) => ({
    starts_at: at(starts),
    cycle,
    anchor_day,
  })
  const next = (...[period, now]: [ReturnType<typeof plan>, string]) =>
    renewalAfter(period, MUSCAT, at(now))?.toISOString() ?? null

  test('begins a month or a year after the last, never for a lifetime', () => {
    expect(next(plan('monthly', '2026-01-31T08:00:00Z'), '2026-02-28T08:00:00Z')).toBe('2026-03-31T08:00:00.000Z')
    expect(next(plan('yearly', '2024-02-29T08:00:00Z'), '2026-03-01T08:00:00Z')).toBe('2027-02-28T08:00:00.000Z')
    expect(next(plan('lifetime', '2026-01-31T08:00:00Z'), '2026-02-28T08:00:00Z')).toBe(null)
  })

  test('on a day of its own, at the start of the day there; the first one may be short', () => {
    expect(next(plan('monthly', '2026-01-10T08:00:00Z', 15), '2026-01-11T08:00:00Z')).toBe('2026-01-14T20:00:00.000Z')
    expect(next(plan('monthly', '2026-01-10T08:00:00Z', 31), '2026-02-01T08:00:00Z')).toBe('2026-02-27T20:00:00.000Z')
    expect(next(plan('yearly', '2026-01-10T08:00:00Z', 1), '2026-01-11T08:00:00Z')).toBe('2026-12-31T20:00:00.000Z')
  })

  test('property: after now and at most one period away, wherever now is', () => {
    fc.assert(
      fc.property(
        fc.date({ min: at('2020-01-01'), max: at('2026-01-01'), noInvalidDate: true }),
        fc.integer({ min: 0, max: 3_000 }),
        fc.option(fc.integer({ min: 1, max: 31 })),
        (starts_at, daysOn, anchor_day) => {
          const now = new Date(starts_at.getTime() + daysOn * 86_400_000)
          const ends = renewalAfter({ starts_at, cycle: 'monthly', anchor_day }, BERLIN, now)!
          expect(ends.getTime()).toBeGreaterThan(now.getTime())
          expect(ends.getTime() - now.getTime()).toBeLessThanOrEqual(32 * 86_400_000)
        },
      ),
      { numRuns: 100 },
    )
  })
})
