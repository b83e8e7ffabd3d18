import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { Browser, newestLink, openAccount, signInByLink, testNode } from '#test/people/front-door.ts'
import { freshDatabase, type TestDatabase } from '#test/support/database.ts'
import { cleanPeople } from './clean.ts'

let database: TestDatabase
before(async () => {
  database = await freshDatabase()
})
after(() => database.close())

test('what has run out goes after a day; what still holds stays', async () => {
  const node = testNode(database.db)
  await openAccount(node, 'clean@porto.example')
  const browser = new Browser(node)
  await signInByLink(browser, 'clean@porto.example')
  await browser.post('/account/passkeys/options')
  await new Browser(node).post('/sign-in/link', { email: 'clean@porto.example' })
  const link = await newestLink(node, 'clean@porto.example')

  const tables = ['session', 'sign_in_link', 'webauthn_challenge', 'rate_limit'] as const
  const counts = async () =>
    Promise.all(tables.map(async (table) => (await database.db.selectFrom(table).selectAll().execute()).length))
  await cleanPeople(node.db, node.now)
  assert.deepEqual(await counts(), [1, 2, 1, 1])
  node.wait({ hours: 1 })
  await cleanPeople(node.db, node.now)
  assert.deepEqual(await counts(), [1, 2, 1, 0])
  assert.equal((await new Browser(node).post(link)).status, 409)
  node.wait({ hours: 24 })
  await cleanPeople(node.db, node.now)
  assert.deepEqual(await counts(), [1, 0, 0, 0])
  assert.equal((await new Browser(node).post(link)).status, 404)
  node.wait({ hours: 15 * 24 })
  await cleanPeople(node.db, node.now)
  assert.deepEqual(await counts(), [0, 0, 0, 0])
})
