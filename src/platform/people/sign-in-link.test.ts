import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { Browser, newestLink, openAccount, signInByLink, testNode } from '#test/people/front-door.ts'
import { freshDatabase, type TestDatabase } from '#test/support/database.ts'
import { peopleRefusalWords } from './refusal-words.ts'
import type { Account } from './visitor.ts'

let database: TestDatabase
before(async () => {
  database = await freshDatabase()
})
after(() => database.close())

let people = 0
/** A node of its own time on the file's database, and somebody who has an account there. */
async function somebody(): Promise<{ node: ReturnType<typeof testNode>; ana: Account }> {
  const node = testNode(database.db)
  return { node, ana: await openAccount(node, `Ana.${++people}@porto.example`) }
}

test('a mailed link signs in when its button is pressed, not when it is opened', async () => {
  const { node, ana } = await somebody()
  const browser = new Browser(node)
  const asked = await browser.post('/sign-in/link', { email: ana.email.toUpperCase(), next: '/account' })
  assert.equal(asked.status, 303)
  const link = await newestLink(node, ana.email)

  const opened = await browser.get(link)
  assert.equal(opened.status, 200)
  assert.equal(await (await browser.get('/')).text(), 'nobody')

  const pressed = await browser.post(link)
  assert.deepEqual([pressed.status, pressed.headers.get('location')], [303, '/account'])
  assert.equal(await (await browser.get('/')).text(), ana.email)
})

test('a link used twice is told kindly, and signs nobody in', async () => {
  const { node, ana } = await somebody()
  await signInByLink(new Browser(node), ana.email)
  const link = await newestLink(node, ana.email)
  const second = new Browser(node)
  for (const answer of [await second.get(link), await second.post(link)]) {
    assert.equal(answer.status, 409)
    assert.ok((await answer.text()).includes(peopleRefusalWords.link_used.en as string))
  }
  assert.equal(second.cookies.size, 0)
})

test('two presses in the same instant make one session', async () => {
  const { node, ana } = await somebody()
  await new Browser(node).post('/sign-in/link', { email: ana.email })
  const link = await newestLink(node, ana.email)
  const answers = await Promise.all([1, 2, 3].map(() => new Browser(node).post(link)))
  assert.deepEqual(answers.map((a) => a.status).sort(), [303, 409, 409])
})

test('a link runs out after 20 minutes', async () => {
  const { node, ana } = await somebody()
  const browser = new Browser(node)
  await browser.post('/sign-in/link', { email: ana.email })
  const link = await newestLink(node, ana.email)
  node.wait({ minutes: 20 })
  const late = await browser.post(link)
  assert.equal(late.status, 409)
  assert.ok((await late.text()).includes(peopleRefusalWords.link_expired.en as string))
})

test('the answer is the same for an address nobody has, which gets no mail; both are limited alike', async () => {
  const { node, ana } = await somebody()
  const before = (await node.mails()).length
  for (const [email, mails] of [
    ['nobody@porto.example', 0],
    [ana.email, 3],
  ] as const) {
    const answers: number[] = []
    for (let i = 0; i < 4; i++) answers.push((await new Browser(node).post('/sign-in/link', { email })).status)
    assert.deepEqual(answers, [303, 303, 303, 429])
    await node.deliver()
    assert.equal((await node.mails()).length - before, mails)
  }
  node.wait({ minutes: 15 })
  assert.equal((await new Browser(node).post('/sign-in/link', { email: ana.email })).status, 303)
})

test('neither the token nor anything it can be made from stands in the database', async () => {
  const { node, ana } = await somebody()
  await new Browser(node).post('/sign-in/link', { email: ana.email })
  const outbox = await database.db.selectFrom('outbox').select('body').where('done_at', 'is', null).execute()
  const token = (await newestLink(node, ana.email)).split('/').at(-1)!
  assert.match(token, /^[\w-]{43}$/)
  const links = await database.db.selectFrom('sign_in_link').selectAll().execute()
  assert.ok(!JSON.stringify([outbox, links]).includes(token))
})

test('an account that has ended gets no link and loses its session', async () => {
  const { node, ana } = await somebody()
  const browser = new Browser(node)
  await signInByLink(browser, ana.email)
  await database.db.updateTable('account').set({ ended_at: node.now }).where('id', '=', ana.id).execute()
  assert.equal(await (await browser.get('/')).text(), 'nobody')
  const mails = (await node.mails()).length
  await browser.post('/sign-in/link', { email: ana.email })
  await node.deliver()
  assert.equal((await node.mails()).length, mails)
})

test('next leads to pages of this node only', async () => {
  const { node, ana } = await somebody()
  for (const next of [
    '//evil.example',
    'https://evil.example',
    '/\\evil.example',
    'javascript:alert(1)',
    '/\t/evil.example',
  ]) {
    await new Browser(node).post('/sign-in/link', { email: ana.email, next })
    const pressed = await new Browser(node).post(await newestLink(node, ana.email))
    assert.equal(pressed.headers.get('location'), '/', next)
    node.wait({ minutes: 15 })
  }
})
