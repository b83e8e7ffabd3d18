/** The form in which an agreement is proposed. */
import type { Context } from 'hono'
import { type Institution, partnerRefusalWords, type Unit, unitField } from '#src/partners/index.ts'
import { type Language, speak } from '#src/platform/i18n/words.ts'
import type { Refusal } from '#src/platform/refusal.ts'
import {
  actions,
  type Content,
  empty,
  form,
  head,
  html,
  notice,
  page,
  pairField,
  radios,
  refusalText,
  section,
  selectField,
  submit,
  textArea,
  textField,
} from '#src/platform/ui/index.ts'
import type { WebEnv } from '#src/platform/web.ts'
import type { AgreementType, Template } from '#src/procedures/index.ts'
import { answers, type RiskQuestion, riskQuestions } from './proposal.ts'
import { proposalRefusalWords } from './refusal-words.ts'
import { answerWords, fieldWords, proposalWords, questionWords } from './words.ts'

export interface StartView {
  partners: Institution[]
  types: AgreementType[]
  templates: Template[]
  /** Our tree. */
  units: Unit[]
  typed: Partial<Record<string, string>>
  refusal?: Refusal
}

export function startPage(c: Context<WebEnv>, view: StartView): Response {
  const { language } = c.var
  const w = speak(proposalWords, language)
  const over = html`<a href="/proposals">${w.title}</a>`
  const refused =
    view.refusal &&
    notice({
      kind: 'refusal',
      answer: true,
      title: refusalText(view.refusal, { ...partnerRefusalWords, ...proposalRefusalWords }, language),
    })
  const fields = html`${whatFields(view, language)}${whyFields(view, language)}${riskFields(view, language)}${actions(submit({ label: w.send }))}`
  const body =
    view.partners.length > 0
      ? form({ action: '/proposals', guard: true, language, body: fields })
      : empty({ title: w.start, text: w.noPartners })
  return page(
    c,
    {
      title: w.start,
      current: 'proposals',
      body: html`${refused}${head({ title: w.start, over, meta: w.startNote })}${body}`,
    },
    view.refusal?.status,
  )
}

function whatFields({ partners, types, templates, units, typed }: StartView, language: Language): Content {
  const f = speak(fieldWords, language)
  const w = speak(proposalWords, language)
  const named = partners.map((one) => ({ value: one.ror, label: one.name[language] || one.name.en }))
  const kinds = types.filter(({ retired }) => !retired).map(({ key, name }) => ({ value: key, label: name[language] }))
  const texts = templates
    .filter(({ retired }) => !retired)
    .map(({ id, name }) => ({ value: id, label: name[language] }))
  const title = { en: typed.title_en ?? '', zh: typed.title_zh ?? '' }
  return html`${selectField({ name: 'partner', label: f.partner, value: typed.partner, options: named })}
    ${selectField({ name: 'kind', label: f.kind, value: typed.kind, options: kinds })}
    ${texts.length > 0 && selectField({ name: 'template', label: f.template, value: typed.template, options: [{ value: '', label: w.noTemplate }, ...texts] })}
    ${pairField({ name: 'title', label: f.title, value: title, language, either: true })}
    ${unitField({ label: f.unit, none: w.whole, units, chosen: { unit: typed.unit ?? '', unitId: typed.unit || null }, language })}`
}

function whyFields({ typed }: StartView, language: Language): Content {
  const f = speak(fieldWords, language)
  const w = speak(proposalWords, language)
  const area = (name: 'purpose' | 'fit' | 'resources' | 'results') =>
    textArea({ name, label: f[name], value: typed[name], rows: 3, maxlength: 4000, required: true, wide: true })
  const money = html`<div class="row">${textField({ name: 'value', label: f.value, value: typed.value, inputmode: 'decimal', maxlength: 20, language })}${textField({ name: 'currency', label: f.currency, hint: 'CNY, GBP …', value: typed.currency, maxlength: 3, language })}</div>`
  const body = html`<div class="stack">${area('purpose')}${area('fit')}${area('resources')}${money}${area('results')}</div>`
  return section({ title: w.unitsAndWhy, body })
}

function riskFields({ typed }: StartView, language: Language): Content {
  const f = speak(fieldWords, language)
  const w = speak(proposalWords, language)
  const options = answers.map((value) => ({ value, label: answerWords[value][language] }))
  const questions = (Object.keys(riskQuestions) as RiskQuestion[]).map(
    (key) =>
      html`<section class="field-group" aria-label="${questionWords[key][language]}">${radios({ name: `risk_${key}`, legend: questionWords[key][language], value: typed[`risk_${key}`] ?? 'no', options })}${textField({ name: `measure_${key}`, label: w.measure, value: typed[`measure_${key}`], maxlength: 1000, language, wide: true })}</section>`,
  )
  const interest = textArea({
    name: 'interest',
    label: f.interest,
    hint: w.interestHint,
    value: typed.interest,
    rows: 2,
    maxlength: 2000,
    required: true,
    wide: true,
  })
  return html`${section({ title: w.risks, note: w.risksNote, body: html`${questions}` })}${interest}`
}
