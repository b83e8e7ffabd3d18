/** Parts of a page that renew themselves when something changed. */
import { type Language, speak } from '#src/platform/i18n/words.ts'
import { attribute, type Html, html, link } from './html.ts'
import { showWords } from './words.ts'

export interface LiveRegion {
  /** Unique on the page; the renewed part is found in the fetched page by it. */
  id: string
  /** Address of the event stream, best with `?since=` the revision the page shows; each event means "something changed". */
  src: string
  /** Where the renewed part is fetched: this page when left out. */
  fragment?: string
  body: Html
  language: Language
}

/**
 * A region that is fetched again and replaced whenever the event stream speaks; a plain block without scripts.
 * An element with `data-announce` inside is read out to screen readers when its text has changed.
 */
export function liveRegion(o: LiveRegion): Html {
  const w = speak(showWords, o.language)
  return html`<live-region id="${o.id}" src="${link(o.src)}"${attribute('fragment', o.fragment && link(o.fragment))} offline="${w.offline}">${o.body}</live-region>`
}
