import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { giveRole } from '#src/platform/people/index.ts'
import { colleague, openNegotiation } from '#test/support/negotiation.ts'
import type { OfficeBrowser } from '#test/support/office.ts'
import type { Pair } from '#test/support/postman.ts'

let pair: Pair
let officer: OfficeBrowser
let auditor: OfficeBrowser
let entry: string

before(async () => {
  pair = await openNegotiation()
  officer = await pair.hust.browser('officer')
  auditor = await colleague(pair, pair.hust, 'auditor')
  const typed = {
    partner: pair.queenMary.ror,
    titleEn: 'Before',
    kind: 'exchange',
    endsOn: '2031-12-31',
    note: 'Mind the fee',
  }
  entry = (await officer.post('/register', typed)).headers.get('location')!.replace(/\?.*/, '')
  await officer.post(entry, { ...typed, titleEn: 'After', revision: '1' })
  const person = await officer.post('/contacts', { latin: 'Ann Marsh', basis: 'consent', email: 'ann@marsh.example' })
  const contact = person.headers.get('location')!.replace(/\?.*/, '')
  await officer.post(contact, { latin: 'Anne Marsh', basis: 'consent', email: 'new@marsh.example', revision: '1' })
})
after(() => pair.close())

test('the journal shows what stood in a record before and after, and not the contact data that was taken out', async () => {
  const page = await auditor.read('/journal')
  assert.match(page, /agreement_entry\.title_en<\/code>: <del>Before<\/del> → <ins>After<\/ins>/)
  assert.match(page, /person\.name_latin<\/code>: <del>Ann Marsh<\/del> → <ins>Anne Marsh<\/ins>/)
  assert.match(page, /person\.email<\/code>: <del>…<\/del> → <ins>…<\/ins>/)
  assert.doesNotMatch(page, /marsh\.example/)
  assert.match(await auditor.read('/journal?act=entry.changed&from=2026-01-01&to=2026-12-31'), /1 acts[\s\S]*Before/)
  assert.match(await auditor.read('/journal?act=entry.changed&to=2026-01-01'), /Nothing fits/)
  assert.doesNotMatch(await auditor.read('/journal?about=person'), /agreement_entry\.title_en/)
  const csv = await auditor.read('/journal.csv?act=entry.changed')
  assert.match(csv, /act=entry\.changed/)
  assert.match(csv, /""title_en"":""Before""[\s\S]*""title_en"":""After""/)
  for (const bad of ['?from=2026-02-31', '?page=x', '?act=%25_'])
    assert.ok((await auditor.get(`/journal${bad}`)).status < 500, bad)
})

test('auditors and administrators read it, nobody else', async () => {
  const { browser } = pair.hust
  assert.equal((await (await browser('administrator')).get('/journal')).status, 200)
  for (const who of ['officer', 'approver', 'reader', 'signatory', 'nobody'] as const)
    for (const path of ['/journal', '/journal.csv'])
      assert.equal((await (await browser(who)).get(path)).status, 404, who)
  assert.equal((await (await browser('public')).get('/journal')).status, 303)
})

test('an auditor sees what the office sees, our own notes too, and changes nothing', async () => {
  assert.match(await auditor.read(entry), /Mind the fee/)
  assert.doesNotMatch(await (await pair.hust.browser('reader')).read(entry), /Mind the fee/)
  for (const path of ['/', '/partners', '/agreements', '/register', '/contacts', '/find?q=after'])
    assert.equal((await auditor.get(path)).status, 200, path)
  for (const path of [entry, `${entry}/decisions`, '/register', '/contacts', `/partners/${pair.queenMary.ror}/moves`])
    assert.ok((await auditor.post(path, { titleEn: 'x' })).status >= 400, path)
  assert.equal((await auditor.get(`${entry}/edit`)).status, 403)
})

test('what a person may do is worked out from the sentences that guard the acts, with the role that lets them', async () => {
  const { account } = await pair.hust.visitor('reader')
  const at = `/people/${account.id}/abilities`
  const row = (page: string, words: string) => new RegExp(`${words}[\\s\\S]*?</tr>`).exec(page)![0]
  const before = await auditor.read(at)
  assert.match(row(before, 'See agreements and the register'), /yes[\s\S]*Reader/)
  assert.doesNotMatch(row(before, 'Draft, send, freeze'), /yes/)
  const by = { kind: 'node' } as const
  const role = { name: 'officer', scope: '' } as const
  await pair.hust.database.db
    .transaction()
    .execute((tx) => giveRole(tx, { account: account.id, role, by, now: pair.now }))
  const now = await auditor.read(at)
  assert.match(row(now, 'Draft, send, freeze'), /yes[\s\S]*International officer/)
  assert.match(row(now, 'See agreements and the register'), /International officer, Reader/)
  assert.equal((await officer.get(at)).status, 404)
})
