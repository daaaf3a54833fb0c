import { expect, test } from 'vitest'
import { toChange, valuesOf } from './form-values.ts'
import type { Preferences, Schema } from './queries.ts'

const label = { en: 'x', ar: 'س' }
const schema = {
  items: [
    { key: 'eco', type: 'boolean', label, default: false },
    { key: 'bags', type: 'number', label, default: null },
  ],
  topics: [{ key: 'offers', label, default: true }],
  timeZone: null,
} as unknown as Schema
const preferences = {
  customerId: 'cust_1',
  values: { eco: false, bags: null },
  communication: { sms: { offers: true }, email: { offers: true } },
  said: ['communication.sms.offers', 'quietHours'],
  quietHours: { from: '22:00', to: '07:00' },
} as unknown as Preferences

test('an untouched form changes nothing', () => {
  const values = valuesOf(preferences)
  expect(values).toMatchObject({ 'values.eco': 'false', 'values.bags': '', quietHours: '22:00–07:00' })
  expect(toChange(schema, values, values)).toBeNull()
})

test('only what was changed is sent, each as what it is', () => {
  const base = valuesOf(preferences)
  const mine = {
    ...base,
    'values.eco': 'true',
    'values.bags': '3',
    'communication.sms.offers': 'false',
    quietHours: '',
  }
  expect(toChange(schema, base, mine)).toEqual({
    values: { eco: true, bags: 3 },
    communication: { sms: { offers: false } },
    quietHours: null,
  })
})

test('a contact that was never asked about is neither ticked nor refused, and is not sent', () => {
  const base = valuesOf(preferences)
  expect(base).toMatchObject({ 'communication.sms.offers': 'true', 'communication.email.offers': '' })
  const mine = { ...base, 'communication.email.offers': 'true' }
  expect(toChange(schema, base, mine)).toEqual({ values: {}, communication: { email: { offers: true } } })
})
