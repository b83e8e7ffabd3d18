/** Headings: of a page, of a section, of a block beside it; and facts, label and value. */
import { attribute, type Content, type Html, html } from './html.ts'

export interface Head {
  title: Content
  titleLang?: string
  /** The same title in the other language, of equal rank. */
  second?: Content
  secondLang?: string
  /** A small line above: where we are. */
  over?: Content
  /** A small line below: what to know. */
  meta?: Content
  acts?: Content
}

/** The head of a page with its h1. Exactly one on every page. */
export function head(o: Head): Html {
  return html`<div class="head">
    <div class="head-words">
      ${o.over && html`<p class="over">${o.over}</p>`}
      <h1${attribute('lang', o.titleLang)}>${o.title}</h1>
      ${o.second && html`<p class="second-title"${attribute('lang', o.secondLang)}>${o.second}</p>`}
      ${o.meta && html`<div class="meta">${o.meta}</div>`}
    </div>
    ${o.acts && html`<div class="head-acts">${o.acts}</div>`}
  </div>`
}

/** A part of a page under a heading with a hairline; `note` stands beside the title, small. */
export function section(o: { title: Content; note?: Content; body: Content; level?: 2 | 3; id?: string }): Html {
  const title = o.level === 3 ? html`<h3>${o.title}</h3>` : html`<h2>${o.title}</h2>`
  return html`<section class="section"${attribute('id', o.id)}>
    <div class="section-head">${title}${o.note && html`<p class="section-note">${o.note}</p>`}</div>
    ${o.body}
  </section>`
}

/** A block in the column beside the page, or a card. */
export function panel(o: { title?: Content; body: Content }): Html {
  return html`<section class="panel">${o.title && html`<h2 class="panel-title">${o.title}</h2>`}${o.body}</section>`
}

/** Label left, value right, a hairline between the rows. `good` sets the value in the colour of agreement. */
export function facts(rows: { label: Content; value: Content; good?: boolean }[]): Html {
  return html`<dl class="facts">${rows.map(
    (row) =>
      html`<div class="fact"><dt>${row.label}</dt><dd${attribute('class', row.good && 'good')}>${row.value}</dd></div>`,
  )}</dl>`
}

/** An empty page or list: what is missing, and what to do next. */
export function empty(o: { title: Content; text: Content; acts?: Content }): Html {
  return html`<div class="empty"><p class="empty-title">${o.title}</p><p>${o.text}</p>${o.acts && html`<div class="row">${o.acts}</div>`}</div>`
}

/** How far a long work has come; without `value`, only that it is under way. */
export function progress(o: { label: Content; value?: number; max?: number }): Html {
  return html`<label class="progress"><span>${o.label}</span><progress${attribute('value', o.value)}${attribute('max', o.value === undefined ? undefined : (o.max ?? 100))}></progress></label>`
}
