/** Where an officer begins to plan a ceremony. */
import type { Context } from 'hono'
import type { Institution } from '#src/partners/index.ts'
import { speak } from '#src/platform/i18n/words.ts'
import type { Refusal } from '#src/platform/refusal.ts'
import {
  actions,
  empty,
  form,
  head,
  hidden,
  html,
  notice,
  page,
  pairField,
  selectField,
  submit,
} from '#src/platform/ui/index.ts'
import type { WebEnv } from '#src/platform/web.ts'
import { type Kind, kinds } from './frame.ts'
import type { FrameForm } from './frame-form.ts'
import type { Bilingual } from './plan.ts'
import { kindWords } from './value-words.ts'
import { whenFields } from './when-page.ts'
import { newWords } from './words.ts'

export interface Beginning {
  us: Institution
  partners: Institution[]
  partner: Institution | undefined
  /** The agreement to be signed, with its title. */
  agreement: { id: string; title: Bilingual } | null
  typed: { kind: Kind; title: Bilingual } & Pick<FrameForm, 'date' | 'time' | 'which'>
  problem?: { text: string; status: Refusal['status'] }
}

export function newPage(c: Context<WebEnv>, b: Beginning): Response {
  const { language } = c.var
  const w = speak(newWords, language)
  const body = html`${head({ title: w.title, over: html`<a href="/ceremonies">${w.over}</a>` })}
    ${b.problem && notice({ kind: 'refusal', answer: true, title: b.problem.text })}
    ${b.partners.length > 0 ? html`<p>${w.note}</p>${beginForm(b, language)}` : empty({ title: w.noPartnerTitle, text: w.noPartnerText })}`
  return page(c, { title: w.title, current: 'ceremonies', kind: 'plain', body }, b.problem?.status ?? 200)
}

function beginForm(b: Beginning, language: 'en' | 'zh') {
  const w = speak(newWords, language)
  const named = (one: Institution) => ({ value: one.ror, label: one.name[language] || one.name.en })
  const partner = b.partner ?? b.partners[0]!
  const place = ({ zone, city }: Institution) => ({ zone, city })
  const about = b.agreement
    ? html`${hidden({ agreement: b.agreement.id, partner: partner.ror, kind: 'signing' })}<dl class="facts"><div class="fact"><dt>${w.agreement}</dt><dd>${b.agreement.title[language] || b.agreement.title.en || b.agreement.title.zh}</dd></div><div class="fact"><dt>${w.partner}</dt><dd>${partner.name[language] || partner.name.en}</dd></div></dl>`
    : html`${selectField({ name: 'partner', label: w.partner, value: partner.ror, options: b.partners.map(named) })}${selectField({ name: 'kind', label: w.kind, value: b.typed.kind, options: kinds.map((value) => ({ value, label: kindWords[value][language] })) })}`
  return form({
    action: '/ceremonies',
    body: html`${hidden({ id: crypto.randomUUID() })}${about}
      ${pairField({ name: 'title', label: w.ceremonyTitle, value: b.typed.title, language, either: true })}
      ${whenFields({ typed: b.typed, places: [place(b.us), place(partner)], language })}
      ${actions(submit({ label: w.start }))}`,
  })
}
