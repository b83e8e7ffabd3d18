/** A drawn map of the world with places on it. Everything it shows must also stand in words beside it. */
import { attribute, type Html, html, link } from './html.ts'
import { type Centre, mapHeight, mapWidth, worldLand } from './world-land.ts'

export interface Pin {
  latitude: number
  longitude: number
  /** What is read out and shown on pointing: `Birmingham: University of Birmingham`. */
  label: string
  /** What is written beside it, where there is room. */
  short: string
  href: string
  /** Of the top tier. */
  key: boolean
}

export interface WorldMap {
  /** Where we are; the lines begin here. */
  home: { latitude: number; longitude: number; label: string } | null
  pins: Pin[]
  /** What the map shows, in a sentence. */
  label: string
  /** Joins the names of places that lie too near each other to be drawn apart. */
  join: (labels: string[]) => string
  /** Where a pin of several places leads. */
  severals: string
}

interface Spot {
  x: number
  y: number
  pins: Pin[]
}

/** Places nearer than this, in units of the drawing, share one pin, so that each can be pressed. */
const apart = 27

/** East Asia and Oceania see the Pacific in the middle, everyone else the Atlantic. */
const centreFor = (longitude: number): Centre => (longitude > 60 ? 'pacific' : 'atlantic')

/** Pins in groups that lie close together, each group at the middle of its places. */
export function spots(pins: Pin[], place: (pin: Pin) => [number, number] | null): Spot[] {
  const groups: Spot[] = []
  for (const pin of pins) {
    const at = place(pin)
    if (!at) continue
    const near = groups.find(({ x, y }) => Math.hypot(x - at[0], y - at[1]) < apart)
    if (!near) groups.push({ x: at[0], y: at[1], pins: [pin] })
    else {
      const n = near.pins.length
      near.x = (near.x * n + at[0]) / (n + 1)
      near.y = (near.y * n + at[1]) / (n + 1)
      near.pins.push(pin)
    }
  }
  return groups
}

const rounded = (value: number): number => Math.round(value * 10) / 10

/** A line from home that leaves and arrives like a stroke of the pen: bent upwards, the more the farther it goes. */
function stroke(from: [number, number], to: Spot): string {
  const distance = Math.hypot(to.x - from[0], to.y - from[1])
  const bend = [(from[0] + to.x) / 2, (from[1] + to.y) / 2 - distance * 0.22].map(rounded)
  return `M${rounded(from[0])},${rounded(from[1])}Q${bend[0]},${bend[1]} ${rounded(to.x)},${rounded(to.y)}`
}

/** A dot of the same size on every screen: a line of no length with round ends, whose width does not scale. */
const dot = (name: string, x: number, y: number): Html =>
  html`<path class="${name}" d="M${rounded(x)},${rounded(y)}h0" vector-effect="non-scaling-stroke" />`

/** The middle of a name that stands below its pin, moved so that the name stays on the map. */
function inside(x: number, name: string): number {
  const half = [...name].reduce((width, sign) => width + (sign > '\u2e80' ? 11 : 5.4), 0) / 2
  return Math.min(Math.max(x, half), mapWidth - half)
}

function spotLink({ x, y, pins }: Spot, { join, severals }: Pick<WorldMap, 'join' | 'severals'>): Html {
  const count =
    pins.length > 1 &&
    html`<text class="map-count" x="${rounded(x)}" y="${rounded(y)}" dy="0.36em">${pins.length}</text>`
  const names = [...new Set(pins.map(({ short }) => short))].join(' · ')
  // What is written there stands in what is read out: whoever speaks to the browser names what they see.
  const label = `${pins.length > 1 ? `${pins.length} ` : ''}${names}: ${join(pins.map((pin) => pin.label))}`
  const name = html`<text class="map-name" x="${rounded(inside(x, names))}" y="${rounded(y)}" dy="${pins.length > 1 ? 25 : 19}">${names}</text>`
  const kinds = `map-spot${pins.some(({ key }) => key) ? ' key' : ''}${pins.length > 1 ? ' several' : ''}`
  return html`<a class="${kinds}" href="${link(pins.length > 1 ? severals : pins[0]!.href)}" aria-label="${label}">${dot('map-reach', x, y)}${dot('map-ring', x, y)}${dot('map-dot', x, y)}${count} ${name}</a>`
}

/** The map as inline SVG in the inks of the page: land, lines from home, a pin for each place. */
export function worldMap({ home, pins, label, ...o }: WorldMap): Html {
  const { project, land } = worldLand(centreFor(home?.longitude ?? 0))
  const at = ({ longitude, latitude }: { longitude: number; latitude: number }) => project([longitude, latitude])
  const from = home && at(home)
  const groups = spots(pins, at)
  const lines = from
    ? groups.map(
        (spot) =>
          html`<path d="${stroke(from, spot)}"${attribute('class', spot.pins.some(({ key }) => key) && 'key')} />`,
      )
    : ''
  return html`<svg class="world" viewBox="0 0 ${mapWidth} ${mapHeight}" role="group" aria-label="${label}">
    <path class="map-land" d="${land}" aria-hidden="true" />
    <g class="map-lines" aria-hidden="true">${lines}</g>
    ${from && html`<g class="map-home" aria-hidden="true">${dot('map-ring', from[0], from[1])}${dot('map-dot', from[0], from[1])}</g>`}
    ${groups.map((spot) => spotLink(spot, o))}
  </svg>`
}
