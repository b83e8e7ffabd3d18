/** Lists that say which agreement stands under which, and which renews which; and the partners a list brings and takes away again. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { importDirectory } from '#src/partners/index.ts'
import { openNegotiation } from '#test/support/negotiation.ts'
import type { OfficeBrowser } from '#test/support/office.ts'
import type { Pair } from '#test/support/postman.ts'
import { inventedRor, rorRecord } from '#test/support/ror-records.ts'
import { importRoutes } from './index.ts'

let pair: Pair
let officer: OfficeBrowser
const db = () => pair.hust.database.db

async function* directory() {
  for (const n of [1, 2, 3, 4, 5])
    yield rorRecord(n, { names: [[`Family University ${n}`, 'label', 'en']], country: 'DE', city: 'Testham' })
}

before(async () => {
  pair = await openNegotiation()
  pair.hust.app.route('/', importRoutes({ db: db() }))
  await importDirectory(db(), directory(), { fileName: 'test', by: { kind: 'node' }, at: pair.now })
  officer = await pair.hust.browser('officer')
})
after(() => pair.close())

const heading = 'Our number,Title,Partner,Signed,Ends,Under,Renews'

/** Sends a list. @returns the path of its page */
async function begun(rows: string[], head = heading): Promise<string> {
  const body = new FormData()
  body.set('file', new File([[head, ...rows].join('\n')], 'list.csv'))
  const answer = await officer.post('/imports', body)
  assert.equal(answer.status, 303, await answer.text())
  return answer.headers.get('location')!
}

async function confirm(path: string): Promise<void> {
  const shown = /name="shown" value="([^"]*)"/.exec(await officer.read(path))![1]!
  assert.equal((await officer.post(`${path}/confirm`, { shown })).status, 303)
}

const brought = async (rows: string[]): Promise<string> => {
  const path = await begun(rows)
  await confirm(path)
  return path
}

/** What stands under and renews what, by our numbers. */
async function family(numbers: string): Promise<Record<string, [string | null, string | null]>> {
  const { rows } = await sql<{ own: string; above: string | null; before: string | null }>`
    select e.reference as own, p.reference as above, r.reference as before from agreement_entry e
    left join agreement_entry p on p.id = e.parent left join agreement_entry r on r.id = e.renews
    where e.reference like ${numbers} order by 1`.execute(db())
  return Object.fromEntries(rows.map(({ own, above, before }) => [own, [above, before]]))
}

/** The row of the page with this title, without its tags. */
const rowOf = (page: string, title: string): string =>
  (page.slice(page.indexOf('id="rows"')).match(/<tr>.*?<\/tr>/gs) ?? [])
    .map((row) => row.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' '))
    .find((row) => row.includes(title)) ?? ''

test('a list says which agreement stands under which and which renews which, in whatever order its rows stand', async () => {
  await brought(['F-0,The old one,Queen Mary,2001-01-01,2006-01-01,,'])
  const path = await begun([
    'F-3,Renewed child,Queen Mary,2014-01-01,2030-01-01,f-1,F-2',
    'F-2,First child,Queen Mary,2012-01-01,2014-01-01,F-1,',
    'F-1,The umbrella,Queen Mary,2006-01-01,2036-01-01,,Ｆ-0',
  ])
  const page = await officer.read(path)
  assert.match(rowOf(page, 'Renewed child'), /Under: f-1 \(row 4\) Renews: F-2 \(row 3\)/)
  assert.match(rowOf(page, 'The umbrella'), /Renews: Ｆ-0/)
  assert.match(await (await pair.hust.browser('officer', 'zh')).read(path), /续签自：<\/span>F-2（第 3 行）/)
  await confirm(path)
  assert.deepEqual(await family('F-%'), {
    'F-0': [null, null],
    'F-1': [null, 'F-0'],
    'F-2': ['F-1', null],
    'F-3': ['F-1', 'F-2'],
  })
})

test('an unknown number, a circle, another partner’s agreement, a row left out: said in words, and not entered', async () => {
  await brought(['G-0,Of another,Family University 1,2001-01-01,2006-01-01,,'])
  const path = await begun([
    'G-1,Unknown umbrella,Queen Mary,2012-01-01,2032-01-01,G-404,',
    'G-2,Other partner,Queen Mary,2012-02-01,2032-01-01,G-0,',
    'G-3,Own child,Queen Mary,2012-03-01,2032-01-01,G-3,',
    'G-4,Round one,Queen Mary,2012-04-01,2032-01-01,G-5,',
    'G-5,Round two,Queen Mary,2012-05-01,2032-01-01,,G-4',
    'G-6,Hangs on the round,Queen Mary,2012-06-01,2032-01-01,,G-5',
    'G-7,No such day,Queen Mary,2012-13-41,2032-01-01,,',
    'G-8,Hangs on no day,Queen Mary,2012-08-01,2032-01-01,G-7,',
    'G-9,Waits,Queen Mary,03/04/2012,2032-01-01,,',
    'G-10,Waits with it,Queen Mary,2012-10-01,2032-01-01,G-9,',
    'G-11,Alone,Queen Mary,2012-11-01,2032-01-01,,',
  ])
  const page = await officer.read(path)
  for (const [title, says] of [
    ['Unknown umbrella', /cannot be read .*“G-404” is no number of ours/],
    ['Other partner', /cannot be read .*“G-0” is an agreement with another partner/],
    ['Own child', /cannot be read .*“G-3” leads back to this row itself/],
    ['Round one', /cannot be read .*“G-5” leads back to this row itself/],
    ['Round two', /cannot be read .*“G-4” leads back to this row itself/],
    ['Hangs on the round', /cannot be read .*“G-5” is itself a row that is left out/],
    ['Hangs on no day', /cannot be read .*“G-7” is itself a row that is left out/],
    ['Waits with it', /waits for your answer .*“G-9” waits for your answer itself/],
    ['Alone', /new/],
  ] as const)
    assert.match(rowOf(page, title), says)
  const zh = await (await pair.hust.browser('officer', 'zh')).read(path)
  assert.match(zh, /“G-404” 台账和清单中均无此编号[\s\S]*“G-0” 属于另一合作方的协议[\s\S]*“G-3” 最终又指向本行/)
  await confirm(path)
  assert.deepEqual(Object.keys(await family('G-%')).sort(), ['G-0', 'G-11'])
  assert.match(await officer.read(`${path}/left-out.csv`), /G-404 is no number of ours/)
})

