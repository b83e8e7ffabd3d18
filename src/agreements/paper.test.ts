import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { colleague, openNegotiation } from '#test/support/negotiation.ts'
import type { OfficeBrowser } from '#test/support/office.ts'
import type { Pair } from '#test/support/postman.ts'
import { scanned } from '#test/support/scan.ts'

let pair: Pair
let officer: OfficeBrowser
let second: OfficeBrowser
let at: string

before(async () => {
  pair = await openNegotiation()
  officer = await pair.hust.browser('officer')
  second = await colleague(pair, pair.hust, 'officer')
  const typed = { partner: pair.queenMary.ror, titleEn: 'Signed on paper', kind: 'exchange', signedHow: 'ink' }
  const entered = await officer.post('/register', { ...typed, endsOn: '2031-12-31' })
  at = `${entered.headers.get('location')!.replace(/\?.*/, '')}/paper`
})
after(() => pair.close())

const ours = {
  latin: 'Wang Xiaoming',
  native: '王小明',
  titleEn: 'President',
  titleZh: '校长',
  signedOn: '2026-10-08',
  place: 'Wuhan',
  sealed: 'yes',
  witness: 'Zhou Lan',
}
const theirs = {
  ...ours,
  latin: 'Ruth O’Brien',
  native: '',
  titleZh: '',
  signedOn: '2026-10-15',
  place: 'London',
  sealed: '',
}

async function save(by: OfficeBrowser, side: string, fields: Record<string, string>, scan?: string) {
  const form = new FormData()
  for (const [name, value] of Object.entries({ revision: '0', began: '', ...fields })) form.set(name, value)
  if (scan) form.set('scan', new File([await scanned(pair.typesetter, scan)], 'scan.pdf', { type: 'application/pdf' }))
  return by.post(`${at}/${side}`, form)
}

const entry = () =>
  pair.hust.database.db
    .selectFrom('agreement_entry')
    .selectAll()
    .where('title_en', '=', 'Signed on paper')
    .executeTakeFirstOrThrow()

test('an agreement on paper is concluded only with both originals’ scans and a second person’s check', async () => {
  assert.match(await officer.read(at), /Still missing: who signed, the title held, the date, the place, the scan/)
  assert.equal((await save(officer, 'ours', ours, 'Our original')).status, 303)
  assert.equal((await second.post(`${at}/check`)).status, 422)
  assert.equal((await save(officer, 'theirs', theirs)).status, 303)
  assert.match(await officer.read(at), /Still missing: the scan/)
  assert.equal((await second.post(`${at}/check`)).status, 422)
  const same = await save(officer, 'theirs', { ...theirs, revision: '1' }, 'Our original')
  assert.equal(same.status, 422)
  assert.match(await same.text(), /the scan of the other original/)
  assert.equal((await save(officer, 'theirs', { ...theirs, revision: '1' }, 'Their original')).status, 303)
  assert.equal((await entry()).signed_on, null)
  assert.match(await officer.read(at.replace('/paper', '')), /not yet compared by a second person/)
  // Whoever wrote it down is offered no check, and cannot force it.
  assert.doesNotMatch(await officer.read(at), /Both originals agree with this/)
  assert.equal((await officer.post(`${at}/check`)).status, 403)
  assert.equal((await entry()).signed_on, null)
  assert.match(await second.read(at), /Both originals agree with this/)
  const [one, two] = await Promise.all([second.post(`${at}/check`), second.post(`${at}/check`)])
  assert.deepEqual([one.status, two.status].sort(), [303, 409])
  const concluded = await entry()
  assert.equal(concluded.signed_on!.toString(), '2026-10-15')
  assert.equal(concluded.effective_on!.toString(), '2026-10-15')
  const page = await (await pair.hust.browser('reader')).read(at)
  for (const words of ['Compared by A Colleague', '王小明', 'President', 'Wuhan', 'Zhou Lan', 'Seal'])
    assert.ok(page.includes(words), words)
})

test('what was checked stays as it is', async () => {
  const changed = await save(officer, 'ours', { ...ours, place: 'Beijing', revision: '1' })
  assert.equal(changed.status, 409)
  assert.match(await changed.text(), /has checked this signing already/)
  assert.doesNotMatch(await officer.read(at), /name="place"/)
})

test('only officers write; bad dates and files come back with what was typed; two at once lose nothing', async () => {
  const typed = {
    partner: pair.queenMary.ror,
    titleEn: 'Another',
    kind: 'exchange',
    signedHow: 'ink',
    endsOn: '2031-12-31',
  }
  at = `${(await officer.post('/register', typed)).headers.get('location')!.replace(/\?.*/, '')}/paper`
  assert.equal((await save(await pair.hust.browser('reader'), 'ours', ours)).status, 403)
  assert.equal((await (await pair.hust.browser('nobody')).get(at)).status, 404)
  const wrong = await save(officer, 'ours', { ...ours, signedOn: '31/02/2026' })
  assert.equal(wrong.status, 422)
  assert.match(await wrong.text(), /value="Wang Xiaoming"/)
  const form = new FormData()
  for (const [name, value] of Object.entries({ ...ours, revision: '0' })) form.set(name, value)
  form.set('scan', new File(['no PDF'], 'scan.pdf'))
  assert.equal((await officer.post(`${at}/ours`, form)).status, 422)
  const { formOf } = await import('#test/support/negotiation.ts')
  const began = formOf(await officer.read(at), `${at}/ours`)
  assert.equal((await save(second, 'ours', { ...began, place: 'Wuhan' })).status, 303)
  const late = await save(officer, 'ours', { ...began, latin: 'Wang Xiaoming' })
  assert.equal(late.status, 409)
  const merged = formOf(await late.text(), `${at}/ours`)
  assert.deepEqual([merged.place, merged.latin], ['Wuhan', 'Wang Xiaoming'])
  const text = {
    partner: pair.queenMary.ror,
    titleEn: 'Elsewhere',
    kind: 'other',
    signedHow: 'elsewhere',
    endsOn: '2031-12-31',
  }
  const elsewhere = (await officer.post('/register', text)).headers.get('location')!.replace(/\?.*/, '')
  assert.equal((await officer.get(`${elsewhere}/paper`)).status, 404)
})
