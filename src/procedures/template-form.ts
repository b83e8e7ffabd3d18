/** The fields of a template, and how they are read. */
import { type Language, type Phrase, speak } from '#src/platform/i18n/words.ts'
import {
  type Content,
  checkbox,
  hidden,
  html,
  pairField,
  radios,
  section,
  selectField,
  textField,
} from '#src/platform/ui/index.ts'
import type { TemplateClause, TemplateText } from './template.ts'
import type { TemplateView } from './template-page.ts'
import { templateWords } from './template-words.ts'

type Fields = Partial<Record<string, string>>

const both = (fields: Fields, name: string, longest: number): Phrase => {
  const half = (language: Language) =>
    (fields[`${name}_${language}`] ?? '').replaceAll('\r\n', '\n').trim().slice(0, longest)
  return { en: half('en'), zh: half('zh') }
}

export const namesOf = (fields: Fields): Phrase => both(fields, 'name', 200)

/** What was typed. Clauses without any words are left out, the others put in the order of their places. */
export function readTemplateText(fields: Fields, newId: () => string): TemplateText {
  const rows = Object.keys(fields).flatMap((name) => /^clause_(\d{1,3})_heading_en$/.exec(name)?.[1] ?? [])
  const placed = rows.map(Number).map((i): { place: number; clause: TemplateClause } => ({
    place: Number(fields[`clause_${i}_place`]) || i + 1,
    clause: {
      id: /^[\w-]{1,40}$/.test(fields[`clause_${i}_id`] ?? '') ? fields[`clause_${i}_id`]! : newId(),
      heading: both(fields, `clause_${i}_heading`, 300),
      body: both(fields, `clause_${i}_body`, 20_000),
    },
  }))
  const written = placed.filter(({ clause: { heading, body } }) => heading.en || heading.zh || body.en || body.zh)
  return {
    title: both(fields, 'title', 300),
    prevails: fields.prevails === 'en' || fields.prevails === 'zh' ? fields.prevails : 'both',
    clauses: written.sort((a, b) => a.place - b.place).map(({ clause }) => clause),
  }
}

/** @param typed what was sent and refused, in place of what stands */
export function templateFields(view: TemplateView, typed: Fields | undefined, language: Language): Content {
  const w = speak(templateWords, language)
  const { template } = view
  const text = typed ? readTemplateText(typed, () => '') : view.text
  const names = typed ? namesOf(typed) : template.name
  const kinds = view.types.filter(({ key, retired }) => !retired || key === template.kind)
  const prevails = (['both', 'en', 'zh'] as const).map((value) => ({ value, label: w[value] }))
  return html`${pairField({ name: 'name', label: w.name, value: names, language, neededLater: true })}
    ${selectField({ name: 'kind', label: w.kind, value: typed?.kind ?? template.kind, options: kinds.map(({ key, name }) => ({ value: key, label: name[language] })) })}
    ${view.id && checkbox({ name: 'in_use', label: w.inUse, checked: typed ? typed.in_use !== undefined : !template.retired })}
    ${pairField({ name: 'title', label: w.title, value: text.title, language, neededLater: true })}
    ${radios({ name: 'prevails', legend: w.prevails, value: text.prevails, options: prevails })}
    ${section({ title: w.clauses, note: w.placeHint, body: html`${[...text.clauses, blank, blank].map((clause, i) => clauseGroup(clause, i, language))}` })}
    ${textField({ name: 'note', label: w.changeNote, value: typed?.note, maxlength: 500, language, wide: true })}`
}

const blank: TemplateClause = { id: '', heading: { en: '', zh: '' }, body: { en: '', zh: '' } }

function clauseGroup(clause: TemplateClause, i: number, language: Language): Content {
  const w = speak(templateWords, language)
  const name = (what: string) => `clause_${i}_${what}`
  const pair = { language, neededLater: true }
  return html`<section class="field-group" aria-label="${w.clause(i + 1)}"><h3>${w.clause(i + 1)}</h3>${hidden({ [name('id')]: clause.id })}
    ${pairField({ ...pair, name: name('heading'), label: w.heading, value: clause.heading })}
    ${pairField({ ...pair, name: name('body'), label: w.body, value: clause.body, multiline: true, rows: 4 })}
    ${textField({ name: name('place'), label: w.place, value: String(i + 1), inputmode: 'decimal', maxlength: 6 })}</section>`
}
