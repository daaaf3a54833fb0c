import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { distanceMeters, EARTH_RADIUS_METERS, type Point } from './distance.ts'

const HALF_AROUND = Math.PI * EARTH_RADIUS_METERS
// Half a millimetre on the far side of the earth, from rounding.
const TOLERANCE = 0.5

const latitude = fc.double({ min: -90, max: 90, noNaN: true })
const longitude = fc.double({ min: -180, max: 180, noNaN: true })
const point: fc.Arbitrary<Point> = fc.record({ latitude, longitude })
const antipode = ({ latitude, longitude }: Point): Point => ({
  latitude: -latitude,
  longitude: longitude > 0 ? longitude - 180 : longitude + 180,
})

describe('the distance between two points', () => {
  test('of Muscat and Dubai is what an atlas says, within half a per cent', () => {
    const muscat = { latitude: 23.588, longitude: 58.3829 }
    const dubai = { latitude: 25.2048, longitude: 55.2708 }
    expect(Math.abs(distanceMeters(muscat, dubai) - 361_800)).toBeLessThan(1_809)
  })

  test('a degree along the equator is 111.195 km', () => {
    const along = distanceMeters({ latitude: 0, longitude: 0 }, { latitude: 0, longitude: 1 })
    expect(along).toBeCloseTo(111_195.08, 1)
  })

  test('next door is told apart from here: one millionth of a degree is 11 cm', () => {
    const here = { latitude: 23.588, longitude: 58.3829 }
    expect(distanceMeters(here, { ...here, latitude: 23.588001 })).toBeCloseTo(0.111, 3)
  })

  test('is the same there and back', () => {
    fc.assert(fc.property(point, point, (a, b) => distanceMeters(a, b) === distanceMeters(b, a)))
  })

  test('is zero to the same point, also when the date line is crossed on paper', () => {
    fc.assert(fc.property(point, (a) => distanceMeters(a, a) === 0))
    fc.assert(
      fc.property(
        latitude,
        (at) => distanceMeters({ latitude: at, longitude: 180 }, { latitude: at, longitude: -180 }) < TOLERANCE,
      ),
    )
  })

  test('is never shorter by a detour', () => {
    fc.assert(
      fc.property(
        point,
        point,
        point,
        (a, b, c) => distanceMeters(a, c) <= distanceMeters(a, b) + distanceMeters(b, c) + TOLERANCE,
      ),
    )
  })

  test('to the antipode is half the way around the earth, and nothing is farther', () => {
    fc.assert(fc.property(point, (a) => Math.abs(distanceMeters(a, antipode(a)) - HALF_AROUND) < TOLERANCE))
    fc.assert(fc.property(point, point, (a, b) => distanceMeters(a, b) <= HALF_AROUND))
  })
})
