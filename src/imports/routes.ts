/** The addresses of lists brought in. */
import { type Context, Hono } from 'hono'
import { isOfficer, requireOfficer } from '#src/agreements/index.ts'
import type { Db } from '#src/platform/database/tables.ts'
import { fileRefusalWords, getFile } from '#src/platform/files/index.ts'
import { formValues } from '#src/platform/people/index.ts'
import { Refusal } from '#src/platform/refusal.ts'
import { sheetRefusalWords } from '#src/platform/spreadsheet/index.ts'
import { refusalText } from '#src/platform/ui/index.ts'
import type { WebEnv } from '#src/platform/web.ts'
import { holdImport, type OfficersImport, requireImportsReader, seeImport } from './access.ts'
import { beginImport, dropImport } from './begin-import.ts'
import { changeSettings } from './change-settings.ts'
import { confirmImport } from './confirm-import.ts'
import { importPage } from './import-page.ts'
import { importsPage } from './imports-page.ts'
import { leftOut } from './left-out.ts'
import { readImport } from './read-import.ts'
import { importRefusalWords } from './refusals.ts'
import { imports } from './store.ts'
import { undoImport } from './undo-import.ts'

const words = { ...fileRefusalWords, ...sheetRefusalWords, ...importRefusalWords }
const shown = 200

export function importRoutes({ db }: { db: Db }): Hono<WebEnv> {
  const app = new Hono<WebEnv>()

  app.get('/imports', async (c) => {
    const visitor = requireImportsReader(c.var.visitor)
    return importsPage(c, { all: await imports(db, shown), officer: isOfficer(visitor) })
  })

  app.post('/imports', async (c) => {
    const officer = requireOfficer(c.var.visitor)
    const { file } = await c.req.parseBody()
    const given = file instanceof File ? file : new File([], '')
    const bytes = new Uint8Array(await given.arrayBuffer())
    try {
      const id = await beginImport(db, officer, { bytes, name: given.name.slice(0, 200) || 'list', at: c.var.now })
      return c.redirect(`/imports/${id}`, 303)
    } catch (refusal) {
      const problem = problemOf(c, refusal)
      return importsPage(c, { all: await imports(db, shown), officer: true, problem })
    }
  })

  app.get('/imports/:id', async (c) => importPage(c, await readImport(db, c.var.visitor, c.req.param('id'))))

  app.get('/imports/:id/file', async (c) => {
    const found = await seeImport(db, c.var.visitor, c.req.param('id'))
    return c.body(new Uint8Array((await getFile(db, found.file))!.bytes), 200, download(found.name))
  })

  app.get('/imports/:id/left-out.csv', async (c) => {
    const found = await seeImport(db, c.var.visitor, c.req.param('id'))
    const type = 'text/csv; charset=utf-8'
    return c.body(await leftOut(db, found, c.var.language), 200, download('left-out.csv', type))
  })

  app.post('/imports/:id/settings', async (c) => {
    const values = await formValues(c)
    return done(c, db, (held) => changeSettings(db, held, values))
  })
  app.post('/imports/:id/confirm', async (c) => {
    const { shown = '' } = await formValues(c)
    return done(c, db, (held) => confirmImport(db, held, { shown, at: c.var.now }))
  })
  app.post('/imports/:id/undo', (c) => done(c, db, (held) => undoImport(db, held, c.var.now)))
  app.post('/imports/:id/drop', (c) => done(c, db, (held) => dropImport(db, held, c.var.now), '/imports'))
  return app
}

/** Always saved to the disk, never shown by the browser: what somebody sent must not act as one of our pages. */
const download = (name: string, type = 'application/octet-stream') => ({
  'content-type': type,
  'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
  'cache-control': 'private, no-store',
})

function problemOf(c: Context<WebEnv>, refusal: unknown) {
  if (!(refusal instanceof Refusal)) throw refusal
  return { text: refusalText(refusal, words, c.var.language), status: refusal.status }
}

async function done(
  c: Context<WebEnv>,
  db: Db,
  act: (held: OfficersImport) => Promise<void>,
  then?: string,
): Promise<Response> {
  const id = c.req.param('id') ?? ''
  const held = await holdImport(db, c.var.visitor, id)
  try {
    await act(held)
    return c.redirect(then ?? `/imports/${id}`, 303)
  } catch (refusal) {
    const problem = problemOf(c, refusal)
    return importPage(c, await readImport(db, c.var.visitor, id), { problem })
  }
}
