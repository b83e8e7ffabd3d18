/** Forms and buttons: every act is one. */
import { type Language, speak } from '#src/platform/i18n/words.ts'
import { attribute, type Content, type Html, html, link, nothing } from './html.ts'
import { formWords } from './words.ts'

/** `primary`: what most people came for, one on a page. `big`: the same, as wide as the column. `danger`: cannot be undone. */
export type ButtonKind = 'primary' | 'plain' | 'quiet' | 'danger' | 'big'

export interface FormOptions {
  action: string
  method?: 'post' | 'get'
  body: Content
  /** For forms with a file. */
  multipart?: boolean
  /** Warns before leaving with unsaved text and lets text areas grow; give the language with it. */
  guard?: boolean
  /** With `guard`: what stands in it is not saved yet, though nobody has typed since the page came. */
  unsaved?: boolean
  language?: Language
  id?: string
  /** The form's name for screen readers, where a page has several alike. */
  label?: string
}

/** A form; with `guard`, inside the island that watches for unsaved text. */
export function form(o: FormOptions): Html {
  const encoding = o.multipart ? 'multipart/form-data' : null
  const drawn = html`<form class="form" action="${link(o.action)}" method="${o.method ?? 'post'}"${attribute('id', o.id)}${attribute('aria-label', o.label)}${attribute('enctype', encoding)}>${o.body}</form>`
  if (!o.guard) return drawn
  return html`<dirty-form unsaved="${speak(formWords, o.language ?? 'en').unsaved}"${attribute('dirty', o.unsaved)}>${drawn}</dirty-form>`
}

/** Values a form carries without showing them. */
export function hidden(values: Record<string, string>): Html {
  return html`${Object.entries(values).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}`
}

/** The button of a form. */
export function submit(o: {
  label: Content
  kind?: ButtonKind
  name?: string
  value?: string
  describe?: string
  /** Where the page that comes back begins, for eyes and for the Tab key: the form's action with a fragment. */
  landing?: string
}): Html {
  const about = o.describe && html` <span class="visually-hidden">${o.describe}</span>`
  return html`<button type="submit" class="button ${o.kind ?? 'primary'}"${attribute('name', o.name)}${attribute('value', o.value)}${o.landing && html` formaction="${link(o.landing)}"`}>${o.label}${about}</button>`
}

/** A row of buttons at the end of a form. */
export function actions(...content: Content[]): Html {
  return html`<div class="actions">${content}</div>`
}

/** A form that is one button. `describe` is read out after the words of the button: which one of many. */
export function actButton(o: {
  action: string
  label: Content
  kind?: ButtonKind
  values?: Record<string, string>
  describe?: string
}): Html {
  return html`<form class="act" action="${link(o.action)}" method="post">${hidden(o.values ?? {})}${submit({ label: o.label, kind: o.kind ?? 'plain', describe: o.describe })}</form>`
}

/** A link that looks like a button: leads somewhere, changes nothing. */
export function linkButton(o: { href: string; label: Content; kind?: ButtonKind }): Html {
  return html`<a class="button ${o.kind ?? 'plain'}" href="${link(o.href)}">${o.label}</a>`
}

/** What was wrong in a form, above it, each line leading to its field; nothing when nothing was. `field` is a field's name or id. */
export function errorSummary(o: { language: Language; errors: { field: string; message: Content }[] }): Html {
  if (o.errors.length === 0) return nothing
  const target = (field: string) => (field.startsWith('f-') ? field : `f-${field}`)
  const lines = o.errors.map((one) => html`<li><a href="#${target(one.field)}">${one.message}</a></li>`)
  return html`<div class="notice refusal" role="alert" tabindex="-1" autofocus><span class="notice-sign" aria-hidden="true">×</span><div><p class="notice-title">${speak(formWords, o.language).summary}</p><ul>${lines}</ul></div></div>`
}
