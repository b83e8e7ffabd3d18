/** A way of approval in one line: stage after stage, what is decided side by side joined by "and". */
import { type Language, speak } from '#src/platform/i18n/words.ts'
import { type Content, html } from '#src/platform/ui/index.ts'
import type { Route, RouteStep } from './route.ts'
import type { AgreementType } from './type-store.ts'
import { procedureWords, riskWords, routeWords } from './words.ts'

export function stepsLine(steps: RouteStep[], language: Language): Content {
  const w = speak(routeWords, language)
  const stages = [...Map.groupBy(steps, ({ stage }) => stage).values()]
  const named = stages.map((side) => side.map(({ label }) => label[language]).join(` ${w.together} `))
  return html`${named.map((names, i) => html`${i > 0 ? html` <span class="muted">${w.then}</span> ` : ''}${names}`)}`
}

/** What a route is for, in words. */
export function fitsLine(route: Omit<Route, 'id' | 'position'>, types: AgreementType[], language: Language): string {
  const p = speak(procedureWords, language)
  const w = speak(routeWords, language)
  const kinds = route.kinds.map((key) => types.find((type) => type.key === key)?.name[language] ?? key)
  const risks = route.risks.map((risk) => riskWords[risk][language])
  const comma = language === 'en' ? ', ' : '、'
  const extent = { any: '', university: w.university, unit: route.unit ? w.ofUnit(route.unit) : w.anyUnit }[
    route.extent
  ]
  const parts = [
    kinds.length > 0 ? kinds.join(comma) : p.everyType,
    ...(extent ? [extent] : []),
    risks.length > 0 ? `${riskIs(language)}${risks.join(comma)}` : p.everyRisk,
  ]
  return parts.join(language === 'en' ? '; ' : '；')
}

const riskIs = (language: Language) => (language === 'en' ? 'risk ' : '风险')
