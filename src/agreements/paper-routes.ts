/** Agreements signed in ink: writing both originals down, and the second person's check. */
import { type Context, Hono } from 'hono'
import { putTogether } from '#src/platform/began-from.ts'
import type { Db } from '#src/platform/database/tables.ts'
import { fileRefusalWords } from '#src/platform/files/index.ts'
import { Refusal } from '#src/platform/refusal.ts'
import { renderRefusalWords } from '#src/platform/render/index.ts'
import { type RefusalWords, refusalText } from '#src/platform/ui/index.ts'
import type { WebEnv } from '#src/platform/web.ts'
import { requireOfficer } from './access.ts'
import { checkPaper } from './check-paper.ts'
import { refuseEntry } from './entry-refusal.ts'
import { entryRefusalWords } from './entry-refusal-words.ts'
import { paperPage } from './paper-page.ts'
import { emptyPaper, type PaperDetails, type PaperSide } from './paper-signing.ts'
import { paperOf } from './paper-store.ts'
import { readEntry } from './read-entry.ts'
import { savePaper } from './save-paper.ts'

const words: RefusalWords = { ...fileRefusalWords, ...renderRefusalWords, ...entryRefusalWords }

export function paperRoutes({ db }: { db: Db }): Hono<WebEnv> {
  const app = new Hono<WebEnv>()
  app.get('/register/:id/paper', async (c) => {
    const view = await readEntry(db, c.var.visitor, c.req.param('id'), c.var.now)
    if (view.entry.signed_how !== 'ink') throw new Refusal('not_found', {}, 404)
    return paperPage(c, { view, paper: await paperOf(db, view.entry.id) })
  })
  app.post('/register/:id/paper/ours', (c) => save(c, db, 'ours'))
  app.post('/register/:id/paper/theirs', (c) => save(c, db, 'theirs'))
  app.post('/register/:id/paper/check', async (c) => {
    const held = await hold(c, db)
    return answered(c, db, () => checkPaper(db, held, c.var.now))
  })
  return app
}

async function hold(c: Context<WebEnv>, db: Db) {
  const { visitor, entry } = await readEntry(db, c.var.visitor, c.req.param('id') ?? '', c.var.now)
  return { officer: requireOfficer(visitor), entry }
}

async function save(c: Context<WebEnv>, db: Db, side: PaperSide): Promise<Response> {
  const held = await hold(c, db)
  const body = await c.req.parseBody()
  const text = (name: string) => (typeof body[name] === 'string' ? body[name].trim() : '')
  const scan = body.scan instanceof File ? new Uint8Array(await body.scan.arrayBuffer()) : new Uint8Array()
  const typed = { side, details: readDetails(text), revision: Number(text('revision')) || 0, began: text('began') }
  return answered(
    c,
    db,
    () => savePaper(db, held, { ...typed, scan, details: dated(typed.details), at: c.var.now }),
    typed,
  )
}

interface Typed {
  side: PaperSide
  details: PaperDetails
  revision: number
  began: string
}

/** What was typed comes back with what is wrong; after a colleague's save, put together with theirs. */
async function answered(c: Context<WebEnv>, db: Db, act: () => Promise<void>, typed?: Typed): Promise<Response> {
  const id = c.req.param('id') ?? ''
  try {
    await act()
    return c.redirect(`/register/${id}/paper`, 303)
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal
    const view = await readEntry(db, c.var.visitor, id, c.var.now)
    const paper = await paperOf(db, id)
    const problem = { text: refusalText(refusal, words, c.var.language), status: refusal.status }
    const stored = typed && paper.originals[typed.side]
    const carried = typed && {
      side: typed.side,
      details: stored ? putTogether(typed.began, typed.details, stored) : typed.details,
      revision: stored?.revision ?? 0,
    }
    return paperPage(c, { view, paper, typed: carried, problem })
  }
}

function readDetails(text: (name: string) => string): PaperDetails {
  const of = (name: string) => text(name).slice(0, 300)
  return {
    ...emptyPaper,
    ...{ latin: of('latin'), native: of('native'), titleEn: of('titleEn'), titleZh: of('titleZh') },
    ...{
      signedOn: of('signedOn') || null,
      place: of('place'),
      sealed: text('sealed') === 'yes',
      witness: of('witness'),
    },
  }
}

/** @throws Refusal `entry_date_wrong` */
function dated(details: PaperDetails): PaperDetails {
  try {
    return { ...details, signedOn: details.signedOn && Temporal.PlainDate.from(details.signedOn).toString() }
  } catch {
    return refuseEntry('entry_date_wrong', {}, 422)
  }
}
