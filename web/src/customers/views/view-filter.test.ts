import { expect, test } from 'vitest'
import { filterOf, isShown, toSaved } from './view-filter.ts'

test('a list becomes a view and the same list again', () => {
  const filter = { type: 'guest,stub', verified: 'no', sort: 'spent', order: 'asc' } as const
  const saved = toSaved(filter, ['name', 'phone'])
  expect(saved).toEqual({
    filter: { type: ['guest', 'stub'], verified: false, sort: 'spent', order: 'asc' },
    columns: ['name', 'phone'],
  })
  const view = { id: '1', name: 'x', shared: false, own: true, damaged: false, ...saved }
  expect(filterOf(view)).toEqual(filter)
  expect(isShown(view, saved)).toBe(true)
  expect(isShown(view, toSaved({ ...filter, order: 'desc' }, ['name', 'phone']))).toBe(false)
  expect(isShown(view, toSaved(filter, ['name']))).toBe(false)
})

test('days, amounts and answers by yes or no come back as they were', () => {
  const filter = { ordered: 'no', restricted: 'yes', severalLogins: 'no', since: '30', spentFrom: '100' } as const
  const saved = toSaved(filter, ['name'])
  expect(saved.filter).toEqual({
    ordered: false,
    restricted: true,
    severalLogins: false,
    sinceDays: 30,
    spentFrom: '100',
  })
  const view = { id: '1', name: 'x', shared: false, own: true, damaged: false, ...saved }
  expect(filterOf(view)).toEqual(filter)
})
