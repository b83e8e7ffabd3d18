/** The pages of a document, as images, to read by scrolling. */
import { attribute, type Html, html, link } from './html.ts'

export interface Sheet {
  src: string
  /** What the page says, or where to read it: "Page 1 of 4; the text follows below". */
  alt: string
  /** Size of the image in pixels. */
  width: number
  height: number
}

/** A frame that scrolls through the pages, by keyboard too. The first page is loaded at once, the others when they come near. */
export function sheets(o: { pages: Sheet[]; label: string }): Html {
  const pages = o.pages.map(
    (page, at) =>
      html`<img class="sheet" src="${link(page.src)}" alt="${page.alt}" width="${page.width}" height="${page.height}"${attribute('loading', at > 0 && 'lazy')}>`,
  )
  return html`<section class="sheets" aria-label="${o.label}" tabindex="0">${pages}</section>`
}
