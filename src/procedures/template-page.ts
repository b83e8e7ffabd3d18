/** One template: its text in a version, and for officers the form in which the next version is written. */
import type { Context } from 'hono'
import { speak } from '#src/platform/i18n/words.ts'
import {
  actions,
  type Content,
  day,
  form,
  head,
  hidden,
  html,
  linkButton,
  notice,
  page,
  parallel,
  section,
  submit,
  table,
} from '#src/platform/ui/index.ts'
import type { WebEnv } from '#src/platform/web.ts'
import { said, type Told } from './parts-view.ts'
import type { Template, TemplateText, TemplateVersion } from './template.ts'
import { templateFields } from './template-form.ts'
import { templateWords } from './template-words.ts'
import type { AgreementType } from './type-store.ts'
import { procedureWords } from './words.ts'

export interface TemplateView {
  /** Null for a new one. */
  id: string | null
  template: Omit<Template, 'id'>
  text: TemplateText
  /** All, the latest first; none for a new one. */
  versions: TemplateVersion[]
  /** An earlier version, only to be read. */
  shown: TemplateVersion | undefined
  types: AgreementType[]
  mayWrite: boolean
}

export function templatePage(c: Context<WebEnv>, view: TemplateView, told: Told = {}): Response {
  const { language } = c.var
  const w = speak(templateWords, language)
  const title = view.template.name[language] || w.add
  const last = view.versions[0]?.number
  const over = html`<a href="/procedures/templates">${procedureWords.templates[language]}</a>`
  const number = view.shown?.number ?? last
  const meta = number ? `${w.version} ${number}` : ''
  const acts =
    view.id !== null && linkButton({ href: `/procedures/templates/${view.id}/template.json`, label: w.export })
  const meanwhile =
    told.refusal?.reason === 'changed_meanwhile' &&
    last !== undefined &&
    notice({ kind: 'warning', title: w.meanwhile(last) })
  const body = html`${said(told, language)}${meanwhile}${head({ title, over, meta, acts })}
    ${view.mayWrite && !view.shown ? writing(c, view, told) : reading(c, view.shown ?? view.text)}${versionsSection(c, view)}`
  return page(c, { title, current: 'procedures', body }, told.refusal?.status)
}

function reading(c: Context<WebEnv>, { title, clauses }: TemplateText): Content {
  const { language } = c.var
  const w = speak(templateWords, language)
  const rows = clauses.map(({ id, heading, body }, i) => ({
    id: `clause-${id}`,
    number: i + 1,
    en: { heading: heading.en, body: paragraphs(body.en) },
    zh: { heading: heading.zh, body: paragraphs(body.zh) },
  }))
  return html`<p class="serif"><span lang="en">${title.en}</span> <span lang="zh-CN">${title.zh}</span></p>${parallel({ rows, language, label: w.clauses })}`
}

const paragraphs = (text: string): Content => html`${text.split('\n').map((line) => html`<p>${line}</p>`)}`

function writing(c: Context<WebEnv>, view: TemplateView, told: Told): Content {
  const { language } = c.var
  const back = linkButton({ href: '/procedures/templates', label: procedureWords.templates[language], kind: 'quiet' })
  return form({
    action: view.id ? `/procedures/templates/${view.id}` : '/procedures/templates',
    guard: true,
    language,
    body: html`${hidden({ from: String(view.versions[0]?.number ?? 0) })}${templateFields(view, told.typed, language)}${actions(submit({ label: procedureWords.save[language] }), back)}`,
  })
}

function versionsSection(c: Context<WebEnv>, { id, versions }: TemplateView): Content {
  if (versions.length === 0) return ''
  const { language, house } = c.var
  const w = speak(templateWords, language)
  const rows = versions.map((version, i) => [
    html`<a href="/procedures/templates/${id}${i > 0 ? `?version=${version.number}` : ''}">${w.version} ${version.number}</a>`,
    version.byName,
    day(version.at, { zone: house.zone, language }),
    html`<span class="as-written">${version.note}</span>`,
  ])
  const columns = [{ label: w.version, head: true }, { label: w.by }, { label: w.on }, { label: w.changeNote }]
  return section({
    title: w.versions,
    id: 'versions',
    body: table({ caption: w.versions, captionHidden: true, columns, rows }),
  })
}
