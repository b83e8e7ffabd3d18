/** Mentions between sites, against a real server on this machine. */
import assert from 'node:assert/strict'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, before, beforeEach, test } from 'node:test'
import { fetchOutside, isPublicAddress } from '#src/platform/outside/index.ts'
import { formOf } from '#test/support/negotiation.ts'
import { approveStory, openStories, type StoryPair, writtenStory } from '#test/support/stories.ts'
import { checkLinks } from './check-links.ts'
import { mentionChecker } from './check-mention.ts'
import { findPublished } from './index.ts'
import { mentionsOf, saveMention } from './mention-store.ts'
import { linksTo, mentionEndpoint } from './page-links.ts'
import { relatedOf } from './related-store.ts'
import { mentionSender } from './send-mention.ts'
import { findStory } from './store.ts'

let pair: StoryPair
let server: Server
let site: string
let answer: (request: IncomingMessage, response: ServerResponse) => void
const heard: string[] = []

before(async () => {
  pair = await openStories()
  server = createServer((request, response) => answer(request, response))
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  site = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
after(async () => {
  server?.closeAllConnections()
  server?.close()
  await pair?.close()
})
beforeEach(() => {
  heard.length = 0
  answer = (_, response) => response.writeHead(404).end()
})

const page = (html: string) => (_: IncomingMessage, response: ServerResponse) => {
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(html)
}

/** What the office knows of the world: the server of this test is the partner's own site, or nobody's. */
const house = (trusts: boolean) => ({
  publicUrl: pair.hust.publicUrl,
  sites: async () => (trusts ? [{ ror: pair.queenMary.ror, origin: site }] : []),
})

async function published(): Promise<{ id: string; url: string }> {
  const id = await writtenStory(pair)
  await approveStory(pair, id)
  await pair.hustEditor.post(`/stories/${id}/publish`)
  const { slug } = (await findStory(pair.hust.database.db, id))!
  return { id, url: `${pair.hust.publicUrl}/en/news/${slug}` }
}

const tell = async (source: string, target: string) =>
  (await pair.hust.browser('public')).post('/webmention', { source, target }, { origin: 'https://elsewhere.example' })

/** Does what waits in the outbox under a topic, as the outbox would. */
async function work(topic: 'webmention' | 'webmention_check', trusts: boolean): Promise<unknown[]> {
  const { db } = pair.hust.database
  const rows = await db
    .selectFrom('outbox')
    .selectAll()
    .where('topic', '=', topic)
    .where('done_at', 'is', null)
    .execute()
  const deliver =
    topic === 'webmention'
      ? mentionSender(house(trusts))
      : mentionChecker({ house: house(trusts), clock: () => pair.now })
  const results: unknown[] = []
  for (const row of rows) {
    const item = { ...row, body: row.body as never, queuedAt: row.created_at }
    results.push(await deliver(item, { db }))
    await db.updateTable('outbox').set({ done_at: pair.now }).where('id', '=', row.id).execute()
  }
  return results
}

const mentions = async (id: string) => mentionsOf(pair.hust.database.db, [id])

test('a partner’s site that really links our story is shown at once; when it no longer does, it vanishes', async () => {
  const { id, url } = await published()
  answer = page(`<title>Queen Mary &amp; HUST</title><p><a href="${url}">HUST’s story</a>`)
  assert.equal((await tell(`${site}/theirs`, url)).status, 202)
  assert.equal((await mentions(id))[0]?.state, 'received')
  await work('webmention_check', true)
  const slug = url.split('/').at(-1)!
  const shown = async () => (await findPublished(pair.hust.database.db, slug))!.mentions
  assert.deepEqual(
    (await shown()).map(({ title }) => title),
    ['Queen Mary & HUST'],
  )
  answer = page('<p>nothing here any more')
  await tell(`${site}/theirs`, url)
  await work('webmention_check', true)
  assert.deepEqual(await shown(), [])
})

test('everybody else on this machine or network is never asked', async () => {
  const { id, url } = await published()
  answer = (request, response) => {
    heard.push(request.url!)
    response.end(`<a href="${url}">x</a>`)
  }
  for (const source of [
    `${site}/a`,
    'http://localhost:5432/',
    'http://169.254.169.254/latest',
    'http://[::1]/',
    'http://0x7f.1/',
  ])
    assert.equal((await tell(source, url)).status, 202)
  await work('webmention_check', false)
  assert.deepEqual(heard, [])
  for (const { state, problem } of await mentions(id)) assert.deepEqual([state, problem], ['gone', 'not_public'])
})

test('a redirect from a partner’s site to a private address is not followed', async () => {
  answer = (_, response) => response.writeHead(302, { location: 'http://127.0.0.1:1/secret' }).end()
  await assert.rejects(fetchOutside(`${site}/r`, { trusted: [site] }), { reason: 'not_public' })
  answer = (_, response) => response.writeHead(302, { location: '/again' }).end()
  await assert.rejects(fetchOutside(`${site}/r`, { trusted: [site] }), { reason: 'too_many_redirects' })
  answer = () => {}
  await assert.rejects(fetchOutside(`${site}/slow`, { trusted: [site], patience: 60 }), { reason: 'too_slow' })
})

test('an endless page is read as far as a megabyte and no further', async () => {
  answer = (_, response) => {
    response.writeHead(200, { 'content-type': 'text/html' })
    const more = () => {
      while (response.write('x'.repeat(65_536)));
      response.once('drain', more)
    }
    more()
  }
  const { text } = await fetchOutside(site, { trusted: [site] })
  assert.equal(text.length, 1024 * 1024)
})

test('a stranger’s mention waits for an editor, who lets it be shown or not', async () => {
  const { id, url } = await published()
  const { db } = pair.hust.database
  await tell('https://blog.example/post', url)
  const [mention] = await mentions(id)
  // As after a look at a page that links us: no test may ask a server outside.
  await db.transaction().execute((tx) => saveMention(tx, { ...mention!, state: 'waiting', title: 'A blog' }))
  const list = await pair.hustEditor.read('/stories')
  assert.match(list, /Mentions to decide about[\s\S]*A blog/)
  const at = `/stories/mentions/${mention!.id}`
  assert.equal((await (await pair.hust.browser('officer')).post(at, { decision: 'approved' })).status, 403)
  await pair.hustEditor.post(at, formOf(list, at))
  assert.equal((await mentions(id))[0]?.state, 'approved')
})

test('every address of a story says where mentions are sent', async () => {
  const answer = await (await pair.hust.browser('public')).get('/en/news/any')
  assert.equal(answer.headers.get('link'), `<${pair.hust.publicUrl}/webmention>; rel="webmention"`)
})

test('nonsense, other sites’ pages and stories nobody can read are refused', async () => {
  const { url } = await published()
  for (const [source, target] of [
    ['not a url', url],
    [url, url],
    [`${site}/a`, 'https://elsewhere.example/en/news/x'],
    [`${site}/a`, `${pair.hust.publicUrl}/en/news/no-such-story`],
    ['ftp://x.example/a', url],
  ])
    assert.equal((await tell(source!, target!)).status, 400)
})

test('on publication the linked page’s endpoint is found and told, in each language', async () => {
  const id = await writtenStory(pair)
  await approveStory(pair, id)
  const officer = await pair.hust.browser('officer')
  await officer.post(`/stories/${id}/link`, {
    url: `${site}/theirs`,
    title: 'Theirs',
    language: 'en',
    relation: 'partner_story',
  })
  await pair.hustEditor.post(`/stories/${id}/publish`)
  answer = (request, response) => {
    if (request.method === 'GET') return response.writeHead(200, { link: '</hook?a=1>; rel="webmention"' }).end('')
    let body = ''
    request.on('data', (part) => (body += part))
    request.on('end', () => {
      heard.push(`${request.url} ${body}`)
      response.writeHead(202).end()
    })
    return undefined
  }
  assert.deepEqual(await work('webmention', true), ['done', 'done'])
  const { slug } = (await findStory(pair.hust.database.db, id))!
  const target = encodeURIComponent(`${site}/theirs`)
  const from = (language: string) => encodeURIComponent(`${pair.hust.publicUrl}/${language}/news/${slug}`)
  assert.deepEqual(
    heard,
    ['en', 'zh'].map((one) => `/hook?a=1 source=${from(one)}&target=${target}`),
  )
})

test('a link that has not answered on three days is shown to the editors, and told of once', async () => {
  const { id } = await published()
  const { db } = pair.hust.database
  await pair.hustEditor.post(`/stories/${id}/link`, {
    url: `${site}/gone`,
    title: 'Gone',
    language: 'en',
    relation: 'background',
  })
  for (let n = 1; n <= 4; n++) await checkLinks(db, house(true), pair.now.add({ hours: 24 * n }))
  const [link] = await relatedOf(db, [id])
  assert.deepEqual([link!.problem, link!.failures], ['status_404', 4])
  assert.match(await pair.hustEditor.read(`/stories/${id}`), /broken: it answers with error 404/)
  const told = await db
    .selectFrom('journal')
    .select('id')
    .where('act', '=', 'story.link_broken')
    .where('subject_id', '=', id)
    .execute()
  assert.equal(told.length, 1)
})

test('private, local and reserved addresses are not public; ordinary ones are', () => {
  for (const address of [
    '10.1.2.3',
    '127.0.0.1',
    '192.168.1.1',
    '172.20.0.1',
    '169.254.1.1',
    '100.64.0.1',
    '0.0.0.0',
    '224.0.0.1',
    '255.255.255.255',
    '::1',
    '::',
    'fe80::1',
    'fc00::1',
    '::ffff:127.0.0.1',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
    '2001:db8::1',
    'ff02::1',
    'x',
  ])
    assert.equal(isPublicAddress(address), false, address)
  for (const address of ['8.8.8.8', '202.114.0.242', '2001:da8:3000::1', '2a00:1450:4009::1'])
    assert.equal(isPublicAddress(address), true, address)
})

test('endpoints are found in headers first, then in the page, never in comments', () => {
  const at = { url: 'https://a.example/b/', type: 'text/html', links: [] as string[], text: '' }
  assert.equal(
    mentionEndpoint({ ...at, links: ['<x>; rel="other webmention", <y>; rel=next'] }),
    'https://a.example/b/x',
  )
  assert.equal(
    mentionEndpoint({ ...at, text: '<!-- <link rel="webmention" href="/no"> --><a rel=webmention href=/yes>' }),
    'https://a.example/yes',
  )
  assert.equal(mentionEndpoint({ ...at, text: '<link rel="not-webmention" href="/no">' }), undefined)
  assert.ok(linksTo('<a href="https://a.example/?x=1&amp;y=2#z">', at.url, 'https://a.example/?x=1&y=2'))
  assert.ok(!linksTo('<p>https://a.example/</p>', at.url, 'https://a.example/'))
})
