import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { Browser, newestLink, openAccount, publicUrl, signInByLink, testNode } from '#test/people/front-door.ts'
import { freshDatabase, type TestDatabase } from '#test/support/database.ts'
import { cookieName, sessionCookieName } from './cookies.ts'
import { visitorOfCookie } from './read-visitor.ts'

let database: TestDatabase
before(async () => {
  database = await freshDatabase()
})
after(() => database.close())

const name = sessionCookieName(publicUrl)

test('cookies are named by port, and bound to the host over https', () => {
  assert.equal(sessionCookieName('http://hust.localhost:4101'), 'chirograph-4101-session')
  assert.equal(sessionCookieName('http://qmul.localhost:4102'), 'chirograph-4102-session')
  assert.equal(cookieName('https://chirograph.example.edu', 'language'), '__Host-chirograph-443-language')
})

test('the session cookie is out of reach of scripts and of other sites, and Secure over https', async () => {
  const node = testNode(database.db)
  await openAccount(node, 'cookie@porto.example')
  const entered = await signInByLink(new Browser(node), 'cookie@porto.example')
  const [set] = entered.headers.getSetCookie()
  assert.match(set!, /^chirograph-4199-session=[\w-]{43}; Max-Age=1209600; Path=\/; HttpOnly; SameSite=Lax$/)

  const secure = testNode(database.db, { publicUrl: 'https://porto.example' })
  const [secured] = (await signInByLink(new Browser(secure), 'cookie@porto.example')).headers.getSetCookie()
  assert.match(secured!, /^__Host-chirograph-443-session=.*; Secure;/)
})

test('signing in gives a fresh token and ends the one the browser came with', async () => {
  const node = testNode(database.db)
  await openAccount(node, 'fixed@porto.example')
  const attacker = new Browser(node)
  await openAccount(node, 'attacker@porto.example')
  await signInByLink(attacker, 'attacker@porto.example')
  const planted = attacker.cookies.get(name)!

  const victim = new Browser(node)
  victim.cookies.set(name, planted)
  await signInByLink(victim, 'fixed@porto.example')
  assert.notEqual(victim.cookies.get(name), planted)
  assert.equal(await (await victim.get('/')).text(), 'fixed@porto.example')
  assert.equal(await (await attacker.get('/')).text(), 'nobody')
})

test('a token made up by the visitor is never taken over', async () => {
  const node = testNode(database.db)
  await openAccount(node, 'made.up@porto.example')
  const browser = new Browser(node)
  browser.cookies.set(name, 'A'.repeat(43))
  await signInByLink(browser, 'made.up@porto.example')
  assert.notEqual(browser.cookies.get(name), 'A'.repeat(43))
})

test('a session ends 14 days after it was last used, and is moved on by use', async () => {
  const node = testNode(database.db)
  await openAccount(node, 'slide@porto.example')
  const browser = new Browser(node)
  await signInByLink(browser, 'slide@porto.example')
  node.wait({ hours: 13 * 24 })
  assert.equal(await (await browser.get('/')).text(), 'slide@porto.example')
  node.wait({ hours: 13 * 24 })
  assert.equal(await (await browser.get('/')).text(), 'slide@porto.example')
  node.wait({ hours: 14 * 24 })
  assert.equal(await (await browser.get('/')).text(), 'nobody')
})

test('signing out ends the session itself, not only the cookie', async () => {
  const node = testNode(database.db)
  await openAccount(node, 'out@porto.example')
  const browser = new Browser(node)
  await signInByLink(browser, 'out@porto.example')
  const header = `${name}=${browser.cookies.get(name)}`
  const find = () => visitorOfCookie({ db: node.db, clock: () => node.now, config: node.config }, `other=1; ${header}`)
  assert.equal((await find())?.account.email, 'out@porto.example')
  const out = await browser.post('/sign-out')
  assert.deepEqual([out.status, out.headers.get('location')], [303, '/'])
  assert.equal(browser.cookies.size, 0)
  assert.equal(await find(), null)
})

test('one signs out other browsers, but never somebody else', async () => {
  const node = testNode(database.db)
  await openAccount(node, 'many@porto.example')
  await openAccount(node, 'other@porto.example')
  const [here, there, stranger] = [
    new Browser(node),
    new Browser(node, { 'user-agent': 'Firefox/140 Windows' }),
    new Browser(node),
  ]
  await signInByLink(here, 'many@porto.example')
  await signInByLink(there, 'many@porto.example')
  await signInByLink(stranger, 'other@porto.example')
  const account = await (await here.get('/account')).text()
  assert.ok(account.includes('Firefox, Windows'))
  const id = /\/account\/sessions\/([0-9a-f-]+)\/ending/.exec(account)![1]!

  await stranger.post(`/account/sessions/${id}/ending`)
  assert.equal(await (await there.get('/')).text(), 'many@porto.example')
  await here.post(`/account/sessions/${id}/ending`)
  assert.equal(await (await there.get('/')).text(), 'nobody')

  node.wait({ minutes: 15 })
  await signInByLink(there, 'many@porto.example')
  await here.post('/account/other-sessions/ending')
  assert.equal(await (await there.get('/')).text(), 'nobody')
  assert.equal(await (await here.get('/')).text(), 'many@porto.example')
})

test('the public is sent to sign in and back', async () => {
  const node = testNode(database.db)
  await openAccount(node, 'back@porto.example')
  const browser = new Browser(node)
  const sent = await browser.get('/account?x=1')
  assert.deepEqual([sent.status, sent.headers.get('location')], [303, '/sign-in?next=%2Faccount%3Fx%3D1'])
  await browser.post('/sign-in/link', { email: 'back@porto.example', next: '/account?x=1' })
  assert.equal(
    (await browser.post(await newestLink(node, 'back@porto.example'))).headers.get('location'),
    '/account?x=1',
  )
  assert.equal((await browser.get('/sign-in?next=%2Faccount')).headers.get('location'), '/account')
})

test('a one-press sign-in exists under try only', async () => {
  const tried = testNode(database.db, { tryIt: true })
  const { id } = await openAccount(tried, 'try@porto.example', [{ name: 'officer', scope: '' }])
  const path = `/sign-in/try/${id}`
  const page = await (await new Browser(tried).get('/sign-in')).text()
  assert.ok(page.includes(`action="${path}"`))
  const browser = new Browser(tried)
  assert.equal((await browser.get(path)).status, 200)
  assert.equal(await (await browser.get('/')).text(), 'nobody')
  assert.equal((await browser.post(path, { next: '/people' })).headers.get('location'), '/people')
  assert.equal(await (await browser.get('/')).text(), 'try@porto.example')

  const real = testNode(database.db)
  assert.ok(!(await (await new Browser(real).get('/sign-in')).text()).includes('/sign-in/try/'))
  assert.equal((await new Browser(real).get(path)).status, 404)
  assert.equal((await new Browser(real).post(path)).status, 404)
})
