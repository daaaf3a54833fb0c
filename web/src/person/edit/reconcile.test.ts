import fc from 'fast-check'
import { expect, test } from 'vitest'
import { changes, differences, reconciled } from './reconcile.ts'

const person = { firstName: 'Ahmed', phone: '+96890000001', notes: '' }

test('a change by only one of two editors is kept, whichever it was', () => {
  const mine = { ...person, notes: 'likes oud' }
  const theirs = { ...person, phone: '+96890000002' }
  expect(reconciled(person, mine, theirs, new Set())).toEqual({ ...person, notes: 'likes oud', phone: '+96890000002' })
  expect(differences(person, mine, theirs)).toEqual([
    { field: 'phone', mine: '+96890000001', theirs: '+96890000002', needsChoice: false },
  ])
})

test('what both changed must be chosen', () => {
  const mine = { ...person, firstName: 'Ahmad' }
  const theirs = { ...person, firstName: 'Achmed' }
  expect(differences(person, mine, theirs)).toMatchObject([{ field: 'firstName', needsChoice: true }])
  expect(reconciled(person, mine, theirs, new Set(['firstName'])).firstName).toBe('Ahmad')
  expect(reconciled(person, mine, theirs, new Set()).firstName).toBe('Achmed')
})

test('only what is different is sent, and empty is null', () => {
  expect(changes({ ...person, notes: 'x' }, { ...person, notes: '', firstName: 'Ali' })).toEqual({
    firstName: 'Ali',
    notes: null,
  })
})

test('every reconciled value is one that an editor typed, and mine survives wherever theirs did not change', () => {
  const values = fc.record({ a: fc.string(), b: fc.string(), c: fc.string() })
  fc.assert(
    fc.property(values, values, values, fc.uniqueArray(fc.constantFrom('a', 'b', 'c')), (base, mine, theirs, keep) => {
      const both = reconciled(base, mine, theirs, new Set(keep))
      for (const field of ['a', 'b', 'c'] as const) {
        expect([mine[field], theirs[field]]).toContain(both[field])
        if (theirs[field] === base[field]) expect(both[field]).toBe(mine[field])
        if (mine[field] === base[field] && !keep.includes(field)) expect(both[field]).toBe(theirs[field])
      }
    }),
  )
})
