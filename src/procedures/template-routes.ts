/** The addresses of templates and of the library of clauses. */
import { type Context, Hono } from 'hono'
import type { Db } from '#src/platform/database/tables.ts'
import { idOf } from '#src/platform/id.ts'
import { formValues } from '#src/platform/people/index.ts'
import { Refusal } from '#src/platform/refusal.ts'
import type { WebEnv } from '#src/platform/web.ts'
import { type HeldTexts, holdTexts, mayWriteTexts, seeProcedures } from './access.ts'
import { answered, doneOf } from './answers.ts'
import { libraryClauses } from './clause-store.ts'
import { clausesPage } from './clauses-page.ts'
import type { Told } from './parts-view.ts'
import { refuse } from './refusals.ts'
import { saveClause, saveTemplate } from './save-template.ts'
import { readTemplateFile, templateFile } from './template.ts'
import { namesOf, readTemplateText } from './template-form.ts'
import { templatePage } from './template-page.ts'
import { findTemplate, templates, templateVersions } from './template-store.ts'
import { templatesPage } from './templates-page.ts'
import { agreementTypes } from './type-store.ts'

const newId = () => crypto.randomUUID().slice(0, 8)
const blankText = { title: { en: '', zh: '' }, prevails: 'both' as const, clauses: [] }

export function templateRoutes({ db }: { db: Db }): Hono<WebEnv> {
  const app = new Hono<WebEnv>()

  app.get('/procedures/templates', (c) => showAll(c, db, doneOf(c)))

  app.get('/procedures/templates/blank', async (c) => {
    holdTexts(c.var.visitor)
    return showOne(c, db, null, {})
  })

  app.post('/procedures/templates/import', async (c) => {
    const held = holdTexts(c.var.visitor)
    const { file } = await c.req.parseBody()
    const text = file instanceof File && file.size <= 2_000_000 ? await file.text() : ''
    const run = () => importTemplate(db, held, { text, at: c.var.now })
    return answered(c, '/procedures/templates', { run, again: (told) => showAll(c, db, told) })
  })

  app.get('/procedures/templates/:id', (c) => showOne(c, db, idOf(c.req.param('id')), doneOf(c)))
  app.post('/procedures/templates', (c) => save(c, db, null))
  app.post('/procedures/templates/:id', (c) => save(c, db, idOf(c.req.param('id'))))

  app.get('/procedures/templates/:id/template.json', async (c) => {
    seeProcedures(c.var.visitor)
    const template = (await findTemplate(db, idOf(c.req.param('id')))) ?? notFound()
    const [latest] = await templateVersions(db, template.id)
    const name = encodeURIComponent(`${template.name.en.replace(/[^\w-]+/g, '-')}-${latest!.number}.json`)
    return c.body(templateFile(template, latest!), 200, {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': `attachment; filename*=UTF-8''${name}`,
      'cache-control': 'private, no-store',
    })
  })

  app.get('/procedures/clauses', (c) => showClauses(c, db, doneOf(c)))

  app.post('/procedures/clauses', async (c) => {
    const held = holdTexts(c.var.visitor)
    const input = { ...readClauseForm(await formValues(c)), at: c.var.now }
    const again = (told: Told) => showClauses(c, db, told)
    return answered(c, '/procedures/clauses', { run: () => saveClause(db, held, input), again })
  })
  return app
}

const notFound = (): never => {
  throw new Refusal('not_found', {}, 404)
}

async function importTemplate(db: Db, held: HeldTexts, { text, at }: { text: string; at: Temporal.Instant }) {
  const file = readTemplateFile(text) ?? refuse('file_unreadable', {}, 422)
  const { kind, name, title, prevails, clauses } = file
  const input = { id: null, kind, name, text: { title, prevails, clauses }, retired: false, note: '', from: null, at }
  await saveTemplate(db, held, input)
}

async function showAll(c: Context<WebEnv>, db: Db, told: Told): Promise<Response> {
  const mayWrite = mayWriteTexts(seeProcedures(c.var.visitor))
  const all = await Promise.all(
    (await templates(db)).map(async (template) => ({
      template,
      latest: (await templateVersions(db, template.id))[0]!,
    })),
  )
  return templatesPage(c, { all, types: await agreementTypes(db), mayWrite }, told)
}

async function showOne(c: Context<WebEnv>, db: Db, id: string | null, told: Told): Promise<Response> {
  const mayWrite = mayWriteTexts(seeProcedures(c.var.visitor))
  const template = id ? ((await findTemplate(db, id)) ?? notFound()) : undefined
  const versions = id ? await templateVersions(db, id) : []
  const asked = Number(c.req.query('version'))
  const shown = versions.slice(1).find(({ number }) => number === asked)
  const named = template ?? { kind: 'other', name: { en: '', zh: '' }, retired: false }
  const types = await agreementTypes(db)
  return templatePage(
    c,
    { id, template: named, text: versions[0] ?? blankText, versions, shown, types, mayWrite },
    told,
  )
}

async function save(c: Context<WebEnv>, db: Db, id: string | null): Promise<Response> {
  const held = holdTexts(c.var.visitor)
  if (id && !(await findTemplate(db, id))) notFound()
  const fields = await formValues(c)
  const text = readTemplateText(fields, newId)
  const { kind = '', note = '', from } = fields
  const retired = id !== null && fields.in_use === undefined
  const written = { kind, name: namesOf(fields), text, retired, note: note.trim().slice(0, 500) }
  const run = () => saveTemplate(db, held, { id, ...written, from: Number(from) || 0, at: c.var.now })
  return answered(c, '/procedures/templates', { run, again: (told) => showOne(c, db, id, told) })
}

async function showClauses(c: Context<WebEnv>, db: Db, told: Told): Promise<Response> {
  const mayWrite = mayWriteTexts(seeProcedures(c.var.visitor))
  return clausesPage(c, { all: await libraryClauses(db), mayWrite }, told)
}

function readClauseForm(fields: Partial<Record<string, string>>) {
  const { id = '', note = '' } = fields
  const half = (name: string) => (fields[name] ?? '').replaceAll('\r\n', '\n').trim().slice(0, 20_000)
  const both = (name: string) => ({ en: half(`${name}_en`), zh: half(`${name}_zh`) })
  return {
    id: id ? idOf(id) : null,
    name: both('name'),
    heading: both('heading'),
    body: both('body'),
    retired: id !== '' && fields.in_use === undefined,
    note: note.trim().slice(0, 500),
    from: Number(fields.from) || 0,
  }
}
