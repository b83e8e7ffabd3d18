import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { agreementAt, openNegotiation } from '#test/support/negotiation.ts'
import type { OfficeBrowser } from '#test/support/office.ts'
import type { Pair } from '#test/support/postman.ts'
import { openedSession, signTogether } from '#test/support/signing-play.ts'
import type { EntryFilter } from './entry-filter-store.ts'
import { listEntries, searchEntries } from './entry-search.ts'
import { datesOf, type Standing, standingOn, standings } from './entry-standing.ts'
import { standingCondition } from './entry-standing-store.ts'

let pair: Pair
let officer: OfficeBrowser
let partner: string

before(async () => {
  pair = await openNegotiation()
  officer = await pair.hust.browser('officer')
  partner = pair.queenMary.ror
})
after(() => pair.close())

const db = () => pair.hust.database.db
const blank = {
  titleEn: '',
  titleZh: '',
  reference: '',
  theirTitle: '',
  theirType: '',
  theirReference: '',
  kind: 'memorandum',
  signedHow: 'ink',
  signedOn: '',
  effectiveOn: '',
  endsOn: '',
  reviewOn: '',
  noticeMonths: '',
  terminatedOn: '',
  prevails: 'both',
  fields: '',
  units: '',
  obligations: '',
  note: '',
  parent: '',
  renews: '',
}

async function enter(more: Record<string, string>): Promise<string> {
  const answer = await officer.post('/register', { ...blank, partner, ...more })
  assert.equal(answer.status, 303, await answer.text())
  return /\/register\/([0-9a-f-]+)/.exec(answer.headers.get('location')!)![1]!
}

/** Titles in the list a query answers with. */
async function titles(query: string): Promise<string[]> {
  const page = await officer.read(`/register?${query}`)
  return [...page.matchAll(/class="register-title" href="\/register\/[^"]+">([^<]+|<span[^>]*>[^<]+)/g)].map(([, t]) =>
    t!.replace(/<[^>]*>/, ''),
  )
}

test('an empty register says how it fills', async () => {
  assert.match(await officer.read('/register'), /signed in ink or before are entered by an officer/)
})

test('agreements are found by words in either language, partner, type, year, unit and standing; the filter says itself', async () => {
  await enter({
    titleEn: 'Exchange of students in medicine',
    titleZh: '医学学生交换协议',
    kind: 'exchange',
    reference: 'HUST-2019-07',
    signedOn: '2019-05-06',
    endsOn: '2024-05-05',
    units: 'Tongji Medical College 同济医学院',
    obligations: 'Ten places a year',
  })
  await enter({
    titleEn: 'Joint laboratory for materials',
    titleZh: '材料联合实验室协议',
    kind: 'research',
    signedOn: '2022-01-10',
    endsOn: '2027-01-09',
    noticeMonths: '6',
  })
  await enter({ titleEn: 'Open memorandum', signedOn: '2020-01-01', reviewOn: '2027-02-01' })
  assert.deepEqual(await titles('q=medic'), ['Exchange of students in medicine'])
  assert.deepEqual(await titles('q=医学'), ['Exchange of students in medicine'])
  assert.deepEqual(await titles('q=hust-2019-07'), ['Exchange of students in medicine'])
  assert.deepEqual(await titles('q=ten places'), ['Exchange of students in medicine'])
  assert.deepEqual((await titles('q=queen mary')).length, 3)
  assert.deepEqual(await titles('q=玛丽 材料'), ['Joint laboratory for materials'])
  assert.deepEqual(await titles('kind=research'), ['Joint laboratory for materials'])
  assert.deepEqual(await titles('unit=tongji'), ['Exchange of students in medicine'])
  assert.deepEqual(await titles('year=2019'), ['Exchange of students in medicine'])
  assert.deepEqual(await titles('standing=expired'), ['Exchange of students in medicine'])
  assert.deepEqual(await titles('standing=ending'), ['Joint laboratory for materials'])
  assert.deepEqual(await titles('standing=open_ended'), ['Open memorandum'])
  assert.deepEqual(await titles('q=火星'), [])
  const said = await officer.read(`/register?partner=${partner}&standing=ending&q=materials`)
  assert.match(
    said,
    /Agreements with Queen Mary University of London, that end within a year, with the words “materials”/,
  )
  const chinese = await (await pair.hust.browser('officer', 'zh')).read('/register?standing=expired&year=2020')
  assert.match(chinese, /2020年有效，状态为“已到期”的协议/)
})

