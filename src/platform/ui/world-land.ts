/** The land of the world as one path: no borders, no names, so that a map takes no side. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type GeoPermissibleObjects, type GeoProjection, geoEqualEarth, geoPath } from 'd3-geo'
import { feature } from 'topojson-client'

/** Which ocean the map is cut in: the Atlantic for houses of East Asia and Oceania, else the Pacific. */
export type Centre = 'pacific' | 'atlantic'

export const mapWidth = 1000
export const mapHeight = 446

const rotation: Record<Centre, number> = { pacific: -150, atlantic: -11 }

/** What must be seen: all land but Antarctica, where no university stands. */
const frame: GeoPermissibleObjects = {
  type: 'MultiPoint',
  coordinates: [-179, -90, 0, 90, 179].flatMap((longitude) => [
    [longitude, 83.7],
    [longitude, -56],
  ]),
}

function projectionOf(centre: Centre): GeoProjection {
  const projection = geoEqualEarth()
  // Fitted unrotated: the frame is the same on either map.
  projection.fitExtent(
    [
      [4, 4],
      [mapWidth - 4, mapHeight - 4],
    ],
    frame,
  )
  return projection.rotate([rotation[centre], 0])
}

interface Drawn {
  project: GeoProjection
  land: string
}

const drawn = new Map<Centre, Drawn>()

type World = Parameters<typeof feature>[0] & { objects: { land: Parameters<typeof feature>[1] } }

function read(): GeoPermissibleObjects {
  const file = fileURLToPath(import.meta.resolve('world-atlas/land-110m.json'))
  const world = JSON.parse(readFileSync(file, 'utf8')) as World
  return feature(world, world.objects.land) as GeoPermissibleObjects
}

/** Rings whose lowest point lies beyond the frame are Antarctica; islets of a few points are left out. */
function visible(path: string): string {
  const rings = path.split('M').slice(1)
  return rings
    .filter((ring) => {
      const heights = [...ring.matchAll(/,(-?[\d.]+)/g)].map(([, y]) => Number(y))
      return heights.length > 3 && Math.min(...heights) < mapHeight - 6
    })
    .map((ring) => `M${ring}`)
    .join('')
}

/** The land and the projection it was drawn with. Made once for each centre, when first asked for. */
export function worldLand(centre: Centre): Drawn {
  const known = drawn.get(centre)
  if (known) return known
  const project = projectionOf(centre)
  const made = { project, land: visible(geoPath(project).digits(0)(read()) ?? '') }
  drawn.set(centre, made)
  return made
}
