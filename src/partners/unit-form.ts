/** The form in which a unit is written down, and reading it back. */
import { type Language, speak } from '#src/platform/i18n/words.ts'
import {
  type Content,
  type Html,
  html,
  pairField,
  selectField,
  textArea,
  textField,
  ticks,
} from '#src/platform/ui/index.ts'
import { type Discipline, disciplines, isDiscipline } from './discipline.ts'
import { disciplineWords } from './discipline-words.ts'
import { inTree, under } from './unit.ts'
import type { Unit, UnitDetails } from './unit-store.ts'
import { unitWords } from './unit-words.ts'

export const emptyUnit: UnitDetails = {
  name: { en: '', zh: '' },
  parent: null,
  since: null,
  until: null,
  strengths: [],
  wishes: [],
  tags: [],
  evidence: '',
}

export const unitDetails = (u: Unit): UnitDetails => ({
  name: { en: u.name_en, zh: u.name_zh },
  parent: u.parent,
  since: u.since?.toString() ?? null,
  until: u.until?.toString() ?? null,
  strengths: u.strengths,
  wishes: u.wishes,
  tags: u.tags,
  evidence: u.evidence,
})

export interface UnitFields {
  details: UnitDetails
  /** All units of the university. */
  units: Unit[]
  /** The one being changed. */
  id: string | null
  /** What a colleague saved meanwhile. */
  theirs?: UnitDetails
  language: Language
}

export function unitFields({ details, units, id, theirs, language }: UnitFields): Html {
  const w = speak(unitWords, language)
  const beside = (field: keyof UnitDetails, hint?: string): Content => {
    const same = !theirs || JSON.stringify(theirs[field]) === JSON.stringify(details[field])
    return same
      ? (hint ?? '')
      : html`${hint ? `${hint} ` : ''}<strong>${w.theirs(saidOf(theirs, field, units, language))}</strong>`
  }
  const own = id ? under(units, id) : new Set<string>()
  const parents = inTree(units).filter(({ unit }) => !own.has(unit.id))
  const places = parents.map(({ unit, depth }) => ({
    value: unit.id,
    label: `${'  '.repeat(depth)}${unitName(unit, language)}`,
  }))
  const date = (name: 'since' | 'until', hint?: string) =>
    textField({ name, type: 'date', label: w[name], value: details[name] ?? '', hint: beside(name, hint), language })
  return html`${pairField({ name: 'name', label: w.name, value: details.name, either: true, hint: beside('name'), language })}
    ${selectField({ name: 'parent', label: w.parent, value: details.parent ?? '', hint: beside('parent'), options: [{ value: '', label: w.top }, ...places] })}
    ${disciplineField('strengths', w.strengths, details.strengths, beside('strengths'), language)}
    ${disciplineField('wishes', w.wishes, details.wishes, beside('wishes'), language)}
    ${textField({ name: 'tags', label: w.tags, hint: beside('tags', w.tagsHint), value: details.tags.join(', '), maxlength: 500, wide: true, language })}
    ${textArea({ name: 'evidence', label: w.evidence, hint: beside('evidence', w.evidenceHint), value: details.evidence, maxlength: 4000, wide: true, language })}
    ${date('since')}${id && date('until', w.untilHint)}`
}

function saidOf(theirs: UnitDetails, field: keyof UnitDetails, units: Unit[], language: Language): string {
  const w = speak(unitWords, language)
  const parent = units.find(({ id }) => id === theirs.parent)
  const said: Record<keyof UnitDetails, string> = {
    name: [theirs.name.en, theirs.name.zh].filter(Boolean).join(' · '),
    parent: parent ? unitName(parent, language) : w.top,
    since: theirs.since ?? '',
    until: theirs.until ?? '',
    strengths: theirs.strengths.map((d) => disciplineWords[d][language]).join('; '),
    wishes: theirs.wishes.map((d) => disciplineWords[d][language]).join('; '),
    tags: theirs.tags.join(', '),
    evidence: theirs.evidence,
  }
  return said[field] || w.nothing
}

/** The whole list to choose from. */
export function disciplineField(
  name: string,
  legend: string,
  chosen: Discipline[],
  hint: Content,
  language: Language,
): Html {
  const options = disciplines.map((value) => ({ value, label: disciplineWords[value][language] }))
  return ticks({ name, legend, chosen, options, hint })
}

/** In the reader's language where it has a name in it. */
export const unitName = (unit: { name_en: string; name_zh: string }, language: Language): string =>
  language === 'en' ? unit.name_en || unit.name_zh : unit.name_zh || unit.name_en

type Values = Partial<Record<string, string>>

export const readDisciplines = (values: Values, name: string): Discipline[] =>
  Object.keys(values)
    .filter((key) => key.startsWith(`${name}_`))
    .map((key) => key.slice(name.length + 1))
    .filter(isDiscipline)
    .sort()

/** What was typed, trimmed and cut to what the record holds. */
export function readUnitForm(values: Values): UnitDetails {
  const of = (name: string, longest = 300) => (values[name] ?? '').trim().slice(0, longest)
  return {
    name: { en: of('name_en'), zh: of('name_zh') },
    parent: of('parent', 36) || null,
    since: of('since', 10) || null,
    until: of('until', 10) || null,
    strengths: readDisciplines(values, 'strengths'),
    wishes: readDisciplines(values, 'wishes'),
    tags: [
      ...new Set(
        of('tags', 500)
          .split(/[,，;；]/)
          .map((tag) => tag.trim())
          .filter(Boolean),
      ),
    ],
    evidence: of('evidence', 4000),
  }
}
