/** Colours as numbers: contrast as WCAG 2.2 defines it, and a shade that can be read on a given ground. */

type Rgb = [number, number, number]

function parse(colour: string): Rgb {
  const found = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(colour)
  if (!found) throw new TypeError(`a colour is #rrggbb, not ${colour}`)
  return [1, 2, 3].map((at) => Number.parseInt(found[at]!, 16)) as Rgb
}

function write(rgb: Rgb): string {
  return `#${rgb.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`
}

/** Relative luminance, 0 to 1: https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function luminance(colour: string): number {
  const [red, green, blue] = parse(colour).map((part) => {
    const share = part / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  }) as Rgb
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** Contrast ratio of two `#rrggbb` colours, 1 to 21: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
export function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

/** Mixes two colours; `share` is how much of the second, 0 to 1. */
export function mix(one: string, other: string, share: number): string {
  const [a, b] = [parse(one), parse(other)]
  return write(a.map((part, at) => part + (b[at]! - part) * share) as Rgb)
}

/** The colour itself where it can be read as text on the ground (`ratio`, 4.5 for AA), else the nearest mix with `ink` that can. */
export function readable(colour: string, ground: string, ink: string, ratio = 4.5): string {
  for (let share = 0; share <= 1; share += 0.02) {
    const tried = mix(colour, ink, share)
    if (contrast(tried, ground) >= ratio) return tried
  }
  return ink
}

/** Hue in degrees, 0 red, 120 green, 240 blue; 0 for greys. */
export function hue(colour: string): number {
  const [r, g, b] = parse(colour)
  const most = Math.max(r, g, b)
  const span = most - Math.min(r, g, b)
  if (span === 0) return 0
  const sixth = most === r ? (g - b) / span : most === g ? 2 + (b - r) / span : 4 + (r - g) / span
  return (sixth * 60 + 360) % 360
}
