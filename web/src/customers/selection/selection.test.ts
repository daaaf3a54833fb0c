import { expect, test } from 'vitest'
import type { Customer } from '../../session/session.ts'
import { MOST_CHOSEN, toggled } from './selection.ts'

const people = (n: number, from = 0) => Array.from({ length: n }, (_, at) => ({ id: `c${from + at}` }) as Customer)

test('those between two are chosen together, or taken out together', () => {
  const chosen = toggled(new Map(), people(4), true)
  expect([...chosen.keys()]).toEqual(['c0', 'c1', 'c2', 'c3'])
  expect([...toggled(chosen, people(2, 1), false).keys()]).toEqual(['c0', 'c3'])
})

test('no more are chosen than one file can hold', () => {
  const most = toggled(new Map(), people(MOST_CHOSEN - 1), true)
  expect(toggled(most, people(3, MOST_CHOSEN), true).size).toBe(MOST_CHOSEN)
})
