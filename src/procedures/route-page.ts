/** One way of approval: read by the office, written by administrators. */
import type { Context } from 'hono'
import type { Unit } from '#src/partners/index.ts'
import { speak } from '#src/platform/i18n/words.ts'
import {
  actButton,
  actions,
  actWithReason,
  type Content,
  facts,
  form,
  head,
  hidden,
  html,
  linkButton,
  page,
  submit,
} from '#src/platform/ui/index.ts'
import type { WebEnv } from '#src/platform/web.ts'
import { said, type Told } from './parts-view.ts'
import type { Deciders } from './read-route-form.ts'
import type { Route } from './route.ts'
import { routeFields } from './route-form.ts'
import { fitsLine, stepsLine } from './steps-view.ts'
import type { AgreementType } from './type-store.ts'
import { procedureWords, routeWords } from './words.ts'

export interface RouteView {
  /** Null for a new one. */
  id: string | null
  route: Omit<Route, 'id' | 'position'>
  types: AgreementType[]
  /** Our tree. */
  units: Unit[]
  deciders: Deciders
  mayKeep: boolean
  /** What a colleague saved meanwhile. */
  meanwhile?: Route
}

export function routePage(c: Context<WebEnv>, view: RouteView, told: Told = {}): Response {
  const { language } = c.var
  const w = speak(routeWords, language)
  const title = view.route.name[language] || w.add
  const over = html`<a href="/procedures">${procedureWords.routes[language]}</a>`
  const body = html`${said(told, language)}${head({ title, over, meta: view.route.retired ? w.retired : '' })}${view.mayKeep ? editing(c, view, told) : reading(c, view)}`
  return page(c, { title, current: 'procedures', body }, told.refusal?.status)
}

function reading(c: Context<WebEnv>, { route, types }: RouteView): Content {
  const { language } = c.var
  const w = speak(routeWords, language)
  return facts([
    { label: w.fits, value: fitsLine(route, types, language) },
    { label: w.steps, value: stepsLine(route.steps, language) },
  ])
}

function editing(c: Context<WebEnv>, view: RouteView, told: Told): Content {
  const { language } = c.var
  const w = speak(routeWords, language)
  const { meanwhile, types } = view
  const theirs =
    meanwhile &&
    html`<p>${w.saved(`${meanwhile.name[language]}; ${fitsLine(meanwhile, types, language)}`)}: ${stepsLine(meanwhile.steps, language)}</p>`
  const buttons = actions(
    submit({ label: procedureWords.save[language] }),
    linkButton({ href: '/procedures', label: procedureWords.routes[language], kind: 'quiet' }),
  )
  return html`${theirs}${form({
    action: view.id ? `/procedures/routes/${view.id}` : '/procedures/routes',
    guard: true,
    language,
    body: html`${hidden({ revision: String(meanwhile?.revision ?? view.route.revision) })}${routeFields(view, told.typed, language)}${buttons}`,
  })}${view.id && retiring(view, language)}`
}

function retiring({ id, route }: RouteView, language: 'en' | 'zh'): Content {
  const w = speak(routeWords, language)
  const action = `/procedures/routes/${id}/use`
  if (route.retired) return actButton({ action, label: w.restore, values: { retired: 'no' } })
  const words = { open: w.retire, title: w.retireTitle, explain: w.retireText, confirm: w.retire }
  return actWithReason({ id: 'retire', action, ...words, language, reason: false, values: { retired: 'yes' } })
}
