/** The addresses of institutions the registry changed. */
import { type Context, Hono } from 'hono'
import type { Db } from '#src/platform/database/tables.ts'
import { formValues } from '#src/platform/people/index.ts'
import { acted, type Problem } from '#src/platform/ui/index.ts'
import type { WebEnv } from '#src/platform/web.ts'
import { requirePartnersOfficer } from './access.ts'
import { changedPage } from './changed-page.ts'
import { changedInstitutions } from './institution-move-store.ts'
import { moveRefusalWords } from './institution-move-words.ts'
import { type MoveParts, moveInstitution } from './move-institution.ts'
import { partnerRefusalWords } from './refusal-words.ts'
import { ourInstitution } from './store.ts'

interface Parts {
  db: Db
  move: MoveParts
}

export function changedRoutes(parts: Parts): Hono<WebEnv> {
  const { db, move } = parts
  const app = new Hono<WebEnv>()
  app.get('/directory/changes', (c) => {
    requirePartnersOfficer(c.var.visitor)
    return show(c, parts)
  })
  app.post('/partners/:ror/successor', async (c) => {
    const officer = requirePartnersOfficer(c.var.visitor)
    const [ror, to] = [c.req.param('ror'), ((await formValues(c)).to ?? '').slice(0, 20)]
    const at = c.var.now
    const today = at.toZonedDateTimeISO((await ourInstitution(db)).zone).toPlainDate()
    return acted(c, {
      act: () => moveInstitution(db, officer, move, { ror, to, at, today }),
      to: `/partners/${to}?done=yes`,
      words: { ...partnerRefusalWords, ...moveRefusalWords },
      again: (problem) => show(c, parts, problem),
    })
  })
  return app
}

async function show(c: Context<WebEnv>, { db, move }: Parts, problem?: Problem): Promise<Response> {
  const changed = await changedInstitutions(db)
  const known = await Promise.all(changed.map(async (one) => ({ ...one, hasNode: await move.hasNode(db, one.ror) })))
  return changedPage(c, { changed: known, ...(problem && { problem }) })
}
