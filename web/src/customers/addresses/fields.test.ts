import { expect, test } from 'vitest'
import { emptyValues, pointOf, toNew } from './fields.ts'

test('coordinates are numbers, also when they are typed in Arabic digits', () => {
  const values = { ...emptyValues('OM'), latitude: '٢٣٫٥٨٨', longitude: '58.383' }
  expect(pointOf(values)).toEqual({ latitude: 23.588, longitude: 58.383 })
  expect(toNew(values)).toEqual({
    type: 'home',
    country: 'OM',
    latitude: 23.588,
    longitude: 58.383,
  })
})

test('half a point is none, and what is no number is for the server to refuse', () => {
  expect(pointOf({ latitude: '23.5', longitude: '' })).toBeNull()
  expect(toNew({ latitude: 'north' })).toMatchObject({ latitude: 'north' })
})
