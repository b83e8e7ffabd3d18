/** One text in two languages, side by side with the cut between, and what people say about it. */
import { type Language, speak } from '#src/platform/i18n/words.ts'
import { cut } from './cut.ts'
import { attribute, type Content, type Html, html, link } from './html.ts'
import { type Side, sideClass } from './side.ts'
import { tag } from './tag.ts'
import { showWords } from './words.ts'

export interface ParallelRow {
  /** Used as the row's id, so that links can lead to it. */
  id: string
  number: Content
  en: { heading: Content; body: Content }
  zh: { heading: Content; body: Content }
  /** Lifts the row out of the page and colours its cut. */
  changed?: boolean
  remarks?: { count: number; href: string }
  /** Buttons or a form under the row. */
  acts?: Content
}

function remarksLink(row: ParallelRow, language: Language): Html | undefined {
  if (!row.remarks) return undefined
  const { count, href } = row.remarks
  const words = speak(showWords, language).remarks(count)
  return html`<a class="row-remarks" href="${link(href)}" aria-label="${words}"><span aria-hidden="true">${count}</span></a>`
}

/** Rows of English left and Chinese right; the two stand under each other on a narrow screen. `label` names the whole. */
export function parallel(o: { rows: ParallelRow[]; language: Language; label: string }): Html {
  const w = speak(showWords, o.language)
  const rows = o.rows.map((row) => {
    const changed = row.changed && html`<span class="visually-hidden">${w.changed}</span>`
    return html`<li class="parallel-row${row.changed ? ' changed' : ''}" id="${row.id}">
      <p class="row-number">${row.number}${changed}</p>
      <div class="half-text" lang="en"><h2>${row.en.heading}</h2><div class="prose">${row.en.body}</div></div>
      ${cut()}
      <div class="half-text" lang="zh-CN"><h2>${row.zh.heading}</h2><div class="prose">${row.zh.body}</div></div>
      ${remarksLink(row, o.language)}
      ${row.acts && html`<div class="row-acts">${row.acts}</div>`}
    </li>`
  })
  return html`<ol class="parallel" aria-label="${o.label}">${rows}</ol>`
}

export interface Remark {
  who: Content
  when: Content
  text: Content
  side: Side
  id?: string
  /** Said beside the name where only this side sees the remark: "internal". */
  internal?: Content
}

/** What both sides say, each in its side's colour, in the column beside the text. */
export function remarks(o: { title: Content; remarks: Remark[]; empty?: Content; body?: Content; id?: string }): Html {
  const items = o.remarks.map(
    (one) =>
      html`<li class="remark ${sideClass(one.side)}${one.internal ? ' internal' : ''}"${attribute('id', one.id)}><p class="remark-who"><strong>${one.who}</strong> <span class="muted">${one.when}</span>${one.internal && html` ${tag(one.internal)}`}</p><div class="remark-text">${one.text}</div></li>`,
  )
  const list = items.length > 0 ? html`<ul>${items}</ul>` : o.empty && html`<p class="muted">${o.empty}</p>`
  return html`<section class="panel remarks"${attribute('id', o.id)}><h2 class="panel-title">${o.title}</h2>${list}${o.body}</section>`
}
