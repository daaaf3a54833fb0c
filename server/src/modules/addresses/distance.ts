export interface Point {
  readonly latitude: number
  readonly longitude: number
}

/** The mean radius of the earth (IUGG). The earth is no sphere: the distance is accurate to half a per cent. */
export const EARTH_RADIUS_METERS = 6_371_008.8

/** Along the great circle, by Haversine, which stays exact for near points. */
export function distanceMeters(from: Point, to: Point): number {
  const halfLatitude = radians(to.latitude - from.latitude) / 2
  const halfLongitude = radians(to.longitude - from.longitude) / 2
  const h =
    Math.sin(halfLatitude) ** 2 +
    Math.cos(radians(from.latitude)) * Math.cos(radians(to.latitude)) * Math.sin(halfLongitude) ** 2
  // Rounding can take antipodes past 1, where there is no arc.
  return 2 * EARTH_RADIUS_METERS * Math.asin(Math.sqrt(Math.min(1, h)))
}

const radians = (degrees: number) => (degrees * Math.PI) / 180