test('a search says how many it found on every page, also behind the last one, in every order', async () => {
  const day = Temporal.PlainDate.from('2026-09-23')
  const filter: EntryFilter = { words: 'queen mary', partner: '', kind: '', standing: '', year: null, unit: '' }
  for (const sort of ['end', 'signed', 'title', 'partner'] as const) {
    const asked = { day, reach: 'everything' as const, sort, limit: 2 }
    const pages = await Promise.all([0, 2, 4].map((offset) => searchEntries(db(), filter, { ...asked, offset })))
    assert.deepEqual(
      pages.map(({ rows, total }) => [rows.length, total]),
      [
        [2, 3],
        [1, 3],
        [0, 3],
      ],
    )
    const all = await listEntries(db(), filter, { ...asked, limit: 9 })
    assert.deepEqual(
      pages.flatMap(({ rows }) => rows),
      all,
    )
  }
  const none = await searchEntries(
    db(),
    { ...filter, words: 'mars' },
    { day, reach: 'everything', sort: 'end', limit: 2 },
  )
  assert.deepEqual(none, { rows: [], total: 0 })
})

test('where an agreement stands is the same asked of one and of many', async () => {
  const day = Temporal.PlainDate.from('2026-09-23')
  for (const on of [
    '2018-01-01',
    '2019-05-06',
    '2024-05-05',
    '2024-05-06',
    '2026-01-09',
    '2026-01-10',
    '2027-01-10',
    day.toString(),
  ]) {
    const rows = await db().selectFrom('agreement_entry').selectAll().execute()
    for (const standing of standings) {
      const { rows: found } = await sql<{
        id: string
      }>`select id from agreement_entry where ${standingCondition(standing as Standing, on)}`.execute(db())
      const expected = rows
        .filter((r) => standingOn(datesOf(r), Temporal.PlainDate.from(on)) === standing)
        .map((r) => r.id)
      assert.deepEqual(found.map((f) => f.id).sort(), expected.sort(), `${standing} on ${on}`)
    }
  }
})

test('what is missing or crossed is refused with what was typed', async () => {
  const wrong: [Record<string, string>, RegExp][] = [
    [{ reviewOn: '2027-01-01' }, /title in at least one language/],
    [{ titleEn: 'X' }, /last day, or for an open-ended/],
    [{ titleEn: 'X', signedOn: '2022-01-01', endsOn: '2021-01-01' }, /lies before the first/],
    [{ titleEn: 'X', endsOn: '31.12.2027' }, /year-month-day/],
    [{ titleEn: 'X', endsOn: '2027-01-01', partner: '000000000' }, /partner of our register/],
    [{ titleEn: 'X', endsOn: '2027-01-01', parent: crypto.randomUUID() }, /same partner/],
  ]
  for (const [more, says] of wrong) {
    const answer = await officer.post('/register', { ...blank, partner, reference: 'kept', ...more })
    assert.equal(answer.status, 422)
    const page = await answer.text()
    assert.match(page, says)
    assert.match(page, /value="kept"/)
  }
})

