import { expect, test } from 'vitest'
import { readFilter, toggled, toQuery } from './filter.ts'

test('a URL typed by hand gives only known filters', () => {
  expect(readFilter({ type: 'stub,king', status: 5, q: 'Ahmed', sort: 'height', verified: 'yes' })).toEqual({
    type: 'stub',
    verified: 'yes',
  })
  expect(readFilter({ sort: 'spent', order: 'up' })).toEqual({ sort: 'spent', order: 'desc' })
})

test('a value comes and goes; of yes and no there is one', () => {
  expect(toggled({ type: 'full' }, 'type', 'guest')).toEqual({ type: 'guest,full' })
  expect(toggled({ type: 'full' }, 'type', 'full')).toEqual({})
  expect(toggled({ verified: 'yes' }, 'verified', 'no')).toEqual({ verified: 'no' })
})

test('the API gets its own words', () => {
  expect(toQuery({ type: 'stub', verified: 'no' }, 'ahmed')).toEqual({ type: 'stub', verified: 'false', q: 'ahmed' })
  expect(toQuery({}, '')).toEqual({})
})

test('of dates, spending, orders and restrictions there is one each, and days move with the time', () => {
  expect(toggled({ since: '7' }, 'since', '30')).toEqual({ since: '30' })
  expect(toggled({ spentFrom: '50' }, 'spentFrom', '50')).toEqual({})
  const filter = readFilter({ since: '30', spentFrom: '100', ordered: 'no', restricted: 'yes' })
  expect(toQuery(filter, '', Date.parse('2026-11-30T20:00:00Z'))).toEqual({
    createdFrom: '2026-10-31',
    spentFrom: '100',
    ordered: 'false',
    restricted: 'true',
  })
  expect(readFilter({ since: '8.5', spentFrom: '1e9' })).toEqual({})
  // As a view has it that was saved by the API: left out, its list would be of all customers.
  expect(readFilter({ since: '8', spentFrom: '100.000' })).toEqual({ since: '8', spentFrom: '100.000' })
  expect(toggled({ since: '8' }, 'since', '8')).toEqual({})
})
