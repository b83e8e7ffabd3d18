/** The pages of the public site in one language. The address says the language, whatever the reader chose elsewhere. */
import { Hono } from 'hono'
import { findPublicAgreement, publicAgreements } from '#src/agreements/index.ts'
import { publicFacts } from '#src/partners/index.ts'
import type { Language } from '#src/platform/i18n/words.ts'
import type { WebEnv } from '#src/platform/web.ts'
import { signedFileOf } from '#src/signing/index.ts'
import { findPublished, publishedStories, searchStories } from '#src/stories/index.ts'
import { at } from './addresses.ts'
import { agreementPage } from './agreement-page.ts'
import { eventCalendar } from './calendars.ts'
import { eventPage } from './event-page.ts'
import { eventsPage } from './events-page.ts'
import { typedWords } from './excerpt.ts'
import { atomFeed, feedLength, jsonFeed } from './feeds.ts'
import { find } from './find.ts'
import { homePage, type Reading } from './home-page.ts'
import { missingPage } from './not-found-page.ts'
import { partnerPage } from './partner-page.ts'
import { partnersPage } from './partners-page.ts'
import {
  mayWatch,
  readAround,
  readEvent,
  readEvents,
  readEverything,
  readPartnerView,
  readStoryAround,
} from './read-site.ts'
import type { SiteParts } from './routes.ts'
import { searchPage } from './search-page.ts'
import { answer, passingPage, type SiteContext, sitePage } from './site-page.ts'
import { storiesPage } from './stories-page.ts'
import { gonePage, storyPage } from './story-page.ts'

type Handler = (c: SiteContext, reading: Reading) => Response | Promise<Response>

export function languageRoutes(parts: SiteParts, language: Language): Hono<WebEnv> {
  const { db, publicUrl: origin } = parts
  const app = new Hono<WebEnv>()
  const get = (path: string, handler: Handler) =>
    app.get(at(language, path), (c) => {
      c.set('language', language)
      return handler(c, { language, house: c.var.house, origin, now: c.var.now })
    })
  const missing = (c: SiteContext, r: Reading) => passingPage(c, origin, missingPage(r), 404)

  app.get(`/${language}`, (c) => c.redirect(`/${language}/`, 301))
  get('/', async (c, r) => sitePage(c, origin, homePage(await readEverything(db, { stories: 4 }), r)))
  for (const routes of [partnerPages, agreementPages, storyPages, eventPages]) routes({ ...parts, get, missing })
  get('/search', async (c, r) => {
    const typed = (c.req.query('q') ?? '').trim().slice(0, 200)
    const found = typed ? await search(parts, typed, language) : null
    return passingPage(c, origin, searchPage(typed, found, r))
  })
  get('/*', missing)
  return app
}

interface Pages extends SiteParts {
  get: (path: string, handler: Handler) => void
  missing: (c: SiteContext, r: Reading) => Response
}

function partnerPages({ db, publicUrl: origin, get, missing }: Pages): void {
  get('/partners', async (c, r) => {
    const view = { ...(await readAround(db)), agreements: await publicAgreements(db) }
    return sitePage(c, origin, partnersPage(view, r))
  })
  get('/partners/:ror', async (c, r) => {
    const view = await readPartnerView(db, c.req.param('ror') ?? '')
    return view ? sitePage(c, origin, partnerPage(view, r)) : missing(c, r)
  })
  for (const kind of ['atom', 'json'] as const)
    get(`/partners/:ror/feed.${kind}`, async (c, r) => {
      const partner = (await readAround(db)).partners.find(({ ror }) => ror === c.req.param('ror'))
      return partner ? feed(c, r, kind, db, partner) : missing(c, r)
    })
}

