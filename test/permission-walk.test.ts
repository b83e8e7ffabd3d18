/**
 * Nothing that is for our office alone reaches anybody else: a word of its own is hidden in every internal field, before and while nodes
 * negotiate, sign and plan; then every page, file, export, feed and search there is is opened as every kind of person, every form sent,
 * and the partners' whole databases read. `classified.test.ts` says that no field was forgotten.
 */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { queenMary } from '#cast/universities.ts'
import { internalFields } from './support/internal-fields.ts'
import { everything, stem, wordFor } from './support/planted.ts'
import { type Found, reachable, readAs } from './support/reachable.ts'
import { closeWalk, members, openWalk, signedIn, type Walk } from './support/walk.ts'
import { isOf, sampled } from './support/walk-samples.ts'

let walk: Walk
let found: Found
let gets: string[]
let posts: string[]

before(async () => {
  walk = await openWalk()
  assert.deepEqual(walk.bare, [], 'every field has a row to hide its word in')
  const begin = [
    `/agreements/${walk.stage.agreement}`,
    `/agreements/${walk.draft}`,
    `/partners/${queenMary.ror}/activity`,
  ]
  found = await reachable(walk.visitors, signedIn, begin)
  const routesOf = (method: string) => [
    ...new Set(walk.nodes[0]!.routes.filter((r) => r.method === method && !r.path.includes('*')).map((r) => r.path)),
  ]
  const unreached = (routes: string[], paths: Set<string>) =>
    routes.filter((route) => ![...paths].some((path) => isOf(route, path)))
  gets = routesOf('GET')
  posts = routesOf('POST')
  for (const path of await sampled(walk, unreached(gets, found.paths))) found.paths.add(path)
  for (const path of await sampled(walk, unreached(posts, found.actions))) found.actions.add(path)
  for (const [who, visitor] of Object.entries(walk.visitors))
    for (const path of [...found.paths, ...(walk.byLink[who] ?? [])])
      if (!found.read.get(who)?.has(path)) await readAs(visitor, who, path, found)
})

after(() => walk && closeWalk(walk))

const nameOf = ({ table, column }: { table: string; column: string }) => `${table}.${column}`

/** The internal words a text holds that this visitor may not read. */
function leaks(text: string, visitor: string): string[] {
  if (!text.includes(stem)) return []
  return internalFields.flatMap((field, n) =>
    text.includes(wordFor(n)) && !members[field.audience].includes(visitor) ? [nameOf(field)] : [],
  )
}

/** Pages that exist in the try-out only, and list for everybody who is who. */
const tryOut = /^\/(sign-in|mailbox)\b/

test('no page, file, export, feed or search shows anybody an internal word that is not theirs', () => {
  const wrong: string[] = []
  for (const [who, read] of found.read)
    for (const [path, { status, text }] of read) {
      if (tryOut.test(path)) continue
      if (status >= 500) wrong.push(`${path} answers ${who} with ${status}`)
      for (const name of leaks(text, who)) wrong.push(`${path} shows ${name} to ${who}`)
    }
  assert.deepEqual(wrong, [])
})

const searches = ['/find', '/register', '/contacts', '/partners', '/stories', '/directory', '/journal', '/register.csv']
const publicSearches = ['/en/search', '/zh/search']

/** What a page links to. */
const links = (html: string): string[] => [...html.matchAll(/href="(\/[^"]*)"/g)].map(([, href]) => href!)

/** The lines of an export but the one that repeats what was asked. */
const lines = (text: string, path: string): string[] =>
  path.endsWith('.csv') ? text.split('\n').filter((line) => !line.includes('zq')) : []

test('searching for an internal word finds nothing for whoever may not read it', async () => {
  const wrong: string[] = []
  for (const [who, visitor] of Object.entries(walk.visitors))
    for (const path of [...searches, ...publicSearches]) {
      const ask = async (word: string) => {
        const page = await visitor.open(`${path}?q=${word}`)
        return page.status === 200 ? links(page.html.replaceAll(word, '')).concat(lines(page.html, path)) : []
      }
      const nothing = await ask('zqnobodywrotethis')
      const finds = async (word: string) => (await ask(word)).some((one) => !nothing.includes(one))
      // The box that searches everything is asked for each word; the others, where the beginning of all words finds something.
      if (path !== '/find' && !(await finds(stem))) continue
      for (const [n, field] of internalFields.entries())
        if (!members[field.audience].includes(who) && (await finds(wordFor(n))))
          wrong.push(`${path} finds ${nameOf(field)} for ${who}`)
    }
  assert.deepEqual(wrong, [])
})

test('a form refused to somebody tells them nothing either', async () => {
  const wrong: string[] = []
  for (const [who, visitor] of Object.entries(walk.visitors)) {
    if (who === 'officer' || who === 'administrator') continue
    for (const action of found.actions) {
      if (/sign-out|sign-in|\/account\/|language/.test(action)) continue
      const page = await visitor.post(action, {})
      if (page.status >= 500) wrong.push(`POST ${action} answers ${who} with ${page.status}`)
      for (const name of leaks(page.html, who)) wrong.push(`POST ${action} shows ${name} to ${who}`)
    }
  }
  assert.deepEqual(wrong, [])
})

test('neither partner’s node holds any of it, and nothing that waits for them does', async () => {
  const { db } = walk.nodes[0]!
  const { rows } = await sql<{ text: string }>`select body::text as text from outbox where topic = 'message'`.execute(
    db,
  )
  assert.ok(rows.length > 5, 'messages crossed')
  for (const { text } of rows) assert.ok(!text.includes(stem), text)
  for (const node of [walk.nodes[1]!, walk.hosted])
    for (const { table, text } of await everything(node.db)) assert.ok(!text.includes(stem), table)
})

test('the walk opens every route there is, and every word is seen by somebody who may read it', () => {
  const opened = [...found.paths]
  const closed = gets.filter((route) => !opened.some((path) => isOf(route, path)))
  assert.deepEqual(closed, [])
  assert.deepEqual(
    posts.filter((route) => ![...found.actions].some((path) => isOf(route, path))),
    [],
  )
  const texts = [...found.read.values()].flatMap((read) => [...read.values()].map(({ text }) => text))
  const all = texts.filter((text) => text.includes(stem)).join('\n')
  const hidden = internalFields.filter((field, n) => !field.unseen && !all.includes(wordFor(n)))
  assert.deepEqual(hidden.map(nameOf), [])
})

test('a page nobody of the house can open is named here', () => {
  const answers = (route: string) =>
    [...found.read.values()].some((read) => [...read].some(([path, { status }]) => status === 200 && isOf(route, path)))
  assert.deepEqual(
    gets.filter((route) => !answers(route)),
    Object.keys(noRow),
  )
})

/** Routes that answer nobody in this house, with the reason. */
const noRow: Record<string, string> = {
  '/assets/:name': 'styles, scripts and fonts have tests of their own; no name of one is made up here',
  '/photos/:sha256/:file': 'no photograph was approved',
  '/en': 'the first page is /en/',
  '/en/events/:id': 'no ceremony is open to the public',
  '/zh': 'the first page is /zh/',
  '/zh/events/:id': 'no ceremony is open to the public',
  '/sign-in/link/:token': 'a link is used once, by whoever has it',
  '/meeting/:pass': 'nobody has a pass to a meeting',
  '/slides/:id/:page{[0-9a-f]{64}-[1-9][0-9]{0,2}\\.png}': 'no slides were put up',
}
