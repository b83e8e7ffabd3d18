/** The public site through its front door: what anyone sees, in either language. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { queenMary } from '#cast/universities.ts'
import { openPublicSite, type PublicSite } from '#test/support/public-site.ts'
import { otherStories, signingStory, tellAll, withdrawnStory } from '#test/support/public-stories.ts'

let site: PublicSite
before(async () => {
  site = await openPublicSite()
  await tellAll(site)
})
after(() => site.close())

const story = `/news/${signingStory.slug}`
const chineseOnly = `/news/${otherStories[2]!.slug}`

test('the public is led to its own first page, in the language its browser asks for', async () => {
  for (const [accept, place] of [
    ['en-GB,zh;q=0.5', '/en/'],
    ['zh-CN,en;q=0.5', '/zh/'],
    ['fr', '/en/'],
  ]) {
    const answer = await site.get('/', { 'accept-language': accept! })
    assert.deepEqual([answer.status, answer.headers.get('location')], [303, place])
    assert.match(answer.headers.get('vary') ?? '', /Accept-Language/)
  }
  const bare = await site.get('/en')
  assert.deepEqual([bare.status, bare.headers.get('location')], [301, '/en/'])
})

test('the address says the language, whatever was chosen elsewhere; the switch keeps the page', async () => {
  const answer = await site.get(`/zh${story}`, {
    cookie: 'language=en; chirograph_language=en',
    'accept-language': 'en',
  })
  const page = await answer.text()
  assert.match(page, /<html lang="zh-CN">/)
  assert.match(page, new RegExp(`<a href="/en${story}" lang="en"`))
  assert.match(page, new RegExp(`<link rel="alternate" hreflang="x-default" href="${site.origin}/en${story}">`))
})

test('the first page: both names, the newest story, key partners, what comes, the map; each figure leads to what it counts', async () => {
  const page = await site.read('/en/')
  assert.match(page, /<h1>.*Huazhong University of Science and Technology<\/span> <span lang="zh-CN">华中科技大学/s)
  assert.match(page, new RegExp(`href="/en${story}"`))
  assert.match(page, /<a href="\/en\/partners">6 partners in 3 countries<\/a>/)
  assert.match(page, /<a href="\/en\/partners#key">1 key partner<\/a>/)
  assert.match(page, /<a href="\/en\/partners#agreements">1 agreement anyone can verify<\/a>/)
  const partners = await site.read('/en/partners')
  for (const id of ['key', 'agreements', 'list']) assert.match(partners, new RegExp(`id="${id}"`))
  assert.equal(
    [...partners.matchAll(/class="partner-entry" id=/g)].length,
    6,
    'six partners, each once with its own id',
  )
})

test('the map says nothing the list does not say, and prospects stand in neither', async () => {
  const page = await site.read('/en/partners')
  const map = /<svg class="world".*?<\/svg>/s.exec(page)![0]
  const [, list] = page.split('id="list"')
  const pinned = [...map.matchAll(/aria-label="([^"]+)"/g)]
    .slice(1)
    .flatMap(([, label]) => label!.split(': ')[1]!.split(/, | and /))
  assert.equal(pinned.length, 6)
  for (const name of pinned) assert.ok(list!.includes(name), name)
  assert.doesNotMatch(page, /Australian National University|North Carolina State/)
  assert.equal((await site.get('/en/partners/019wvm592')).status, 404)
})

test('a partner: standing since when, facts with source and date, agreements, stories, events', async () => {
  const page = await site.read(`/en/partners/${queenMary.ror}`)
  assert.match(page, /Key partner since 23 September 2026/)
  assert.match(page, /Partner since 2019/)
  assert.match(page, new RegExp(`href="/en/agreements/${site.agreement}"`))
  assert.match(page, new RegExp(`href="/en/events/${site.ceremony}"`))
  assert.match(page, new RegExp(`href="/en${story}"`))
})

test('a story: its article, and beside it the agreement, the partner and the occasion', async () => {
  const page = await site.read(`/en${story}`)
  assert.match(page, /<h1 class="story-headline" lang="en">HUST and Queen Mary/)
  assert.match(page, /Held 20 October 2026/)
  assert.match(page, new RegExp(`<h2>The agreement</h2><a class="note-link" href="/en/agreements/${site.agreement}"`))
  assert.match(page, /<a href="\/verify">verify it yourself<\/a>/)
  assert.match(page, /<meta property="og:type" content="article">/)
  assert.match(page, /<meta name="description" content="Two halls/)
})

test('a story that exists in one language only says so, and is canonical there', async () => {
  const page = await site.read(`/en${chineseOnly}`)
  assert.match(page, /not available in English yet/)
  assert.match(page, new RegExp(`<link rel="canonical" href="${site.origin}/zh${chineseOnly}">`))
  assert.doesNotMatch(page, /hreflang="en" href="http/)
  assert.match(await site.read('/en/news'), /in Chinese/)
})

test('a withdrawn story answers that it is gone, with the note and nothing of its text', async () => {
  const answer = await site.get(`/en/news/${withdrawnStory.slug}`)
  const page = await answer.text()
  assert.equal(answer.status, 410)
  assert.match(page, /It named a figure that was wrong\./)
  assert.doesNotMatch(page, /The text that was withdrawn/)
  assert.match(page, /<meta name="robots" content="noindex">/)
  assert.doesNotMatch(await site.read('/sitemap.xml'), new RegExp(withdrawnStory.slug))
})

test('stories by year and by partner; the language switch keeps the choice', async () => {
  const older = await site.read('/zh/news?year=2025')
  assert.match(older, /两校学生共同参加暑期学校/)
  assert.doesNotMatch(older, /首期种子项目/)
  assert.match(older, /href="\/en\/news\?year=2025"/)
  const none = await site.read('/en/news?year=1999')
  assert.match(none, /No story yet/)
})

test('an event: both cities’ own time, the programme with its speakers, and no meeting, guest or note', async () => {
  const page = await site.read(`/en/events/${site.ceremony}`)
  assert.match(page, /Wuhan<\/h2>\s*<p class="event-place-time"><time datetime="2026-10-20T07:30:00Z">15:30–/)
  assert.match(page, /London<\/h2>\s*<p class="event-place-time"><time datetime="2026-10-20T07:30:00Z">08:30–/)
  assert.match(page, /Wang Xiaoming<\/span> <span lang="zh-CN">王小明/)
  assert.doesNotMatch(page, /Watch live/)
  assert.match(page, new RegExp(`href="/en/events/${site.ceremony}.ics"`))
})

test('an address nobody has is answered in the frame of the site, in its language', async () => {
  for (const path of [
    '/en/nothing',
    '/zh/partners/00000000x',
    '/en/agreements/no-uuid',
    '/en/events/%E0%A4%A',
    '/zh/news/../secret',
  ])
    assert.equal((await site.get(path)).status >= 400, true, path)
  const page = await (await site.get('/zh/nothing')).text()
  assert.match(page, /<html lang="zh-CN">/)
  assert.match(page, /页面不存在/)
  assert.match(page, /action="\/zh\/search"/)
})

test('who has a page already is told so; browsers get it small', async () => {
  const first = await site.get('/en/partners')
  const tag = first.headers.get('etag')!
  assert.equal(first.headers.get('cache-control'), 'public, max-age=0, s-maxage=60')
  const again = await site.get('/en/partners', { 'if-none-match': `"other", ${tag}` })
  assert.equal(again.status, 304)
  assert.equal(await again.text(), '')
  const whole = Buffer.from(await first.arrayBuffer())
  for (const [name, unpack] of [
    ['br', brotliDecompressSync],
    ['gzip', gunzipSync],
  ] as const) {
    const packed = await site.get('/en/partners', { 'accept-encoding': name })
    assert.equal(packed.headers.get('content-encoding'), name)
    const bytes = Buffer.from(await packed.arrayBuffer())
    assert.ok(bytes.length < whole.length / 2)
    assert.deepEqual(unpack(bytes), whole)
  }
  assert.equal((await site.get('/en/partners', { 'accept-encoding': 'br;q=0' })).headers.get('content-encoding'), null)
})

test('the search finds by beginnings, without accents, in Chinese from one character, and shows why', async () => {
  const results = async (q: string, language = 'en') =>
    [
      ...(await site.read(`/${language}/search?q=${encodeURIComponent(q)}`)).matchAll(
        /<li class="result">(.*?)<\/li>/gs,
      ),
    ].map(([, found]) => found!.replace(/\s+/g, ' '))
  const [london] = await results('LÓNDON')
  assert.match(london!, /Partner.*Queen Mary University of <mark>London<\/mark>/)
  assert.ok((await results('签约', 'zh'))[0]!.includes('<mark>签约</mark>仪式'))
  assert.ok((await results('伦', 'zh')).length > 0)
  assert.match(
    (await results('researchers lead'))[0]!,
    /summary<\/span>.*<mark>researchers<\/mark>.*<mark>lead<\/mark>/,
  )
  assert.equal((await results('ondon')).length, 0, 'not inside a word')
  assert.equal((await results('london nowhere')).length, 0, 'every word must occur')
  assert.equal((await results('withdrawn')).length, 0)
  const by = await site.read(`/en/search?q=${encodeURIComponent('<script>alert(1)</script>')}`)
  assert.doesNotMatch(by, /<script>alert/)
})

test('a document hash, or its beginning, finds the agreement', async () => {
  const page = await site.read(`/en/agreements/${site.agreement}`)
  const whole = /<copy-text class="hash" value="([0-9a-f]{64})"/.exec(page)![1]!
  const found = await site.read(`/en/search?q=${whole.slice(0, 12)}`)
  assert.match(found, new RegExp(`/en/agreements/${site.agreement}`))
})
