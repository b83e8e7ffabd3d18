import assert from 'node:assert/strict'
import { after, beforeEach, test } from 'node:test'
import { Browser, openAccount, signInByLink, type TestNode, testNode } from '#test/people/front-door.ts'
import { freshDatabase, type TestDatabase } from '#test/support/database.ts'

let database: TestDatabase
let node: TestNode
/** What was written down, and what each act waits for before it answers. */
let notes: string[]
let answers: (() => Promise<void>) | null

beforeEach(async () => {
  await database?.close()
  database = await freshDatabase()
  node = testNode(database.db)
  notes = []
  answers = null
  node.app.post('/notes', async (c) => {
    const { text } = (await c.req.parseBody()) as { text: string }
    if (!text) return c.text('What do you want to note?', 422)
    notes.push(`${c.var.visitor?.account.email}: ${text}`)
    await answers?.()
    return c.redirect(`/notes?done=${notes.length}`, 303)
  })
  node.app.get('/notes', (c) => c.text(notes.join()))
})
after(() => database.close())

async function person(email: string): Promise<Browser> {
  await openAccount(node, email)
  const browser = new Browser(node)
  await signInByLink(browser, email)
  return browser
}

const form = { 'sec-fetch-mode': 'navigate' }
const send = (browser: Browser, text: string, headers: Record<string, string> = form) =>
  browser.post('/notes', { text }, headers)
const open = (browser: Browser) => browser.send('/notes', { headers: form })
const ledTo = async (answer: Promise<Response>) => (await answer).headers.get('location')

test('pressed twice while the first is under way, and once more before its answer is seen: done once, and all are led there', async () => {
  const ana = await person('ana@porto.example')
  const { promise, resolve } = Promise.withResolvers<void>()
  answers = () => promise
  const [first, second] = [send(ana, 'a'), send(ana, 'a')]
  resolve()
  assert.deepEqual(
    [await ledTo(first), await ledTo(second), await ledTo(send(ana, 'a'))],
    Array(3).fill('/notes?done=1'),
  )
  assert.deepEqual(notes, ['ana@porto.example: a'])
})

test('the same again after the page was seen, something else, and another person’s: all are meant', async () => {
  const [ana, rui] = [await person('ana@porto.example'), await person('rui@porto.example')]
  await send(ana, 'a')
  await open(ana)
  await send(ana, 'a')
  await send(ana, 'b')
  await send(rui, 'b')
  assert.deepEqual(notes, [...['a', 'a', 'b'].map((text) => `ana@porto.example: ${text}`), 'rui@porto.example: b'])
})

test('what was refused is asked again; what scripts send, and what comes much later, is done', async () => {
  const ana = await person('ana@porto.example')
  assert.equal((await send(ana, '')).status, 422)
  assert.equal((await send(ana, '')).status, 422)
  const script = { 'sec-fetch-mode': 'cors' }
  for (const headers of [script, script, form]) await send(ana, 'a', headers)
  node.wait({ seconds: 20 })
  await send(ana, 'a')
  assert.equal(notes.length, 4)
})
