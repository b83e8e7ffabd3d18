/** The addresses of the directory of institutions. */
import { type Context, Hono } from 'hono'
import type { Db } from '#src/platform/database/tables.ts'
import { formValues } from '#src/platform/people/index.ts'
import { Refusal } from '#src/platform/refusal.ts'
import { fragment, refusalText } from '#src/platform/ui/index.ts'
import type { WebEnv } from '#src/platform/web.ts'
import { requirePartnersOfficer, requirePartnersReader } from './access.ts'
import { addPartner } from './add-partner.ts'
import type { Typed } from './directory-add-view.ts'
import { directoryPage, foundList } from './directory-page.ts'
import { directoryRecordPage } from './directory-record-page.ts'
import { readDirectory } from './read-directory.ts'
import { readDirectoryEntry } from './read-directory-entry.ts'
import { partnerRefusalWords } from './refusal-words.ts'

export function directoryRoutes({ db }: { db: Db }): Hono<WebEnv> {
  const app = new Hono<WebEnv>()

  app.get('/directory', async (c) => {
    requirePartnersReader(c.var.visitor)
    const view = await readDirectory(db, (c.req.query('q') ?? '').slice(0, 200))
    return c.req.query('part') === 'found' ? fragment(c, foundList(c, view)) : directoryPage(c, view)
  })

  app.get('/directory/:ror', async (c) =>
    directoryRecordPage(c, await readDirectoryEntry(db, c.var.visitor, c.req.param('ror'))),
  )

  app.post('/directory/:ror/partner', async (c) => {
    const ror = c.req.param('ror')
    const typed = typedIn(await formValues(c))
    const officer = requirePartnersOfficer(c.var.visitor)
    const entry = await readDirectoryEntry(db, officer, ror)
    try {
      await addPartner(db, { officer, institution: entry.institution }, { ...typed, at: c.var.now })
      return c.redirect(`/partners/${ror}`, 303)
    } catch (refusal) {
      if (!(refusal instanceof Refusal)) throw refusal
      return back(c, entry, refusal, typed)
    }
  })
  return app
}

type Entry = Awaited<ReturnType<typeof readDirectoryEntry>>

function back(c: Context<WebEnv>, entry: Entry, refusal: Refusal, typed: Typed): Response {
  const text = refusalText(refusal, partnerRefusalWords, c.var.language)
  return directoryRecordPage(c, entry, { text, status: refusal.status, typed })
}

function typedIn(values: Partial<Record<string, string>>): Typed {
  const of = (name: string) => (values[name] ?? '').trim().slice(0, 300)
  const pair = (name: string) => ({ en: of(`${name}_en`), zh: of(`${name}_zh`) })
  return { name: pair('name'), short: pair('short'), city: pair('city'), zone: of('zone') }
}
