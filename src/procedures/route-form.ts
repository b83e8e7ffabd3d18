/** The fields of a way of approval: what it is for, and its steps one below the other. */
import { unitField } from '#src/partners/index.ts'
import { type Language, speak } from '#src/platform/i18n/words.ts'
import {
  type Content,
  checkbox,
  html,
  pairField,
  radios,
  section,
  selectField,
  textField,
} from '#src/platform/ui/index.ts'
import { mostSteps } from './read-route-form.ts'
import { type RouteStep, risks } from './route.ts'
import type { RouteView } from './route-page.ts'
import { procedureWords, riskWords, routeWords } from './words.ts'

type Typed = Partial<Record<string, string>>

/** @param typed what was sent and refused, in place of what stands */
export function routeFields(view: RouteView, typed: Typed | undefined, language: Language): Content {
  const w = speak(routeWords, language)
  const { route } = view
  const name = typed ? { en: typed.name_en ?? '', zh: typed.name_zh ?? '' } : route.name
  return html`${pairField({ name: 'name', label: w.name, value: name, language, neededLater: true })}
    ${section({ title: w.fits, body: html`<div class="stack"><div class="two-fields">${boxes(view, typed, language)}</div>${extentFields(view, typed, language)}</div>` })}
    ${section({ title: w.steps, note: w.moreSteps, body: stepFields(view, typed, language) })}`
}

function boxes({ route, types }: RouteView, typed: Typed | undefined, language: Language): Content {
  const w = speak(routeWords, language)
  const ticked = (name: string, stands: boolean) => (typed ? typed[name] !== undefined : stands)
  const shown = types.filter(({ key, retired }) => !retired || route.kinds.includes(key))
  const kinds = shown.map(({ key, name }) =>
    checkbox({ name: `kind_${key}`, label: name[language], checked: ticked(`kind_${key}`, route.kinds.includes(key)) }),
  )
  const levels = risks.map((risk) =>
    checkbox({
      name: `risk_${risk}`,
      label: riskWords[risk][language],
      checked: ticked(`risk_${risk}`, route.risks.includes(risk)),
    }),
  )
  return html`<fieldset class="field"><legend>${w.kinds}</legend><p class="hint">${w.kindsHint}</p>${kinds}</fieldset><fieldset class="field"><legend>${w.risks}</legend><p class="hint">${w.risksHint}</p>${levels}</fieldset>`
}

function extentFields({ route, units }: RouteView, typed: Typed | undefined, language: Language): Content {
  const w = speak(routeWords, language)
  const options = (['any', 'university', 'unit'] as const).map((value) => ({ value, label: w[value] }))
  return html`${radios({ name: 'extent', legend: w.extent, value: typed?.extent ?? route.extent, options })}
    ${unitField({ label: w.unitName, none: w.anyUnit, hint: units.length > 0 ? undefined : w.unitHint, units, chosen: typed ? { unit: typed.unit ?? '', unitId: typed.unit || null } : route, language })}`
}

/** The steps that are there, and two empty ones. */
function stepFields(view: RouteView, typed: Typed | undefined, language: Language): Content {
  const sent = Object.keys(typed ?? {}).filter((name) => /^step_\d+_who$/.test(name)).length
  const count = Math.min(mostSteps, Math.max(sent, view.route.steps.length + 2))
  return html`${Array.from({ length: count }, (_, i) => stepGroup(view, i, typed, language))}`
}

function stepGroup(view: RouteView, i: number, typed: Typed | undefined, language: Language): Content {
  const w = speak(routeWords, language)
  const { steps } = view.route
  const step: RouteStep | undefined = steps[i]
  const before = steps[i - 1]
  const at = (name: string) => `step_${i}_${name}`
  const value = (name: string, stands: string) => typed?.[at(name)] ?? stands
  const holder = step?.duty ? `duty:${step.duty}` : step?.account ? `account:${step.account}` : ''
  const begins = step && before && step.stage === before.stage ? 'beside' : 'after'
  const label = { en: value('label_en', step?.label.en ?? ''), zh: value('label_zh', step?.label.zh ?? '') }
  const days = value('days', step?.days ? String(step.days) : '')
  const stage = (['beside', 'after'] as const).map((one) => ({ value: one, label: w[one] }))
  return html`<section class="field-group" aria-label="${w.step(i + 1)}"><h3>${w.step(i + 1)}</h3>
    ${selectField({ name: at('who'), label: w.who, value: value('who', holder), options: choices(view, language) })}
    ${i > 0 && radios({ name: at('begins'), legend: w.begins, value: value('begins', begins), options: stage })}
    ${pairField({ name: at('label'), label: w.label, value: label, language })}
    ${textField({ name: at('days'), type: 'number', label: w.days, value: days, min: 1, max: 1000, language })}</section>`
}

function choices({ deciders }: RouteView, language: Language): { value: string; label: string }[] {
  const w = speak(routeWords, language)
  return [
    { value: '', label: procedureWords.nobody[language] },
    ...deciders.duties.map(({ key, label }) => ({ value: `duty:${key}`, label: w.duty(label[language]) })),
    ...deciders.people.map(({ id, name }) => ({ value: `account:${id}`, label: name })),
  ]
}
