import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { Browser, openAccount, publicUrl, type TestNode, testNode } from '#test/people/front-door.ts'
import { followToOurs, type OpenId, openIdClient, startOpenId } from '#test/people/openid.ts'
import { freshDatabase, type TestDatabase } from '#test/support/database.ts'
import { peopleRefusalWords } from './refusal-words.ts'

let database: TestDatabase
let openId: OpenId
let node: TestNode
before(async () => {
  database = await freshDatabase()
  openId = await startOpenId(`${publicUrl}/sign-in/oidc/callback`)
  node = testNode(database.db, { oidc: { issuer: openId.issuer, ...openIdClient } })
})
after(async () => {
  await openId.close()
  await database.close()
})

/** Presses the button, goes through the provider, and comes back. */
async function signIn(browser: Browser, next = '/account'): Promise<Response> {
  const back = await throughProvider(browser, next)
  return browser.get(back.pathname + back.search)
}

async function throughProvider(browser: Browser, next: string): Promise<URL> {
  const away = await browser.get(`/sign-in/oidc?next=${encodeURIComponent(next)}`)
  assert.equal(away.status, 302)
  const address = new URL(away.headers.get('location')!)
  assert.equal(address.searchParams.get('code_challenge_method'), 'S256')
  return followToOurs(address.href, openId.issuer)
}

test('the first sign-in links the account with the verified address, later ones go by issuer and subject', async () => {
  const { id } = await openAccount(node, 'rita@porto.example')
  openId.person = { subject: 'rita-1', email: 'Rita@porto.example', emailVerified: true }
  const first = new Browser(node)
  const entered = await signIn(first)
  assert.deepEqual([entered.status, entered.headers.get('location')], [303, '/account'])
  assert.equal(await (await first.get('/')).text(), 'rita@porto.example')
  assert.deepEqual([...first.cookies.keys()], ['chirograph-4199-session'])

  openId.person = { subject: 'rita-1', email: 'new.address@porto.example', emailVerified: false }
  const second = new Browser(node)
  assert.equal((await signIn(second)).status, 303)
  assert.equal(await (await second.get('/')).text(), 'rita@porto.example')
  const journal = await node.db.selectFrom('journal').select('act').where('subject_id', '=', id).orderBy('id').execute()
  assert.deepEqual(
    journal.map((line) => line.act),
    ['account.added', 'oidc.linked', 'session.begun', 'session.begun'],
  )
})

test('refused: an unverified address, nobody of ours, an ended account', async () => {
  const ended = await openAccount(node, 'ended@porto.example')
  await node.db.updateTable('account').set({ ended_at: node.now }).where('id', '=', ended.id).execute()
  await openAccount(node, 'unverified@porto.example')
  for (const [person, reason] of [
    [{ subject: 'u', email: 'unverified@porto.example', emailVerified: false }, 'oidc_email_unverified'],
    [{ subject: 'n', email: 'nobody@porto.example', emailVerified: true }, 'oidc_no_account'],
    [{ subject: 'x', emailVerified: true }, 'oidc_no_account'],
    [{ subject: 'e', email: 'ended@porto.example', emailVerified: true }, 'oidc_no_account'],
  ] as const) {
    openId.person = person
    const browser = new Browser(node)
    const answer = await signIn(browser)
    assert.equal(answer.status, 403)
    const words = peopleRefusalWords[reason].en
    assert.ok(
      (await answer.text()).includes(typeof words === 'string' ? words : words({ email: 'unverified@porto.example' })),
    )
    assert.equal(await (await browser.get('/')).text(), 'nobody')
  }
})

test('an answer is taken only in the browser that began, and once', async () => {
  await openAccount(node, 'once@porto.example')
  openId.person = { subject: 'once', email: 'once@porto.example', emailVerified: true }
  const browser = new Browser(node)
  const back = await throughProvider(browser, '/')
  const other = new Browser(node)
  assert.equal((await other.get(back.pathname + back.search)).status, 422)
  const twin = new Browser(node)
  twin.cookies.set('chirograph-4199-oidc', browser.cookies.get('chirograph-4199-oidc')!)
  assert.equal((await browser.get(back.pathname + back.search)).status, 303)
  assert.equal((await twin.get(back.pathname + back.search)).status, 422)
})

test('a tampered state is refused', async () => {
  openId.person = { subject: 'once', email: 'once@porto.example', emailVerified: true }
  const browser = new Browser(node)
  const back = await throughProvider(browser, '/')
  back.searchParams.set('state', 'another')
  const answer = await browser.get(back.pathname + back.search)
  assert.equal(answer.status, 422)
  assert.ok((await answer.text()).includes(peopleRefusalWords.oidc_failed.en as string))
})

test('cancelling there, and a provider that does not answer, are told kindly', async () => {
  openId.cancels = true
  const cancelled = await signIn(new Browser(node))
  openId.cancels = false
  assert.equal(cancelled.status, 409)
  assert.ok((await cancelled.text()).includes(peopleRefusalWords.oidc_cancelled.en as string))

  const lonely = testNode(database.db, { oidc: { issuer: 'http://127.0.0.1:9', clientId: 'chirograph' } })
  const away = await new Browser(lonely).get('/sign-in/oidc')
  assert.equal(away.status, 503)
  assert.ok((await away.text()).includes(peopleRefusalWords.oidc_unavailable.en as string))
})

test('without a provider the way does not exist', async () => {
  const plain = testNode(database.db)
  assert.equal((await new Browser(plain).get('/sign-in/oidc')).status, 404)
  assert.ok(!(await (await new Browser(plain).get('/sign-in')).text()).includes('/sign-in/oidc'))
})
