import { type Box, type Country, holds, meet } from './world.ts'

export interface Point {
  readonly latitude: number
  readonly longitude: number
}

/** The visible part of the world: its centre, and its height in degrees of latitude. */
export interface View {
  readonly middle: Point
  readonly height: number
}

export const ASPECT = 2
const CLOSEST = 0.25
const WIDEST = 120
const NEAR = 4
const KM_PER_DEGREE = 111.32
const LEAST_SHARE = 0.12
const STEPS = [0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10, 20, 30]
const BARS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000]

/** The factor by which a degree of longitude is shorter than one of latitude. */
export const narrowing = ({ middle }: View) => Math.cos((middle.latitude * Math.PI) / 180)
export const around = (middle: Point): View => ({ middle, height: NEAR })
export const zoomed = ({ middle, height }: View, times: number): View => ({
  middle,
  height: Math.min(WIDEST, Math.max(CLOSEST, height / times)),
})

/** A whole country with its surroundings. */
export function whole({ largest }: Country): View {
  const { west, east, south, north } = largest.box
  const middle = { latitude: (south + north) / 2, longitude: (west + east) / 2 }
  const wide = ((east - west) * narrowing({ middle, height: 0 })) / ASPECT
  return { middle, height: Math.max(north - south, wide) * 1.2 }
}

export function boxOf(view: View): Box {
  const { latitude, longitude } = view.middle
  const [up, aside] = [view.height / 2, (view.height * ASPECT) / narrowing(view) / 2]
  return { west: longitude - aside, east: longitude + aside, south: latitude - up, north: latitude + up }
}

/** A point of the picture, from 0 to 1 on each axis. */
export function pointAt(view: View, right: number, down: number): Point {
  const { west, east, south, north } = boxOf(view)
  return within({ longitude: west + right * (east - west), latitude: north - down * (north - south) })
}

/** 11 m: no map of this size is finer. */
export const within = ({ latitude, longitude }: Point): Point => ({
  latitude: Number(Math.min(90, Math.max(-90, latitude)).toFixed(4)),
  longitude: Number(Math.min(180, Math.max(-180, longitude)).toFixed(4)),
})

export const seen = (countries: readonly Country[], view: View) => {
  const box = boxOf(view)
  return countries.flatMap(({ parts }) => parts.filter((part) => meet(part.box, box)))
}

export interface Label {
  readonly name: string
  /** The position in the picture, from 0 to 1 on each axis. */
  readonly right: number
  readonly down: number
}

/** The names of countries with enough area in view, each in the middle of its visible part. */
export function labels(countries: readonly Country[], view: View): Label[] {
  const box = boxOf(view)
  const [wide, high] = [box.east - box.west, box.north - box.south]
  return countries.flatMap(({ name, largest }) => {
    if (!meet(largest.box, box)) return []
    const [west, east] = [Math.max(box.west, largest.box.west), Math.min(box.east, largest.box.east)]
    const [south, north] = [Math.max(box.south, largest.box.south), Math.min(box.north, largest.box.north)]
    const [longitude, latitude] = [(west + east) / 2, (south + north) / 2]
    const isSeen = (east - west) / wide > LEAST_SHARE && (north - south) / high > LEAST_SHARE
    if (!isSeen || !holds(largest, longitude, latitude)) return []
    return [{ name, right: (longitude - box.west) / wide, down: (box.north - latitude) / high }]
  })
}

/** Grid lines, about four from top to bottom. */
export function grid(view: View): { readonly meridians: number[]; readonly parallels: number[] } {
  const step = STEPS.find((one) => one >= view.height / 4) ?? 30
  const { west, east, south, north } = boxOf(view)
  const between = (from: number, to: number) => {
    const first = Math.ceil(from / step)
    return Array.from({ length: Math.max(0, Math.floor(to / step) - first + 1) }, (_, place) => (first + place) * step)
  }
  return { meridians: between(west, east), parallels: between(south, north) }
}

/** A round distance for the scale, and its share of the width. */
export function scaleBar({ height }: View): { readonly km: number; readonly share: number } {
  const wide = height * ASPECT * KM_PER_DEGREE
  const km = BARS.findLast((one) => one <= wide / 4) ?? 1
  return { km, share: km / wide }
}
