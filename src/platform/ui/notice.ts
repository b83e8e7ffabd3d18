/** Boxes that say something now: whose turn it is, a warning, a refusal, that something was done. */
import { attribute, type Content, type Html, html } from './html.ts'

export type NoticeKind = 'turn' | 'waiting' | 'note' | 'warning' | 'refusal' | 'done'

const signs: Record<NoticeKind, string> = { turn: '', waiting: '', note: '', warning: '!', refusal: '×', done: '✓' }

export interface Notice {
  kind: NoticeKind
  title: Content
  body?: Content
  acts?: Content
  /** Read out at once when the page shows it; refusals always are. */
  live?: boolean
  /** What became of the form just sent: read out, and where the keyboard goes on from, past the navigation. */
  answer?: boolean
}

/** A notice. Kinds differ by sign and edge as well as by colour. */
export function notice(o: Notice): Html {
  const role = o.kind === 'refusal' ? 'alert' : o.live || o.answer ? 'status' : null
  const sign = signs[o.kind]
  return html`<div class="notice ${o.kind}"${attribute('role', role)}${o.answer && html` tabindex="-1" autofocus`}>${sign && html`<span class="notice-sign" aria-hidden="true">${sign}</span>`}<div><p class="notice-title">${o.title}</p>${o.body && html`<div class="notice-body">${o.body}</div>`}${o.acts && html`<div class="row">${o.acts}</div>`}</div></div>`
}
