/** Lists brought in, and sending another. */
import type { Context } from 'hono'
import { speak } from '#src/platform/i18n/words.ts'
import type { Refusal } from '#src/platform/refusal.ts'
import { dateWords } from '#src/platform/time.ts'
import {
  actions,
  empty,
  fileField,
  form,
  head,
  html,
  notice,
  page,
  section,
  submit,
  table,
} from '#src/platform/ui/index.ts'
import type { WebEnv } from '#src/platform/web.ts'
import type { imports } from './store.ts'
import { importStateWords, importWords } from './words.ts'

export interface ImportsView {
  all: Awaited<ReturnType<typeof imports>>
  officer: boolean
  problem?: { text: string; status: Refusal['status'] }
}

export function importsPage(c: Context<WebEnv>, { all, officer, problem }: ImportsView): Response {
  const { language, house } = c.var
  const w = speak(importWords, language)
  const send = form({
    action: '/imports',
    multipart: true,
    body: html`${fileField({ name: 'file', label: w.file, hint: w.bringText, accept: '.xlsx,.csv,.tsv,.txt', required: true, wide: true })}${actions(submit({ label: w.send }))}`,
  })
  const rows = all.map((one) => [
    html`<a class="register-title" href="/imports/${one.id}">${one.name}</a>`,
    importStateWords[one.state][language],
    one.done_at ? String(one.entered) : '',
    w.byOn(one.done_by_name ?? one.began_by_name, dateWords(one.done_at ?? one.began_at, house.zone, language)),
  ])
  const columns = [
    { label: w.list, head: true },
    { label: w.state },
    { label: w.entered, numeric: true },
    { label: w.by },
  ]
  const list =
    all.length > 0
      ? table({ caption: w.title, captionHidden: true, columns, rows })
      : empty({ title: w.none, text: w.noneText })
  const body = html`${problem && notice({ kind: 'refusal', answer: true, title: problem.text })}
    ${head({ over: html`<a href="/register">${w.over}</a>`, title: w.title })}
    ${officer && section({ title: w.bring, body: send })}${section({ title: w.soFar, body: list })}`
  return page(c, { title: w.title, current: 'register', body }, problem?.status)
}
