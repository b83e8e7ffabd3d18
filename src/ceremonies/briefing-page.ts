/** Where our officers write what speakers get: once for all, and for each person. */
import type { Context } from 'hono'
import { type Language, speak } from '#src/platform/i18n/words.ts'
import {
  actions,
  type Content,
  form,
  head,
  hidden,
  html,
  linkButton,
  notice,
  page,
  pairField,
  panel,
  section,
  submit,
} from '#src/platform/ui/index.ts'
import type { WebEnv } from '#src/platform/web.ts'
import type { OfficersCeremony } from './access.ts'
import type { Problem } from './around-answers.ts'
import type { Background, Briefing } from './briefing-store.ts'
import type { Guest } from './guest.ts'
import { briefingWords } from './papers-words.ts'
import type { Bilingual } from './plan.ts'
import { readerOf } from './reader.ts'

export interface BriefingShown {
  held: OfficersCeremony
  background: Background
  /** Who is written about now; undefined where nobody is on any list. */
  guest: Guest | undefined
  briefing: Briefing
  done: boolean
  problem?: Problem & { typedBriefing?: Briefing; typedBackground?: Background }
}

export function briefingPage(c: Context<WebEnv>, s: BriefingShown): Response {
  const { language } = c.var
  const w = speak(briefingWords, language)
  const { plan } = s.held
  const over = html`<a href="/ceremonies/${plan.id}/papers">${plan.title[language] || plan.title.en || plan.title.zh}</a>`
  const body = html`${s.done && notice({ kind: 'done', title: w.saved, answer: true })}
    ${s.problem && notice({ kind: 'refusal', answer: true, title: s.problem.text })}
    ${head({ title: w.title, over, meta: w.note })}
    ${s.guest && guestSection(s, s.guest, language)}
    ${section({ title: w.common, body: commonForm(s, language) })}`
  return page(c, { title: w.title, current: 'ceremonies', body, aside: people(c, s) }, s.problem?.status)
}

function guestSection({ held: { plan }, briefing, problem }: BriefingShown, guest: Guest, language: Language): Content {
  const w = speak(briefingWords, language)
  const typed = problem?.typedBriefing ?? briefing
  const fields = html`${hidden({ version: String(briefing.version), guest: guest.id })}
    ${pair('points', w.points, typed.points, language, { rows: 7 })}${beside(problem?.typedBriefing && briefing.points, language)}
    ${pair('life', w.life, typed.life, language, { rows: 5 })}${beside(problem?.typedBriefing && briefing.life, language)}
    ${actions(submit({ label: w.save }), linkButton({ href: `/ceremonies/${plan.id}/papers/briefing.pdf?guest=${guest.id}`, label: w.pack, kind: 'quiet' }))}`
  const title = html`<span translate="no">${[guest.name.native, guest.name.latin].filter(Boolean).join(' ')}</span>`
  return section({
    title,
    body: form({ action: `/ceremonies/${plan.id}/briefing`, guard: true, language, body: fields }),
  })
}

function commonForm({ held: { plan }, background, problem }: BriefingShown, language: Language): Content {
  const w = speak(briefingWords, language)
  const typed = problem?.typedBackground ?? background
  const fields = html`${hidden({ version: String(background.version) })}
    ${pair('ties', w.ties, typed.ties, language, { rows: 5, hint: w.tiesHint })}${beside(problem?.typedBackground && background.ties, language)}
    ${pair('proposed', w.proposed, typed.proposed, language, { rows: 5, hint: w.proposedHint })}${beside(problem?.typedBackground && background.proposed, language)}
    ${actions(submit({ label: w.save, kind: 'plain' }))}`
  return form({ action: `/ceremonies/${plan.id}/background`, guard: true, language, body: fields })
}

const pair = (name: string, label: string, value: Bilingual, language: Language, o: { rows: number; hint?: string }) =>
  pairField({ name, label, value, language, multiline: true, ...o })

/** What a colleague saved, when the same was written by two. */
function beside(saved: Bilingual | undefined, language: Language): Content {
  if (!saved || (!saved.en && !saved.zh)) return ''
  return html`<p class="hint">${briefingWords.theirs[language]}</p><p class="hint as-written" lang="en">${saved.en}</p><p class="hint as-written" lang="zh-CN">${saved.zh}</p>`
}

function people(c: Context<WebEnv>, { held, guest }: BriefingShown) {
  const w = speak(briefingWords, c.var.language)
  const reader = readerOf(held, c.var.language, c.var.now)
  const lists = [reader.us, reader.partner].map((party) => {
    const items = held.plan.guests[party]!.map((one) => {
      const here = one.id === guest?.id ? html` aria-current="page"` : ''
      return html`<li><a href="/ceremonies/${held.plan.id}/briefing?guest=${one.id}"${here} translate="no">${one.name.latin}</a></li>`
    })
    return html`<h3>${reader.short(party)}</h3><ul class="plain-list">${items}</ul>`
  })
  return panel({ title: w.who, body: html`${lists}` })
}
