/** The addresses of the public site: pages in each language, and the files that have none. */
import { Hono } from 'hono'
import type { Db } from '#src/platform/database/tables.ts'
import type { WebEnv } from '#src/platform/web.ts'
import { calendarPath } from './addresses.ts'
import { siteCalendar } from './calendars.ts'
import { languageRoutes } from './language-routes.ts'
import { readAround, readEvents, readEverything } from './read-site.ts'
import { answer } from './site-page.ts'
import { robots, sitemap } from './sitemap.ts'

export interface SiteParts {
  db: Db
  /** Origin of every absolute address. */
  publicUrl: string
}

const calendarType = 'text/calendar; charset=utf-8'

/** Mounted before the areas whose addresses it shares: `/partners/00p991c53.ics` is no partner's page. */
export function siteRoutes(parts: SiteParts): Hono<WebEnv> {
  const { db, publicUrl } = parts
  const app = new Hono<WebEnv>()

  app.get('/', async (c, next) => {
    if (c.var.visitor) return next()
    c.header('Vary', 'Accept-Language, Cookie')
    return c.redirect(`/${c.var.language}/`, 303)
  })
  app.get('/robots.txt', (c) => answer(c, robots(publicUrl), 'text/plain; charset=utf-8'))
  app.get('/sitemap.xml', async (c) =>
    answer(c, sitemap(await readEverything(db), publicUrl), 'application/xml; charset=utf-8'),
  )
  app.get(calendarPath, async (c) =>
    answer(c, siteCalendar(await readAround(db), await readEvents(db), publicUrl), calendarType),
  )
  app.get('/partners/:file{.+\\.ics}', async (c) => {
    const ror = c.req.param('file').slice(0, -'.ics'.length)
    const around = await readAround(db)
    if (!around.partners.some((one) => one.ror === ror)) return c.notFound()
    const events = await readEvents(db, { partner: ror })
    return answer(c, siteCalendar(around, events, publicUrl, ror), calendarType)
  })

  for (const language of ['en', 'zh'] as const) app.route('/', languageRoutes(parts, language))
  return app
}
