/** One agreement of the register: names on both sides, dates, what it asks for, what belongs to it, its files. */
import type { Context } from 'hono'
import { speak } from '#src/platform/i18n/words.ts'
import type { Refusal } from '#src/platform/refusal.ts'
import { head, html, inLanguage, linkButton, notice, page } from '#src/platform/ui/index.ts'
import type { WebEnv } from '#src/platform/web.ts'
import { datesPanel } from './entry-dates-view.ts'
import { familySection } from './entry-family-view.ts'
import { filesSection } from './entry-files-view.ts'
import { flagsOf } from './entry-flag.ts'
import { namesSection } from './entry-names-view.ts'
import { flagWords } from './entry-reminder-words.ts'
import { settlementSection } from './entry-settlement-view.ts'
import { datesOf } from './entry-standing.ts'
import { entryWords } from './entry-words.ts'
import type { EntryView } from './read-entry.ts'

export interface EntryTold {
  done?: boolean
  problem?: { text: string; status: Refusal['status'] }
}

export function entryPage(c: Context<WebEnv>, view: EntryView, told: EntryTold = {}): Response {
  const { language } = c.var
  const w = speak(entryWords, language)
  const { entry, officer, partner } = view
  const heading = head({
    over: html`<a href="/register">${w.title}</a>`,
    title: inLanguage({ en: entry.title_en, zh: entry.title_zh }, language),
    second: entry.title_en && entry.title_zh ? entry[language === 'en' ? 'title_zh' : 'title_en'] : undefined,
    secondLang: language === 'en' ? 'zh-CN' : 'en',
    meta: html`<a href="/partners/${partner.ror}">${inLanguage(partner.name, language)}</a>`,
    acts: html`${entry.agreement && linkButton({ href: `/agreements/${entry.agreement}`, label: w.text })}${view.paper && linkButton({ href: `/register/${entry.id}/paper`, label: w.paper })}${officer && linkButton({ href: `/register/${entry.id}/edit`, label: w.edit })}`,
  })
  const flags = flagsOf(
    { ...datesOf(entry), noticeMonths: entry.notice_months, reviewOn: entry.review_on },
    view.umbrella ? datesOf(view.umbrella) : null,
    view.day,
  ).map((flag) => notice({ kind: 'warning', title: flagWords[flag][language] }))
  const body = html`${told.done && notice({ kind: 'done', title: w.done, answer: true })}${told.problem && notice({ kind: 'refusal', answer: true, title: told.problem.text })}
    ${heading}${paperWaits(view) && notice({ kind: 'warning', title: w.paperOpen })}${flags}${settlementSection(c, view)}${namesSection(c, view)}${familySection(c, view)}${filesSection(c, view)}`
  const title = entry.title_en || entry.title_zh
  return page(c, { title, current: 'register', body, aside: datesPanel(c, view) }, told.problem?.status)
}

/** Somebody wrote originals down that nobody has compared yet. */
const paperWaits = ({ paper }: EntryView): boolean =>
  paper !== null && !paper.check && Object.keys(paper.originals).length > 0
