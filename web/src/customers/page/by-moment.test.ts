import { expect, test } from 'vitest'
import { byMoment } from './by-moment.ts'

const entry = (actor: string, time: string) => ({ actor, at: `2026-11-30T${time}Z` })

test('changes by one caller within a minute are one moment', () => {
  const [a, b, c] = [entry('x', '10:01:30'), entry('x', '10:01:00'), entry('x', '10:00:30')]
  expect(byMoment([a, b, c])).toEqual([[a, b, c]])
  const earlier = entry('x', '10:00:29')
  expect(byMoment([a, b, earlier])).toEqual([[a, b], [earlier]])
})

test('another caller in between makes three of them', () => {
  const [a, b, c] = [entry('x', '10:01:30'), entry('y', '10:01:20'), entry('x', '10:01:10')]
  expect(byMoment([a, b, c])).toEqual([[a], [b], [c]])
  expect(byMoment([])).toEqual([])
})

test('what may not be joined stays alone', () => {
  const [a, b] = [entry('x', '10:01:30'), entry('x', '10:01:20')]
  expect(byMoment([a, b], (one) => one === a)).toEqual([[a], [b]])
})
