import { expect, test } from 'vitest'
import { vestings } from './vestings.ts'

const award = { points: 5, delivery: false, sale: false, proof: false, until: '2026-03-02T00:00:00.000Z' }

test('points of one return window are added up, and the window that ends first comes first', () => {
  const sooner = { ...award, until: '2026-03-01T00:00:00.000Z' }
  expect(vestings([award, sooner, award])).toEqual([
    { at: sooner.until, points: 5 },
    { at: award.until, points: 10 },
  ])
})

test('points that wait for more than the time have no date', () => {
  const waiting = [
    { ...award, delivery: true },
    { ...award, proof: true },
    { ...award, sale: true },
  ]
  expect(vestings([...waiting, { ...award, until: null }])).toEqual([])
})