test('a child that outlives its umbrella says so; no agreement stands under itself', async () => {
  const umbrella = await enter({ titleEn: 'Umbrella', signedOn: '2024-01-01', endsOn: '2028-12-31' })
  const child = await enter({ titleEn: 'Child', signedOn: '2024-06-01', endsOn: '2029-06-01', parent: umbrella })
  assert.match(await officer.read(`/register/${child}`), /runs longer than the agreement it stands under/)
  assert.match(await officer.read(`/register/${umbrella}`), /under this one/)
  const ring = await officer.post(`/register/${umbrella}`, {
    ...blank,
    partner,
    titleEn: 'Umbrella',
    endsOn: '2028-12-31',
    parent: child,
    revision: '1',
  })
  assert.equal(ring.status, 422)
})

test('of two officers who write at once, the second loses nothing and is shown what the first saved', async () => {
  const id = await enter({ titleEn: 'Both write', endsOn: '2030-01-01' })
  const form = { ...blank, partner, titleEn: 'Both write', endsOn: '2030-01-01', revision: '1' }
  assert.equal((await officer.post(`/register/${id}`, { ...form, units: 'School of Law' })).status, 303)
  const second = await officer.post(`/register/${id}`, { ...form, titleEn: 'Both wrote' })
  assert.equal(second.status, 409)
  const page = await second.text()
  assert.match(page, /value="Both wrote"[\s\S]*Saved meanwhile: School of Law/)
  const revision = /name="revision" value="(\d+)"/.exec(page)![1]!
  assert.equal(
    (await officer.post(`/register/${id}`, { ...form, titleEn: 'Both wrote', units: 'School of Law', revision }))
      .status,
    303,
  )
})

test('what only the first of two officers changed is in the second’s form by itself, also when that is refused for another reason', async () => {
  const id = await enter({ titleEn: 'Written by two', endsOn: '2030-01-01' })
  const { formOf } = await import('#test/support/negotiation.ts')
  const form = formOf(await officer.read(`/register/${id}/edit`), `/register/${id}`)
  const first = { ...form, units: 'School of Law', obligations: 'Five places a year.' }
  assert.equal((await officer.post(`/register/${id}`, first)).status, 303)
  // The second has the same old form, and a mistake in it.
  const second = { ...form, titleEn: 'Renamed', obligations: 'Ten places a year.', signedOn: '2031-01-01' }
  const refused = await officer.post(`/register/${id}`, second)
  assert.equal(refused.status, 422)
  const page = await refused.text()
  assert.match(page, /Saved meanwhile: Five places a year\./)
  assert.match(page, /Your colleague’s change, taken over/)
  const merged = formOf(page, `/register/${id}`)
  assert.deepEqual(
    [merged.titleEn, merged.units, merged.obligations],
    ['Renamed', 'School of Law', 'Ten places a year.'],
  )
  assert.equal((await officer.post(`/register/${id}`, { ...merged, signedOn: '' })).status, 303)
  const kept = await db().selectFrom('agreement_entry').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  assert.deepEqual([kept.title_en, kept.units, kept.obligations], ['Renamed', 'School of Law', 'Ten places a year.'])
})

