/** Outlines in TopoJSON: borders are arcs shared by neighbours, each a first point and then differences. */
export interface Topology {
  readonly transform: { readonly scale: Pair; readonly translate: Pair }
  readonly arcs: readonly (readonly Pair[])[]
  readonly objects: { readonly countries: { readonly geometries: readonly Geometry[] } }
}
type Pair = readonly number[]
type Ring = readonly number[]
type Geometry = { readonly properties: { readonly name: string } } & (
  | { readonly type: 'Polygon'; readonly arcs: readonly Ring[] }
  | { readonly type: 'MultiPolygon'; readonly arcs: readonly (readonly Ring[])[] }
)

export interface Box {
  readonly west: number
  readonly east: number
  readonly south: number
  readonly north: number
}

export interface Country {
  /** In English, as in the file. */
  readonly name: string
  readonly parts: readonly Part[]
  readonly largest: Part
}

interface Part {
  readonly box: Box
  /** For an SVG with x as the longitude and y as the inverted latitude. */
  readonly path: string
  readonly outline: readonly Pair[]
}

/** The outlines of all countries: Natural Earth, public domain, shipped with the screens. */
export async function loadWorld(): Promise<readonly Country[]> {
  const { default: topology } = await import('world-atlas/countries-50m.json')
  return countriesOf(topology)
}

export function countriesOf(topology: Topology): Country[] {
  const lines = topology.arcs.map((arc) => unfolded(arc, topology.transform))
  return topology.objects.countries.geometries.map((geometry) => {
    const polygons = geometry.type === 'Polygon' ? [geometry.arcs] : geometry.arcs
    const parts = polygons.map((rings) => partOf(rings.map((ring) => joined(ring, lines))))
    const largest = parts.reduce((most, part) => (areaOf(part.box) > areaOf(most.box) ? part : most))
    return { name: geometry.properties.name, parts, largest }
  })
}

/** Whether a point is in the polygon, ignoring holes. */
export function holds({ outline }: Part, longitude: number, latitude: number): boolean {
  let inside = false
  for (const [index, [x = 0, y = 0]] of outline.entries()) {
    const [fromX = 0, fromY = 0] = outline.at(index - 1)!
    const crosses = y > latitude !== fromY > latitude
    if (crosses && longitude < ((fromX - x) * (latitude - y)) / (fromY - y) + x) inside = !inside
  }
  return inside
}

export const meet = (one: Box, other: Box) =>
  one.west < other.east && other.west < one.east && one.south < other.north && other.south < one.north

function unfolded(arc: readonly Pair[], { scale, translate }: Topology['transform']): Pair[] {
  let [x, y] = [0, 0]
  return arc.map(([dx = 0, dy = 0]) => {
    x += dx
    y += dy
    return [x * scale[0]! + translate[0]!, y * scale[1]! + translate[1]!]
  })
}

/** A negative number is the arc reversed. Where two arcs meet, the point is in both. */
function joined(ring: Ring, lines: readonly (readonly Pair[])[]): Pair[] {
  return ring.flatMap((index, place) => {
    const line = index < 0 ? [...lines[~index]!].reverse() : lines[index]!
    return place === 0 ? line : line.slice(1)
  })
}

function partOf(rings: readonly (readonly Pair[])[]): Part {
  const outline = rings[0]!
  const [xs, ys] = [outline.map(([x]) => x!), outline.map(([, y]) => y!)]
  return {
    outline,
    box: { west: Math.min(...xs), east: Math.max(...xs), south: Math.min(...ys), north: Math.max(...ys) },
    path: rings.map((ring) => `M${ring.map(([x, y]) => `${x!.toFixed(3)} ${(-y!).toFixed(3)}`).join('L')}Z`).join(''),
  }
}

const areaOf = ({ west, east, south, north }: Box) => (east - west) * (north - south)
