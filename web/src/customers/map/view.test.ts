import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { around, boxOf, labels, pointAt, scaleBar, zoomed } from './view.ts'
import { countriesOf } from './world.ts'

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

test('a country has its name where it is, also when only a part of it is seen', () => {
  const file = createRequire(import.meta.url).resolve('world-atlas/countries-50m.json')
  const world = countriesOf(JSON.parse(readFileSync(file, 'utf8')))
  expect(labels(world, around(muscat)).map(({ name }) => name)).toEqual(expect.arrayContaining(['Oman']))
  expect(labels(world, around({ latitude: 15, longitude: 65 }))).toEqual([])
})