async function feed(
  c: SiteContext,
  r: Reading,
  kind: 'atom' | 'json',
  db: SiteParts['db'],
  partner?: Parameters<typeof atomFeed>[0]['partner'],
): Promise<Response> {
  const asked = { language: r.language, limit: feedLength, ...(partner && { partner: partner.ror }) }
  const view = { stories: await publishedStories(db, asked), partner }
  return kind === 'atom'
    ? answer(c, atomFeed(view, r), 'application/atom+xml; charset=utf-8')
    : answer(c, jsonFeed(view, r), 'application/feed+json; charset=utf-8')
}

function agreementPages({ db, publicUrl: origin, get, missing }: Pages): void {
  get('/agreements/:id', async (c, r) => {
    const agreement = await findPublicAgreement(db, c.req.param('id') ?? '')
    if (!agreement) return missing(c, r)
    return sitePage(c, origin, agreementPage({ ...(await readAround(db)), agreement }, r))
  })
  get('/agreements/:id/signed.pdf', async (c, r) => {
    const agreement = await findPublicAgreement(db, c.req.param('id') ?? '')
    // Who signed is known here only where the document itself may be given out.
    const file = agreement?.seats ? await signedFileOf(db, agreement.id) : undefined
    if (!file) return missing(c, r)
    return c.body(new Uint8Array(file.bytes), 200, {
      'content-type': 'application/pdf',
      'content-disposition': 'inline; filename="agreement.pdf"',
      etag: `"${file.sha256}"`,
      'cache-control': 'private, no-cache',
    })
  })
}

function storyPages({ db, publicUrl: origin, get, missing }: Pages): void {
  get('/news', async (c, r) => {
    const { partner, year } = c.req.query()
    const chosen = { ...(partner && { partner }), ...(/^\d{4}$/.test(year ?? '') && { year: Number(year) }) }
    const view = { ...(await readAround(db)), stories: await publishedStories(db), ...chosen }
    return sitePage(c, origin, storiesPage(view, r))
  })
  get('/news/feed.atom', (c, r) => feed(c, r, 'atom', db))
  get('/news/feed.json', (c, r) => feed(c, r, 'json', db))
  get('/news/:slug', async (c, r) => {
    const story = await findPublished(db, c.req.param('slug') ?? '')
    if (!story) return missing(c, r)
    if (story.withdrawn) return passingPage(c, origin, gonePage(story, r), 410)
    return sitePage(c, origin, storyPage(await readStoryAround(db, story), r))
  })
}

function eventPages({ db, publicUrl: origin, get, missing }: Pages): void {
  get('/events', async (c, r) => {
    const view = { ...(await readAround(db)), events: await readEvents(db) }
    return sitePage(c, origin, eventsPage(view, r))
  })
  get('/events/:id', async (c, r) => {
    const [, id = '', file] = /^(.+?)(\.ics)?$/.exec(c.req.param('id') ?? '') ?? []
    const event = await readEvent(db, id)
    if (!event) return missing(c, r)
    if (file) return answer(c, eventCalendar(event, r.language, origin), 'text/calendar; charset=utf-8')
    const around = await readAround(db)
    const agreement = event.agreement ? await findPublicAgreement(db, event.agreement) : undefined
    const stories = await publishedStories(db, { partner: event.partner })
    const story = stories.find(({ ceremony }) => ceremony === event.id)
    return sitePage(c, origin, eventPage({ ...around, event, agreement, story, live: await mayWatch(db, event) }, r))
  })
}

/** Everything public that has all the words. */
async function search({ db }: SiteParts, typed: string, language: Language) {
  const { partners } = await readAround(db)
  const facts = await Promise.all(partners.map(({ ror }) => publicFacts(db, ror)))
  const stories = [...(await searchStories(db, typed, 'en')), ...(await searchStories(db, typed, 'zh'))]
  const all = {
    partners: partners.map((one, n) => ({ ...one, facts: facts[n]! })),
    agreements: await publicAgreements(db),
    events: await readEvents(db),
    stories: [...new Map(stories.map((story) => [story.id, story])).values()],
  }
  return find(all, typedWords(typed), language)
}
