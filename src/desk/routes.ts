/** URLs of the desk. */
import { readFileSync } from 'node:fs'
import { type Context, Hono } from 'hono'
import { countryName } from '#src/partners/index.ts'
import type { Db } from '#src/platform/database/tables.ts'
import { type ApprovalStep, requireVisitor } from '#src/platform/people/index.ts'
import type { Typesetter } from '#src/platform/typeset/index.ts'
import { fragment } from '#src/platform/ui/index.ts'
import type { WebEnv } from '#src/platform/web.ts'
import { administrationPage } from './administration-page.ts'
import { briefData } from './brief.ts'
import { findThings, requireOffice } from './find.ts'
import { findPage } from './find-page.ts'
import { foundThings } from './found-view.ts'
import { journalRoutes } from './journal-routes.ts'
import { type Brief, readBrief } from './read-brief.ts'
import { readToday } from './read-today.ts'
import { reminderRoutes } from './reminder-routes.ts'
import { todayPage } from './today-page.ts'

export interface DeskParts {
  db: Db
  approvalSteps: ApprovalStep[]
  typesetter: Typesetter
  publicUrl: string
  secretKey: Uint8Array
}

export function deskRoutes(parts: DeskParts): Hono<WebEnv> {
  const { db, approvalSteps, typesetter } = parts
  const routes = new Hono<WebEnv>()
  const steps = approvalSteps.map((step) => step.key)
  routes.get('/', async (c) => {
    // The public is led to its own first page before it comes here.
    const visitor = requireVisitor(c)
    return todayPage(c, await readToday(db, visitor, steps, c.var.now))
  })
  routes.get('/administration', (c) => {
    requireVisitor(c)
    return administrationPage(c)
  })
  routes.get('/find', async (c) => {
    const found = await findThings(db, c.var.visitor, (c.req.query('q') ?? '').slice(0, 200), c.var.now)
    return c.req.query('part') === 'found' ? fragment(c, foundThings(c, found)) : findPage(c, found)
  })
  routes.get('/partners/:ror/brief.pdf', async (c) => {
    const { visitor } = c.var
    requireOffice(visitor)
    const brief = await readBrief(db, visitor, c.req.param('ror'), c.var.now)
    const pdf = await setBrief(c, typesetter, brief)
    const name = `brief-${brief.partner.ror}-${brief.day}-${c.var.language}.pdf`
    return c.body(new Uint8Array(pdf), 200, {
      'content-type': 'application/pdf',
      'content-disposition': `inline; filename="${name}"`,
      'cache-control': 'private, no-store',
    })
  })
  routes.route('/', reminderRoutes(parts))
  routes.route('/', journalRoutes(parts))
  return routes
}

const template = readFileSync(new URL('./brief.typ', import.meta.url), 'utf8')

/** @throws Refusal `glyph_missing` naming the character and where it stands */
async function setBrief(c: Context<WebEnv>, typesetter: Typesetter, brief: Brief): Promise<Uint8Array> {
  const { language, house } = c.var
  const country = countryName(brief.partner.country, language)
  const data = briefData(brief, { language, accent: house.accent.light, demonstration: house.demonstration, country })
  return (await typesetter.typeset({ template, data })).pdf
}
