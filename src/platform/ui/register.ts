/** A list of things with a name, a line about each, and what to do: what waits today, agreements in force. */
import { attribute, type Content, type Html, html, link } from './html.ts'
import { type Side, sideClass } from './side.ts'

export interface RegisterItem {
  title: Content
  href?: string
  sub?: Content
  /** Right of the title: how long, until when. */
  note?: Content
  /** The note counts: it is late. */
  urgent?: boolean
  act?: { label: Content; href: string; describe?: string }
  /** Whose it is; the dot is plain where it is nobody's. */
  side?: Side
}

function entry(item: RegisterItem): Html {
  const title = item.href ? html`<a href="${link(item.href)}">${item.title}</a>` : item.title
  const about = item.act?.describe && html`<span class="visually-hidden"> ${item.act.describe}</span>`
  const act = item.act && html`<a class="register-act" href="${link(item.act.href)}">${item.act.label}${about}</a>`
  return html`<li class="register-item ${sideClass(item.side)}"><span class="dot" aria-hidden="true"></span><div class="register-words"><p class="register-title">${title}</p>${item.sub && html`<p class="register-sub">${item.sub}</p>`}</div><p class="register-end">${item.note && html`<span${attribute('class', item.urgent && 'urgent')}>${item.note}</span>`} ${act}</p></li>`
}

/** A list under hairlines; `label` names it for screen readers. */
export function register(o: { items: RegisterItem[]; label: string }): Html {
  return html`<ul class="register" aria-label="${o.label}">${o.items.map(entry)}</ul>`
}
