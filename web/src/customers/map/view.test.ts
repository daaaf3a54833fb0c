import fc from 'fast-check'
import { expect, test } from 'vitest'
import { around, boxOf, pointAt, scaleBar, zoomed } from './view.ts'

const muscat = { latitude: 23.588, longitude: 58.383 }

test('the middle of the picture is what it is around, at any zoom', () => {
  fc.assert(
    fc.property(fc.double({ min: 0.1, max: 40, noNaN: true }), (times) => {
      expect(pointAt(zoomed(around(muscat), times), 0.5, 0.5)).toEqual(muscat)
    }),
  )
})

test('the corners are those of the box, north above and west to the left', () => {
  const view = around(muscat)
  const { west, north, east, south } = boxOf(view)
  expect(pointAt(view, 0, 0).latitude).toBeCloseTo(north, 3)
  expect(pointAt(view, 0, 0).longitude).toBeCloseTo(west, 3)
  expect(pointAt(view, 1, 1).latitude).toBeCloseTo(south, 3)
  expect(pointAt(view, 1, 1).longitude).toBeCloseTo(east, 3)
})

test('the bar of the scale is a round distance on at most a quarter of the width', () => {
  expect(scaleBar(around(muscat))).toEqual({ km: 200, share: 200 / (8 * 111.32) })
})
