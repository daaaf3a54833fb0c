import { expect, test } from 'vitest'
import { before, lastDays, readPeriod } from './period.ts'

test('the last days end today where the business is, and are as many as asked for', () => {
  const { from, to } = lastDays('30', 'Asia/Muscat')
  expect(to).toBe(new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Muscat' }).format(new Date()))
  expect(Date.parse(to) - Date.parse(from)).toBe(29 * 86_400_000)
})

test('an address with half a period, or with none, has none', () => {
  expect(readPeriod({ from: '2026-11-01', to: '2026-11-21' })).toEqual({ from: '2026-11-01', to: '2026-11-21' })
  expect(readPeriod({ from: '2026-11-01' })).toEqual({})
  expect(readPeriod({ from: 'x', to: 7 })).toEqual({})
})

test('the period before is as long and ends on the day before', () => {
  expect(before({ from: '2026-03-01', to: '2026-03-07' })).toEqual({ from: '2026-02-22', to: '2026-02-28' })
})