test('a number two agreements with the partner bear is not guessed at', async () => {
  await brought([
    'H-1,Twice one,Queen Mary,2001-01-01,2006-01-01,,',
    'H-2,Twice two,Queen Mary,2002-01-01,2006-01-01,,',
  ])
  await sql`update agreement_entry set reference = 'H-1' where reference = 'H-2'`.execute(db())
  const page = await officer.read(await begun(['H-3,Which,Queen Mary,2012-01-01,2032-01-01,H-1,']))
  assert.match(rowOf(page, 'Which'), /“H-1” is the number of several agreements with this partner/)
})

test('what is confirmed is what was shown, umbrellas included', async () => {
  const path = await begun([
    'I-2,Under one,Queen Mary,2012-01-01,2032-01-01,I-1,',
    'I-1,One,Queen Mary,2011-01-01,2032-01-01,,',
  ])
  const shown = /name="shown" value="([^"]*)"/.exec(await officer.read(path))![1]!
  await brought(['I-1,One,Queen Mary,2011-01-01,2032-01-01,,'])
  assert.equal((await officer.post(`${path}/confirm`, { shown })).status, 409)
  await confirm(path)
  assert.deepEqual(await family('I-%'), { 'I-1': [null, null], 'I-2': ['I-1', null] })
})

const partners = async () =>
  (await db().selectFrom('institution').select('ror').where('name_en', 'like', 'Family University%').execute())
    .map(({ ror }) => ror)
    .sort()

test('taking a list back takes its partners too, and says which stay and why', async () => {
  const path = await brought([
    'J-1,Umbrella to go,Family University 2,2012-01-01,2032-01-01,,',
    'J-2,Child to go,Family University 2,2013-01-01,2032-01-01,J-1,',
    'J-3,With three,Family University 3,2012-01-01,2032-01-01,,',
    'J-4,With four,Family University 4,2012-01-01,2032-01-01,,',
  ])
  const before = await partners()
  assert.deepEqual(before, [1, 2, 3, 4].map(inventedRor).sort())
  await brought(['K-1,Entered since,Family University 3,2015-01-01,2032-01-01,,'])
  const four = inventedRor(4)
  await sql`with p as (insert into person (id, name_latin, family_name_first, basis) values (gen_random_uuid(), 'Ann Four', false, 'published') returning id)
    insert into post (id, person, institution, unit_en, unit_zh, title_en, title_zh, rank, since)
    select gen_random_uuid(), id, ${four}, '', '', 'Dean', '院长', 50, '2020-01-01' from p`.execute(db())
  assert.match(await officer.read(path), /Partners that were new leave too/)
  assert.equal((await officer.post(`${path}/undo`)).status, 303)
  assert.deepEqual(await partners(), [1, 3, 4].map(inventedRor).sort())
  assert.deepEqual(await family('J-%'), {})
  const page = await officer.read(path)
  assert.match(page, /One partner it brought left the register too/)
  assert.match(page, /Family University 3<\/[\s\S]*?: there are other agreements with it/)
  assert.match(page, /Family University 4<\/[\s\S]*?: somebody has worked with it since/)
  assert.match(await (await pair.hust.browser('officer', 'zh')).read(path), /另有协议[\s\S]*此后已有往来或改动/)
  const acts = await db()
    .selectFrom('journal')
    .select(['act', 'subject_id'])
    .where('act', '=', 'partnership.prospect_taken_back')
    .execute()
  assert.deepEqual(acts, [{ act: 'partnership.prospect_taken_back', subject_id: inventedRor(2) }])
  assert.equal((await officer.get(`/partners/${inventedRor(2)}`)).status, 404)
  // And it can come again.
  await brought(['J-5,Again,Family University 2,2012-01-01,2032-01-01,,'])
  assert.ok((await partners()).includes(inventedRor(2)))
})

test('a partner another list has an agreement with stays with that one', async () => {
  const [one, two] = [
    await brought(['L-1,One,Family University 5,2016-01-01,2032-01-01,,']),
    await brought(['L-2,Two,Family University 5,2017-01-01,2032-01-01,,']),
  ]
  assert.equal((await officer.post(`${one}/undo`)).status, 303)
  assert.match(await officer.read(one), /Family University 5<\/[\s\S]*?: there are other agreements with it/)
  assert.deepEqual(await family('L-%'), { 'L-2': [null, null] })
  assert.equal((await officer.post(`${two}/undo`)).status, 303)
  assert.ok((await partners()).includes(inventedRor(5)), 'the second list did not bring it')
})
