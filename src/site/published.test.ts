/** What the site gives out to machines, held against grammars and programs that are not ours. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { queenMary } from '#cast/universities.ts'
import { lintCalendar } from '#test/support/calendar-lint.ts'
import { openPublicSite, type PublicSite } from '#test/support/public-site.ts'
import { signingStory, tellAll } from '#test/support/public-stories.ts'
import { atomFaults, expanded, jsonFeedFaults, linkedDataOf, sitemapFaults } from '#test/support/published-checks.ts'

let site: PublicSite
before(async () => {
  site = await openPublicSite()
  await tellAll(site)
})
after(() => site.close())

const story = `/en/news/${signingStory.slug}`

for (const language of ['en', 'zh'])
  for (const at of ['/news', `/partners/${queenMary.ror}`]) {
    test(`the Atom feed below /${language}${at} follows RFC 4287 and names itself`, async () => {
      const feed = await site.read(`/${language}${at}/feed.atom`)
      assert.equal(atomFaults(feed), '')
      assert.match(feed, new RegExp(`<link rel="self"[^>]*href="${site.origin}/${language}${at}/feed.atom"/>`))
      assert.match(feed, new RegExp(`xml:lang="${language === 'en' ? 'en' : 'zh-CN'}"`))
    })

    test(`the JSON Feed below /${language}${at} follows version 1.1`, async () => {
      const feed = await site.read(`/${language}${at}/feed.json`)
      assert.equal(jsonFeedFaults(feed), '')
      assert.ok(JSON.parse(feed).items.length > 0)
    })
  }

test('a feed holds what is complete in its language, and of a partner only its own', async () => {
  const titles = async (path: string) =>
    JSON.parse(await site.read(path)).items.map((item: { title: string }) => item.title)
  assert.ok(!(await titles('/en/news/feed.json')).some((title: string) => title === ''))
  assert.equal((await titles('/en/news/feed.json')).length, 3)
  assert.equal((await titles('/zh/news/feed.json')).length, 4)
  assert.equal((await titles(`/en/partners/${queenMary.ror}/feed.json`)).length, 2)
})

test('the grammars find what is wrong', async () => {
  const feed = await site.read('/en/news/feed.atom')
  assert.match(atomFaults(feed.replace(/<updated>.*?<\/updated>/, '')), /updated|Expecting|invalid/i)
  assert.match(atomFaults(feed.replace(/<title>.*?<\/title>/, '<title>a</title><title>b</title>')), /./)
  const sitemap = await site.read('/sitemap.xml')
  assert.match(sitemapFaults(sitemap.replace(/<lastmod>[^<]*/, '<lastmod>yesterday')), /lastmod/)
  assert.match(sitemapFaults(sitemap.replace('hreflang="en"', 'hreflang="English"')), /hreflang/)
  const json = JSON.parse(await site.read('/en/news/feed.json'))
  assert.match(jsonFeedFaults(JSON.stringify({ ...json, items: [{ title: 'x' }] })), /id/)
})

test('the sitemap follows the protocol; every page in it answers, and names the same languages itself', async () => {
  const sitemap = await site.read('/sitemap.xml')
  assert.equal(sitemapFaults(sitemap), '')
  const places = [...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, at]) => at!.slice(site.origin.length))
  assert.ok(places.length > 25, `only ${places.length}`)
  assert.equal(new Set(places).size, places.length)
  for (const at of places) {
    const page = await site.read(at)
    assert.match(page, new RegExp(`<link rel="canonical" href="${site.origin}${at}">`), at)
    const inMap = [
      ...sitemap
        .split(`<loc>${site.origin}${at}</loc>`)[1]!
        .split('</url>')[0]!
        .matchAll(/hreflang="([^"]+)" href="([^"]+)"/g),
    ]
    const inPage = [...page.matchAll(/<link rel="alternate" hreflang="([^"]+)" href="([^"]+)"/g)]
    const pairs = (found: RegExpExecArray[]) => found.map(([, language, href]) => `${language} ${href}`)
    assert.deepEqual(pairs(inMap as RegExpExecArray[]), pairs(inPage as RegExpExecArray[]), at)
  }
})

