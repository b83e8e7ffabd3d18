/** Where the words of the minutes are written; the facts stand beside them and cannot be changed. */
import type { Context } from 'hono'
import { speak } from '#src/platform/i18n/words.ts'
import {
  actions,
  type Content,
  form,
  type Html,
  head,
  hidden,
  html,
  linkButton,
  notice,
  page,
  pairField,
  person,
  submit,
} from '#src/platform/ui/index.ts'
import type { WebEnv } from '#src/platform/web.ts'
import type { SeenCeremony } from './access.ts'
import { afterWords } from './after-words.ts'
import type { Problem } from './around-answers.ts'
import type { Minutes, MinutesItem, Prose } from './minutes.ts'
import { titleOf } from './minutes-page.ts'
import { itemHours } from './minutes-text.ts'
import { minutesWords } from './minutes-words.ts'
import type { Bilingual } from './plan.ts'
import { type Reader, readerOf } from './reader.ts'
import { blockWords } from './value-words.ts'

/** Where the words are written; the facts stand beside them and cannot be changed. */
export function minutesEditPage(
  c: Context<WebEnv>,
  o: { seen: SeenCeremony; minutes: Minutes; prose: Prose; version: number; problem?: Problem },
): Response {
  const { language } = c.var
  const w = speak(minutesWords, language)
  const reader = readerOf(o.seen, language, c.var.now)
  const { plan } = o.seen
  const pair = (name: string, label: Content, value: Bilingual, rows: number) =>
    pairField({ name, label, value, language, multiline: true, rows })
  const items = o.minutes.items.map((item) => {
    const label = `${titleOf(item, language) || blockWords[item.block][language]}`
    return html`<div class="minutes-item">${itemFacts(item, o.minutes, reader)}${pair(`item_${item.id}`, label, o.prose.summaries[item.id] ?? { en: '', zh: '' }, 3)}</div>`
  })
  const fields = html`${hidden({ version: String(o.version) })}${pair('opening', w.opening, o.prose.opening, 4)}${items}${pair('closing', w.closing, o.prose.closing, 3)}
    ${actions(submit({ label: w.save }), linkButton({ href: `/ceremonies/${plan.id}/minutes`, label: afterWords.back[language], kind: 'quiet' }))}`
  const body = html`${o.problem && notice({ kind: 'refusal', answer: true, title: o.problem.text })}
    ${head({ title: w.title, over: html`<a href="/ceremonies/${plan.id}/after">${titleOf(plan, language)}</a>`, meta: w.note })}
    ${form({ action: `/ceremonies/${plan.id}/minutes`, guard: true, language, body: fields })}`
  return page(c, { title: w.title, current: 'ceremonies', body }, o.problem?.status)
}

function itemFacts(item: MinutesItem, minutes: Minutes, { language }: Reader): Html {
  const [ours, theirs] = itemHours(item, minutes, language)
  return html`<p class="small muted numbers">${ours} · ${theirs}${item.speaker && html` · ${person(item.speaker.name)}`}</p>`
}
