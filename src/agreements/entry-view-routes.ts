/** Keeping and dropping filters of the register. A preference of one's own, not an act worth a journal entry. */
import { Hono } from 'hono'
import type { Db } from '#src/platform/database/tables.ts'
import { formValues } from '#src/platform/people/index.ts'
import type { WebEnv } from '#src/platform/web.ts'
import { filterQuery, readFilter } from './entry-filter.ts'
import { requireRegisterReader } from './read-entry.ts'
import { dropView, keepView } from './saved-views.ts'

export function entryViewRoutes({ db }: { db: Db }): Hono<WebEnv> {
  const app = new Hono<WebEnv>()

  app.post('/register/views', async (c) => {
    const { visitor } = c.var
    requireRegisterReader(visitor)
    const { name = '', query: given = '' } = await formValues(c)
    const query = filterQuery(readFilter(Object.fromEntries(new URLSearchParams(given))))
    await keepView(db, visitor, { page: 'register', name: name.trim().slice(0, 80), query })
    return c.redirect(`/register?${query}`, 303)
  })

  app.post('/register/views/drop', async (c) => {
    const { visitor } = c.var
    requireRegisterReader(visitor)
    const { id = '' } = await formValues(c)
    if (/^[0-9a-f-]{36}$/.test(id)) await dropView(db, visitor, id)
    return c.redirect('/register', 303)
  })
  return app
}
