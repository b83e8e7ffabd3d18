import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Pin, spots, worldMap } from './world-map.ts'

const pin = (label: string, latitude: number, longitude: number, key = false): Pin => ({
  ...{ label, short: label, latitude, longitude, key },
  href: `/${label.toLowerCase()}`,
})
const london = pin('London', 51.5, -0.1, true)
const manchester = pin('Manchester', 53.5, -2.2)
const sydney = pin('Sydney', -33.9, 151.2)
const home = { latitude: 30.58, longitude: 114.27, label: 'Wuhan' }

const draw = (pins: Pin[], from: typeof home | null = home) =>
  String(worldMap({ home: from, pins, label: 'Map', join: (labels) => labels.join(' and '), severals: '/all' }))

test('places close together share one pin that names them all and leads to the list', () => {
  const map = draw([london, manchester, sydney])
  assert.match(
    map,
    /<a class="map-spot key several" href="\/all" aria-label="2 London · Manchester: London and Manchester">/,
  )
  assert.match(map, /<text class="map-count"[^>]*>2<\/text>/)
  assert.match(map, /<a class="map-spot" href="\/sydney" aria-label="Sydney: Sydney">/)
})

test('pins far enough apart to be pressed stay apart', () => {
  const place = ({ latitude, longitude }: Pin): [number, number] => [longitude, latitude]
  assert.equal(spots([pin('A', 0, 0), pin('B', 0, 26)], place).length, 1)
  assert.equal(spots([pin('A', 0, 0), pin('B', 0, 28)], place).length, 2)
})

test('whoever stands in East Asia sees the Pacific in the middle, others the Atlantic', () => {
  const x = (map: string, name: string) =>
    Number(new RegExp(`aria-label="${name}:.*?d="M([\\d.]+),`, 's').exec(map)![1])
  const east = draw([london, sydney])
  const west = draw([pin('Wuhan', 30.58, 114.27), sydney], { latitude: 51.5, longitude: -0.1, label: 'London' })
  assert.ok(x(east, 'London') < 250 && x(east, 'Sydney') > 400 && x(east, 'Sydney') < 600)
  assert.ok(x(west, 'Sydney') > 800)
})

test('every point of the drawing lies on the map, and the land is a few dozen kilobytes', () => {
  const map = draw([london, sydney, pin('Wellington', -41.3, 174.8), pin('Anchorage', 61.2, -149.9)])
  for (const [, x, y] of map.matchAll(/M(-?[\d.]+),(-?[\d.]+)h0/g))
    assert.ok(Number(x) >= 0 && Number(x) <= 1000 && Number(y) >= 0 && Number(y) <= 446, `${x},${y}`)
  assert.ok(map.length < 45_000, `${map.length}`)
})

test('without a home there are no lines, and a bad address is no link', () => {
  const map = draw([{ ...sydney, href: 'javascript:alert(1)' }], null)
  assert.doesNotMatch(map, /map-home|javascript:/)
})
