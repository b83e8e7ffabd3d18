/** The ways of approval in their order, and what approvers are for. */
import type { Context } from 'hono'
import { type Language, type Phrase, speak } from '#src/platform/i18n/words.ts'
import type { ListedAccount } from '#src/platform/people/index.ts'
import {
  actButton,
  actions,
  type Content,
  form,
  html,
  linkButton,
  pairField,
  person,
  section,
  submit,
  table,
} from '#src/platform/ui/index.ts'
import type { WebEnv } from '#src/platform/web.ts'
import { partPage, type Told } from './parts-view.ts'
import type { Route } from './route.ts'
import { fitsLine, stepsLine } from './steps-view.ts'
import type { AgreementType } from './type-store.ts'
import { dutyWords, procedureWords, routeWords } from './words.ts'

export interface RoutesView {
  routes: Route[]
  types: AgreementType[]
  /** Steps the configuration names, taken where no route fits. */
  configured: { label: Phrase }[]
  duties: { key: string; label: Phrase; holders: ListedAccount['account'][] }[]
  mayKeep: boolean
}

export function routesPage(c: Context<WebEnv>, view: RoutesView, told: Told = {}): Response {
  const { language } = c.var
  const w = speak(routeWords, language)
  const body = html`<p>${w.explain}</p>${routeTable(view, language)}
    ${view.mayKeep && actions(linkButton({ href: '/procedures/routes/blank', label: w.add }))}
    ${dutiesSection(view, language, told)}`
  return partPage(c, 'routes', body, told)
}

function routeTable(view: RoutesView, language: Language): Content {
  const w = speak(routeWords, language)
  const { types, mayKeep } = view
  const used = view.routes.filter(({ retired }) => !retired)
  const retired = view.routes.filter((route) => route.retired)
  const columns = [
    { label: w.name, head: true },
    { label: w.fits },
    { label: w.steps },
    ...(mayKeep ? [{ label: w.order }] : []),
  ]
  const row = (route: Route, order: Content) => [
    html`<a href="/procedures/routes/${route.id}">${route.name[language]}</a>`,
    route.retired ? html`<span class="muted">${w.retired}</span>` : fitsLine(route, types, language),
    stepsLine(route.steps, language),
    ...(mayKeep ? [order] : []),
  ]
  const rows = used.map((route, i) =>
    row(route, orderActs(route, { first: i === 0, last: i === used.length - 1 }, language)),
  )
  const steps = view.configured.map(({ label }) => label[language]).join(` ${w.together} `)
  const rest = [html`<span class="muted">${w.configured}</span>`, w.otherwise, steps, ...(mayKeep ? [''] : [])]
  return table({
    caption: w.caption,
    captionHidden: true,
    columns,
    rows: [...rows, rest, ...retired.map((route) => row(route, ''))],
  })
}

function orderActs(route: Route, at: { first: boolean; last: boolean }, language: Language): Content {
  const w = speak(routeWords, language)
  const act = (way: 'up' | 'down') =>
    actButton({
      action: `/procedures/routes/${route.id}/order`,
      label: w[way],
      kind: 'quiet',
      values: { way },
      describe: route.name[language],
    })
  return html`<div class="row">${!at.first && act('up')}${!at.last && act('down')}</div>`
}

function dutiesSection(view: RoutesView, language: Language, { typed = {} }: Told): Content {
  const w = speak(dutyWords, language)
  const p = speak(procedureWords, language)
  const rows = view.duties.map(({ label, holders }) => [
    label[language],
    holders.length > 0
      ? html`${holders.map(({ name }, i) => html`${i > 0 ? ', ' : ''}${person(name)}`)}`
      : html`<span class="muted">${p.nobody}</span>`,
  ])
  const columns = [{ label: w.duty, head: true }, { label: w.holders }]
  const name = { en: typed.duty_en ?? '', zh: typed.duty_zh ?? '' }
  const add =
    view.mayKeep &&
    form({
      action: '/procedures/duties',
      label: w.add,
      body: html`${pairField({ name: 'duty', label: w.name, value: name, language, neededLater: true })}${actions(submit({ label: w.add, kind: 'plain' }))}`,
    })
  const list = table({ caption: w.caption, captionHidden: true, columns, rows })
  return section({ title: w.title, note: w.note, id: 'duties', body: html`${list}${add}` })
}