test('a date in the sitemap is that of the last change, and a page without any claims none', async () => {
  const sitemap = await site.read('/sitemap.xml')
  const entry = (at: string) => sitemap.split(`<loc>${site.origin}${at}</loc>`)[1]!.split('</url>')[0]!
  assert.match(entry(story), /<lastmod>2026-10-25T02:00:00Z</)
  assert.doesNotMatch(entry('/en/partners/00py81415'), /lastmod/)
})

test('robots are led to the sitemap and away from searches', async () => {
  const robots = await site.read('/robots.txt')
  assert.match(robots, new RegExp(`^Sitemap: ${site.origin}/sitemap.xml$`, 'm'))
  assert.match(robots, /^Disallow: \/en\/search$/m)
})

test('calendars pass the lint, name nobody and no room to join', async () => {
  const all = await site.read('/calendar.ics')
  for (const at of ['/calendar.ics', `/partners/${queenMary.ror}.ics`, `/en/events/${site.ceremony}.ics`]) {
    const answer = await site.get(at)
    assert.equal(answer.headers.get('content-type'), 'text/calendar; charset=utf-8')
    assert.deepEqual(lintCalendar(await answer.text(), { open: true }), [], at)
  }
  assert.match(all, /DTSTART:20261020T073000Z/)
  assert.match(all, /^SUMMARY;LANGUAGE=en:Signing of the Key Partnership Agreement · 重点/m)
  assert.equal((await site.get('/partners/00py81415.ics')).status, 200)
  assert.equal((await site.get('/partners/019wvm592.ics')).status, 404, 'a prospect is no public partner')
})

test('JSON-LD: the story with its publisher, languages and occasion', async () => {
  const [data] = linkedDataOf(await site.read(story))
  assert.equal(data!['@type'], 'NewsArticle')
  assert.equal(data!['@id'], `${site.origin}${story}#story`)
  assert.equal(data!.inLanguage, 'en')
  assert.equal(data!.datePublished, '2026-10-25T02:00:00Z')
  assert.deepEqual(data!.about, { '@id': `${site.origin}/events/${site.ceremony}#event` })
  assert.deepEqual(data!.workTranslation, {
    '@type': 'NewsArticle',
    '@id': `${site.origin}/zh/news/${signingStory.slug}#story`,
    inLanguage: 'zh-CN',
  })
  const [event] = linkedDataOf(await site.read(`/zh/events/${site.ceremony}`))
  assert.equal(event!['@id'], `${site.origin}/events/${site.ceremony}#event`)
  assert.equal(event!.startDate, '2026-10-20T07:30:00Z')
})

test('JSON-LD is understood whole, and every identity in it is an address', async () => {
  const pages = [
    '/en/',
    '/zh/partners',
    `/en/partners/${queenMary.ror}`,
    story,
    `/en/events/${site.ceremony}`,
    `/zh/agreements/${site.agreement}`,
  ]
  for (const at of pages) {
    const found = linkedDataOf(await site.read(at))
    assert.ok(found.length > 0, at)
    for (const data of found) {
      const [node] = await expanded(data)
      assert.match(String((node!['@type'] as string[])[0]), /^https:\/\/schema\.org\/[A-Z]/)
      const identities = [...JSON.stringify(node).matchAll(/"@id":"([^"]*)"/g)].map(([, id]) => id!)
      assert.ok(identities.length > 0)
      for (const id of identities) assert.match(id, /^https?:\/\//, `${at} ${id}`)
    }
  }
})

test('one institution has one identity on every page', async () => {
  const [own] = linkedDataOf(await site.read(`/en/partners/${queenMary.ror}`))
  const [event] = linkedDataOf(await site.read(`/en/events/${site.ceremony}`))
  const organisers = event!.organizer as { '@id': string }[]
  assert.equal(own!['@id'], `https://ror.org/${queenMary.ror}`)
  assert.ok(organisers.some((one) => one['@id'] === own!['@id']))
})
