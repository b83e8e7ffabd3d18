/** One university: its names in both languages, facts with their sources, people, and the partnership with its history. */
import type { Context } from 'hono'
import { htmlLang, speak } from '#src/platform/i18n/words.ts'
import { worksHere } from '#src/platform/people/visitor.ts'
import { type Content, head, html, linkButton, notice, page } from '#src/platform/ui/index.ts'
import type { WebEnv } from '#src/platform/web.ts'
import { mayMovePartnership } from './access.ts'
import { archiveSection } from './archive-view.ts'
import { livelinessPanel } from './dormancy-view.ts'
import { contactNeededNotice, leadsSection } from './leads-section.ts'
import { aboutPanel, factsSection } from './partner-facts-view.ts'
import { peopleSection } from './partner-people-view.ts'
import { stepsSection } from './partnership-steps-view.ts'
import { partnershipPanel, type Said } from './partnership-view.ts'
import { place } from './place.ts'
import type { Partner } from './read-partner.ts'
import { partnerWords } from './words.ts'

/** What areas above add to the page. */
export interface Added {
  /** Under the heading. */
  first?: Content
  beside?: Content
}

export function partnerPage(c: Context<WebEnv>, p: Partner, said: Said = {}, added: Added = {}): Response {
  const { language } = c.var
  const w = speak(partnerWords, language)
  const { institution } = p
  const [first, second] = language === 'en' ? (['en', 'zh'] as const) : (['zh', 'en'] as const)
  const heading = head({
    over: institution.ours ? w.ourselves : html`<a href="/partners">${w.title}</a>`,
    title: institution.name[first] || institution.name[second],
    titleLang: institution.name[first] ? htmlLang[first] : htmlLang[second],
    second: institution.name[first] && institution.name[second] ? institution.name[second] : undefined,
    secondLang: htmlLang[second],
    meta: place(institution, language),
    acts: html`${!institution.ours && linkButton({ href: `/partners/${institution.ror}/brief.pdf`, label: w.briefMe })}${p.mayStart && linkButton({ href: `/agreements/new?partner=${institution.ror}`, label: w.newAgreement })}`,
  })
  const body = html`${said.done && notice({ kind: 'done', title: w.done, answer: true })}
    ${said.problem && notice({ kind: 'refusal', answer: true, title: said.problem.text })}
    ${heading}${contactNeededNotice(c, p)}${added.first}${factsSection(p, language)}${leadsSection(c, p)}${peopleSection(p, language)}${stepsSection(c, p)}${archiveLinks(c, p)}`
  const aside = html`${partnershipPanel(p, language, said)}${p.lively && livelinessPanel(p.lively, language)}${added.beside}${aboutPanel(c, p)}`
  const title = institution.name[language] || institution.name[second] || institution.name.en
  return page(c, { title, current: 'partners', body, aside }, said.problem?.status)
}

function archiveLinks(c: Context<WebEnv>, { institution, visitor }: Partner): Content {
  if (institution.ours || !worksHere(visitor)) return ''
  const at = `/archive/partners/${institution.ror}`
  return archiveSection({ at, office: mayMovePartnership(visitor), language: c.var.language })
}
