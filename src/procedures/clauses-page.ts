/** The library of clauses: each in both languages, with where it is changed. */
import type { Context } from 'hono'
import { type Language, speak } from '#src/platform/i18n/words.ts'
import {
  actions,
  type Content,
  checkbox,
  dialog,
  form,
  hidden,
  html,
  pairField,
  parallel,
  section,
  submit,
  textField,
} from '#src/platform/ui/index.ts'
import type { WebEnv } from '#src/platform/web.ts'
import type { LibraryClause } from './clause-store.ts'
import { partPage, type Told } from './parts-view.ts'
import { templateWords } from './template-words.ts'
import { procedureWords } from './words.ts'

export interface ClausesView {
  all: LibraryClause[]
  mayWrite: boolean
}

type Blank = Pick<LibraryClause, 'id' | 'name' | 'number' | 'heading' | 'body' | 'retired'>
const nothing = { en: '', zh: '' }
const blank: Blank = { id: '', name: nothing, number: 0, heading: nothing, body: nothing, retired: false }

export function clausesPage(c: Context<WebEnv>, view: ClausesView, told: Told = {}): Response {
  const { language } = c.var
  const w = speak(templateWords, language)
  const all = view.all.map((clause) => clauseSection(clause, view, language, told))
  const none = view.all.length === 0 && html`<p class="muted">${w.noClauses}</p>`
  const add = view.mayWrite && section({ title: w.addClause, id: 'add', body: clauseForm(blank, language, told) })
  return partPage(c, 'clauses', html`<p>${w.libraryNote}</p>${none}${all}${add}`, told)
}

function clauseSection(clause: LibraryClause, { mayWrite }: ClausesView, language: Language, told: Told): Content {
  const w = speak(templateWords, language)
  const { name, heading, body, number, byName, retired, note } = clause
  const half = (one: Language) => ({
    heading: heading[one],
    body: html`${body[one].split('\n').map((line) => html`<p>${line}</p>`)}`,
  })
  const row = { id: `text-${clause.id}`, number: '', en: half('en'), zh: half('zh') }
  const change =
    mayWrite &&
    dialog({
      id: `clause-${clause.id}`,
      open: w.change,
      kind: 'quiet',
      title: name[language],
      language,
      shown: told.refusal !== undefined && told.typed?.id === clause.id,
      body: clauseForm(clause, language, told),
    })
  const said = [`${w.version} ${number}`, byName, ...(retired ? [w.retired] : []), ...(note ? [note] : [])].join(' · ')
  const text = parallel({ rows: [row], language, label: name[language] })
  return section({ title: name[language], note: said, body: html`${text}${change}` })
}

function clauseForm(clause: Blank, language: Language, { refusal, typed = {} }: Told): Content {
  const w = speak(templateWords, language)
  const mine = refusal !== undefined && (typed.id ?? '') === clause.id
  const id = (name: string) => `f-${clause.id || 'new'}-${name}`
  const value = (name: 'name' | 'heading' | 'body') =>
    mine ? { en: typed[`${name}_en`] ?? '', zh: typed[`${name}_zh`] ?? '' } : clause[name]
  const from = mine && refusal.reason === 'changed_meanwhile' ? clause.number : (typed.from ?? clause.number)
  const pair = { language, neededLater: true }
  const used = mine ? typed.in_use !== undefined : !clause.retired
  return form({
    action: '/procedures/clauses',
    label: clause.name[language] || w.addClause,
    body: html`${hidden({ id: clause.id, from: String(mine ? from : clause.number) })}
      ${pairField({ ...pair, name: 'name', id: id('name'), label: w.name, value: value('name') })}
      ${pairField({ ...pair, name: 'heading', id: id('heading'), label: w.heading, value: value('heading') })}
      ${pairField({ ...pair, name: 'body', id: id('body'), label: w.body, value: value('body'), multiline: true, rows: 4 })}
      ${clause.id && checkbox({ name: 'in_use', id: id('use'), label: w.inUse, checked: used })}
      ${textField({ name: 'note', id: id('note'), label: w.changeNote, value: mine ? typed.note : '', maxlength: 500, language, wide: true })}
      ${actions(submit({ label: clause.id ? procedureWords.save[language] : w.addClause, kind: 'plain' }))}`,
  })
}
