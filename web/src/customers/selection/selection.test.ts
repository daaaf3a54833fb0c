import { expect, test } from 'vitest'
import type { Customer } from '../../session/session.ts'
import { isAll, toggled } from './selection.ts'

const people = ['a', 'b', 'c', 'd', 'e'].map((id) => ({ id }) as Customer)
const one = (id: string) => people.find((person) => person.id === id)!
const ids = (chosen: ReadonlyMap<string, Customer>) => [...chosen.keys()].sort().join('')

test('with shift everybody between the last one and this one is chosen, in either direction, or taken out', () => {
  const first = toggled(new Map(), people, one('d'), null)
  expect(ids(first)).toBe('d')
  const more = toggled(first, people, one('b'), 'd')
  expect(ids(more)).toBe('bcd')
  expect(ids(toggled(more, people, one('c'), 'b'))).toBe('d')
  expect(ids(toggled(more, people, one('c'), null))).toBe('bd')
})

test('all are chosen only when there is somebody and nobody is left out', () => {
  expect(isAll(new Map(), [])).toBe(false)
  expect(isAll(new Map(people.map((person) => [person.id, person])), people)).toBe(true)
  expect(isAll(new Map([['a', one('a')]]), people)).toBe(false)
})
