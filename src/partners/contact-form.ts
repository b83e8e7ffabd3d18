/** The form in which a person is written down, and reading it back. */

import { type Language, speak } from '#src/platform/i18n/words.ts'
import { type Content, checkbox, type Html, html, selectField, textArea, textField } from '#src/platform/ui/index.ts'
import { bases } from './person.ts'
import type { PersonDetails } from './person-store.ts'
import { basisWords } from './person-value-words.ts'
import { personWords } from './person-words.ts'

export const emptyPerson: PersonDetails = {
  latin: '',
  native: null,
  familyNameFirst: false,
  language: null,
  email: '',
  phone: '',
  assistant: '',
  basis: 'none',
  basisNote: '',
  note: '',
}

/** @param theirs what a colleague saved meanwhile, for the fields where it differs */
export function contactFields(details: PersonDetails, language: Language, theirs: Partial<PersonDetails> = {}): Html {
  const w = speak(personWords, language)
  const beside = (field: keyof PersonDetails, hint?: Content): Content =>
    field in theirs
      ? html`${hint ? html`${hint} ` : ''}<strong>${details[field] === theirs[field] ? w.takenOver : w.theirs(shown(theirs[field]))}</strong>`
      : (hint ?? '')
  const text = (name: 'latin' | 'email' | 'phone' | 'assistant' | 'basisNote', label: string, more = {}) =>
    textField({ name, label, value: details[name], hint: beside(name), maxlength: 300, ...more })
  const languages = [
    { value: '', label: w.either },
    { value: 'en', label: 'English' },
    { value: 'zh', label: '中文' },
  ]
  return html`${text('latin', w.latin, { required: true, hint: beside('latin', w.latinHint) })}
    ${textField({ name: 'native', label: w.native, value: details.native ?? '', hint: beside('native'), maxlength: 300, language })}
    <div data-alike></div>${checkbox({ name: 'familyNameFirst', label: w.familyFirst, hint: beside('familyNameFirst'), checked: details.familyNameFirst })}
    ${selectField({ name: 'language', label: w.language, value: details.language ?? '', options: languages, hint: beside('language') })}
    ${text('email', w.email, { type: 'email', language })}${text('phone', w.phone, { type: 'tel', language })}
    ${selectField({ name: 'basis', label: w.basis, hint: beside('basis', w.basisHint), value: details.basis, options: bases.map((basis) => ({ value: basis, label: basisWords[basis][language] })) })}
    ${text('basisNote', w.basisNote, { language })}${text('assistant', w.assistant, { language })}
    ${textArea({ name: 'note', label: w.note, hint: beside('note', w.noteHint), value: details.note, maxlength: 4000, language })}`
}

const shown = (value: PersonDetails[keyof PersonDetails] | undefined): string =>
  value === true ? '✓' : value === false || value === null || value === undefined || value === '' ? '–' : String(value)

/** What was typed, trimmed and cut to what the record holds. */
export function readContactForm(values: Partial<Record<string, string>>): PersonDetails {
  const of = (name: string, longest = 300) => (values[name] ?? '').trim().slice(0, longest)
  const basis = bases.find((one) => one === values.basis) ?? 'none'
  const language = values.language === 'en' || values.language === 'zh' ? values.language : null
  return {
    latin: of('latin'),
    native: of('native') || null,
    familyNameFirst: values.familyNameFirst !== undefined,
    language,
    email: of('email'),
    phone: of('phone'),
    assistant: of('assistant'),
    basis,
    basisNote: of('basisNote'),
    note: of('note', 4000),
  }
}
