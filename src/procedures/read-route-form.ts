/** The form in which a way of approval is written. Rules only. */
import { refuse } from './refusals.ts'
import { type Route, type RouteStep, risks } from './route.ts'
import type { RouteDetails } from './save-route.ts'

type Fields = Partial<Record<string, string>>

/** Who can decide a step: duties and people of this house. */
export interface Deciders {
  duties: { key: string; label: { en: string; zh: string } }[]
  people: { id: string; name: string }[]
  types: string[]
}

/** Rows of steps in the form: as many as there may be. */
export const mostSteps = 12

const field = (fields: Fields, name: string, longest = 200) => (fields[name] ?? '').trim().slice(0, longest)

/** @throws Refusal `step_unknown` for a duty, a person or a type of no list, `days_wrong` */
export function readRouteForm(fields: Fields, deciders: Deciders): RouteDetails {
  const extent = (['university', 'unit'] as const).find((one) => one === fields.extent) ?? 'any'
  return {
    name: { en: field(fields, 'name_en'), zh: field(fields, 'name_zh') },
    kinds: deciders.types.filter((key) => fields[`kind_${key}`]),
    risks: risks.filter((risk) => fields[`risk_${risk}`]),
    extent,
    unit: extent === 'unit' ? field(fields, 'unit') : '',
    unitId: null,
    steps: readSteps(fields, deciders),
  }
}

function readSteps(fields: Fields, deciders: Deciders): RouteStep[] {
  const steps: RouteStep[] = []
  for (let i = 0; i < mostSteps; i++) {
    const who = field(fields, `step_${i}_who`)
    if (who === '') continue
    const before = steps.at(-1)
    const stage = before ? before.stage + (fields[`step_${i}_begins`] === 'beside' ? 0 : 1) : 1
    steps.push({ ...decider(who, deciders, steps, fields, i), stage, days: readDays(field(fields, `step_${i}_days`)) })
  }
  return steps
}

function decider(who: string, { duties, people }: Deciders, before: RouteStep[], fields: Fields, i: number) {
  const duty = duties.find(({ key }) => who === `duty:${key}`)
  const person = people.find(({ id }) => who === `account:${id}`)
  if (!duty && !person) return refuse('step_unknown', {}, 422)
  const usual = duty ? duty.label : { en: person!.name, zh: person!.name }
  const label = {
    en: field(fields, `step_${i}_label_en`) || usual.en,
    zh: field(fields, `step_${i}_label_zh`) || usual.zh,
  }
  const key = freeKey(duty?.key ?? 'person', before)
  return { key, label, duty: duty?.key ?? null, account: person?.id ?? null }
}

/** A duty may decide twice on one way, first and last: each step has a key of its own. */
function freeKey(wanted: string, before: RouteStep[]): string {
  const taken = (key: string) => before.some((step) => step.key === key)
  if (!taken(wanted)) return wanted
  let n = 2
  while (taken(`${wanted}_${n}`)) n++
  return `${wanted}_${n}`
}

function readDays(value: string): number | null {
  if (value === '') return null
  const days = Number(value)
  return Number.isInteger(days) && days >= 1 && days <= 1000 ? days : refuse('days_wrong', {}, 422)
}

export const blankRoute: Omit<Route, 'id' | 'position'> = {
  name: { en: '', zh: '' },
  kinds: [],
  risks: [],
  extent: 'any',
  unit: '',
  unitId: null,
  steps: [],
  revision: 0,
  retired: false,
}
