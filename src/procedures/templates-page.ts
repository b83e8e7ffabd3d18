/** The templates, with where one is imported. */
import type { Context } from 'hono'
import { type Language, speak } from '#src/platform/i18n/words.ts'
import {
  actions,
  type Content,
  day,
  fileField,
  form,
  html,
  linkButton,
  section,
  submit,
  table,
} from '#src/platform/ui/index.ts'
import type { WebEnv } from '#src/platform/web.ts'
import { partPage, type Told } from './parts-view.ts'
import type { Template, TemplateVersion } from './template.ts'
import { templateWords } from './template-words.ts'
import type { AgreementType } from './type-store.ts'

export interface TemplatesView {
  all: { template: Template; latest: TemplateVersion }[]
  types: AgreementType[]
  mayWrite: boolean
}

export function templatesPage(c: Context<WebEnv>, view: TemplatesView, told: Told = {}): Response {
  const { language } = c.var
  const w = speak(templateWords, language)
  const add = view.mayWrite && actions(linkButton({ href: '/procedures/templates/blank', label: w.add }))
  const body = html`<p>${w.note}</p>${list(c, view)}${add}${view.mayWrite && importing(language)}`
  return partPage(c, 'templates', body, told)
}

function list(c: Context<WebEnv>, { all, types }: TemplatesView): Content {
  const { language, house } = c.var
  const w = speak(templateWords, language)
  const rows = all.map(({ template, latest }) => [
    html`<a href="/procedures/templates/${template.id}">${template.name[language]}</a>${template.retired && html` <span class="muted">(${w.retired})</span>`}`,
    types.find(({ key }) => key === template.kind)?.name[language] ?? template.kind,
    latest.number,
    latest.clauses.length,
    latest.byName,
    day(latest.at, { zone: house.zone, language }),
  ])
  const columns = [
    { label: w.name, head: true },
    { label: w.kind },
    { label: w.version, numeric: true },
    { label: w.clauses, numeric: true },
    { label: w.by },
    { label: w.on },
  ]
  return table({ caption: w.caption, captionHidden: true, columns, rows, empty: w.none })
}

function importing(language: Language): Content {
  const w = speak(templateWords, language)
  const fields = html`${fileField({ name: 'file', label: w.file, accept: '.json,application/json', required: true })}${actions(submit({ label: w.import, kind: 'plain' }))}`
  const body = form({ action: '/procedures/templates/import', multipart: true, body: fields })
  return section({ title: w.import, note: w.importNote, id: 'import', body })
}
