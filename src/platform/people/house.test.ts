import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { Browser, openAccount, signInByLink, type TestNode, testNode } from '#test/people/front-door.ts'
import { freshDatabase, type TestDatabase } from '#test/support/database.ts'
import { accountsWithRole, listAccounts, rolesOf } from './accounts.ts'
import { takeRole } from './change-roles.ts'
import { peopleRefusalWords } from './refusal-words.ts'
import { type RoleName, roles } from './visitor.ts'

const databases: TestDatabase[] = []
after(() => Promise.all(databases.map((d) => d.close())))

const administrator = { name: 'administrator', scope: '' } as const

/** A house of its own with one administrator, signed in. */
async function house(): Promise<{ node: TestNode; admin: Browser; id: string }> {
  const database = await freshDatabase()
  databases.push(database)
  const node = testNode(database.db)
  const { id } = await openAccount(node, 'admin@porto.example', [administrator])
  const admin = new Browser(node)
  await signInByLink(admin, 'admin@porto.example')
  return { node, admin, id }
}

const wang = {
  email: 'wang@porto.example',
  latin: 'Wang Xiaoming',
  native: '王小明',
  language: 'zh',
  role: 'approver:legal',
}
const idOf = (response: Response) => response.headers.get('location')!.split('/').at(-1)!

test('an administrator opens an account, and the person is written to in both languages, their own first', async () => {
  const { node, admin } = await house()
  const added = await admin.post('/people', wang)
  assert.equal(added.status, 303)
  const listed = (await listAccounts(node.db)).find((a) => a.account.id === idOf(added))!
  assert.deepEqual(listed.account.name, { latin: 'Wang Xiaoming', native: '王小明' })
  assert.deepEqual(listed.roles, [{ name: 'approver', scope: 'legal' }])
  const page = await (await admin.get('/people')).text()
  assert.ok(page.includes('王小明') && page.includes('Approver: Legal'))
  await node.deliver()
  const invitation = (await node.mails()).find((m) => m.toAddress === wang.email)!
  assert.equal(invitation.subject, '您的 Chirograph 账户 · Your Chirograph account')
  assert.ok(invitation.text.indexOf('王小明') < invitation.text.indexOf('Wang Xiaoming'))
  assert.ok(invitation.text.includes('http://porto.localhost:4199/sign-in\n'))
})

test('a form that cannot be taken comes back with what was typed and what is wrong', async () => {
  const { node, admin } = await house()
  for (const [change, reason] of [
    [{ email: 'ADMIN@porto.example' }, 'email_taken'],
    [{ email: 'no address' }, 'email_invalid'],
    [{ latin: '  ' }, 'name_missing'],
    [{ role: 'approver:nobody' }, 'role_unknown'],
    [{ role: 'emperor' }, 'role_unknown'],
  ] as const) {
    const answer = await admin.post('/people', { ...wang, ...change })
    assert.equal(answer.status, 422)
    const words = peopleRefusalWords[reason].en
    const said = typeof words === 'string' ? words : words({ email: 'ADMIN@porto.example' })
    const text = await answer.text()
    assert.ok(text.includes(said), reason)
    assert.ok(text.includes('value="王小明"'))
  }
  assert.equal((await listAccounts(node.db)).length, 1)
})

test('roles are given and taken, each noted with who did it; twice is once', async () => {
  const { node, admin, id } = await house()
  const person = idOf(await admin.post('/people', { ...wang, role: '' }))
  for (let i = 0; i < 2; i++) await admin.post(`/people/${person}/roles`, { role: 'officer' })
  assert.deepEqual(await rolesOf(node.db, person), [{ name: 'officer', scope: '' }])
  assert.deepEqual(
    (await accountsWithRole(node.db, 'officer')).map((a) => a.id),
    [person],
  )
  for (let i = 0; i < 2; i++) await admin.post(`/people/${person}/roles/removal`, { role: 'officer' })
  assert.deepEqual(await rolesOf(node.db, person), [])
  const journal = await node.db
    .selectFrom('journal')
    .selectAll()
    .where('subject_id', '=', person)
    .orderBy('id')
    .execute()
  assert.deepEqual(
    journal.map((line) => [line.act, line.actor_id, line.detail]),
    [
      ['account.added', id, { email: wang.email }],
      ['role.given', id, { name: 'officer', scope: '' }],
      ['role.taken', id, { name: 'officer', scope: '' }],
    ],
  )
})

