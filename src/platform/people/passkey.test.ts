import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { after, before, test } from 'node:test'
import { Browser, openAccount, publicUrl, signInByLink, type TestNode, testNode } from '#test/people/front-door.ts'
import { freshDatabase, type TestDatabase } from '#test/support/database.ts'
import { beginAssertion, finishAssertion } from './assertions.ts'
import { passkeysOf } from './passkeys.ts'
import { peopleRefusalWords } from './refusal-words.ts'
import { type How, present, type SoftwarePasskey, softwarePasskey } from './software-passkey.ts'
import { verifyAssertion } from './verify-assertion.ts'
import type { Account } from './visitor.ts'

let database: TestDatabase
before(async () => {
  database = await freshDatabase()
})
after(() => database.close())

let people = 0
interface Holder {
  node: TestNode
  account: Account
  browser: Browser
  key: SoftwarePasskey
}

/** Somebody signed in who has just added a passkey through the account page. */
async function holder(): Promise<Holder> {
  const node = testNode(database.db)
  const account = await openAccount(node, `holder.${++people}@porto.example`)
  const browser = new Browser(node)
  await signInByLink(browser, account.email)
  const key = softwarePasskey()
  const options = await (await browser.post('/account/passkeys/options')).json()
  const response = JSON.stringify(key.register(options, publicUrl))
  const added = await browser.post('/account/passkeys', { response, name: 'Office laptop' })
  assert.deepEqual([added.status, added.headers.get('location')], [303, '/account'])
  return { node, account, browser, key }
}

const lines = async (of: { node: TestNode; account: Account }) =>
  (
    await of.node.db.selectFrom('journal').select('act').where('subject_id', '=', of.account.id).orderBy('id').execute()
  ).map((line) => line.act)

async function signIn(node: TestNode, key: SoftwarePasskey, origin = publicUrl, how?: How) {
  const browser = new Browser(node)
  const options = await (await browser.post('/sign-in/passkey/options')).json()
  assert.equal(options.userVerification, 'required')
  assert.equal(options.allowCredentials, undefined)
  const response = JSON.stringify(key.assert(options, origin, how))
  return { browser, response, answer: await browser.post('/sign-in/passkey', { response, next: '/account' }) }
}

test('a passkey is added on the account page, journalled, told as news and by mail', async () => {
  const { node, account, browser, key } = await holder()
  const [held] = await passkeysOf(node.db, account.id)
  assert.deepEqual(
    [held!.credentialId, held!.name, held!.rpId, held!.origin],
    [key.credentialId, 'Office laptop', 'porto.localhost', publicUrl],
  )
  assert.ok((await (await browser.get('/account')).text()).includes('Office laptop'))
  const news = await node.db.selectFrom('outbox').select(['body', 'stream']).where('topic', '=', 'news').execute()
  assert.deepEqual(
    news.filter((n) => n.stream === `people:${account.id}`).map((n) => n.body),
    [{ event: 'passkey.added', account: account.id }],
  )
  await node.deliver()
  assert.equal((await node.mails())[0]!.subject, 'A passkey was added to your account · 您的账户新增了一个通行密钥')
  assert.deepEqual(await lines({ node, account }), [
    'account.added',
    'sign_in_link.sent',
    'session.begun',
    'passkey.added',
  ])
})

test('it signs in', async () => {
  const { node, account, key } = await holder()
  const { browser, answer } = await signIn(node, key)
  assert.deepEqual([answer.status, answer.headers.get('location')], [303, '/account'])
  assert.equal(await (await browser.get('/')).text(), account.email)
})

test('asking for a challenge leaves nothing behind; one not of our making is refused', async () => {
  const { node, key } = await holder()
  const rows = () => node.db.selectFrom('webauthn_challenge').select('id').where('account_id', 'is', null).execute()
  const before = (await rows()).length
  const browser = new Browser(node)
  const options = await (await browser.post('/sign-in/passkey/options')).json()
  assert.equal((await rows()).length, before)
  for (const challenge of [options.challenge.replace(/^.{4}/, 'AAAA'), randomBytes(56).toString('base64url'), 'AAAA']) {
    const response = JSON.stringify(key.assert({ ...options, challenge }, publicUrl))
    assert.equal((await browser.post('/sign-in/passkey', { response })).status, 409)
  }
  assert.equal(browser.cookies.size, 0)
})

test('the same answer twice signs in once', async () => {
  const { node, key } = await holder()
  const { response } = await signIn(node, key)
  const again = new Browser(node)
  const answer = await again.post('/sign-in/passkey', { response })
  assert.equal(answer.status, 409)
  assert.ok((await answer.text()).includes(peopleRefusalWords.challenge_used.en as string))
  assert.equal(again.cookies.size, 0)
})

test('refused: another origin, nobody verified, another key under the same id, an unknown key, a stale page', async () => {
  const { node, key } = await holder()
  assert.equal((await signIn(node, key, 'http://evil.localhost:4199')).answer.status, 422)
  assert.equal((await signIn(node, key, publicUrl, { flags: present })).answer.status, 422)
  const forged = { ...softwarePasskey() }
  const assertForged = forged.assert
  forged.assert = (...args) => ({ ...assertForged(...args), id: key.credentialId, rawId: key.credentialId })
  assert.equal((await signIn(node, forged)).answer.status, 422)
  assert.equal((await signIn(node, softwarePasskey())).answer.status, 422)

  const browser = new Browser(node)
  const options = await (await browser.post('/sign-in/passkey/options')).json()
  node.wait({ minutes: 10 })
  const late = await browser.post('/sign-in/passkey', { response: JSON.stringify(key.assert(options, publicUrl)) })
  assert.equal(late.status, 409)
})