test('the exports hold the same rows, say their filter, and no cell is a formula', async () => {
  await enter({ titleEn: '=HYPERLINK("http://evil.example")', endsOn: '2031-01-01', reference: '007' })
  // `text()` would take the byte order mark away, which is what this looks for.
  const csv = Buffer.from(await (await officer.get('/register.csv?q=hyperlink')).arrayBuffer()).toString('utf8')
  assert.match(csv, /^\uFEFFAgreements with the words “hyperlink” · 2026-09-23\r\n/)
  assert.match(csv, /"'=HYPERLINK\(""http:\/\/evil\.example""\)"|'=HYPERLINK/)
  assert.match(csv, /,007,/)
  const xlsx = await officer.get('/register.xlsx?q=hyperlink')
  assert.equal(xlsx.status, 200)
  const bytes = Buffer.from(await xlsx.arrayBuffer())
  assert.equal(bytes.subarray(0, 2).toString(), 'PK')
  for (const path of ['/register.csv', '/register.xlsx']) {
    assert.equal((await (await pair.hust.browser('public')).get(path)).status, 303)
    assert.equal((await (await pair.hust.browser('nobody')).get(path)).status, 404)
  }
})

test('our own note is seen by officers only, is not found by searching, and leaves in no export', async () => {
  const id = await enter({ titleEn: 'With a secret', endsOn: '2031-01-01', note: 'zanzibar' })
  assert.match(await officer.read(`/register/${id}`), /zanzibar/)
  assert.doesNotMatch(await (await pair.hust.browser('reader')).read(`/register/${id}`), /zanzibar/)
  assert.deepEqual(await titles('q=zanzibar'), [])
  assert.doesNotMatch(await (await officer.get('/register.csv')).text(), /zanzibar/)
  const reader = await pair.hust.browser('reader')
  assert.equal((await reader.post(`/register/${id}`, { ...blank, revision: '1' })).status, 403)
  assert.equal((await reader.get(`/register/${id}/edit`)).status, 403)
})

test('a filter is kept under a name, for oneself', async () => {
  assert.equal(
    (await officer.post('/register/views', { name: 'Ends soon', query: 'standing=ending&evil=1' })).status,
    303,
  )
  assert.match(await officer.read('/register'), /href="\/register\?standing=ending">Ends soon/)
  assert.doesNotMatch(await (await pair.hust.browser('reader')).read('/register'), /Ends soon/)
  const id = /name="id" value="([^"]+)"/.exec(await officer.read('/register'))![1]!
  await (await pair.hust.browser('reader')).post('/register/views/drop', { id })
  assert.match(await officer.read('/register'), /Ends soon/, 'another’s is left alone')
  await officer.post('/register/views/drop', { id })
  assert.doesNotMatch(await officer.read('/register'), /Ends soon/)
})

test('words inside a file are found, English and Chinese; the same file twice is one', async () => {
  const id = await enter({ titleEn: 'With a file', endsOn: '2031-01-01' })
  const play = await openedSession(pair)
  await signTogether(pair, play)
  const { frozen } = await agreementAt(pair.hust, play.agreement)
  const pdf = (
    await db().selectFrom('file').select('bytes').where('sha256', '=', frozen!.documentHash).executeTakeFirstOrThrow()
  ).bytes
  const send = async (bytes: Uint8Array, name = 'signed copy.pdf') => {
    const form = new FormData()
    form.set('kind', 'signed')
    form.set('file', new File([new Uint8Array(bytes)], name, { type: 'application/pdf' }))
    return officer.post(`/register/${id}/files`, form)
  }
  assert.equal((await send(new Uint8Array())).status, 422)
  assert.equal((await send(Buffer.from('no PDF at all'))).status, 422)
  assert.equal((await send(pdf)).status, 303)
  assert.equal((await send(pdf)).status, 303)
  assert.equal((await db().selectFrom('agreement_entry_file').select('id').where('entry', '=', id).execute()).length, 1)
  assert.ok((await titles('q=demonstration')).includes('With a file'))
  assert.ok((await titles('q=签署')).includes('With a file'))
  const link = /href="(\/register\/files\/[^"]+)"/.exec(await officer.read(`/register/${id}`))![1]!
  const file = await officer.get(link)
  assert.match(file.headers.get('content-disposition')!, /^attachment/)
  assert.deepEqual(Buffer.from(await file.arrayBuffer()), Buffer.from(pdf))
})

test('what is signed here stands in the register at once, found by its clauses', async () => {
  const rows = await db().selectFrom('agreement_entry').selectAll().where('agreement', 'is not', null).execute()
  assert.equal(rows.length, 1)
  assert.equal(rows[0]!.kind, 'key')
  assert.equal(rows[0]!.signed_on!.toString(), pair.now.toZonedDateTimeISO('Asia/Shanghai').toPlainDate().toString())
  const other = await pair.queenMary.database.db.selectFrom('agreement_entry').selectAll().execute()
  assert.deepEqual(
    other.map((r) => r.agreement),
    rows.map((r) => r.agreement),
  )
})
