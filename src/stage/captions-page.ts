/** The interpreter's desk: two boxes of lines to send, and what stands on stage. */
import type { Language } from '#src/platform/i18n/words.ts'
import { htmlLang, speak } from '#src/platform/i18n/words.ts'
import {
  actions,
  form,
  type Html,
  hidden,
  html,
  liveRegion,
  nothing,
  notice,
  panel,
  submit,
  textArea,
  type View,
} from '#src/platform/ui/index.ts'
import { deskHead, deskTitle, onStage } from './desk-head.ts'
import type { BackstageView } from './read-console.ts'
import type { Line, Tongue } from './said-store.ts'
import { captionWords, consoleWords } from './words.ts'

export interface CaptionsView extends BackstageView {
  /** The last lines sent in each language, newest first. */
  sent: Record<Tongue, Line[]>
  /** Lines that wait in a box, after the first was sent without scripts. */
  rest?: Partial<Record<Tongue, string>>
  problem?: string
}

export function captionsPage(view: CaptionsView): View {
  const { language } = view.reader
  const w = speak(captionWords, language)
  const region = (id: string, body: Html) => liveRegion({ id, src: view.live, body, language })
  const wrong = view.problem
    ? notice({ kind: 'refusal', answer: true, title: consoleWords.actFailed[language], body: view.problem })
    : nothing
  const order: Tongue[] = language === 'en' ? ['en', 'zh'] : ['zh', 'en']
  const body = html`${region('captions-head', deskHead(view, w.title))}${wrong}<div class="caption-desks">${order.map((tongue) => deskOf(view, tongue, region))}</div>`
  const aside = region('captions-aside', panel({ title: consoleWords.onStage[language], body: onStage(view) }))
  return { title: deskTitle(w.title, view), current: 'ceremonies', body, aside }
}

function deskOf(view: CaptionsView, tongue: Tongue, region: (id: string, body: Html) => Html): Html {
  const w = speak(captionWords, view.reader.language)
  const name = tongue === 'en' ? w.english : w.chinese
  const at = `/ceremonies/${view.plan.id}/captions`
  const box = textArea({
    name: 'lines',
    id: `lines-${tongue}`,
    label: html`${w.box} <span class="visually-hidden">${name}</span>`,
    hint: w.hint,
    lang: htmlLang[tongue],
    value: view.rest?.[tongue] ?? '',
    rows: 6,
    wide: true,
  })
  const sending = form({
    action: at,
    body: html`${hidden({ language: tongue, id: crypto.randomUUID() })}${box}${actions(submit({ label: w.send, describe: name }))}`,
  })
  const clearing = html`<form class="act" action="${at}" method="post">${hidden({ language: tongue, id: crypto.randomUUID(), lines: '', clear: 'yes' })}${submit({ label: w.clear, kind: 'quiet', describe: name })}</form>`
  return html`<section class="caption-desk"><h2>${name}</h2>${region(`captions-${tongue}`, standing(view, tongue))}<caption-lines>${sending}</caption-lines>${clearing}</section>`
}

function standing(view: CaptionsView, tongue: Tongue): Html {
  const { language } = view.reader
  const w = speak(captionWords, language)
  const shown = view.captions[tongue]
  const now =
    shown.length > 0
      ? shown.map((line) => html`<p>${line.text}</p>`)
      : html`<p class="muted">${unlanged(w.none, language)}</p>`
  const before = view.sent[tongue].filter((line) => line.text !== '' && !shown.some((one) => one.id === line.id))
  const list = before.slice(0, 6).map((line) => html`<li>${line.text}</li>`)
  const history =
    list.length > 0 &&
    html`<details><summary class="small muted" lang="${htmlLang[language]}">${w.sent}</summary><ul class="plain-list small">${list}</ul></details>`
  return html`<div class="caption-now" lang="${htmlLang[tongue]}">${now}${history}</div>`
}

const unlanged = (text: string, language: Language): Html => html`<span lang="${htmlLang[language]}">${text}</span>`
