import { expect, test } from 'vitest'
import { type Attribute, comparisonOf, groupOf, keyOf, type Rule, ruleOf, withOperator } from './rule.ts'

const one: Rule = { attribute: 'verified', is: 'yes' }

test('a group is shown as it was saved', () => {
  for (const rule of [{ all: [one] }, { any: [one, one] }, { not: { any: [one] } }] satisfies Rule[])
    expect(ruleOf(groupOf(rule))).toEqual(rule)
  expect(groupOf({ not: one })).toEqual({ kind: 'none', parts: [one] })
})

test('a comparison takes the kind of value that its operator wants', () => {
  const spent: Attribute = {
    ...{ key: 'spent', label: 'Spent', type: 'money', windowed: true, sealed: false, choices: null },
    operators: [
      { is: 'at_least', wants: 'number' },
      { is: 'known', wants: 'nothing' },
    ],
  }
  expect(comparisonOf(spent)).toEqual({ attribute: 'spent', is: 'at_least', value: 0 })
  const within = { attribute: 'spent', window: { days: 90 } }
  expect(withOperator(within, spent, 'known')).toEqual({ attribute: 'spent', is: 'known', window: { days: 90 } })
})

test('a key follows from the name and is taken once', () => {
  expect(keyOf('Big spenders!', [])).toBe('big-spenders')
  expect(keyOf('كبار العملاء', [])).toBe('segment')
  expect(keyOf('VIP', ['vip'])).toBe('vip-1')
})