test('without scripts the form comes empty, and the page says what to do', async () => {
  const { node } = await holder()
  const answer = await new Browser(node).post('/sign-in/passkey', { response: '' })
  assert.equal(answer.status, 422)
  assert.ok((await answer.text()).includes(peopleRefusalWords.passkey_needs_script.en as string))
  for (const response of ['{}', 'null', '{"id":"x"', '[1]'])
    assert.equal((await new Browser(node).post('/sign-in/passkey', { response })).status, 422)
})

test('a passkey is named and removed by its owner only, and signs nobody in afterwards', async () => {
  const { node, account, browser, key } = await holder()
  const other = await holder()
  const [held] = await passkeysOf(node.db, account.id)
  assert.equal((await other.browser.post(`/account/passkeys/${held!.id}/removal`)).status, 404)
  assert.equal((await other.browser.post(`/account/passkeys/${held!.id}/name`, { name: 'mine' })).status, 404)
  await browser.post(`/account/passkeys/${held!.id}/name`, { name: '办公室电脑' })
  assert.equal((await passkeysOf(node.db, account.id))[0]!.name, '办公室电脑')
  await browser.post(`/account/passkeys/${held!.id}/removal`)
  assert.deepEqual(await passkeysOf(node.db, account.id), [])
  assert.equal((await signIn(node, key)).answer.status, 422)
  assert.equal((await browser.post(`/account/passkeys/${held!.id}/removal`)).status, 404)
})

test('a registration answered from another account, or twice, is refused', async () => {
  const one = await holder()
  const two = await holder()
  const key = softwarePasskey()
  const options = await (await one.browser.post('/account/passkeys/options')).json()
  assert.equal(options.excludeCredentials.length, 1)
  const response = JSON.stringify(key.register(options, publicUrl))
  assert.equal((await two.browser.post('/account/passkeys', { response })).status, 409)
  assert.equal((await one.browser.post('/account/passkeys', { response })).status, 303)
  assert.equal((await one.browser.post('/account/passkeys', { response })).status, 409)
  assert.equal((await passkeysOf(one.node.db, one.account.id)).length, 2)
})

test('an assertion over our own challenge is single use, of one purpose and one account, and checkable elsewhere', async () => {
  const { node, account, key } = await holder()
  const challenge = randomBytes(32)
  const shared = { account: account.id, purpose: 'consent', now: node.now, publicUrl }
  const options = await node.db
    .transaction()
    .execute((tx) => beginAssertion(tx, { ...shared, challenge, payload: { seat: 's1' } }))
  assert.equal(options.challenge, challenge.toString('base64url'))
  assert.deepEqual(
    options.allowCredentials?.map((c) => c.id),
    [key.credentialId],
  )
  const response = JSON.stringify(key.assert(options, publicUrl))
  const finish = (change: object) =>
    node.db.transaction().execute((tx) => finishAssertion(tx, { ...shared, response, ...change }))
  await assert.rejects(finish({ purpose: 'other' }), { reason: 'challenge_unknown' })
  await assert.rejects(finish({ account: (await holder()).account.id }), { reason: 'challenge_unknown' })
  const yes = await finish({})
  assert.deepEqual([yes.payload, yes.account, yes.credentialId], [{ seat: 's1' }, account.id, key.credentialId])
  await assert.rejects(finish({}), { reason: 'challenge_used' })

  const [pinned] = await passkeysOf(node.db, account.id)
  const claim = {
    response: JSON.parse(JSON.stringify(yes.response)),
    challenge,
    credentialId: pinned!.credentialId,
    publicKey: Buffer.from(pinned!.publicKey, 'base64url'),
    rpId: pinned!.rpId,
    origin: pinned!.origin,
  }
  assert.deepEqual(await verifyAssertion(claim), { ok: true, counter: 0 })
  for (const wrong of [
    { challenge: randomBytes(32) },
    { rpId: 'evil.localhost' },
    { origin: 'http://evil.localhost:4199' },
    { credentialId: 'AAAA' },
    { publicKey: Buffer.from('nonsense') },
    { response: null },
    { response: { ...claim.response, response: { ...claim.response.response, signature: 'AAAA' } } },
    { response: key.assert(options, publicUrl, { crossOrigin: true }) },
  ])
    assert.equal((await verifyAssertion({ ...claim, ...wrong })).ok, false, Object.keys(wrong).join())
})

test('who has no passkey is told so before anything is asked', async () => {
  const node = testNode(database.db)
  const { id } = await openAccount(node, 'bare@porto.example')
  const asked = { account: id, purpose: 'consent', challenge: randomBytes(32), payload: {}, now: node.now, publicUrl }
  const begun = node.db.transaction().execute((tx) => beginAssertion(tx, asked))
  await assert.rejects(begun, { reason: 'no_passkey' })
})
