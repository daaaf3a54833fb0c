import { expect, test } from 'vitest'
import ar from '../language/ar.json' with { type: 'json' }
import en from '../language/en.json' with { type: 'json' }
import { ACTIONS, wordsOf } from './actions.ts'
import { readAuditFilter, toAuditQuery } from './filter.ts'
import { byMoment, type Entry, toldIn } from './moments.ts'

test('every action has words in both languages, and all words are those of an action', () => {
  const keys = ACTIONS.map((action) => wordsOf(action).replace('action.', '')).sort()
  expect(keys).toEqual(Object.keys(en.action).sort())
  expect(keys).toEqual(Object.keys(ar.action).sort())
})

const customer = `cust_${'0a'.repeat(16)}`

test('a filter is read from the URL, without what does not fit', () => {
  const whole = {
    customer,
    actor: 'key:0011223344556677',
    action: 'customer.changed',
    from: '2026-11-01',
    to: '2026-11-30',
  }
  expect(readAuditFilter(whole)).toEqual(whole)
  expect(readAuditFilter({ customer: 'Aisha', actor: 'a b', action: 'Not one', from: '2026-13-01', to: 7 })).toEqual({})
})

test('its days are those of the business, the last one included', () => {
  expect(toAuditQuery({ customer, from: '2026-11-01', to: '2026-11-30' }, 'Asia/Muscat')).toEqual({
    customerId: customer,
    from: '2026-10-31T20:00:00.000Z',
    to: '2026-11-30T20:00:00.000Z',
  })
  expect(toAuditQuery({}, 'Asia/Muscat')).toEqual({})
})

test('entries of one request at one time are one', () => {
  const entry = (id: string, at: string, requestId: string, actor = 'cli') => ({ id, at, requestId, actor }) as Entry
  const shown = byMoment([
    entry('4', '10:02', 'r3'),
    entry('3', '10:01', 'r2'),
    entry('2', '10:01', 'r1'),
    entry('1', '10:01', 'r1'),
    entry('0', '10:01', 'r1', 'demo'),
  ])
  expect(shown.map((entries) => entries.map(({ id }) => id))).toEqual([['4'], ['3'], ['2', '1'], ['0']])
})

test('of what an entry tells, ids are left out, and an account is told by name', () => {
  const account = '0198c0de-7a31-7c54-9e0b-3f1d5a2b8c47'
  const after = { role: 'cashier', id: '00112233445566ff', account }
  expect(toldIn({ before: { role: 'manager' }, after })).toEqual([
    { field: 'role', before: 'manager', after: 'cashier' },
    { field: 'account', before: undefined, after: `account:${account}` },
  ])
  expect(toldIn({ before: null, after: null })).toEqual([])
})
