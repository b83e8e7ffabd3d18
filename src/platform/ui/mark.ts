/** The mark: a small document cut by a wavy line. */
import { drawing, type Html } from './html.ts'

/** The mark as inline SVG in the ink of the text and the accent of the house. Ornament: the name stands beside it. */
export function mark(): Html {
  return drawing`<svg class="mark" viewBox="0 0 20 24" width="20" height="24" aria-hidden="true" focusable="false"><path class="mark-sheet" d="M1 1h18v22H1z"/><path class="mark-cut" d="M10 1c2.6 2 2.4 3.6 0 5.4S7.200 10 10 12s2.600 3.700.2 5.500S7.600 21 10 23"/></svg>`
}

/** The mark as a file of its own, for the browser's tab. */
export const markFile = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><style>.s{fill:#fffefa;stroke:#1c1a17}.c{stroke:#a52a25}@media(prefers-color-scheme:dark){.s{fill:#1f1c18;stroke:#ece7dc}.c{stroke:#e9857a}}</style><path class="s" stroke-width="1.5" d="M3 1h18v22H3z"/><path class="c" fill="none" stroke-width="2" d="M12 1c2.600 2 2.400 3.600 0 5.400S9.200 10 12 12s2.600 3.700.2 5.500S9.600 21 12 23"/></svg>
`