test('the last administrator stays, by either way out', async () => {
  const { node, admin, id } = await house()
  for (const [path, fields] of [
    [`/people/${id}/roles/removal`, { role: 'administrator' }],
    [`/people/${id}/ending`, { reason: 'leaving' }],
  ] as const) {
    const answer = await admin.post(path, fields)
    assert.equal(answer.status, 409)
    assert.ok((await answer.text()).includes(peopleRefusalWords.last_administrator.en as string))
  }
  assert.deepEqual(await rolesOf(node.db, id), [administrator])
})

test('two administrators who remove each other at the same instant: one stays', async () => {
  const { node, id } = await house()
  for (let round = 0; round < 5; round++) {
    const other = await openAccount(node, `second.${round}@porto.example`, [administrator])
    const now = node.now
    const by = { kind: 'node' } as const
    const take = (account: string) =>
      node.db.transaction().execute((tx) => takeRole(tx, { account, role: administrator, by, now }))
    const ends = await Promise.allSettled([take(id), take(other.id)])
    assert.deepEqual(ends.map((e) => e.status).sort(), ['fulfilled', 'rejected'])
    const left = await accountsWithRole(node.db, 'administrator')
    assert.equal(left.length, 1)
    if (left[0]!.id === other.id) {
      await node.db
        .insertInto('role')
        .values({ account_id: id, ...administrator, given_at: now })
        .execute()
      await take(other.id)
    }
  }
})

test('ending an account signs the person out, is told as news, and stays on the list', async () => {
  const { node, admin } = await house()
  const person = idOf(await admin.post('/people', wang))
  const browser = new Browser(node)
  await signInByLink(browser, wang.email)
  assert.equal((await admin.post(`/people/${person}/ending`, { reason: 'retired' })).status, 303)
  assert.equal(await (await browser.get('/')).text(), 'nobody')
  const news = await node.db.selectFrom('outbox').select('body').where('stream', '=', `people:${person}`).execute()
  assert.deepEqual(
    news.map((n) => n.body),
    [{ event: 'account.ended', account: person }],
  )
  assert.ok((await (await admin.get(`/people/${person}`)).text()).includes('ended'))
  assert.equal((await admin.post(`/people/${person}/roles`, { role: 'officer' })).status, 404)
  assert.equal((await admin.post('/people', wang)).status, 422)
})

test('nobody but administrators sees or changes people', async () => {
  const { node, admin, id } = await house()
  const others = roles.filter((name): name is Exclude<RoleName, 'administrator'> => name !== 'administrator')
  for (const name of others) {
    const email = `${name}@porto.example`
    await openAccount(node, email, [{ name, scope: name === 'approver' ? 'legal' : '' }])
    const browser = new Browser(node)
    await signInByLink(browser, email)
    assert.equal((await browser.get('/people')).status, 403, name)
    assert.equal((await browser.get(`/people/${id}`)).status, 403, name)
    for (const path of ['', `/${id}/roles`, `/${id}/roles/removal`, `/${id}/ending`])
      assert.equal((await browser.post(`/people${path}`, { ...wang, role: 'administrator' })).status, 403, name)
  }
  assert.equal((await new Browser(node).post('/people', wang)).status, 401)
  assert.equal((await admin.get('/people/nobody')).status, 404)
  assert.equal((await admin.get('/people/00000000-0000-0000-0000-000000000000')).status, 404)
})

test('the database knows the same roles as the code', async () => {
  const { node } = await house()
  const { rows } = await databases
    .at(-1)!
    .pool.query(`select pg_get_constraintdef(oid) as rule from pg_constraint where conname = 'role_name_is_known'`)
  const named = [...String(rows[0].rule).matchAll(/'([a-z]+)'/g)].map((m) => m[1])
  assert.deepEqual(named, [...roles])
  assert.equal((await listAccounts(node.db)).length, 1)
})
