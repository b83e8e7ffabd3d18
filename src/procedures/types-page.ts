/** The house's own types of agreements, and the days a stage may take. */
import type { Context } from 'hono'
import { comma, type Language, speak } from '#src/platform/i18n/words.ts'
import {
  actions,
  type Content,
  checkbox,
  dialog,
  form,
  hidden,
  html,
  pairField,
  section,
  selectField,
  submit,
  table,
  textField,
} from '#src/platform/ui/index.ts'
import type { WebEnv } from '#src/platform/web.ts'
import { partPage, type Told } from './parts-view.ts'
import { type Route, routeFor } from './route.ts'
import { type Stage, stages } from './tables.ts'
import type { AgreementType } from './type-store.ts'
import { countedWords, procedureWords, routeWords, stageWords, targetWords, typeWords } from './words.ts'

export interface TypesView {
  types: AgreementType[]
  routes: Route[]
  mayKeep: boolean
}

export function typesPage(c: Context<WebEnv>, view: TypesView, told: Told = {}): Response {
  const { language } = c.var
  const w = speak(typeWords, language)
  const blank = {
    key: '',
    name: { en: '', zh: '' },
    countsAs: 'other',
    termMonths: null,
    noticeMonths: null,
    retired: false,
    revision: 0,
  }
  const add = view.mayKeep && section({ title: w.add, id: 'add', body: typeForm(blank, language, told) })
  return partPage(c, 'types', html`<p>${w.note}</p>${list(view, language, told)}${add}`, told)
}

function list({ types, routes, mayKeep }: TypesView, language: Language, told: Told): Content {
  const w = speak(typeWords, language)
  const labels = [w.countsAs, w.term, w.notice, w.route, ...(mayKeep ? [w.change] : [])]
  const rows = types.map((type) => {
    const route = routeFor(routes, { kind: type.key, unit: '', risk: null })
    const change = () =>
      dialog({
        id: `type-${type.key}`,
        open: w.change,
        kind: 'quiet',
        title: type.name[language],
        language,
        shown: told.refusal !== undefined && told.typed?.key === type.key,
        body: typeForm(type, language, told),
      })
    return [
      html`${type.name[language]}${type.retired && html` <span class="muted">(${w.retired})</span>`}`,
      countedWords[type.countsAs]?.[language] ?? type.countsAs,
      type.termMonths ?? w.open,
      type.noticeMonths ?? w.open,
      route
        ? html`<a href="/procedures/routes/${route.id}">${route.name[language]}</a>`
        : html`<span class="muted">${routeWords.configured[language]}</span>`,
      ...(mayKeep ? [change()] : []),
    ]
  })
  const columns = [{ label: w.name, head: true }, ...labels.map((label) => ({ label }))]
  return table({ caption: w.caption, captionHidden: true, columns, rows })
}

function typeForm(type: AgreementType, language: Language, told: Told): Content {
  const w = speak(typeWords, language)
  const mine = told.refusal && (told.typed?.key ?? '') === type.key ? told.typed : undefined
  const months = (name: 'term' | 'notice', stands: number | null) =>
    mine?.[name] ?? (stands === null ? '' : String(stands))
  const id = (name: string) => `f-${type.key || 'new'}-${name}`
  const counted = Object.entries(countedWords).map(([value, words]) => ({ value, label: words[language] }))
  const name = mine ? { en: mine.name_en ?? '', zh: mine.name_zh ?? '' } : type.name
  const used = mine ? mine.in_use !== undefined : !type.retired
  const number = { type: 'number' as const, language }
  return form({
    action: '/procedures/types',
    label: type.name[language] || w.add,
    body: html`${hidden({ key: type.key, revision: String(type.revision) })}
      ${pairField({ name: 'name', id: id('name'), label: w.name, value: name, language, neededLater: true })}
      ${selectField({ name: 'counts_as', id: id('counted'), label: w.countsAs, value: mine?.counts_as ?? type.countsAs, options: counted })}
      <div class="row">${textField({ ...number, name: 'term', id: id('term'), label: w.term, value: months('term', type.termMonths), min: 1, max: 600 })}${textField({ ...number, name: 'notice', id: id('notice'), label: w.notice, value: months('notice', type.noticeMonths), min: 0, max: 36 })}</div>
      ${type.key && checkbox({ name: 'in_use', id: id('use'), label: w.inUse, checked: used })}
      ${actions(submit({ label: type.key ? procedureWords.save[language] : w.add, kind: 'plain' }))}`,
  })
}

export function targetsPage(
  c: Context<WebEnv>,
  { days, mayKeep }: { days: Record<Stage, number>; mayKeep: boolean },
  told: Told = {},
): Response {
  const { language } = c.var
  const w = speak(targetWords, language)
  const shown = stages.map((stage) => {
    const value = told.typed?.[stage] ?? String(days[stage])
    const label = `${stageWords[stage][language]}${comma[language]}${w.days}`
    return textField({ name: stage, type: 'number', label, value, min: 1, max: 1000, required: true })
  })
  const read = table({
    caption: procedureWords.targets[language],
    captionHidden: true,
    columns: [
      { label: '', head: true },
      { label: w.days, numeric: true },
    ],
    rows: stages.map((stage) => [stageWords[stage][language], days[stage]]),
  })
  const write = form({
    action: '/procedures/targets',
    body: html`${shown}${actions(submit({ label: procedureWords.save[language] }))}`,
  })
  return partPage(c, 'targets', html`<p>${w.note}</p>${mayKeep ? write : read}`, told)
}
