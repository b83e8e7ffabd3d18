/** Ways of approval: which fits an agreement, which of its steps are open, who may decide them. Rules only. */
import type { Phrase } from '#src/platform/i18n/words.ts'

export const risks = ['low', 'medium', 'high'] as const
export type Risk = (typeof risks)[number]

export interface RouteStep {
  key: string
  label: Phrase
  /** Steps of one stage are open side by side; the next stage follows once all of them are done. */
  stage: number
  /** Whoever holds the approver's role for this duty decides; or else the person named. */
  duty: string | null
  account: string | null
  /** Days after which it waits too long; null: the house's own target. */
  days: number | null
}

export interface Route {
  id: string
  position: number
  name: Phrase
  /** Types and risks it is for; none: every one. */
  kinds: string[]
  risks: Risk[]
  /** `university`: agreements of no unit; `unit`: of `unit`, or of any where that is empty. */
  extent: 'any' | 'university' | 'unit'
  unit: string
  /** The same in our tree of units, where it was chosen from it. */
  unitId: string | null
  steps: RouteStep[]
  revision: number
  retired: boolean
}

/** What of an agreement chooses its route. `risk` is null where nobody judged it yet: then only routes for every risk fit. */
export interface Subject {
  kind: string
  unit: string
  unitId?: string | null
  risk: Risk | null
}

/** Chosen from the tree, it is the same whatever it is called meanwhile; what was only written is compared by name. */
function sameUnit(route: Route, { unit, unitId }: Subject): boolean {
  if (route.unitId && unitId) return route.unitId === unitId
  return route.unit.trim().toLowerCase() === unit.trim().toLowerCase()
}

export function fits(route: Route, subject: Subject): boolean {
  const { kind, unit, risk } = subject
  if (route.retired) return false
  if (route.kinds.length > 0 && !route.kinds.includes(kind)) return false
  if (route.risks.length > 0 && !(risk && route.risks.includes(risk))) return false
  if (route.extent === 'university') return unit === ''
  if (route.extent === 'unit') return unit !== '' && (route.unit === '' || sameUnit(route, subject))
  return true
}

/** The first route that fits, in the order the administrators gave them. */
export const routeFor = (routes: Route[], subject: Subject): Route | undefined =>
  routes.toSorted((a, b) => a.position - b.position).find((route) => fits(route, subject))

/** The steps the configuration names, side by side, as a route of their own. */
export const configuredSteps = (keys: string[]): RouteStep[] =>
  keys.map((key) => ({ key, label: { en: '', zh: '' }, stage: 1, duty: key, account: null, days: null }))

/** What may be decided now: what is left of the first stage that is not done. */
export function openSteps(steps: RouteStep[], done: string[]): RouteStep[] {
  const left = steps.filter(({ key }) => !done.includes(key))
  const stage = Math.min(...left.map((step) => step.stage))
  return left.filter((step) => step.stage === stage)
}

export interface Approver {
  account: string
  /** Duties they hold the approver's role for. */
  duties: string[]
}

/** Somebody who asked the approver to act in their place today. */
export interface Represented extends Approver {
  name: string
  /** '' for all their duties, and what is asked of them by name. */
  duty: string
}

const decides = ({ account, duties }: Approver, step: RouteStep): boolean =>
  step.account ? step.account === account : step.duty !== null && duties.includes(step.duty)

/** In whose place somebody acts: their own (`null`), or that of a colleague. */
export type Acting = { instead: { account: string; name: string } | null }

/**
 * Whether somebody may decide a step, and in whose place.
 * @param barred accounts that may not approve this agreement: who proposed it, who wrote in it; nor does anybody in their place
 */
export function actingFor(
  approver: Approver,
  represented: Represented[],
  step: RouteStep,
  barred: string[],
): Acting | null {
  if (barred.includes(approver.account)) return null
  if (decides(approver, step)) return { instead: null }
  const colleague = represented.find(
    (one) => !barred.includes(one.account) && decides(one, step) && (one.duty === '' || one.duty === step.duty),
  )
  return colleague ? { instead: { account: colleague.account, name: colleague.name } } : null
}
