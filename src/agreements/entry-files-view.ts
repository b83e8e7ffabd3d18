/** The files of one agreement of the register, and adding one. */
import type { Context } from 'hono'
import { archiveSection } from '#src/partners/index.ts'
import { comma, speak } from '#src/platform/i18n/words.ts'
import { dateWords } from '#src/platform/time.ts'
import { actions, fileField, form, type Html, html, section, selectField, submit } from '#src/platform/ui/index.ts'
import type { WebEnv } from '#src/platform/web.ts'
import { fileKinds } from './entry-tables.ts'
import { fileKindWords } from './entry-value-words.ts'
import { entryWords } from './entry-words.ts'
import type { EntryView } from './read-entry.ts'

/** Every file, and for officers the form that adds one. */
export function filesSection(c: Context<WebEnv>, { entry, files, officer, internal }: EntryView): Html {
  const { language, house } = c.var
  const w = speak(entryWords, language)
  const lines = files.map(
    (f) =>
      html`<li><a href="/register/files/${f.id}">${f.name}</a> <span class="muted small">${fileKindWords[f.kind][language]} · ${f.by_name}${comma[language]}${dateWords(f.added_at, house.zone, language)}</span></li>`,
  )
  const options = fileKinds.map((kind) => ({ value: kind, label: fileKindWords[kind][language] }))
  const add =
    officer &&
    form({
      action: `/register/${entry.id}/files`,
      multipart: true,
      body: html`${fileField({ name: 'file', label: w.file, accept: 'application/pdf', required: true })}${selectField({ name: 'kind', label: w.fileKind, options })}${actions(submit({ label: w.addFile, kind: 'plain' }))}`,
    })
  const list = lines.length > 0 ? html`<ul class="plain-list">${lines}</ul>` : html`<p class="muted">${w.noFiles}</p>`
  const archive = archiveSection({ at: `/archive/agreements/${entry.id}`, office: internal, language })
  return html`${section({ title: w.files, body: html`<div class="stack">${list}${add}</div>` })}${archive}`
}
