import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openNegotiation } from '#test/support/negotiation.ts'
import type { OfficeBrowser } from '#test/support/office.ts'
import type { Pair } from '#test/support/postman.ts'
import { unzipped } from '#test/support/unzipped.ts'

let pair: Pair
let officer: OfficeBrowser

before(async () => {
  pair = await openNegotiation()
  officer = await pair.hust.browser('officer')
  const answer = await officer.post('/register', {
    ...{ partner: pair.queenMary.ror, kind: 'exchange', titleEn: 'Exchange', signedHow: 'ink', prevails: 'both' },
    ...{
      signedOn: '2024-01-02',
      endsOn: '2029-01-01',
      noticeMonths: '6',
      units: 'School of Management',
      obligations: 'Ten places',
    },
  })
  assert.equal(answer.status, 303)
})
after(() => pair.close())

/** Headings of the list an address answers with. */
const headings = (page: string) => [...page.matchAll(/<th scope="col"[^>]*>([^<]*)/g)].map(([, name]) => name)

test('who chooses columns sees those, in their order; who does not, the usual ones', async () => {
  assert.deepEqual(headings(await officer.read('/register')), [
    'Agreement',
    'Partner',
    'Type',
    'Standing',
    'Signed',
    'Ends',
  ])
  const page = await officer.read('/register?col_units=yes&col_notice=yes&col_partner=yes')
  assert.deepEqual(headings(page), ['Agreement', 'Partner', 'Notice, months before the end', 'Units'])
  assert.match(page, /School of Management/)
  assert.match(page, /register\.csv\?cols=partner%2Cnotice%2Cunits/)
  const chinese = await (await pair.hust.browser('officer', 'zh')).read('/register?cols=obligations')
  assert.deepEqual(headings(chinese), ['协议', '主要义务'])
  assert.deepEqual(headings(await officer.read('/register?cols=note,nonsense')).length, 6, 'our own note is no column')
})

test('a kept filter keeps its columns', async () => {
  const kept = await officer.post('/register/views', { name: 'Units', query: 'kind=exchange&cols=units,partner' })
  assert.equal(kept.headers.get('location'), '/register?kind=exchange&cols=partner%2Cunits')
  assert.match(await officer.read('/register'), /href="\/register\?kind=exchange&amp;cols=partner%2Cunits">Units/)
})

test('an export has the chosen columns below the filter in words; every field where nobody chose', async () => {
  const csv = await officer.read('/register.csv?kind=exchange&cols=units,ends')
  const [said, , head, row] = csv.replace('\uFEFF', '').split('\r\n')
  assert.match(said!, /Agreements of the type student exchange/)
  assert.equal(head, 'Title en,Title zh,Ends,Units')
  assert.equal(row, 'Exchange,,2029-01-01,School of Management')
  const workbook = await (await officer.get('/register.xlsx?cols=units')).arrayBuffer()
  const cells = await unzipped(Buffer.from(workbook))
  assert.match(cells, /School of Management/)
  assert.doesNotMatch(cells, /Ten places/)
  assert.match(await officer.read('/register.csv'), /Ten places/)
})
