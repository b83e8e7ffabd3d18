/** The one stylesheet that differs from node to node: the accent of the house and the colour of its partner. */
import { createHash } from 'node:crypto'
import type { House } from '#src/platform/web.ts'
import { hue, mix, readable } from './colour.ts'
import { ground } from './ground.ts'

const blue = { light: '#1d4c86', dark: '#8db8ea' }
const red = { light: '#a52a25', dark: '#ec8f84' }

/** The partner's side is blue, or red where the house itself is blue: the two sides never look alike. */
function partnerOf(accent: House['accent']): House['accent'] {
  const degrees = hue(accent.light)
  return degrees > 180 && degrees < 290 ? red : blue
}

function colours(accent: House['accent'], mode: 'light' | 'dark'): string {
  const { sheet, paper, ink } = ground[mode]
  const house = readable(readable(accent[mode], paper, ink), sheet, ink)
  const partner = readable(partnerOf(accent)[mode], paper, ink)
  return `--house:${house};--partner:${partner};--house-tint:${mix(sheet, house, 0.09)};--partner-tint:${mix(sheet, partner, 0.09)}`
}

/** The stylesheet of a house and its address, which carries the hash of the content. The accent is darkened or lightened until it can be read. */
export function houseStyle(house: House): { url: string; css: string } {
  const { accent } = house
  const css = `:root{${colours(accent, 'light')}}\n@media (prefers-color-scheme:dark){:root{${colours(accent, 'dark')}}}\n@media print{:root{${colours(accent, 'light')}}}\n`
  const hash = createHash('sha256').update(css).digest('hex').slice(0, 12)
  return { url: `/assets/house.${hash}.css`, css }
}
