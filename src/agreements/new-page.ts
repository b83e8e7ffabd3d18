/** Where an officer starts an agreement. */
import type { Context } from 'hono'
import type { Institution } from '#src/partners/index.ts'
import { type Language, speak } from '#src/platform/i18n/words.ts'
import {
  actions,
  empty,
  errorSummary,
  form,
  head,
  html,
  page,
  pairField,
  radios,
  selectField,
  submit,
} from '#src/platform/ui/index.ts'
import type { WebEnv } from '#src/platform/web.ts'
import type { Template } from '#src/procedures/index.ts'
import type { Typed } from './discussion-page.ts'
import { newWords } from './words.ts'

export interface Choices {
  partners: Institution[]
  templates: Template[]
}

/** @param problem what was wrong with what was typed, in words */
export function newPage(
  c: Context<WebEnv>,
  { partners, templates }: Choices,
  typed: Typed = {},
  problem?: string,
): Response {
  const { language } = c.var
  const w = speak(newWords, language)
  const fields = html`${selectField({
    name: 'partner',
    label: w.partner,
    value: typed.partner,
    options: partners.map((one) => ({ value: one.ror, label: one.name[language] || one.name.en })),
  })}
  ${templateField(templates, typed, language)}
  ${radios({
    name: 'kind',
    legend: w.kind,
    value: typed.kind ?? 'key',
    options: [
      { value: 'key', label: w.key, hint: w.keyHint },
      { value: 'general', label: w.general, hint: w.generalHint },
    ],
  })}
  ${pairField({ name: 'title', label: w.agreementTitle, value: { en: typed.title_en ?? '', zh: typed.title_zh ?? '' }, errors: problem ? { [language]: problem } : {}, neededLater: true, language })}
  ${actions(submit({ label: w.start }))}`
  const body =
    partners.length > 0
      ? html`${problem && errorSummary({ language, errors: [{ field: `title_${language}`, message: problem }] })}<p>${w.note}</p>${form({ action: '/agreements', body: fields })}`
      : empty({ title: w.noPartnerTitle, text: w.noPartnerText })
  return page(
    c,
    { title: w.title, current: 'agreements', kind: 'plain', body: html`${head({ title: w.title })}${body}` },
    problem ? 422 : 200,
  )
}

function templateField(templates: Template[], typed: Typed, language: Language) {
  const w = speak(newWords, language)
  const inUse = templates.filter(({ retired }) => !retired)
  if (inUse.length === 0) return ''
  const options = inUse.map(({ id, name }) => ({ value: id, label: name[language] }))
  return selectField({
    name: 'template',
    label: w.template,
    hint: w.templateHint,
    value: typed.template,
    options: [{ value: '', label: w.noTemplate }, ...options],
  })
}
