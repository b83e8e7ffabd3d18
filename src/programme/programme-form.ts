/** The form in which a programme is written down, and reading it back. */
import { type Language, speak } from '#src/platform/i18n/words.ts'
import { type Content, type Html, html, pairField, textField, ticks } from '#src/platform/ui/index.ts'
import { type Area, areas } from './programme.ts'
import type { Programme, ProgrammeDetails } from './store.ts'
import { areaWords, programmeWords } from './words.ts'

const none = { en: '', zh: '' }

export const emptyProgramme: ProgrammeDetails = {
  name: none,
  owner: none,
  startsOn: '',
  endsOn: '',
  aims: none,
  areas: [],
  budget: '',
  currency: '',
  criteria: none,
  benefits: none,
  meetings: none,
  reviewMonths: 24,
}

export const programmeDetails = (p: Programme): ProgrammeDetails => ({
  name: { en: p.name_en, zh: p.name_zh },
  owner: { en: p.owner_en, zh: p.owner_zh },
  startsOn: p.starts_on.toString(),
  endsOn: p.ends_on.toString(),
  aims: { en: p.aims_en, zh: p.aims_zh },
  areas: p.areas,
  budget: p.budget === null ? '' : String(Number(p.budget)),
  currency: p.currency ?? '',
  criteria: { en: p.criteria_en, zh: p.criteria_zh },
  benefits: { en: p.benefits_en, zh: p.benefits_zh },
  meetings: { en: p.meetings_en, zh: p.meetings_zh },
  reviewMonths: p.review_months,
})

/** @param theirs what a colleague saved meanwhile: it stands beside each field that differs */
export function programmeFields(details: ProgrammeDetails, language: Language, theirs?: ProgrammeDetails): Html {
  const w = speak(programmeWords, language)
  const beside = (field: keyof ProgrammeDetails, hint?: string): Content => {
    if (!theirs || JSON.stringify(theirs[field]) === JSON.stringify(details[field])) return hint ?? ''
    return html`${hint ? `${hint} ` : ''}<strong>${w.theirs(saidOf(theirs[field], language))}</strong>`
  }
  const pair = (name: 'aims' | 'criteria' | 'benefits' | 'meetings') =>
    pairField({ name, label: w[name], value: details[name], hint: beside(name), multiline: true, rows: 3, language })
  const date = (name: 'startsOn' | 'endsOn', label: string) =>
    textField({ name, type: 'date', label, value: details[name], hint: beside(name), required: true })
  const options = areas.map((value) => ({ value, label: areaWords[value][language] }))
  return html`${pairField({ name: 'name', label: w.name, value: details.name, hint: beside('name'), either: true, language })}
    ${pairField({ name: 'owner', label: w.owner, value: details.owner, hint: beside('owner'), language })}
    ${date('startsOn', w.starts)}${date('endsOn', w.ends)}
    ${pair('aims')}${ticks({ name: 'areas', legend: w.areas, chosen: details.areas, hint: beside('areas'), options })}
    ${textField({ name: 'budget', label: w.budget, hint: beside('budget', w.budgetHint), value: details.budget, inputmode: 'decimal', maxlength: 14, language })}
    ${textField({ name: 'currency', label: w.currency, hint: beside('currency'), value: details.currency, maxlength: 3, language })}
    ${pair('criteria')}${pair('benefits')}${pair('meetings')}
    ${textField({ name: 'reviewMonths', type: 'number', label: w.review, hint: beside('reviewMonths'), value: String(details.reviewMonths), min: 1, max: 120 })}`
}

function saidOf(value: ProgrammeDetails[keyof ProgrammeDetails], language: Language): string {
  if (Array.isArray(value)) return value.map((area) => areaWords[area][language]).join('; ') || '–'
  if (typeof value === 'object') return [value.en, value.zh].filter(Boolean).join(' · ') || '–'
  return String(value) || '–'
}

/** What was typed, trimmed and cut to what the record holds. */
export function readProgrammeForm(values: Partial<Record<string, string>>): ProgrammeDetails {
  const of = (name: string, longest = 300) => (values[name] ?? '').trim().slice(0, longest)
  const pair = (name: string, longest = 300) => ({ en: of(`${name}_en`, longest), zh: of(`${name}_zh`, longest) })
  return {
    name: pair('name'),
    owner: pair('owner'),
    startsOn: of('startsOn', 10),
    endsOn: of('endsOn', 10),
    aims: pair('aims', 4000),
    areas: areas.filter((area: Area) => values[`areas_${area}`] !== undefined),
    budget: of('budget', 20).replaceAll(/[,，\s]/g, ''),
    currency: of('currency', 3).toUpperCase(),
    criteria: pair('criteria', 4000),
    benefits: pair('benefits', 4000),
    meetings: pair('meetings', 4000),
    reviewMonths: Math.min(120, Math.max(1, Math.round(Number(values.reviewMonths)) || 24)),
  }
}
