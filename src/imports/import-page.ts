/** One list: what would become of it, or what became of it. */
import type { Context } from 'hono'
import { colon, type Language, speak } from '#src/platform/i18n/words.ts'
import type { Refusal } from '#src/platform/refusal.ts'
import { dateWords } from '#src/platform/time.ts'
import {
  actButton,
  actWithReason,
  type Content,
  type Html,
  head,
  hidden,
  html,
  inLanguage,
  linkButton,
  notice,
  page,
  submit,
} from '#src/platform/ui/index.ts'
import type { WebEnv } from '#src/platform/web.ts'
import { plannedRows, savedRows } from './import-rows-view.ts'
import { settingsForm } from './import-settings-view.ts'
import type { BroughtView, ListView } from './read-import.ts'
import { importStateWords, importWords, separatorWords, staysWords } from './words.ts'

export interface Told {
  problem?: { text: string; status: Refusal['status'] }
}

export function importPage(c: Context<WebEnv>, view: ListView | BroughtView, { problem }: Told = {}): Response {
  const { language } = c.var
  const w = speak(importWords, language)
  const { found } = view
  const heading = head({
    over: html`<a href="/imports">${w.title}</a>`,
    title: found.name,
    meta: html`<span>${importStateWords[found.state][language]}</span> <span>${when(c, view)}</span>${'list' in view && html` <span>${readAs(view, language)}</span>`}`,
    acts: html`${linkButton({ href: `/imports/${found.id}/file`, label: w.original, kind: 'quiet' })}${'list' in view ? dropping(view, language) : taking(view, language)}`,
  })
  const told = problem && notice({ kind: 'refusal', answer: true, title: problem.text })
  const body =
    'list' in view
      ? html`${told}${heading}${summary(view, language)}${view.officer && settingsForm(view, language)}${plannedRows(c, view)}`
      : html`${told}${heading}${outcome(c, view)}${savedRows(c, view)}`
  return page(c, { title: found.name, current: 'register', body }, problem?.status)
}

function when(c: Context<WebEnv>, { found }: ListView | BroughtView): string {
  const w = speak(importWords, c.var.language)
  const on = (at: Temporal.Instant) => dateWords(at, c.var.house.zone, c.var.language)
  if (found.undone_at) return w.byOn(found.undone_by_name!, on(found.undone_at))
  return w.byOn(found.done_by_name ?? found.began_by_name, on(found.done_at ?? found.began_at))
}

function readAs({ list: { sheet } }: ListView, language: Language): string {
  const w = speak(importWords, language)
  if (sheet.as.kind === 'workbook') return w.asWorkbook(sheet.as.names[sheet.as.sheet] ?? '')
  return w.asText(sheet.as.encoding.toUpperCase(), separatorWords[sheet.as.separator]![language])
}

/** What confirming would do, and the button that does it. */
function summary({ found, list, counts, joining, officer }: ListView, language: Language): Html {
  const w = speak(importWords, language)
  const gap = language === 'en' ? ' ' : ''
  const waits = counts.asked > 0 && html`${gap}${w.waiting(counts.asked)}`
  const acts =
    officer &&
    counts.new > 0 &&
    html`<form class="act" action="/imports/${found.id}/confirm" method="post">${hidden({ shown: list.hash })}${submit({ label: w.confirm(counts.new) })}</form>`
  const joins = joining.length > 0 && html`${gap}${w.newPartners(joining.length)}`
  return notice({
    kind: counts.new > 0 ? 'turn' : 'note',
    title: w.ready(counts.new),
    body: html`<p>${w.readyText(counts.there + counts.repeated, counts.unreadable)}${waits}${joins}</p>`,
    acts,
  })
}

const dropping = ({ found, officer }: ListView, language: Language): Content =>
  officer && actButton({ action: `/imports/${found.id}/drop`, label: importWords.drop[language], kind: 'quiet' })

function taking({ found, rows, officer }: BroughtView, language: Language): Content {
  if (!officer || found.state !== 'done') return ''
  const w = speak(importWords, language)
  return actWithReason({
    id: 'undo',
    action: `/imports/${found.id}/undo`,
    open: w.undo,
    title: w.undo,
    explain: w.undoExplain(rows.filter((row) => row.outcome === 'new').length),
    confirm: w.undo,
    reason: false,
    language,
  })
}

/** Which partners went with the list, and which stay and why. */
function partnersPart(partners: BroughtView['partners'], language: Language): Content {
  const w = speak(importWords, language)
  const stayed = partners.filter(({ stays }) => stays !== null)
  const gone = partners.length - stayed.length
  const items = stayed.map(
    ({ ror, name, stays }) =>
      html`<li><a href="/partners/${ror}">${inLanguage(name, language)}</a>${colon[language]}${staysWords[stays!][language]}</li>`,
  )
  return html`${gone > 0 && html`<p>${w.partnersGone(gone)}</p>`}${stayed.length > 0 && html`<p>${w.stayed}</p><ul>${items}</ul>`}`
}

function outcome(c: Context<WebEnv>, { found, rows, partners }: BroughtView): Html {
  const w = speak(importWords, c.var.language)
  const n = (of: string) => rows.filter((row) => row.outcome === of).length
  const csv = n('unreadable') > 0 && linkButton({ href: `/imports/${found.id}/left-out.csv`, label: w.leftOut })
  if (found.state === 'undone')
    return notice({ kind: 'note', title: w.undone, body: partnersPart(partners, c.var.language) })
  const text = w.doneText(n('there') + n('repeated'), n('unreadable'))
  return notice({ kind: 'done', title: w.done(n('new')), body: html`<p>${text}</p>`, acts: csv })
}
