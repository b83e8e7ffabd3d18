/** One labelled field of a form; hint and error are tied to it, so they are read out with it. */
import { type Language, speak } from '#src/platform/i18n/words.ts'
import { attribute, type Content, type Html, html, nothing } from './html.ts'
import { formWords } from './words.ts'

export interface FieldOptions {
  name: string
  label: Content
  hint?: Content
  error?: Content
  required?: boolean
  /** `f-NAME` when left out. Give one where two forms on a page ask for the same name. */
  id?: string
  /** Language of what is written into the field. */
  lang?: string
  /** When given, a field that may stay empty says so, in this language. */
  language?: Language
  /** As wide as the form, not as wide as a line of text. */
  wide?: boolean
}

export type TextType =
  | 'text'
  | 'password'
  | 'email'
  | 'url'
  | 'tel'
  | 'number'
  | 'search'
  | 'date'
  | 'time'
  | 'datetime-local'

/** The id of a field: what an error summary links to. */
export function fieldId(o: { name: string; id?: string }): string {
  return o.id ?? `f-${o.name}`
}

/** `aria-describedby` and `aria-invalid` for a control, as far as there is a hint or an error. */
export function described(o: { name: string; id?: string; hint?: Content; error?: Content }): Html {
  const id = fieldId(o)
  const by = [o.hint && `${id}-hint`, o.error && `${id}-error`].filter(Boolean).join(' ')
  return html`${attribute('aria-describedby', by || null)}${attribute('aria-invalid', o.error ? 'true' : null)}`
}

/** The hint and the error under a label. */
export function help(o: { name: string; id?: string; hint?: Content; error?: Content }): Html {
  const id = fieldId(o)
  return html`${o.hint && html`<p class="hint" id="${id}-hint">${o.hint}</p>`}${o.error && html`<p class="error" id="${id}-error">${o.error}</p>`}`
}

/** The word "optional" behind a label, where the field may stay empty and a language is given. */
export function optional(o: { required?: boolean; language?: Language }): Html {
  if (o.required || !o.language) return nothing
  return html` <span class="optional">${speak(formWords, o.language).optional}</span>`
}

/** A label, its help and the control made by the caller. */
function labelled(o: FieldOptions, control: Html): Html {
  return html`<div class="field${o.wide ? ' wide' : ''}${o.error ? ' wrong' : ''}"><label for="${fieldId(o)}">${o.label}${optional(o)}</label>${help(o)}${control}</div>`
}

function common(o: FieldOptions): Html {
  return html` id="${fieldId(o)}" name="${o.name}"${attribute('required', o.required)}${attribute('lang', o.lang)}${described(o)}`
}

/** A field of one line: text, e-mail, number, date. */
export function textField(
  o: FieldOptions & {
    value?: string
    type?: TextType
    autocomplete?: string
    inputmode?: string
    pattern?: string
    maxlength?: number
    min?: string | number
    max?: string | number
    placeholder?: string
  },
): Html {
  const optionals = (['autocomplete', 'inputmode', 'pattern', 'maxlength', 'min', 'max', 'placeholder'] as const).map(
    (name) => attribute(name, o[name]),
  )
  return labelled(o, html`<input type="${o.type ?? 'text'}"${common(o)}${attribute('value', o.value)}${optionals}>`)
}

/** A field of several lines. */
export function textArea(o: FieldOptions & { value?: string; rows?: number; maxlength?: number }): Html {
  // The line break after the tag is dropped by the parser; without it a text beginning with one would lose it.
  return labelled(
    o,
    html`<textarea${common(o)} rows="${o.rows ?? 4}"${attribute('maxlength', o.maxlength)}>
${o.value ?? ''}</textarea>`,
  )
}

/** A choice from a list. */
export function selectField(o: FieldOptions & { value?: string; options: { value: string; label: string }[] }): Html {
  const options = o.options.map(
    (one) => html`<option value="${one.value}"${attribute('selected', one.value === o.value)}>${one.label}</option>`,
  )
  return labelled(o, html`<select${common(o)}>${options}</select>`)
}

/** A file to send along; the form needs `multipart`. */
export function fileField(o: FieldOptions & { accept?: string; multiple?: boolean }): Html {
  return labelled(
    o,
    html`<input type="file"${common(o)}${attribute('accept', o.accept)}${attribute('multiple', o.multiple)}>`,
  )
}
