/** Institutions of ours that the registry no longer lists as active, each with its successors. */
import type { Context } from 'hono'
import { speak } from '#src/platform/i18n/words.ts'
import { dayWords } from '#src/platform/time.ts'
import {
  actWithReason,
  type Content,
  empty,
  head,
  html,
  inBoth,
  notice,
  type Problem,
  page,
  table,
} from '#src/platform/ui/index.ts'
import type { WebEnv } from '#src/platform/web.ts'
import { barOf } from './institution-move.ts'
import type { Changed } from './institution-move-store.ts'
import { moveBarWords, moveWords } from './institution-move-words.ts'
import { partnerWords } from './words.ts'

export interface ChangedView {
  changed: (Changed & { hasNode: boolean })[]
  problem?: Problem
}

export function changedPage(c: Context<WebEnv>, { changed, problem }: ChangedView): Response {
  const { language } = c.var
  const w = speak(moveWords, language)
  const over = html`<a href="/partners">${partnerWords.title[language]}</a>`
  const rows = changed.map((one) => [
    html`<a class="register-title" href="/partners/${one.ror}">${inBoth({ en: one.name_en, zh: one.name_zh }, language)}</a>`,
    w[one.status](dayWords(one.modified, language)),
    successors(c, one),
  ])
  const columns = [{ label: w.institution, head: true }, { label: w.happened }, { label: w.successor }]
  const list =
    rows.length > 0
      ? table({ caption: w.title, captionHidden: true, columns, rows })
      : empty({ title: w.emptyTitle, text: w.emptyText })
  const told = problem && notice({ kind: 'refusal', answer: true, title: problem.text })
  const body = html`${told}${head({ over, title: w.title, meta: w.note })}${list}`
  return page(c, { title: w.title, current: 'partners', body }, problem?.status)
}

function successors(c: Context<WebEnv>, one: ChangedView['changed'][number]): Content {
  const { language } = c.var
  const w = speak(moveWords, language)
  const bar = barOf({ ...one, successors: one.successors.map(({ ror }) => ror) })
  const rows = one.successors.map(({ ror, name, name_zh: zh }) => {
    const named = language === 'zh' ? zh || name : name
    const act = actWithReason({
      id: `move-${one.ror}-${ror}`,
      action: `/partners/${one.ror}/successor`,
      open: w.moveTo(named),
      title: w.moveTo(named),
      explain: w.explain,
      confirm: w.move,
      kind: 'plain',
      values: { to: ror },
      reason: false,
      language,
    })
    return bar ? html`<p><a href="/directory/${ror}">${named}</a></p>` : act
  })
  return html`${rows}${bar && html`<p class="small muted">${moveBarWords[bar][language]}</p>`}`
}
