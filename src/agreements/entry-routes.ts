/** The addresses of the register of agreements. */

import { type Context, Hono } from 'hono'
import { findInstitution, groupings, type Institution, ourInstitution, somePartners } from '#src/partners/index.ts'
import type { Db } from '#src/platform/database/tables.ts'
import { idOf } from '#src/platform/id.ts'
import { requireVisitor } from '#src/platform/people/index.ts'
import { Refusal } from '#src/platform/refusal.ts'
import { fragment } from '#src/platform/ui/index.ts'
import type { WebEnv } from '#src/platform/web.ts'
import { reachOf } from '#src/procedures/index.ts'
import { isOfficer } from './access.ts'
import { entriesPage } from './entries-page.ts'
import { type EntriesView, entriesAPage } from './entries-view.ts'
import { editEntryRoutes } from './entry-edit-routes.ts'
import { type Exported, entriesCsv, entriesXlsx } from './entry-export.ts'
import { findEntryFile } from './entry-file-store.ts'
import { filterWords, readFilter } from './entry-filter.ts'
import { entryList } from './entry-list-view.ts'
import { entryPage } from './entry-page.ts'
import { searchEntries } from './entry-search.ts'
import { countStandings } from './entry-standing-store.ts'
import { entryViewRoutes } from './entry-view-routes.ts'
import { paperRoutes } from './paper-routes.ts'
import { readEntry, requireRegisterReader } from './read-entry.ts'
import { viewsOf } from './saved-views.ts'

/** Rows of one export: more than any register, and still one file. */
const mostExported = 50_000

export function entryRoutes({ db }: { db: Db }): Hono<WebEnv> {
  const app = new Hono<WebEnv>()

  app.get('/register', async (c) => {
    requireRegisterReader(c.var.visitor)
    const view = await readEntries(c, db)
    return c.req.query('part') === 'found' ? fragment(c, entryList(c, view)) : entriesPage(c, view)
  })

  app.get('/register.csv', async (c) => {
    const exported = await readExport(c, db)
    return c.body(entriesCsv(exported), 200, download('text/csv; charset=utf-8', `agreements-${exported.day}.csv`))
  })

  app.get('/register.xlsx', async (c) => {
    const exported = await readExport(c, db)
    const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
    return c.body(await entriesXlsx(exported), 200, download(type, `agreements-${exported.day}.xlsx`))
  })

  app.route('/', entryViewRoutes({ db }))
  app.route('/', editEntryRoutes({ db }))
  app.route('/', paperRoutes({ db }))

  app.get('/register/:id', async (c) => {
    const view = await readEntry(db, c.var.visitor, c.req.param('id'), c.var.now)
    return entryPage(c, view, { done: c.req.query('done') === 'yes' })
  })

  app.get('/register/files/:file', async (c) => {
    requireRegisterReader(c.var.visitor)
    const file = await findEntryFile(db, idOf(c.req.param('file')), await reachOf(db, c.var.visitor))
    if (!file) throw new Refusal('not_found', {}, 404)
    return c.body(new Uint8Array(file.bytes), 200, download(file.type, file.name))
  })

  return app
}

/** Always saved to the disk, never shown by the browser: an uploaded file must not act as one of our pages. */
const download = (type: string, name: string) => ({
  'content-type': type,
  'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
  'cache-control': 'private, no-store',
})

async function readEntries(c: Context<WebEnv>, db: Db): Promise<EntriesView> {
  const visitor = requireVisitor(c)
  const asked = readFilter(c.req.query())
  const [known, us] = await Promise.all([chosenFrom(db, asked.filter.partner), ourInstitution(db)])
  const day = c.var.now.toZonedDateTimeISO(us.zone).toPlainDate()
  const reach = await reachOf(db, visitor)
  const paged = { reach, day, sort: asked.sort, limit: entriesAPage, offset: (asked.page - 1) * entriesAPage }
  const [found, counts, views] = await Promise.all([
    searchEntries(db, asked.filter, paged),
    countStandings(db, day, reach),
    viewsOf(db, visitor, 'register'),
  ])
  return { asked, ...found, counts, known, groups: await groupings(db), views, mayAdd: isOfficer(visitor), day }
}

async function readExport(c: Context<WebEnv>, db: Db): Promise<Exported> {
  requireRegisterReader(c.var.visitor)
  const asked = readFilter(c.req.query())
  const [known, us] = await Promise.all([chosenFrom(db, asked.filter.partner), ourInstitution(db)])
  const day = c.var.now.toZonedDateTimeISO(us.zone).toPlainDate()
  const reach = await reachOf(db, c.var.visitor)
  const { rows } = await searchEntries(db, asked.filter, { reach, day, sort: asked.sort, limit: mostExported })
  const { language } = c.var
  const said = filterWords(asked, { known, groups: await groupings(db) }, language)
  return { rows, said, day, language, columns: asked.columns }
}

/** Partners to choose a filter from: all, while they fit a list; else the one chosen. Any is also found by words of its name. */
async function chosenFrom(db: Db, partner: string): Promise<Institution[]> {
  const some = await somePartners(db, mostChosenFrom + 1)
  if (some.length <= mostChosenFrom) return some
  const one = partner ? await findInstitution(db, partner) : undefined
  return one ? [one] : []
}

const mostChosenFrom = 60
