import { expect, test } from 'vitest'
import { addedUp, contactsIn, exportedIn } from './asked.ts'

const none = {
  ...{ not_active: 0, restricted: 0, no_consent: 0, no_contact: 0 },
  ...{ not_verified: 0, not_wanted: 0, quiet_hours: 0 },
}

test('who was left out is added up over the pages, and reasons without any are not told', () => {
  expect(addedUp([null, { ...none, no_consent: 2 }, { ...none, no_consent: 1, restricted: 4 }])).toEqual([
    { reason: 'restricted', count: 4 },
    { reason: 'no_consent', count: 3 },
  ])
})

test('the last line of an export is no customer', () => {
  const lines = `{"number":"CUST-00001"}\n${JSON.stringify({ summary: { written: 1, leftOut: none } })}\n`
  expect(exportedIn(lines)).toEqual({ items: [{ number: 'CUST-00001' }], leftOut: none })
})

test('contacts are one a line, and none is none', () => {
  expect(contactsIn('{"name":"Aisha"}\n{"name":"Salim"}\n')).toEqual([{ name: 'Aisha' }, { name: 'Salim' }])
  expect(contactsIn('')).toEqual([])
})
