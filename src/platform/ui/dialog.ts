/** Questions asked on top of a page, and acts that want a reason. Without scripts they unfold in place. */
import { type Language, speak } from '#src/platform/i18n/words.ts'
import { textArea } from './field.ts'
import { actions, type ButtonKind, form, hidden, submit } from './form.ts'
import { attribute, type Content, type Html, html } from './html.ts'
import { formWords } from './words.ts'

export interface Dialog {
  id: string
  /** The words of the button that opens it. */
  open: Content
  kind?: ButtonKind
  title: Content
  body: Content
  language: Language
  /** Open from the start: after an error inside it. */
  shown?: boolean
}

/** A button and what it opens. */
export function dialog(o: Dialog): Html {
  return html`<confirm-dialog cancel="${speak(formWords, o.language).cancel}"><details class="dialog" id="${o.id}"${attribute('open', o.shown)}><summary class="button ${o.kind ?? 'plain'}">${o.open}</summary><dialog class="dialog-body" open aria-labelledby="${o.id}-title"><h2 class="dialog-title" id="${o.id}-title">${o.title}</h2>${o.body}</dialog></details></confirm-dialog>`
}

export interface ActWithReason {
  id: string
  action: string
  open: Content
  title: Content
  /** What will happen, and whether it can be undone. */
  explain: Content
  /** The words of the button that does it. */
  confirm: Content
  language: Language
  /** The reason asked for, required; posted as `reason` unless named; false: none is asked. */
  reason?: { name?: string; label: Content; error?: Content; value?: string } | false
  /** Fields asked for besides the reason. */
  more?: Content
  values?: Record<string, string>
  kind?: ButtonKind
  /** For fields that send a file. */
  multipart?: boolean
}

/** An act that is explained, confirmed and (unless `reason` is false) justified before it happens. */
export function actWithReason(o: ActWithReason): Html {
  const reason = o.reason || null
  const why =
    reason &&
    textArea({
      name: reason.name ?? 'reason',
      id: `${o.id}-reason`,
      label: reason.label,
      error: reason.error,
      value: reason.value,
      required: true,
      rows: 3,
      wide: true,
    })
  const inner = html`<p>${o.explain}</p>${why}${o.more}${hidden(o.values ?? {})}${actions(submit({ label: o.confirm, kind: o.kind ?? 'danger' }))}`
  return dialog({
    id: o.id,
    open: o.open,
    kind: o.kind === 'danger' || o.kind === undefined ? 'quiet' : o.kind,
    title: o.title,
    body: form({ action: o.action, multipart: o.multipart, body: inner }),
    language: o.language,
    shown: Boolean(reason?.error),
  })
}
