/** The cut: the wavy line between the two halves. */
import { type Html, html } from './html.ts'

/** The wavy line. It fills the height of its row and repeats a whole number of times, so rows above each other join. Ornament only. */
export function cut(): Html {
  return html`<span class="cut" aria-hidden="true"></span>`
}

/**
 * One stretch of the cut, used as a mask so that CSS gives it its colour. It begins and ends upright on the middle line:
 * stretches repeat without a seam.
 */
export const cutFile = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 14 128" width="14" height="128" preserveAspectRatio="none"><path fill="none" stroke="#000" stroke-width="1.300" d="M7 0C7 9 10.6 15 10.6 26S3.2 46 3.4 60 9 78 9.4 90 7 116 7 128"/></svg>
`
