/** One programme: who takes part, with what falls due; what it aims at; how it came to this. */

import type { Context } from 'hono'
import { htmlLang, speak } from '#src/platform/i18n/words.ts'
import { dayWords } from '#src/platform/time.ts'
import {
  type Content,
  facts,
  head,
  html,
  inLanguage,
  linkButton,
  notice,
  page,
  panel,
  section,
  timeline,
} from '#src/platform/ui/index.ts'
import type { WebEnv } from '#src/platform/web.ts'
import { groupingFilter, joinForm, partnersTable } from './partners-view.ts'
import { programmeName } from './programmes-page.ts'
import type { ReadProgramme } from './read-programme.ts'
import { stepActs } from './steps-view.ts'
import { targetsSection } from './targets-view.ts'
import { areaWords, programmeActWords, programmeStateWords, programmeWords } from './words.ts'

export interface ProgrammeSaid {
  done?: boolean
  problem?: { text: string; status: 403 | 404 | 409 | 422 }
}

export function programmePage(c: Context<WebEnv>, view: ReadProgramme, said: ProgrammeSaid = {}): Response {
  const { language } = c.var
  const w = speak(programmeWords, language)
  const { programme: p, mayKeep } = view
  const [first, second] = language === 'en' ? (['en', 'zh'] as const) : (['zh', 'en'] as const)
  const name = { en: p.name_en, zh: p.name_zh }
  const heading = head({
    over: html`<a href="/programmes">${w.title}</a>`,
    title: name[first] || name[second],
    titleLang: htmlLang[name[first] ? first : second],
    second: name[first] && name[second] ? name[second] : undefined,
    secondLang: htmlLang[second],
    meta: `${dayWords(p.starts_on, language)} – ${dayWords(p.ends_on, language)}`,
    acts: mayKeep && linkButton({ href: `/programmes/${p.id}/edit`, label: w.edit }),
  })
  const told = said.problem
    ? notice({ kind: 'refusal', answer: true, title: said.problem.text })
    : said.done && notice({ kind: 'done', title: w.done, answer: true })
  const body = html`${told}${heading}${section({ title: w.partners, body: html`${groupingFilter(c, view)}${partnersTable(c, view)}${joinForm(c, view)}` })}${prose(c, view)}${targetsSection(c, view)}${history(c, view)}`
  const aside = panel({ title: w.about, body: html`${about(c, view)}${stepActs(c, view)}` })
  return page(c, { title: programmeName(p, language), current: 'partners', body, aside }, said.problem?.status)
}

function about(c: Context<WebEnv>, { programme: p, others }: ReadProgramme): Content {
  const { language } = c.var
  const w = speak(programmeWords, language)
  const list = p.areas.map((area) => areaWords[area][language]).join(language === 'en' ? ', ' : '、')
  const next = others.find(({ id }) => id === p.successor)
  return facts([
    { label: w.state, value: html`<strong>${programmeStateWords[p.state][language]}</strong>` },
    ...(next
      ? [{ label: w.successor, value: html`<a href="/programmes/${next.id}">${programmeName(next, language)}</a>` }]
      : []),
    ...(p.owner_en || p.owner_zh
      ? [{ label: w.owner, value: inLanguage({ en: p.owner_en, zh: p.owner_zh }, language) }]
      : []),
    ...(list ? [{ label: w.areas, value: list }] : []),
    ...(p.budget ? [{ label: w.budget, value: money(p.budget, p.currency!, language) }] : []),
    { label: w.review, value: w.everyMonths(p.review_months) },
  ])
}

const money = (amount: string, currency: string, language: 'en' | 'zh') =>
  new Intl.NumberFormat(htmlLang[language], { style: 'currency', currency, maximumFractionDigits: 2 }).format(
    Number(amount),
  )

function prose(c: Context<WebEnv>, { programme: p }: ReadProgramme): Content {
  const { language } = c.var
  const w = speak(programmeWords, language)
  const parts = [
    { title: w.aims, text: { en: p.aims_en, zh: p.aims_zh } },
    { title: w.criteria, text: { en: p.criteria_en, zh: p.criteria_zh } },
    { title: w.benefits, text: { en: p.benefits_en, zh: p.benefits_zh } },
    { title: w.meetings, text: { en: p.meetings_en, zh: p.meetings_zh } },
  ].filter(({ text }) => text.en || text.zh)
  return html`${parts.map(({ title, text }) => section({ title, body: html`<p class="serif">${inLanguage(text, language)}</p>` }))}`
}

function history(c: Context<WebEnv>, { steps, us }: ReadProgramme): Content {
  if (steps.length === 0) return ''
  const { language } = c.var
  const w = speak(programmeWords, language)
  const entries = steps.map((step) => ({
    at: step.at,
    what: programmeActWords[step.act as keyof typeof programmeActWords].past[language],
    who: step.by_name,
    note: step.reason,
    side: 'ours' as const,
  }))
  const places = [{ zone: us.zone, city: us.city }]
  return section({ title: w.history, body: timeline({ entries, places, language, label: w.history }) })
}
