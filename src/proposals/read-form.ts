/** The proposal form, read. Rules only. */
import { idOf } from '#src/platform/id.ts'
import { answers, type RiskAnswer, type RiskQuestion, riskQuestions } from './proposal.ts'
import { refuse } from './refusals.ts'
import type { ProposalText } from './store.ts'

type Fields = Partial<Record<string, string>>

/** @throws Refusal `proposal_value` */
export function readForm(fields: Fields): ProposalText {
  const text = (name: string, longest: number) => (fields[name] ?? '').replaceAll('\r\n', '\n').trim().slice(0, longest)
  const template = text('template', 40)
  return {
    partner: text('partner', 20),
    kind: text('kind', 40),
    template: template === '' ? null : idOf(template),
    title: { en: text('title_en', 300), zh: text('title_zh', 300) },
    unit: text('unit', 200),
    unitId: null,
    purpose: text('purpose', 4000),
    fit: text('fit', 4000),
    resources: text('resources', 4000),
    results: text('results', 4000),
    interest: text('interest', 2000),
    answers: readAnswers(fields, text),
    ...readMoney(text('value', 20), text('currency', 3)),
  }
}

function readAnswers(fields: Fields, text: (name: string, longest: number) => string) {
  const one = (key: RiskQuestion): RiskAnswer => ({
    // A question left out counts as not answered with no.
    answer: answers.find((answer) => answer === fields[`risk_${key}`]) ?? 'unsure',
    measure: text(`measure_${key}`, 1000),
  })
  const keys = Object.keys(riskQuestions) as RiskQuestion[]
  return Object.fromEntries(keys.map((key) => [key, one(key)])) as Record<RiskQuestion, RiskAnswer>
}

function readMoney(value: string, currency: string): { value: number | null; currency: string } {
  const [plain, code] = [value.replace(/[\s,，]/g, ''), currency.toUpperCase()]
  if (plain === '' && code === '') return { value: null, currency: '' }
  if (!/^\d{1,14}(\.\d{1,2})?$/.test(plain) || !/^[A-Z]{3}$/.test(code)) refuse('proposal_value', {}, 422)
  return { value: Number(plain), currency: code }
}
