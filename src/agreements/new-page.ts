/** Where an officer starts an agreement. */
import type { Context } from 'hono'
import type { Institution } from '#src/partners/index.ts'
import { speak } from '#src/platform/i18n/words.ts'
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
import type { Typed } from './discussion-page.ts'
import { newWords } from './words.ts'

/** @param problem what was wrong with what was typed, in words */
export function newPage(c: Context<WebEnv>, partners: Institution[], typed: Typed = {}, problem?: string): Response {
  const { language } = c.var
  const w = speak(newWords, language)
  const fields = html`${selectField({
    name: 'partner',
    label: w.partner,
    value: typed.partner,
    options: partners.map((one) => ({ value: one.ror, label: one.name[language] || one.name.en })),
  })}
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
