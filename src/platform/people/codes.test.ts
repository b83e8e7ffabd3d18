import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openAccount, secretKey, type TestNode, testNode } from '#test/people/front-door.ts'
import { freshDatabase, type TestDatabase } from '#test/support/database.ts'
import { checkCode, sendCode, useCode } from './codes.ts'
import type { Account } from './visitor.ts'

let database: TestDatabase
before(async () => {
  database = await freshDatabase()
})
after(() => database.close())

let people = 0
async function signatory(): Promise<{ node: TestNode; account: Account; send(): Promise<string> }> {
  const node = testNode(database.db)
  const account = await openAccount(node, `signatory.${++people}@porto.example`)
  const asked = { account: account.id, purpose: 'consent', payload: { seat: 's1' } }
  const about = { en: 'Key Partnership Agreement', zh: '重点合作伙伴协议' }
  const send = async () => {
    await node.db.transaction().execute((tx) => sendCode(tx, { ...asked, about, now: node.now }))
    await node.deliver()
    const mails = (await node.mails()).filter((m) => m.toAddress === account.email)
    const mail = mails.toSorted((a, b) => Number(b.id) - Number(a.id))[0]
    assert.ok(mail!.text.includes('Key Partnership Agreement') && mail!.text.includes('重点合作伙伴协议'))
    return /^\d{8}$/m.exec(mail!.text)![0]
  }
  return { node, account, send }
}

const check = (node: TestNode, account: Account, code: string, purpose = 'consent') =>
  checkCode(node.db, { account: account.id, purpose, code, now: node.now, secretKey })

const wrong = (code: string) => String((Number(code) + 1) % 100_000_000).padStart(8, '0')

test('a code is mailed in both languages, accepted as people type it, and used once', async () => {
  const { node, account, send } = await signatory()
  const code = await send()
  const first = await check(node, account, `${code.slice(0, 4)} ${code.slice(4)}`)
  const second = await check(
    node,
    account,
    [...code].map((digit) => String.fromCodePoint(digit.codePointAt(0)! + 0xfee0)).join(''),
  )
  const used = await node.db.transaction().execute((tx) => useCode(tx, first, node.now))
  assert.deepEqual(used.payload, { seat: 's1' })
  const again = node.db.transaction().execute((tx) => useCode(tx, second, node.now))
  await assert.rejects(again, { reason: 'code_used' })
  await assert.rejects(check(node, account, code), { reason: 'code_used' })
})

test('after five wrong tries even the right code is refused', async () => {
  const { node, account, send } = await signatory()
  const code = await send()
  for (const left of [4, 3, 2, 1, 0])
    await assert.rejects(check(node, account, wrong(code)), { reason: 'code_wrong', details: { left } })
  await assert.rejects(check(node, account, code), { reason: 'code_used_up' })
})

test('twenty tries at the same instant count as five', async () => {
  const { node, account, send } = await signatory()
  const code = await send()
  const tries = await Promise.allSettled(Array.from({ length: 20 }, () => check(node, account, wrong(code))))
  const reasons = tries.map((t) => (t.status === 'rejected' ? t.reason.reason : 'accepted'))
  assert.equal(reasons.filter((r) => r === 'code_wrong').length, 5)
  assert.equal(reasons.filter((r) => r === 'code_used_up').length, 15)
})

test('a code lasts ten minutes, is for one purpose, one account, and the newest only', async () => {
  const { node, account, send } = await signatory()
  const older = await send()
  await assert.rejects(check(node, account, older, 'other'), { reason: 'code_unknown' })
  await assert.rejects(check(node, (await signatory()).account, older), { reason: 'code_unknown' })
  const newer = await send()
  assert.notEqual(newer, older)
  await assert.rejects(check(node, account, older), { reason: 'code_wrong' })
  node.wait({ minutes: 10 })
  await assert.rejects(check(node, account, newer), { reason: 'code_expired' })
})

test('five codes an hour, no more', async () => {
  const { node, send } = await signatory()
  for (let i = 0; i < 5; i++) await send()
  await assert.rejects(send(), { reason: 'too_many_requests' })
  node.wait({ minutes: 60 })
  await send()
})

test('the code stands in no table', async () => {
  const { node, account, send } = await signatory()
  const code = await send()
  const rows = [
    await node.db.selectFrom('mailed_code').selectAll().where('account_id', '=', account.id).execute(),
    await node.db.selectFrom('outbox').select('body').execute(),
    await node.db.selectFrom('journal').select('detail').execute(),
  ]
  assert.ok(!JSON.stringify(rows).includes(code))
})
