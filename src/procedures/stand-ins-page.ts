/** Who stands in for whom, and naming one. */
import type { Context } from 'hono'
import { type Language, type Phrase, speak } from '#src/platform/i18n/words.ts'
import {
  actButton,
  actions,
  type Content,
  form,
  html,
  section,
  selectField,
  submit,
  table,
  textField,
} from '#src/platform/ui/index.ts'
import type { WebEnv } from '#src/platform/web.ts'
import { partPage, type Told } from './parts-view.ts'
import type { StandIn } from './stand-in-store.ts'
import { procedureWords, standInWords } from './words.ts'

export interface StandInsView {
  all: StandIn[]
  today: string
  duties: { key: string; label: Phrase }[]
  /** In whose place the visitor may name somebody, and whom. */
  places: { id: string; name: string }[]
  people: { id: string; name: string }[]
}

export function standInsPage(c: Context<WebEnv>, view: StandInsView, told: Told = {}): Response {
  const { language } = c.var
  const w = speak(standInWords, language)
  const body = html`<p>${w.note}</p>${list(view, language)}${section({ title: w.add, id: 'add', body: addForm(view, language, told) })}`
  return partPage(c, 'standIns', body, told)
}

function list({ all, today, duties, places }: StandInsView, language: Language): Content {
  const w = speak(standInWords, language)
  const columns = [
    { label: w.person, head: true },
    { label: w.by },
    { label: w.duty },
    { label: w.days },
    { label: w.reason },
    { label: w.state },
  ]
  const rows = all.map((one) => {
    const over = one.ended || one.to < today
    const state = over ? w.over : one.from > today ? w.toCome : w.running
    const mine = places.some(({ id }) => id === one.for.account)
    const values = { id: one.id, person: one.for.account }
    const describe = one.by.name
    return [
      one.for.name,
      one.by.name,
      one.duty ? (duties.find(({ key }) => key === one.duty)?.label[language] ?? one.duty) : w.allDuties,
      w.until(one.from, one.to),
      html`<span class="as-written">${one.reason}</span>`,
      html`<span class="${over ? 'muted' : ''}">${state}</span>${!over && mine && actButton({ action: '/procedures/stand-ins/end', label: w.end, kind: 'quiet', values, describe })}`,
    ]
  })
  return table({ caption: w.caption, captionHidden: true, columns, rows, empty: w.none })
}

function addForm(view: StandInsView, language: Language, { typed = {} }: Told): Content {
  const w = speak(standInWords, language)
  if (view.places.length === 0) return html`<p class="muted">${w.noApprovers}</p>`
  const named = (list: { id: string; name: string }[]) => list.map(({ id, name }) => ({ value: id, label: name }))
  const choose = { value: '', label: procedureWords.choose[language] }
  const duties = view.duties.map(({ key, label }) => ({ value: key, label: label[language] }))
  return form({
    action: '/procedures/stand-ins',
    body: html`${selectField({ name: 'person', label: w.person, value: typed.person, options: named(view.places) })}
      ${selectField({ name: 'by', label: w.by, value: typed.by, options: [choose, ...named(view.people)] })}
      ${selectField({ name: 'duty', label: w.duty, value: typed.duty, options: [{ value: '', label: w.allDuties }, ...duties] })}
      <div class="row">${textField({ name: 'from', type: 'date', label: w.from, value: typed.from ?? view.today, required: true })}${textField({ name: 'to', type: 'date', label: w.to, value: typed.to, required: true })}</div>
      ${textField({ name: 'reason', label: w.reason, value: typed.reason, maxlength: 500, required: true, wide: true })}
      ${actions(submit({ label: w.add }))}`,
  })
}
