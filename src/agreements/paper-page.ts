/** An agreement signed in ink: both originals side by side, and the second person's check. */
import type { Context } from 'hono'
import { speak } from '#src/platform/i18n/words.ts'
import type { Refusal } from '#src/platform/refusal.ts'
import { dateWords } from '#src/platform/time.ts'
import { actButton, type Content, head, html, inLanguage, notice, page, section } from '#src/platform/ui/index.ts'
import type { WebEnv } from '#src/platform/web.ts'
import { originalSection } from './paper-original-view.ts'
import { isComplete, type Paper, type PaperDetails, type PaperSide, paperSides, wroteIt } from './paper-signing.ts'
import { paperWords } from './paper-words.ts'
import type { EntryView } from './read-entry.ts'

export interface PaperView {
  view: EntryView
  paper: Paper
  /** What was typed for a side and refused, and the revision it goes on top of. */
  typed?: { side: PaperSide; details: PaperDetails; revision: number }
  problem?: { text: string; status: Refusal['status'] }
}

export function paperPage(c: Context<WebEnv>, p: PaperView): Response {
  const { language } = c.var
  const w = speak(paperWords, language)
  const { entry } = p.view
  const over = html`<a href="/register/${entry.id}">${inLanguage({ en: entry.title_en, zh: entry.title_zh }, language)}</a>`
  const told = html`${p.problem && notice({ kind: 'refusal', answer: true, title: p.problem.text })}`
  const sides = paperSides.map((side) => originalSection(c, p, side))
  const body = html`${told}${head({ title: w.title, over, meta: w.lead })}
    <div class="two-fields">${sides}</div>${section({ title: w.check, id: 'check', body: checkPart(c, p) })}`
  return page(c, { title: w.title, current: 'register', body }, p.problem?.status)
}

function checkPart(c: Context<WebEnv>, { view, paper }: PaperView): Content {
  const { language, visitor, house } = c.var
  const w = speak(paperWords, language)
  if (paper.check) {
    const { byName, at } = paper.check
    return notice({ kind: 'done', title: w.checked(byName, dateWords(at, house.zone, language)) })
  }
  if (!isComplete(paper)) return html`<p class="muted">${w.waits}</p>`
  if (!view.officer || wroteIt(paper, visitor!.account.id)) return html`<p>${w.another}</p>`
  return html`<p>${w.checkText}</p>${actButton({ action: `/register/${view.entry.id}/paper/check`, label: w.checkIt, kind: 'primary' })}`
}
